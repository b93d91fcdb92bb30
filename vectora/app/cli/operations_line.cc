#include "vectora/app/cli/operations_line.h"

#include <CLI/CLI.hpp>

#include "vectora/app/cli/env_command.h"
#include "vectora/app/cli/line_parts.h"

namespace vectora::app {

void OperationsLine::add_to(CLI::App& app) {
  add_env(app);
  add_bump(*app.get_subcommand("client"));
  add_sync(app);
  add_inventory(app);
  add_promote(app);
  add_rollback(app);
  add_history(app);
}

void OperationsLine::add_env(CLI::App& app) {
  CLI::App* env = add(app, "env", "vectora env list", "Look at environments");
  env->require_subcommand(1);
  CLI::App* list = add(*env, "list", "vectora env list", "Every environment, one a line");
  list->callback([this] {
    action_ = [this](Console& console) { return env_list_command(globals_, console); };
  });
  add_env_command(*env, "show", "Settings, buckets and release of an environment",
                  env_show_command);
  add_env_command(*env, "create", "Make the buckets of an environment where they are missing",
                  env_create_command);
  add_env_command(*env, "doctor",
                  "Whether an environment can be read and written, holds conditions, agrees on the "
                  "time; what to do if not",
                  env_doctor_command);
}

void OperationsLine::add_env_command(CLI::App& env, const std::string& name,
                                     const std::string& what, EnvironmentCommand command) {
  CLI::App* one = add(env, name, "vectora env " + name + " dev", what);
  one->add_option("NAME", name_, "Environment; the one of --env if not given");
  one->callback([this, command] {
    action_ = [this, command](Console& console) { return command(name_, globals_, console); };
  });
}

void OperationsLine::add_bump(CLI::App& client) {
  CLI::App* bump = add(client, "bump", "vectora client bump lai_weekly --minor",
                       "Raise the version in a client's file; a changed client needs a higher one");
  bump->add_option("ID", name_, "Client")->required();
  CLI::App* parts = bump->add_option_group("part");
  parts->require_option(0, 1);
  parts->add_flag_callback(
      "--major", [this] { part_ = ops::Part::kMajor; }, "1.2.3 -> 2.0.0");
  parts->add_flag_callback(
      "--minor", [this] { part_ = ops::Part::kMinor; }, "1.2.3 -> 1.3.0");
  parts->add_flag_callback(
      "--patch", [this] { part_ = ops::Part::kPatch; }, "1.2.3 -> 1.2.4 (the default)");
  bump->callback([this] {
    action_ = [this](Console& console) {
      return client_bump_command(name_, part_, globals_, console);
    };
  });
}

void OperationsLine::add_sync(CLI::App& app) {
  CLI::App* sync = add(app, "sync", "vectora sync --env dev --dry-run",
                       "Bring clients and market pack of this folder into an environment");
  sync->add_flag("--dry-run", sync_.dry_run, "Check and compare, write nothing");
  sync->add_flag("--prune", sync_.prune, "Remove what the environment has and this folder lacks");
  sync->add_option("--reason", sync_.why, "Why, for the history")->type_name("TEXT");
  add_consent(*sync, sync_.consent);
  sync->callback([this] {
    action_ = [this](Console& console) { return sync_command(sync_, globals_, console); };
  });
}

void OperationsLine::add_inventory(CLI::App& app) {
  CLI::App* inventory = add(app, "inventory", "vectora inventory --env stage",
                            "What this folder has against what an environment has, both ways");
  inventory->callback([this] {
    action_ = [this](Console& console) { return inventory_command(globals_, console); };
  });
}

void OperationsLine::add_promote(CLI::App& app) {
  CLI::App* promote = add(
      app, "promote", "vectora promote dev stage --dry-run",
      "Bring the configuration of one environment into the next: dev, stage, prod. Gates are\n"
      "asked first (validate, versions, labels, plan, soak); a smoke run tries it, and undoes it\n"
      "if it fails");
  promote->add_option("FROM", promote_.from, "Environment that has it")->required();
  promote->add_option("TO", promote_.to, "The next one")->required();
  promote->add_option("--plan", promote_.plan, "What `vectora plan --out` wrote of the two")
      ->type_name("FILE");
  promote->add_option("--override", promote_.overrides, "Pass this gate by; needs a --reason")
      ->allow_extra_args(false)
      ->type_name("GATE");
  promote->add_option("--reason", promote_.reasons, "Why; stays in the history")
      ->allow_extra_args(false)
      ->type_name("TEXT");
  promote->add_flag("--dry-run", promote_.dry_run, "Ask the gates, change nothing");
  add_consent(*promote, promote_.consent);
  promote->callback([this] {
    action_ = [this](Console& console) { return promote_command(promote_, globals_, console); };
  });
}

void OperationsLine::add_rollback(CLI::App& app) {
  CLI::App* rollback =
      add(app, "rollback", "vectora rollback prod",
          "Bring back the configuration that an environment had before its latest change, or that\n"
          "a snapshot has; runs and newsletters stay");
  rollback->add_option("ENV", rollback_.environment, "Environment; the one of --env if not given");
  rollback->add_option("--to", rollback_.to, "Snapshot to go back to")->type_name("SNAPSHOT");
  rollback->add_option("--reason", rollback_.why, "Why, for the history")->type_name("TEXT");
  rollback->add_flag("--dry-run", rollback_.dry_run, "Show what would change, change nothing");
  add_consent(*rollback, rollback_.consent);
  rollback->callback([this] {
    action_ = [this](Console& console) { return rollback_command(rollback_, globals_, console); };
  });
}

void OperationsLine::add_history(CLI::App& app) {
  CLI::App* history = add(app, "history", "vectora history prod",
                          "Who changed an environment, when, from what to what, and why");
  history->add_option("ENV", name_, "Environment; the one of --env if not given");
  history->add_option("--limit", limit_, "So many of the newest entries")
      ->check(CLI::Range(1, 100000));
  history->callback([this] {
    action_ = [this](Console& console) {
      return history_command(name_, limit_, globals_, console);
    };
  });
}

}  // namespace vectora::app
