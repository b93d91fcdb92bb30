#include "vectora/app/cli/run_command.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "vectora/app/cli/live_client.h"
#include "vectora/app/cli/outcome_table.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/pipeline/bodies.h"
#include "vectora/pipeline/replay_client.h"

namespace vectora::app {
namespace {

namespace fs = std::filesystem;
using Steady = std::chrono::steady_clock;

template <class T>
using Names = std::vector<std::pair<std::string, T>>;

// The value of a flag that takes one of a few words.
template <class T>
Result<std::optional<T>> one_of(const std::string& flag, const std::string& word,
                                const Names<T>& names) {
  if (word.empty()) return std::optional<T>();
  std::string all;
  for (const auto& [name, value] : names) {
    if (name == word) return std::optional<T>(value);
    all += (all.empty() ? "" : ", ") + name;
  }
  return Error{ErrorCode::kInvalidArgument, flag + " " + word + ": expected one of " + all};
}

Result<std::optional<Date>> day_of(const std::string& flag, const std::string& text) {
  if (text.empty()) return std::optional<Date>();
  const auto day = Date::parse(text);
  if (!day) return Error{ErrorCode::kInvalidArgument, flag + " " + text + ": expected YYYY-MM-DD"};
  return day;
}

Result<config::RunOverrides> overrides_of(const RunArguments& arguments) {
  using normalize::IngestionMode;
  using normalize::TemporalMode;
  using score::ScoringMode;
  config::RunOverrides overrides;
  overrides.period_days = arguments.period_days;
  overrides.from_date = TRY(day_of("--from-date", arguments.from_date));
  overrides.to_date = TRY(day_of("--to-date", arguments.to_date));
  overrides.temporal = TRY(one_of<TemporalMode>(
      "--temporal-mode", arguments.temporal_mode,
      {{"strict", TemporalMode::kStrict}, {"flexible", TemporalMode::kFlexible}}));
  overrides.ingestion = TRY(one_of<IngestionMode>("--ingestion-mode", arguments.ingestion_mode,
                                                  {{"strict", IngestionMode::kStrict},
                                                   {"balanced", IngestionMode::kBalanced},
                                                   {"broad", IngestionMode::kBroad}}));
  overrides.scoring = TRY(one_of<ScoringMode>("--scoring-mode", arguments.scoring_mode,
                                              {{"strict", ScoringMode::kStrict},
                                               {"balanced", ScoringMode::kBalanced},
                                               {"broad", ScoringMode::kBroad}}));
  return overrides;
}

// The run's client over the network, or over a capture.
struct Transport {
  pipeline::Mode mode = pipeline::Mode::kLive;
  std::optional<pipeline::Capture> capture;
  LiveClient live;
  std::unique_ptr<http::Client> replay;

  http::Client& client() const { return replay ? *replay : *live.client; }
};

// A capture is named by a path, or by its id in the store.
Result<pipeline::Capture> find_capture(const std::string& name, WorkspaceSession& session) {
  store::ObjectStore& data = *session.buckets.data;
  for (const fs::path& path : {fs::path(name), fs::path(session.folder) / name})
    if (fs::exists(path)) return pipeline::import_capture(data, path);
  return pipeline::load_capture(data, name);
}

Result<Transport> open_transport(const RunArguments& arguments, WorkspaceSession& session) {
  Transport transport;
  std::string replay = arguments.replay;
  if (replay.empty() && !arguments.live) replay = session.environment.replay;
  if (!replay.empty()) {
    transport.mode = pipeline::Mode::kReplay;
    transport.capture = TRY_IN("--replay " + replay, find_capture(replay, session));
    transport.replay = pipeline::make_replay_client(*transport.capture, *session.buckets.data);
    return transport;
  }
  pipeline::RobotsMemory known;
  if (!arguments.force) known = TRY(pipeline::load_robots_memory(*session.buckets.data));
  transport.live = open_live_client(session.loaded.workspace.http, std::move(known));
  return transport;
}

// "20260203T060000Z-1a2b3c4d": the time, and what tells two runs of one second apart.
std::string new_capture_id(Instant now) {
  std::string id = now.str();
  std::erase_if(id, [](char c) { return c == '-' || c == ':'; });
  const auto ticks = std::chrono::system_clock::now().time_since_epoch().count();
  return id + "-" +
         sha256(std::to_string(ticks) + "/" + std::to_string(getpid())).hex().substr(0, 8);
}

class RunCommand {
 public:
  RunCommand(const RunArguments& arguments, const Globals& globals, Console& console)
      : arguments_(arguments), globals_(globals), console_(console) {}

