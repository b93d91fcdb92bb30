#include "vectora/app/cli/snapshot_line.h"

#include <CLI/CLI.hpp>

#include "vectora/app/cli/line_parts.h"

namespace vectora::app {

void SnapshotLine::add_to(CLI::App& app) {
  CLI::App* snapshot =
      add(app, "snapshot", "vectora snapshot create --env dev --name before-the-fair",
          "Keep what an environment holds, and bring it back");
  snapshot->require_subcommand(1);
  add_create(*snapshot);
  add_looking(*snapshot);
  add_restore(*snapshot);
  add_prune(*snapshot);
  add_plan(app);
  add_clean(app);
}

void SnapshotLine::add_plan(CLI::App& app) {
  CLI::App* plan =
      add(app, "plan", "vectora plan --config ../changed-copy",
          "What another configuration would change: both are run over recorded captures, and\n"
          "what enters, leaves or moves in the newsletters is told. Ends with 6 where any would "
          "differ");
  plan->add_option("--from", plan_.from, "Environment that has the new configuration")
      ->type_name("ENV");
  plan->add_option("--to", plan_.to, "Environment that would get it")->type_name("ENV");
  plan->add_option("--config", plan_.config,
                   "Folder with the new configuration; the workspace if not given")
      ->type_name("DIR");
  plan->add_option("--days", plan_.days, "Days of captures, counted back from the newest")
      ->check(CLI::Range(1, 3650));
  plan->add_option("--client,-c", plan_.clients, "Client by id; the active ones if not given")
      ->allow_extra_args(false)
      ->type_name("ID");
  plan->add_option("--out", plan_.out, "File for the plan as JSON, which promote takes")
      ->type_name("FILE");
  plan->callback([this] {
    action_ = [this](Console& console) { return plan_command(plan_, globals_, console); };
  });
}

void SnapshotLine::add_clean(CLI::App& app) {
  CLI::App* clean =
      add(app, "clean", "vectora clean --env dev --dry-run",
          "Remove issues, items and run records of test clients that are older than their\n"
          "metadata.s3_ttl_days, and with the last of them their state");
  clean->add_flag("--dry-run", clean_.dry_run, "Tell what has expired, remove nothing");
  clean->add_flag("--archive", clean_.archive, "Take a snapshot first");
  clean->add_flag("--lifecycle", clean_.lifecycle,
                  "Print the lifecycle rules by which S3 removes the same, and do nothing else");
  add_consent(*clean, clean_.consent);
  clean->callback([this] {
    action_ = [this](Console& console) { return clean_command(clean_, globals_, console); };
  });
}

CLI::App* SnapshotLine::add_act(CLI::App& snapshot, const std::string& name,
                                const std::string& example, const std::string& what,
                                SnapshotAct act) {
  CLI::App* added = add(snapshot, name, "vectora snapshot " + example, what);
  added->callback([this, act] {
    action_ = [this, act](Console& console) {
      return snapshot_command(act, arguments_, globals_, console);
    };
  });
  return added;
}

void SnapshotLine::add_name(CLI::App& command, const std::string& what) {
  command.add_option("NAME,--name,-n", arguments_.name, what)->type_name("NAME");
}

void SnapshotLine::add_dry_run_and_consent(CLI::App& command) {
  command.add_flag("--dry-run", arguments_.dry_run, "Tell what would be done, write nothing");
  add_consent(command, arguments_.consent);
}

void SnapshotLine::add_create(CLI::App& snapshot) {
  CLI::App* create = add_act(snapshot, "create", "create --env dev --name before-the-fair",
                             "Keep configuration, releases, newsletters, state and data by digest; "
                             "what an earlier\nsnapshot has is not kept again",
                             SnapshotAct::kCreate);
  add_name(*create, "Name; the time if not given");
  create->add_option("--since", arguments_.since, "Leave out older data and newsletters")
      ->type_name("DAY");
  create->add_option("--reason", arguments_.why, "Why, for the manifest")->type_name("TEXT");
  create->add_flag("--full", arguments_.full,
                   "Read and keep everything again, also what earlier snapshots have");
}

void SnapshotLine::add_looking(CLI::App& snapshot) {
  add_act(snapshot, "list", "list --env dev", "Every snapshot, newest first", SnapshotAct::kList);
  CLI::App* show = add_act(snapshot, "show", "show --env dev --name before-the-fair",
                           "What a snapshot holds", SnapshotAct::kShow);
  add_name(*show, "Snapshot; the newest if not given");
  show->add_flag("--objects", arguments_.objects, "Each object with its digest");
  CLI::App* verify = add_act(snapshot, "verify", "verify --env dev",
                             "Read back everything that a snapshot names, and compare digests",
                             SnapshotAct::kVerify);
  add_name(*verify, "Snapshot; all of them if not given");
  CLI::App* diff = add_act(snapshot, "diff", "diff --env dev --name before-the-fair",
                           "What changed since a snapshot, or between two", SnapshotAct::kDiff);
  add_name(*diff, "Snapshot; the newest if not given");
  diff->add_option("--with", arguments_.with, "Another snapshot; what is there now if not given")
      ->type_name("NAME");
  diff->add_option("--only", arguments_.only, "Only these places, as 'config/**'")
      ->allow_extra_args(false)
      ->type_name("PATTERN");
}

void SnapshotLine::add_restore(CLI::App& snapshot) {
  CLI::App* restore = add_act(
      snapshot, "restore", "restore --env dev --name before-the-fair --dry-run",
      "Make an environment exactly what it was: write what is missing or different, remove\n"
      "what was not there; a snapshot of the present state is taken first",
      SnapshotAct::kRestore);
  add_name(*restore, "Snapshot");
  restore
      ->add_option("--only", arguments_.only, "Only these places, as 'config/**', 'data/state/**'")
      ->allow_extra_args(false)
      ->type_name("PATTERN");
  restore->add_option("--to", arguments_.to, "Another environment to bring it to")
      ->type_name("ENV");
  restore->add_option("--reason", arguments_.why, "Why, for the history")->type_name("TEXT");
  add_dry_run_and_consent(*restore);
}

void SnapshotLine::add_prune(CLI::App& snapshot) {
  CLI::App* prune = add_act(snapshot, "prune", "prune --env dev --dry-run",
                            "Remove snapshots that the policy `snapshots` of vectora.yaml does not "
                            "keep, and contents\nthat nothing names",
                            SnapshotAct::kPrune);
  add_dry_run_and_consent(*prune);
}

}  // namespace vectora::app
