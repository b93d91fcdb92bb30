#include "vectora/ops/snapshot/restore.h"

#include <algorithm>
#include <functional>
#include <set>

#include "vectora/ops/snapshot/batch.h"
#include "vectora/ops/snapshot/journal.h"
#include "vectora/ops/snapshot/progress.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/vault.h"

namespace vectora::ops::snapshot {
namespace {

class Restore {
 public:
  Restore(const Context& context, Environment& from, const RestoreOptions& options)
      : context_(context),
        environment_(context.environment),
        config_(*from.buckets.config),
        options_(options),
        scope_(restored_.manifest, options.only) {}

  Result<Restored> run() {
    restored_.manifest = TRY(load_manifest(config_, options_.name));
    TRY(choose_entries());
    TRY(compare_with_present());
    if (options_.dry_run == DryRun::kYes) return std::move(restored_);
    const std::optional<Journal> unfinished = TRY(take_up());
    if (restored_.changes.empty() && !unfinished) return std::move(restored_);
    TRY(check_contents());
    if (!unfinished) restored_.before = TRY(snapshot_before(context_, "restore"));
    TRY(apply(unfinished));
    return std::move(restored_);
  }

 private:
  // The snapshot's objects that the patterns choose and the environment has a place for.
  Result<void> choose_entries() {
    const bool same = restored_.manifest.environment == environment_.name &&
                      restored_.manifest.project == environment_.project;
    for (Entry& entry : TRY(load_entries(config_, restored_.manifest))) {
      if (!scope_.contains(entry.place, Listed::kYes)) continue;
      if (store_of(environment_, entry.place.area) == nullptr) {
        note_area_without_place(entry.place.area);
        continue;
      }
      // What another environment's store calls unchanged says nothing of this one.
      if (!same) entry.etag.clear();
      entries_.push_back(std::move(entry));
    }
    return {};
  }

  void note_area_without_place(Area area) {
    std::string note = "the part '" + std::string(to_string(area)) +
                       "' is left out: " + environment_.name +
                       " reads its configuration from its bucket; `vectora sync --env " +
                       environment_.name + "` brings it there";
    const bool known =
        std::find(restored_.notes.begin(), restored_.notes.end(), note) != restored_.notes.end();
    if (!known) restored_.notes.push_back(std::move(note));
  }

  Result<void> compare_with_present() {
    const std::vector<Entry> present =
        TRY(present_entries(environment_, restored_.manifest, scope_, entries_));
    Comparison comparison = compare(present, entries_);
    restored_.changes = std::move(comparison.changes);
    restored_.unchanged = comparison.unchanged;
    return {};
  }

  // An unfinished restore, if it is this one, or if this one undoes it.
  Result<std::optional<Journal>> take_up() {
    std::optional<Journal> journal = TRY(read_journal(*environment_.buckets.data));
    if (!journal) return journal;
    const std::string& from = restored_.manifest.environment;
    const bool same_scope = journal->only == options_.only.str();
    const bool ours = (options_.name == journal->snapshot && from == journal->from) ||
                      (options_.name == journal->before && from == environment_.name);
    if (!same_scope || !ours) return Error{ErrorCode::kConflict, advice(*journal)};
    return journal;
  }

  // Everything that is to be written can be: nothing is begun that could not end.
  Result<void> check_contents() {
    std::vector<Entry> entries;
    for (const Change& change : restored_.changes)
      if (change.kind != ChangeKind::kRemove) entries.push_back(change.entry);
    progress_.begin("check", entries.size());
    const auto check = [&](std::span<Entry> batch) -> Result<void> {
      TRY(contents_of(batch));
      progress_.add(batch.size());
      return {};
    };
    TRY_IN("snapshot " + options_.name + " cannot be restored, nothing was changed",
           for_each_batch(entries, check));
    progress_.finish();
    return {};
  }

  Result<std::vector<std::string>> contents_of(std::span<const Entry> batch) {
    std::vector<Digest> digests;
    for (const Entry& entry : batch) digests.push_back(entry.digest);
    std::vector<std::string> contents;
    std::vector<Result<std::string>> fetched = fetch_all(config_, digests);
    for (size_t i = 0; i < batch.size(); ++i)
      contents.push_back(TRY_IN(batch[i].place.str(), std::move(fetched[i])));
    return contents;
  }