  ExitCode run() {
    const Result<ExitCode> code = try_run();
    if (code) return *code;
    console_.error(code.error().message);
    return code.error().code == ErrorCode::kInvalidArgument ||
                   code.error().code == ErrorCode::kNotFound ||
                   code.error().code == ErrorCode::kMalformed
               ? ExitCode::kUsage
               : ExitCode::kFailed;
  }

 private:
  Result<ExitCode> try_run() {
    const config::RunOverrides overrides = TRY(overrides_of(arguments_));
    const std::optional<Date> day = TRY(day_of("--as-of", arguments_.as_of));
    session_ = TRY(open_workspace(
        globals_, arguments_.dry_run ? Access::kDryRun : Access::kReadWrite, console_));
    TRY(select_clients());
    TRY(check_sources());
    Transport transport = TRY(open_transport(arguments_, session_));
    const Instant now = day                 ? Instant::end_of(*day)
                        : transport.capture ? Instant::end_of(transport.capture->captured_at.date())
                                            : system_clock()->now();
    pipeline::RunPlan plan{session_.canonical(), {}, now.date(), now, transport.mode,
                           arguments_.steps,     {}, {}};
    plan.capture_id = new_capture_id(now);
    plan.max_fresh_s = session_.loaded.workspace.http.reuse_fresh_s;
    if (arguments_.force) plan.refresh = pipeline::Refresh::kYes;
    if (transport.capture) plan.captures.push_back(transport.capture->digest());
    for (config::ClientPlan client : selected_) {
      config::apply(client, overrides, plan.as_of);
      plan.clients.push_back(restricted(std::move(client)));
    }
    const Steady::time_point started = Steady::now();
    const pipeline::RunResult result =
        TRY(pipeline::run_pipeline(plan, {transport.client(), session_.buckets, console_}));
    if (transport.live.learned)
      TRY(pipeline::save_robots_memory(*session_.buckets.data, *transport.live.learned,
                                       system_clock()->now()));
    const double seconds = std::chrono::duration<double>(Steady::now() - started).count();
    report(plan, result, seconds);
    return exit_code(result);
  }

  // The named clients, else the active ones. One that is named must be valid.
  Result<void> select_clients() {
    for (const std::string& name : arguments_.clients) TRY(select_named(ClientId(name)));
    if (!arguments_.clients.empty()) return {};
    for (const auto& [id, file] : session_.loaded.client_files) {
      const auto client = session_.loaded.clients.find(id);
      if (client == session_.loaded.clients.end())
        refuse(id);
      else if (client->second.active)
        selected_.push_back(client->second);
    }
    return {};
  }

  Result<void> select_named(const ClientId& id) {
    const auto client = session_.loaded.clients.find(id);
    if (client != session_.loaded.clients.end()) {
      selected_.push_back(client->second);
      return {};
    }
    if (session_.loaded.client_files.contains(id)) {
      print_problems(session_.loaded.client_problems(id), console_);
      return Error{ErrorCode::kInvalidArgument, "client '" + id.str() + "' is not valid"};
    }
    return no_such_client(id, session_.loaded);
  }

  // An invalid client among many fails alone.
  void refuse(const ClientId& id) {
    print_problems(session_.loaded.client_problems(id), console_);
    pipeline::ClientResult failed;
    failed.client = id;
    failed.status = "failed";
    failed.error = "the client's configuration is not valid";
    refused_.push_back(std::move(failed));
  }

  // Only with --client; a source that none of the named clients reads is a slip.
  Result<void> check_sources() const {
    if (arguments_.clients.empty()) return {};
    std::vector<std::string> known;
    for (const config::ClientPlan& client : selected_)
      for (const SourceKey& key : client.sources) known.push_back(key.str());
    for (const std::string& source : arguments_.sources) {
      if (std::find(known.begin(), known.end(), source) != known.end()) continue;
      std::string message = "--sources " + source + ": no named client reads that source";
      const std::string nearest = config::nearest(source, known);
      if (!nearest.empty()) message += "; did you mean '" + nearest + "'?";
      return Error{ErrorCode::kInvalidArgument, message};
    }
    return {};
  }

