#include "vectora/app/cli/snapshot_command.h"

#include <utility>

#include "vectora/app/cli/workspace_session.h"
#include "vectora/app/environments.h"
#include "vectora/base/clock.h"
#include "vectora/config/release.h"
#include "vectora/ops/history.h"
#include "vectora/ops/lease.h"
#include "vectora/ops/snapshot/prune.h"
#include "vectora/ops/snapshot/restore.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/verify.h"

namespace vectora::app {
namespace {

namespace snapshot = ops::snapshot;

constexpr int kJsonVersion = 1;

std::string counted(uint64_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string megabytes(uint64_t bytes) {
  constexpr uint64_t kTenth = 100'000;
  const uint64_t tenths = (bytes + kTenth / 2) / kTenth;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

Json head_json(const snapshot::Manifest& manifest) {
  return {{"version", kJsonVersion},
          {"name", manifest.name},
          {"environment", manifest.environment},
          {"created_at", manifest.created_at.str()},
          {"why", manifest.why},
          {"since", manifest.since ? Json(manifest.since->str()) : Json(nullptr)},
          {"objects", manifest.objects()},
          {"bytes", manifest.bytes()}};
}

std::string head_line(const snapshot::Manifest& manifest) {
  return manifest.created_at.str() + "  " + manifest.name + "  " +
         counted(manifest.objects(), "object") + ", " + megabytes(manifest.bytes()) +
         (manifest.since ? "  since " + manifest.since->str() : "") +
         (manifest.why.empty() ? "" : "  " + manifest.why) + "\n";
}

Json changes_json(const std::vector<snapshot::Change>& changes) {
  Json json = {{"add", Json::array()}, {"replace", Json::array()}, {"remove", Json::array()}};
  for (const snapshot::Change& change : changes) {
    const char* list = change.kind == snapshot::ChangeKind::kAdd       ? "add"
                       : change.kind == snapshot::ChangeKind::kReplace ? "replace"
                                                                       : "remove";
    json[list].push_back(change.entry.place.str());
  }
  return json;
}

std::string changes_text(const std::vector<snapshot::Change>& changes) {
  std::string text;
  for (const snapshot::Change& change : changes) text += snapshot::change_line(change) + "\n";
  return text;
}

// The environment of the command, open, with who acts on it.
struct Session {
  const SnapshotArguments& arguments;
  const Globals& globals;
  Console& console;
  config::Workspace workspace;
  std::unique_ptr<Clock> clock = system_clock();
  ops::Operator who = this_operator(*clock);
  ops::Environment environment = {};

  snapshot::Context context() { return {environment, who, console}; }
  store::ObjectStore& config() { return *environment.buckets.config; }
  bool is_json() const { return globals.output == Output::kJson; }
  void print_json(const Json& json) { console.print(to_json_line(json) + "\n"); }
};

Result<ExitCode> create(Session& session) {
  snapshot::CreateOptions options;
  options.name = session.arguments.name;
  options.why = session.arguments.why;
  options.reuse = session.arguments.full ? snapshot::Reuse::kNo : snapshot::Reuse::kYes;
  if (!session.arguments.since.empty()) {
    options.since = Date::parse(session.arguments.since);
    if (!options.since)
      return Error{ErrorCode::kInvalidArgument,
                   "--since " + session.arguments.since + ": expected YYYY-MM-DD"};
  }
  const snapshot::Created created = TRY(snapshot::create_snapshot(session.context(), options));
  if (session.is_json()) {
    Json json = head_json(created.manifest);
    json["objects_read"] = created.objects_read;
    json["objects_kept"] = created.objects_kept;
    json["bytes_kept"] = created.bytes_kept;
    session.print_json(json);
    return ExitCode::kOk;
  }
  session.console.print(created.manifest.name + "\n");
  session.console.note(
      counted(created.manifest.objects(), "object") + ", " + megabytes(created.manifest.bytes()) +
      "; " + counted(created.objects_read, "object") + " read, " +
      counted(created.objects_kept, "content") + " new, " + megabytes(created.bytes_kept));
  return ExitCode::kOk;
}

Result<ExitCode> list(Session& session) {
  const auto manifests = TRY(snapshot::load_manifests(session.config()));
  if (manifests.empty()) session.console.note("'" + session.environment.name + "' has no snapshot");
  for (auto manifest = manifests.rbegin(); manifest != manifests.rend(); ++manifest)
    session.console.print(session.is_json() ? to_json_line(head_json(*manifest)) + "\n"
                                            : head_line(*manifest));
  return ExitCode::kOk;
}

// The named snapshot, else the newest.
Result<snapshot::Manifest> chosen(Session& session) {
  if (!session.arguments.name.empty())
    return snapshot::load_manifest(session.config(), session.arguments.name);
  std::vector<snapshot::Manifest> manifests = TRY(snapshot::load_manifests(session.config()));
  if (manifests.empty())
    return Error{ErrorCode::kNotFound, "'" + session.environment.name + "' has no snapshot"};
  return std::move(manifests.back());
}

Json entry_json(const snapshot::Entry& entry) {
  return {{"place", entry.place.str()}, {"sha256", entry.digest.hex()}, {"bytes", entry.bytes}};
}

Result<ExitCode> show(Session& session) {
  const snapshot::Manifest manifest = TRY(chosen(session));
  std::vector<snapshot::Entry> entries;
  if (session.arguments.objects) entries = TRY(snapshot::load_entries(session.config(), manifest));
  if (session.is_json()) {
    Json json = head_json(manifest);
    json["areas"] = snapshot::to_json(manifest)["areas"];
    if (session.arguments.objects) json["entries"] = Json::array();
    for (const snapshot::Entry& entry : entries) json["entries"].push_back(entry_json(entry));
    session.print_json(json);
    return ExitCode::kOk;
  }
  session.console.print(head_line(manifest));
  for (const snapshot::AreaContents& contents : manifest.areas)
    session.console.print("  " + std::string(snapshot::to_string(contents.area)) + "  " +
                          counted(contents.objects, "object") + ", " + megabytes(contents.bytes) +
                          "\n");
  for (const snapshot::Entry& entry : entries)
    session.console.print(entry.digest.hex() + "  " + entry.place.str() + "\n");
  return ExitCode::kOk;
}

Result<ExitCode> verify(Session& session) {
  const snapshot::Verified verified =
      TRY(snapshot::verify_snapshots(session.context(), session.arguments.name));
  Json damages = Json::array();
  for (const snapshot::Damage& damage : verified.damages) {
    session.console.error("snapshot " + damage.snapshot + ": " + damage.place + ": " + damage.what);
    damages.push_back(
        {{"snapshot", damage.snapshot}, {"place", damage.place}, {"what", damage.what}});
  }
  if (session.is_json())
    session.print_json({{"version", kJsonVersion},
                        {"environment", session.environment.name},
                        {"snapshots", verified.snapshots},
                        {"objects", verified.objects},
                        {"bytes", verified.bytes},
                        {"damages", std::move(damages)}});
  else
    session.console.print(
        counted(verified.snapshots, "snapshot") + ", " + counted(verified.objects, "content") +
        ", " + megabytes(verified.bytes) + " read back: " +
        (verified.damages.empty() ? "whole" : counted(verified.damages.size(), "damage")) + "\n");
  if (verified.damages.empty()) return ExitCode::kOk;
  session.console.note("`vectora snapshot create --full` keeps what is still there again");
  return ExitCode::kFailed;
}

Result<Digest> configuration_of(ops::Environment& environment) {
  const auto stored = TRY(config::read_release(*environment.buckets.config));
  return stored ? stored->release.digest() : Digest();
}

void print_restored(Session& session, const std::string& target,
                    const snapshot::Restored& restored) {
  if (session.is_json())
    return session.print_json({{"version", kJsonVersion},
                               {"snapshot", restored.manifest.name},
                               {"environment", target},
                               {"dry_run", session.arguments.dry_run},
                               {"changes", changes_json(restored.changes)},
                               {"unchanged", restored.unchanged},
                               {"before", restored.before},
                               {"notes", restored.notes}});
  session.console.print(changes_text(restored.changes));
  if (session.arguments.dry_run) return session.console.note("dry run: nothing was written");
  session.console.note("'" + target + "' is what snapshot " + restored.manifest.name + " holds: " +
                       counted(restored.changes.size(), "object") + " changed and read back, " +
                       std::to_string(restored.unchanged) + " were so already" +
                       (restored.before.empty() ? ""
                                                : "; to undo it: vectora snapshot restore --env " +
                                                      target + " --name " + restored.before));
}

// Nobody changes the configuration meanwhile; the history says what happened.
Result<snapshot::Restored> restore_under_lease(Session& session, ops::Environment& target,
                                               const snapshot::RestoreOptions& options) {
  ops::Lease lease =
      TRY(ops::Lease::acquire(target, session.who, "snapshot restore " + options.name));
  ops::HistoryEntry entry;
  entry.before = TRY(configuration_of(target));
  const snapshot::Restored restored = TRY(snapshot::restore_snapshot(
      {target, session.who, session.console}, session.environment, options));
  entry.at = session.clock->now();
  entry.who = session.who.who;
  entry.action = "restore";
  entry.environment = target.name;
  entry.after = TRY(configuration_of(target));
  entry.snapshot = restored.before;
  entry.why = session.arguments.why;
  entry.details = {{"restored", options.name},
                   {"from", session.environment.name},
                   {"only", options.only.str()},
                   {"changed", restored.changes.size()}};
  TRY(ops::record(*target.buckets.config, entry));
  TRY(lease.release());
  return restored;
}

Result<ExitCode> restore(Session& session) {
  const SnapshotArguments& arguments = session.arguments;
  if (arguments.name.empty())
    return Error{ErrorCode::kInvalidArgument,
                 "name the snapshot with --name; see `vectora snapshot list`"};
  snapshot::Patterns only = TRY(snapshot::Patterns::parse(arguments.only));
  snapshot::RestoreOptions options{arguments.name, std::move(only), snapshot::DryRun::kYes};
  ops::Environment other;
  if (!arguments.to.empty())
    other = TRY(open_named(arguments.to, session.globals, session.console));
  ops::Environment& target = arguments.to.empty() ? session.environment : other;
  const snapshot::Context context{target, session.who, session.console};
  const snapshot::Restored tried =
      TRY(snapshot::restore_snapshot(context, session.environment, options));
  for (const std::string& note : tried.notes) session.console.note(note);
  if (arguments.dry_run) {
    print_restored(session, target.name, tried);
    return ExitCode::kOk;
  }
  TRY(ask(
      target,
      "restore snapshot " + arguments.name + ", changes " + counted(tried.changes.size(), "object"),
      arguments.consent, session.console));
  options.dry_run = snapshot::DryRun::kNo;
  print_restored(session, target.name, TRY(restore_under_lease(session, target, options)));
  return ExitCode::kOk;
}

Result<std::vector<snapshot::Entry>> chosen_entries(Session& session,
                                                    const snapshot::Manifest& manifest,
                                                    const snapshot::Scope& scope) {
  std::vector<snapshot::Entry> entries = TRY(snapshot::load_entries(session.config(), manifest));
  std::erase_if(entries, [&](const snapshot::Entry& entry) {
    return !scope.contains(entry.place, snapshot::Listed::kYes);
  });
  return entries;
}

Result<ExitCode> diff(Session& session) {
  const snapshot::Manifest from = TRY(chosen(session));
  const auto only = TRY(snapshot::Patterns::parse(session.arguments.only));
  const snapshot::Scope scope(from, only);
  const auto before = TRY(chosen_entries(session, from, scope));
  std::vector<snapshot::Entry> after;
  if (session.arguments.with.empty()) {
    after = TRY(snapshot::present_entries(session.environment, from, scope, before));
  } else {
    const auto to = TRY(snapshot::load_manifest(session.config(), session.arguments.with));
    after = TRY(chosen_entries(session, to, scope));
  }
  const snapshot::Comparison comparison = snapshot::compare(before, after);
  if (session.is_json())
    session.print_json(
        {{"version", kJsonVersion},
         {"from", from.name},
         {"to", session.arguments.with.empty() ? Json(nullptr) : Json(session.arguments.with)},
         {"changes", changes_json(comparison.changes)},
         {"unchanged", comparison.unchanged}});
  else
    session.console.print(changes_text(comparison.changes));
  session.console.note(
      counted(comparison.changes.size(), "object") + " of " + from.name + " " +
      (session.arguments.with.empty() ? "changed since" : "differ in " + session.arguments.with));
  return ExitCode::kOk;
}

Result<ExitCode> prune(Session& session) {
  const config::Retention& policy = session.workspace.snapshots;
  snapshot::Pruned pruned =
      TRY(snapshot::prune_snapshots(session.context(), policy, snapshot::DryRun::kYes));
  if (!session.arguments.dry_run) {
    if (!pruned.snapshots.empty() || pruned.objects > 0)
      TRY(ask(session.environment,
              "prune " + counted(pruned.snapshots.size(), "snapshot") + " and " +
                  counted(pruned.objects, "content"),
              session.arguments.consent, session.console));
    pruned = TRY(snapshot::prune_snapshots(session.context(), policy, snapshot::DryRun::kNo));
  }
  if (session.is_json()) {
    session.print_json({{"version", kJsonVersion},
                        {"environment", session.environment.name},
                        {"dry_run", session.arguments.dry_run},
                        {"snapshots", pruned.snapshots},
                        {"objects", pruned.objects},
                        {"bytes", pruned.bytes},
                        {"postponed", pruned.postponed}});
    return ExitCode::kOk;
  }
  for (const std::string& name : pruned.snapshots) session.console.print("- " + name + "\n");
  session.console.note(counted(pruned.objects, "content") + ", " + megabytes(pruned.bytes) +
                       (session.arguments.dry_run ? " would be removed" : " removed"));
  if (!pruned.postponed.empty())
    session.console.warn("contents stay for the next prune: " + pruned.postponed);
  return ExitCode::kOk;
}

Result<ExitCode> carry_out(SnapshotAct act, Session& session) {
  switch (act) {
    case SnapshotAct::kCreate: return create(session);
    case SnapshotAct::kList: return list(session);
    case SnapshotAct::kShow: return show(session);
    case SnapshotAct::kVerify: return verify(session);
    case SnapshotAct::kRestore: return restore(session);
    case SnapshotAct::kDiff: return diff(session);
    case SnapshotAct::kPrune: return prune(session);
  }
  return ExitCode::kFailed;
}

}  // namespace

ExitCode snapshot_command(SnapshotAct act, const SnapshotArguments& arguments,
                          const Globals& globals, Console& console) {
  const auto run = [&]() -> Result<ExitCode> {
    config::Workspace workspace = TRY(open_settings(globals, console));
    Session session{arguments, globals, console, std::move(workspace)};
    session.environment = TRY(open_named({}, globals, console));
    return carry_out(act, session);
  };
  const Result<ExitCode> code = run();
  return code ? *code : fail(code.error(), console);
}

ops::TakeSnapshot snapshot_taker(ops::Environment& environment, const ops::Operator& who,
                                 const std::string& act, Console& console) {
  return [&environment, &who, act, &console] {
    return snapshot::snapshot_before({environment, who, console}, act);
  };
}

}  // namespace vectora::app