  Result<void> apply(const std::optional<Journal>& unfinished) {
    store::ObjectStore& data = *environment_.buckets.data;
    Activity activity =
        TRY(Activity::begin(*environment_.buckets.config, context_.who, Work::kRestore));
    activity_ = &activity;
    if (unfinished) {
      restored_.before = unfinished->before;
    } else {
      TRY(write_journal(data, {options_.name, restored_.manifest.environment, options_.only.str(),
                               restored_.before, context_.who.clock.now()}));
    }
    // Beyond this point the environment is partly the one and partly the other state.
    progress_.begin("restore", restored_.changes.size());
    TRY(remove_obstacles());
    TRY(write_changes(Names::kNothing));
    TRY(write_changes(Names::kOthers));
    TRY(remove_changes(Names::kOthers));
    TRY(remove_changes(Names::kNothing));
    progress_.finish();
    TRY(verify());
    TRY(remove_journal(data));
    return activity.end();
  }

  enum class Names { kNothing, kOthers };

  static bool is_turn(const Change& change, Names names) {
    return names_others(change.entry.place) == (names == Names::kOthers);
  }

  Result<void> write_changes(Names names) {
    for (const Area area : kAllAreas) {
      std::vector<Entry> entries;
      for (const Change& change : restored_.changes)
        if (change.kind != ChangeKind::kRemove && change.entry.place.area == area &&
            is_turn(change, names))
          entries.push_back(change.entry);
      TRY_IN(to_string(area), for_each_batch(entries, [&](std::span<Entry> batch) {
               return write(batch, *store_of(environment_, area));
             }));
    }
    return {};
  }

  Result<void> write(std::span<const Entry> batch, store::ObjectStore& store) {
    TRY(activity_->renew());
    const std::vector<std::string> contents = TRY(contents_of(batch));
    std::vector<store::Write> writes;
    for (size_t i = 0; i < batch.size(); ++i) writes.push_back({batch[i].place.key, contents[i]});
    TRY(store.put_all(writes));
    progress_.add(writes.size());
    return {};
  }

  Result<void> remove_obstacles() {
    const std::set<Place> in_the_way = obstacles(restored_.changes);
    return remove_if([&](const Change& change) { return in_the_way.contains(change.entry.place); });
  }

  Result<void> remove_changes(Names names) {
    return remove_if([names](const Change& change) { return is_turn(change, names); });
  }

  Result<void> remove_if(const std::function<bool(const Change&)>& chosen) {
    for (const Area area : kAllAreas) {
      std::vector<std::string> keys;
      for (const Change& change : restored_.changes)
        if (change.kind == ChangeKind::kRemove && change.entry.place.area == area && chosen(change))
          keys.push_back(change.entry.place.key);
      if (keys.empty()) continue;
      TRY(activity_->renew());
      TRY_IN(to_string(area), store_of(environment_, area)->remove_all(keys));
    }
    return {};
  }

  // What was written is read back; the lists must agree.
  Result<void> verify() {
    std::vector<Entry> unproven = entries_;
    std::vector<Place> written;
    for (const Change& change : restored_.changes) written.push_back(change.entry.place);
    for (Entry& entry : unproven)
      if (std::binary_search(written.begin(), written.end(), entry.place)) entry.etag = "unproven";
    TRY(activity_->renew());
    const std::vector<Entry> present =
        TRY(present_entries(environment_, restored_.manifest, scope_, unproven));
    const Comparison left = compare(present, entries_);
    if (left.changes.empty()) return {};
    return Error{ErrorCode::kConflict,
                 left.changes[0].entry.place.str() + " and " +
                     std::to_string(left.changes.size() - 1) +
                     " others are not what was restored: something else writes to " +
                     environment_.name + "; end it and restore again"};
  }

  const Context& context_;
  Progress progress_{context_.observer};
  Environment& environment_;
  store::ObjectStore& config_;
  const RestoreOptions& options_;
  Restored restored_;
  Scope scope_;
  std::vector<Entry> entries_;
  Activity* activity_ = nullptr;
};

}  // namespace

Result<Restored> restore_snapshot(const Context& context, Environment& from,
                                  const RestoreOptions& options) {
  if (options.dry_run == DryRun::kYes) return Restore(context, from, options).run();
  // Nobody prunes what is read here.
  Activity reading = TRY(Activity::begin(*from.buckets.config, context.who, Work::kRead));
  Restored restored = TRY(Restore(context, from, options).run());
  TRY(reading.end());
  return restored;
}

}  // namespace vectora::ops::snapshot
