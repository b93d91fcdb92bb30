// With the other *_line.cc and line_parts.cc the only file that sees CLI11, which is slow to
// compile.
#include "vectora/app/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <sstream>

#include "vectora/app/cli/config_command.h"
#include "vectora/app/cli/eval_command.h"
#include "vectora/app/cli/globals.h"
#include "vectora/app/cli/init_command.h"
#include "vectora/app/cli/inspect_command.h"
#include "vectora/app/cli/label_command.h"
#include "vectora/app/cli/line_parts.h"
#include "vectora/app/cli/operations_line.h"
#include "vectora/app/cli/probe_command.h"
#include "vectora/app/cli/run_command.h"
#include "vectora/app/cli/snapshot_line.h"
#include "vectora/app/cli/source_command.h"
#include "vectora/app/cli/trace_command.h"
#include "vectora/app/cli/validate_command.h"
#include "vectora/config/problem.h"

namespace vectora::app {
namespace {

// Of a line that was not understood as a whole.
LogFormat asked_log_format(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--log-format=json") return LogFormat::kJson;
    if (argument == "--log-format" && i + 1 < argc && std::string_view(argv[i + 1]) == "json")
      return LogFormat::kJson;
  }
  return LogFormat::kText;
}

// A list of commands says what each does; its own help begins with an example.
class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_subcommand(const CLI::App* command) const override {
    std::string what = command->get_description();
    const size_t example = what.find("\n\n");
    if (example != std::string::npos) what.erase(0, example + 2);
    std::stringstream out;
    CLI::detail::format_help(out, command->get_display_name(true), what, column_width_);
    return out.str();
  }
};

// The commands with their flags. A command that was named leaves its action in
// `action_`, which runs when the whole line was understood.
class CommandLine {
 public:
  CommandLine() {
    app_.set_version_flag("--version", "vectora " VECTORA_VERSION);
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.footer("Documentation: docs/getting_started.md");
    add_globals();
    add_init();
    add_run("run", "vectora run --client lai_weekly --as-of 2026-02-03",
            "Read the sources, judge what they say, write the newsletters", {true, true, true});
    add_run("ingest", "vectora ingest --client lai_weekly --period-days 7",
            "Read the sources and store what concerns the clients", {true, false, false});
    add_run("normalize", "vectora normalize --client lai_weekly",
            "Annotate, match and score what is stored", {false, true, false});
    add_run("newsletter", "vectora newsletter --client lai_weekly --target-date 2026-02-03",
            "Choose from what is scored and write the newsletters", {false, false, true});
    add_validate();
    add_client();
    add_source();
    add_config();
    add_trace();
    add_eval();
    add_label();
    add_inspect();
    operations_.add_to(app_);
    snapshots_.add_to(app_);
  }

