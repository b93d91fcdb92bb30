#include "vectora/app/cli/snapshot_line.h"

#include <CLI/CLI.hpp>

namespace vectora::app {

void SnapshotLine::add_to(CLI::App& app) {
  CLI::App* snapshot =
      app.add_subcommand("snapshot", "Keep what an environment holds, and bring it back");
  snapshot->description(
      "Example: vectora snapshot create --env dev --name before-the-fair\n\n"
      "Keep what an environment holds, and bring it back");
  snapshot->fallthrough();
  snapshot->require_subcommand(1);
  add_create(*snapshot);
  add_looking(*snapshot);
  add_restore(*snapshot);
  add_prune(*snapshot);
  add_plan(app);
  add_clean(app);
}

void SnapshotLine::add_plan(CLI::App& app) {
  const std::string what =
      "What another configuration would change: both are run over recorded captures, and\n"
      "what enters, leaves or moves in the newsletters is told. Ends with 6 where any would "
      "differ";
  CLI::App* plan = app.add_subcommand("plan", "What another configuration would change");
  plan->description("Example: vectora plan --config ../changed-copy\n\n" + what);
  plan->fallthrough();
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
  CLI::App* clean = app.add_subcommand("clean", "Remove what test clients wrote and has expired");
  clean->description(
      "Example: vectora clean --env dev --dry-run\n\n"
      "Remove issues, items and run records of test clients that are older than their\n"
      "metadata.s3_ttl_days, and with the last of them their state");
  clean->fallthrough();
  clean->add_flag("--dry-run", clean_.dry_run, "Tell what has expired, remove nothing");
  clean->add_flag("--archive", clean_.archive, "Take a snapshot first");
  clean->add_flag("--lifecycle", clean_.lifecycle,
                  "Print the lifecycle rules by which S3 removes the same, and do nothing else");
  clean->add_flag("--yes,-y", clean_.consent.yes,
                  "Go on without asking, but where the name is asked");
  clean
      ->add_option("--confirm", clean_.consent.confirm,
                   "Name of the protected environment to change")
      ->type_name("NAME");
  clean->callback([this] {
    action_ = [this](Console& console) { return clean_command(clean_, globals_, console); };
  });
}

CLI::App* SnapshotLine::add(CLI::App& snapshot, const std::string& name, const std::string& example,
                            const std::string& what, SnapshotAct act) {
  CLI::App* added = snapshot.add_subcommand(name, what);
  added->description("Example: vectora snapshot " + example + "\n\n" + what);
  added->fallthrough();
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

void SnapshotLine::add_consent(CLI::App& command) {
  command.add_flag("--dry-run", arguments_.dry_run, "Tell what would be done, write nothing");
  command.add_flag("--yes,-y", arguments_.consent.yes,
                   "Go on without asking, but where the name is asked");
  command
      .add_option("--confirm", arguments_.consent.confirm,
                  "Name of the protected environment to change")
      ->type_name("NAME");
}

void SnapshotLine::add_create(CLI::App& snapshot) {
  CLI::App* create = add(snapshot, "create", "create --env dev --name before-the-fair",
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
  add(snapshot, "list", "list --env dev", "Every snapshot, newest first", SnapshotAct::kList);
  CLI::App* show = add(snapshot, "show", "show --env dev --name before-the-fair",
                       "What a snapshot holds", SnapshotAct::kShow);
  add_name(*show, "Snapshot; the newest if not given");
  show->add_flag("--objects", arguments_.objects, "Each object with its digest");
  CLI::App* verify =
      add(snapshot, "verify", "verify --env dev",
          "Read back everything that a snapshot names, and compare digests", SnapshotAct::kVerify);
  add_name(*verify, "Snapshot; all of them if not given");
  CLI::App* diff = add(snapshot, "diff", "diff --env dev --name before-the-fair",
                       "What changed since a snapshot, or between two", SnapshotAct::kDiff);
  add_name(*diff, "Snapshot; the newest if not given");
  diff->add_option("--with", arguments_.with, "Another snapshot; what is there now if not given")
      ->type_name("NAME");
  diff->add_option("--only", arguments_.only, "Only these places, as 'config/**'")
      ->allow_extra_args(false)
      ->type_name("PATTERN");
}

void SnapshotLine::add_restore(CLI::App& snapshot) {
  CLI::App* restore =
      add(snapshot, "restore", "restore --env dev --name before-the-fair --dry-run",
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
  add_consent(*restore);
}

void SnapshotLine::add_prune(CLI::App& snapshot) {
  CLI::App* prune = add(snapshot, "prune", "prune --env dev --dry-run",
                        "Remove snapshots that the policy `snapshots` of vectora.yaml does not "
                        "keep, and contents\nthat nothing names",
                        SnapshotAct::kPrune);
  add_consent(*prune);
}

}  // namespace vectora::app