  config::ClientPlan restricted(config::ClientPlan client) const {
    if (arguments_.sources.empty()) return client;
    if (arguments_.clients.empty()) {
      console_.warn("--sources is ignored without --client");
      return client;
    }
    std::erase_if(client.sources, [this](const SourceKey& key) {
      return std::find(arguments_.sources.begin(), arguments_.sources.end(), key.str()) ==
             arguments_.sources.end();
    });
    return client;
  }

  void report(const pipeline::RunPlan& plan, const pipeline::RunResult& result, double seconds) {
    for (const pipeline::ClientResult& client : result.clients)
      if (!client.error.empty()) console_.error(client.client.str() + ": " + client.error);
    if (globals_.output == Output::kJson) return report_json(plan, result, seconds);
    if (result.clients.empty() && refused_.empty())
      console_.note("no client is active; name one with --client, or set client_profile.active");
    for (const pipeline::ClientResult& client : result.clients) report_text(plan, client);
  }

  void report_text(const pipeline::RunPlan& plan, const pipeline::ClientResult& client) {
    console_.print(outcome_table(client, plan.as_of));
    if (!client.issue) return;
    const std::string bucket = store::bucket_name(session_.loaded.workspace.project, "newsletters",
                                                  session_.environment.name);
    const std::string key = pipeline::issue_key(client.client, plan.as_of, "newsletter.md");
    const std::string path = location(session_.environment, session_.folder, bucket, key);
    console_.print(
        (arguments_.dry_run ? "dry run, nothing was written; it would be " : "newsletter: ") +
        path + "\n");
  }

  void report_json(const pipeline::RunPlan& plan, const pipeline::RunResult& result,
                   double seconds) {
    pipeline::BodyContext context;
    context.execution_date = plan.now.str();
    context.seconds = seconds;
    context.dry_run = arguments_.dry_run;
    if (!arguments_.ingestion_mode.empty()) context.ingestion_mode = arguments_.ingestion_mode;
    if (!arguments_.temporal_mode.empty()) context.temporal_mode = arguments_.temporal_mode;
    if (!arguments_.scoring_mode.empty()) context.scoring_mode = arguments_.scoring_mode;
    context.clients_discovered = static_cast<int>(session_.loaded.client_files.size());
    context.clients_active = static_cast<int>(selected_.size() + refused_.size());
    if (arguments_.clients.size() == 1 && result.clients.size() == 1) {
      console_.print(to_json_line(body_of(result.clients[0], plan.clients[0], context)) + "\n");
      return;
    }
    pipeline::RunResult all = result;
    all.clients.insert(all.clients.end(), refused_.begin(), refused_.end());
    console_.print(to_json_line(pipeline::many_body(all, context)) + "\n");
  }

  Json body_of(const pipeline::ClientResult& result, const config::ClientPlan& client,
               const pipeline::BodyContext& context) const {
    if (arguments_.command == "ingest") return ingest_body(result, client, context);
    if (arguments_.command == "normalize") return normalize_body(result, client, context);
    if (arguments_.command == "newsletter") return newsletter_body(result, client, context);
    Json body = ingest_body(result, client, context);
    body["normalize"] = normalize_body(result, client, context);
    body["newsletter"] = newsletter_body(result, client, context);
    return body;
  }

  ExitCode exit_code(const pipeline::RunResult& result) const {
    const std::string status = result.status();
    if (result.clients.empty()) return refused_.empty() ? ExitCode::kOk : ExitCode::kUsage;
    if (status == "failed") return ExitCode::kFailed;
    return status == "partial" || !refused_.empty() ? ExitCode::kPartial : ExitCode::kOk;
  }

  const RunArguments& arguments_;
  const Globals& globals_;
  Console& console_;
  WorkspaceSession session_;
  std::vector<config::ClientPlan> selected_;
  std::vector<pipeline::ClientResult> refused_;
};

}  // namespace

ExitCode run_command(const RunArguments& arguments, const Globals& globals, Console& console) {
  return RunCommand(arguments, globals, console).run();
}

}  // namespace vectora::app