  ExitCode run(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& success) {
      app_.exit(success);  // help or version: printed
      return ExitCode::kOk;
    } catch (const CLI::ParseError& error) {
      return complain(error, argc, argv);
    }
    globals_.output = json_ ? Output::kJson : Output::kText;
    globals_.console.verbosity = quiet_ ? Verbosity::kQuiet : Verbosity::kNormal;
    globals_.console.log_format = log_format_ == "json" ? LogFormat::kJson : LogFormat::kText;
    Console console(globals_.console);
    return action_(console);
  }

 private:
  ExitCode complain(const CLI::ParseError& error, int argc, char** argv) const {
    Console console({.log_format = asked_log_format(argc, argv)});
    std::string message = error.what();
    if (argc > 1 && argv[1][0] != '-' && app_.get_subcommands().empty()) {
      message = "there is no command '" + std::string(argv[1]) + "'";
      std::vector<std::string> names;
      for (const CLI::App* command : app_.get_subcommands({})) names.push_back(command->get_name());
      const std::string nearest = config::nearest(argv[1], names);
      if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
    }
    console.error(message);
    console.note("run `vectora --help` for the commands");
    return ExitCode::kUsage;
  }

  void add_globals() {
    app_.description(
        "Example: vectora init demo && cd demo && vectora run\n\n"
        "Follows a niche market: picks from feeds and newsrooms what a client should know,\n"
        "shows the reason for every choice, and sets a newsletter from it.");
    app_.add_option("--workspace,-w", globals_.workspace, "Folder with vectora.yaml")
        ->type_name("DIR");
    app_.add_option("--env,-e", globals_.environment,
                    "Environment (else VECTORA_ENV, else the workspace's default)")
        ->type_name("NAME");
    app_.add_flag("--json", json_, "Print data as JSON");
    app_.add_flag("--quiet,-q", quiet_, "Tell only warnings and errors");
    app_.add_option("--log-format", log_format_, "How messages are written")
        ->check(CLI::IsMember({"text", "json"}));
  }

  void add_init() {
    CLI::App* command = add(app_, "init", "vectora init demo",
                            "Write a working workspace with the market pack and an example");
    command->add_option("DIR", folder_, "Where; the workspace if not given, so here");
    command->callback([this] {
      action_ = [this](Console& console) {
        return init_command(folder_.empty() ? globals_.workspace : folder_, console);
      };
    });
  }

  void add_run(const std::string& name, const std::string& example, const std::string& what,
               pipeline::Steps steps) {
    CLI::App* command = add(app_, name, example, what);
    command->add_option("--client,-c", run_.clients, "Client by id; may be repeated")
        ->type_name("ID");
    command->add_flag("--all-active", all_active_,
                      "Every active client (the default without --client)");
    command->add_option("--as-of,--target-date", run_.as_of, "Day that counts as today, YYYY-MM-DD")
        ->type_name("DAY");
    command->add_flag("--dry-run", run_.dry_run, "Do everything, write nothing");
    command->add_option("--period-days", run_.period_days, "Days that the window looks back")
        ->check(CLI::Range(0, 3650));
    command->add_option("--from-date", run_.from_date, "First day of the window instead")
        ->type_name("DAY");
    command->add_option("--to-date", run_.to_date, "Last day of the window; today if not given")
        ->type_name("DAY");
    if (steps.ingest) add_ingest_flags(command);
    if (steps.normalize)
      command->add_option("--scoring-mode", run_.scoring_mode, "strict, balanced or broad");
    if (!steps.ingest)
      command->add_flag(
          "--force-reprocess,--force-regenerate", run_.force,
          "Accepted for callers that send it: items and issues are always made again");
    command->callback([this, name, steps] {
      run_.command = name;
      run_.steps = steps;
      action_ = [this](Console& console) { return run_command(run_, globals_, console); };
    });
  }

  void add_ingest_flags(CLI::App* command) {
    auto* replay = command->add_option("--replay", run_.replay,
                                       "Read a capture, not the network: a path, an id, latest");
    command->add_flag("--live", run_.live, "Read the network, whatever the environment replays")
        ->excludes(replay);
    command
        ->add_option("--sources", run_.sources,
                     "Only these sources of the client, separated by commas")
        ->delimiter(',');
    command->add_option("--temporal-mode", run_.temporal_mode, "strict or flexible");
    command->add_option("--ingestion-mode", run_.ingestion_mode, "strict, balanced or broad");
    command->add_flag("--force-refresh", run_.force,
                      "Accepted for callers that send it: unchanged sources are always read too");
  }

  void add_validate() {
    CLI::App* command = add(app_, "validate", "vectora validate",
                            "Check every file of the workspace and report every problem");
    command->callback([this] {
      action_ = [this](Console& console) { return validate_command(globals_, console); };
    });
  }

  void add_client() {
    CLI::App* client = add(app_, "client", "vectora client list", "Look at clients");
    client->require_subcommand(1);
    CLI::App* list = add(*client, "list", "vectora client list", "Every client, one a line");
    list->callback([this] {
      action_ = [this](Console& console) { return client_list_command(globals_, console); };
    });
    CLI::App* show =
        add(*client, "show", "vectora client show lai_weekly", "One client as it is understood");
    show->add_option("ID", client_, "Client")->required();
    show->callback([this] {
      action_ = [this](Console& console) {
        return client_show_command(client_, globals_, console);
      };
    });
    CLI::App* validate = add(*client, "validate", "vectora client validate lai_weekly",
                             "Every problem of one client");
    validate->add_option("ID", client_, "Client")->required();
    validate->callback([this] {
      action_ = [this](Console& console) {
        return client_validate_command(client_, globals_, console);
      };
    });
  }

  void add_source() {
    CLI::App* source =
        add(app_, "source", "vectora source list", "Look at sources, and find new ones");
    source->require_subcommand(1);
    CLI::App* list = add(*source, "list", "vectora source list",
                         "Every source: when it was last read, its rhythm, what is wrong with it");
    list->callback([this] {
      action_ = [this](Console& console) { return source_list_command(globals_, console); };
    });
    CLI::App* probe = add(*source, "probe", "vectora source probe https://example.org/news/",
                          "What an address offers, as an entry of the catalog");
    probe->add_option("URL", probe_.url, "Feed, or page with news")->required();
    probe->add_option("--write", probe_.write_key, "Add the entry to the catalog under this key")
        ->type_name("KEY");
    probe->callback([this] {
      action_ = [this](Console& console) {
        return source_probe_command(probe_, globals_, console);
      };
    });
  }

  void add_config() {
    CLI::App* config = add(app_, "config", "vectora config explain watch_domains[].priority",
                           "What a key of the configuration does, and which values hold");
    config->require_subcommand(1);
    CLI::App* explain =
        add(*config, "explain", "vectora config explain watch_domains[].priority",
            "What a key is, when and where it acts, and where this workspace sets it");
    explain->add_option("KEY", config_.key, "Path of the key, or its end")->required();
    explain->callback([this] {
      action_ = [this](Console& console) {
        return config_explain_command(config_, globals_, console);
      };
    });
    CLI::App* show = add(*config, "show", "vectora config show --client lai_weekly --origin",
                         "The values that hold: of the workspace, or of a client");
    show->add_option("--client,-c", config_.client, "Client by id")->type_name("ID");
    show->add_flag("--origin", config_.origin, "Say where each value comes from");
    show->callback([this] {
      action_ = [this](Console& console) {
        return config_show_command(config_, globals_, console);
      };
    });
  }

  void add_trace() {
    CLI::App* where = add(app_, "where", "vectora where https://example.org/news/1",
                          "Where an item went, run by run");
    where->add_option("ITEM", trace_.item, "Address or item id")->required();
    where->add_option("--client,-c", trace_.client, "Only this client");
    where->callback([this] {
      action_ = [this](Console& console) { return where_command(trace_, globals_, console); };
    });
    CLI::App* explain = add(app_, "explain", "vectora explain https://example.org/news/1",
                            "Why an item is relevant, or not, and how its score comes about");
    explain->add_option("ITEM", trace_.item, "Address or item id")->required();
    explain->add_option("--client,-c", trace_.client, "Only this client");
    explain->callback([this] {
      action_ = [this](Console& console) { return explain_command(trace_, globals_, console); };
    });
  }

  void add_eval() {
    CLI::App* eval = add(app_, "eval", "vectora eval --client lai_weekly --labels labels.jsonl",
                         "How well a client's rules agree with labelled items");
    eval->add_option("--client,-c", eval_.client, "Client by id; the active one if not given")
        ->type_name("ID");
    eval->add_option("--labels", eval_.labels,
                     "JSON Lines of labels; those of `vectora label` if not given")
        ->type_name("FILE");
    eval->add_option("--compare", eval_.compare,
                     "Another workspace: what this one gains over it, with intervals")
        ->type_name("DIR");
    eval->callback([this] {
      action_ = [this](Console& console) { return eval_command(eval_, globals_, console); };
    });
  }

  void add_label() {
    CLI::App* label = add(app_, "label", "vectora label --client lai_weekly",
                          "Say of stored items, key by key, what is right; `eval` measures by it");
    label->add_option("--client,-c", label_.client, "Client by id; the active one if not given")
        ->type_name("ID");
    label->callback([this] {
      action_ = [this](Console& console) { return label_command(label_, globals_, console); };
    });
  }

  void add_inspect() {
    CLI::App* inspect =
        add(app_, "inspect", "vectora inspect feed feed.xml", "Run one piece on one file");
    inspect->require_subcommand(1);
    add_page(inspect, "feed", "Entries of a feed", inspect_feed_command);
    add_page(inspect, "listing", "Entries of a newsroom page", inspect_listing_command);
    add_page(inspect, "article", "Title, day and text of an article", inspect_article_command);
    add_pairs(inspect);
    CLI::App* items =
        add(*inspect, "items", "vectora inspect items --client lai_weekly < items.jsonl",
            "Judge items given as JSON Lines: {id, source, url, title, content, published_at}");
    items->add_option("--client,-c", inspect_.client, "Client whose rules judge")->required();
    items->add_option("--as-of", inspect_.as_of, "Day of judgement; each item's own if not given");
    items->callback([this] {
      action_ = [this](Console& console) {
        return inspect_items_command(inspect_, globals_, console);
      };
    });
  }

  void add_pairs(CLI::App* inspect) {
    CLI::App* pairs = add(*inspect, "pairs", "vectora inspect pairs < pairs.jsonl",
                          "Say whether two items tell the same event, as JSON Lines: {id, a, b}");
    pairs->callback([this] {
      action_ = [this](Console& console) {
        return inspect_pairs_command(inspect_, globals_, console);
      };
    });
  }

  void add_page(CLI::App* inspect, const std::string& kind, const std::string& what,
                ExitCode (*command)(const InspectArguments&, Console&)) {
    CLI::App* page = add(*inspect, kind, "vectora inspect " + kind + " FILE", what);
    page->add_option("FILE", inspect_.file, "File; - for standard input");
    page->add_option("--url", inspect_.url, "Where it came from");
    page->add_option("--charset", inspect_.charset, "As the server declared it");
    page->add_option("--now", inspect_.now, "Day on which it was read, YYYY-MM-DD");
    page->add_flag("--jsonl", inspect_.lines,
                   "JSON Lines on standard input: {id, url, charset, now, file or html}");
    page->callback([this, command] {
      if (inspect_.file.empty() && !inspect_.lines) throw CLI::RequiredError("FILE or --jsonl");
      action_ = [this, command](Console& console) { return command(inspect_, console); };
    });
  }

  CLI::App app_;
  Globals globals_;
  bool all_active_ = false;  // says what is so without it
  bool json_ = false;
  bool quiet_ = false;
  std::string log_format_ = "text";
  std::string folder_;
  std::string client_;
  RunArguments run_;
  ConfigArguments config_;
  TraceArguments trace_;
  ProbeArguments probe_;
  EvalArguments eval_;
  LabelArguments label_;
  InspectArguments inspect_;
  Action action_;
  OperationsLine operations_{globals_, action_};
  SnapshotLine snapshots_{globals_, action_};
};

}  // namespace

ExitCode run_command_line(int argc, char** argv) { return CommandLine().run(argc, argv); }

}  // namespace vectora::app
