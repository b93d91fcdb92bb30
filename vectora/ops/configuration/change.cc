#include "vectora/ops/configuration/change.h"

#include <map>
#include <set>

#include "vectora/config/release.h"
#include "vectora/config/workspace_files.h"
#include "vectora/store/transfer.h"

namespace vectora::ops {
namespace {

constexpr size_t kThreads = 16;  // reads at a time

using config::kReleaseManifest;
using config::kReleaseObjects;
using config::Release;
using config::StoredRelease;

Result<Release> release_in(const std::string& manifest) {
  const Json json = TRY_IN(kJournalKey, parse_json(manifest));
  return TRY_IN(kJournalKey, config::release_from_json(json));
}

std::set<std::string> object_keys(const Release& release) {
  std::set<std::string> keys;
  for (const auto& [path, file] : release.files) keys.insert(config::release_object(file.digest));
  return keys;
}

// One change on its way, begun now or found in the journal.
class Course {
 public:
  Course(Environment& environment, PendingChange change, std::string journal_etag)
      : config_(*environment.buckets.config),
        data_(*environment.buckets.data),
        change_(std::move(change)),
        journal_etag_(std::move(journal_etag)) {}

  const PendingChange& change() const { return change_; }

  Result<void> write_journal() {
    const std::string text = to_json_text(to_json(change_));
    journal_etag_ = journal_etag_.empty() ? TRY(data_.put_if_absent(kJournalKey, text))
                                          : TRY(data_.put_if(kJournalKey, text, journal_etag_));
    return {};
  }

  // The objects of the release that is to be, and each as it lies in the store then:
  // those that were there are written again only where they are damaged.
  Result<void> put_objects(const config::Files& files) {
    Objects objects;
    for (const auto& [path, bytes] : files) objects[config::release_object(sha256(bytes))] = bytes;
    std::vector<store::Write> added;
    for (const Digest& digest : change_.added) {
      const auto object = objects.find(config::release_object(digest));
      if (object != objects.end()) added.push_back({object->first, object->second});
    }
    TRY(config_.put_all(added));
    if (read_back()) return {};
    TRY(put_missing(objects));
    return read_back();
  }

  // Every file of the release that is to be.
  Result<void> read_back() {
    const Release after = TRY(release_in(change_.after));
    files_ = TRY(config::read_released_files(config_, after));
    return {};
  }

  // From here on readers see `after`.
  Result<void> swap(const std::string& etag) {
    const Result<std::string> written =
        change_.before ? config_.put_if(kReleaseManifest, change_.after, etag)
                       : config_.put_if_absent(kReleaseManifest, change_.after);
    if (!written) return written.error();
    return {};
  }

  Result<void> accept() {
    change_.acceptance = Acceptance::kAccepted;
    return write_journal();
  }

  Result<HistoryEntry> finish() {
    if (!files_) TRY(read_back());
    TRY(write_flat_keys(*files_));
    TRY(remove_useless_objects());
    return close("done", {});
  }

  Result<HistoryEntry> undo(const std::string& because) {
    TRY(put_manifest_back());
    // A sync that is made again finds its objects; the next change removes them if not.
    if (change_.acceptance != Acceptance::kAtOnce)
      for (const Digest& digest : change_.added)
        TRY(config_.remove(config::release_object(digest)));
    return close("undone", because);
  }

  // Whether readers see `after`.
  Result<bool> is_swapped() { return is_there(kReleaseManifest, change_.after); }

 private:
  using Objects = std::map<std::string, std::string_view>;

  Result<bool> is_there(const std::string& key, std::string_view bytes) {
    const Result<store::Object> present = config_.get(key);
    if (!present && present.error().code != ErrorCode::kNotFound) return present.error();
    return present.ok() && present->bytes == bytes;
  }

  // Writes those that do not lie there as they should.
  Result<void> put_missing(const Objects& objects) {
    std::vector<store::Write> all;
    for (const auto& [key, bytes] : objects) all.push_back({key, bytes});
    std::vector<char> there(all.size());
    const auto look = [&](size_t i) -> Result<void> {
      there[i] = TRY(is_there(all[i].key, all[i].bytes)) ? 1 : 0;
      return {};
    };
    TRY(store::in_parallel(all.size(), kThreads, look));
    std::vector<store::Write> missing;
    for (size_t i = 0; i < all.size(); ++i)
      if (there[i] == 0) missing.push_back(all[i]);
    return config_.put_all(missing);
  }

  Result<void> put_manifest_back() {
    const Result<store::Object> manifest = config_.get(kReleaseManifest);
    if (!manifest && manifest.error().code != ErrorCode::kNotFound) return manifest.error();
    if (!manifest || manifest->bytes != change_.after) return {};
    if (!change_.before) return config_.remove(kReleaseManifest);
    TRY(config_.put_if(kReleaseManifest, *change_.before, manifest->etag));
    return {};
  }

  // clients/** and canonical/** become what the release says. What lay there and was
  // never part of a release stays.
  Result<void> write_flat_keys(const config::Files& files) {
    TRY(put_missing(Objects(files.begin(), files.end())));
    return config_.remove_all(change_.removed);
  }

  // Objects of `before` stay for readers that are at it.
  Result<void> remove_useless_objects() {
    std::set<std::string> useful = object_keys(TRY(release_in(change_.after)));
    if (change_.before) useful.merge(object_keys(TRY(release_in(*change_.before))));
    std::vector<std::string> useless;
    for (const store::ObjectInfo& info : TRY(config_.list(kReleaseObjects)))
      if (!useful.contains(info.key)) useless.push_back(info.key);
    return config_.remove_all(useless);
  }

  Result<HistoryEntry> close(const std::string& outcome, const std::string& because) {
    change_.entry.outcome = outcome;
    if (!because.empty()) change_.entry.details["undone_because"] = because;
    change_.entry.id = TRY(record(config_, change_.entry));
    TRY(data_.remove(kJournalKey));
    return change_.entry;
  }

  store::ObjectStore& config_;
  store::ObjectStore& data_;
  PendingChange change_;
  std::string journal_etag_;            // empty: not written yet
  std::optional<config::Files> files_;  // of `after`, once they were read back
};

Result<std::vector<std::string>> flat_paths(store::ObjectStore& config) {
  std::vector<std::string> paths;
  for (const std::string prefix : {"clients/", "canonical/"})
    for (const store::ObjectInfo& info : TRY(config.list(prefix))) paths.push_back(info.key);
  return paths;
}

// Of the release, or, where there is none yet, of the flat keys.
Result<std::vector<std::string>> paths_before(store::ObjectStore& config,
                                              const std::optional<StoredRelease>& before) {
  if (!before) return flat_paths(config);
  std::vector<std::string> paths;
  for (const auto& [path, file] : before->release.files) paths.push_back(path);
  return paths;
}

// A change begins: what it will be recorded as, and what it brings.
Result<PendingChange> pending(Environment& environment, const Operator& who, const Change& change,
                              const std::optional<StoredRelease>& before) {
  const Release after = config::release_of(change.after, VECTORA_VERSION);
  PendingChange pending;
  pending.entry.at = who.clock.now();
  pending.entry.who = who.who;
  pending.entry.action = change.action;
  pending.entry.environment = environment.name;
  if (before) pending.entry.before = before->release.digest();
  pending.entry.after = after.digest();
  pending.entry.snapshot = change.snapshot;
  pending.entry.why = change.why;
  pending.entry.details = change.details;
  if (before) pending.before = before->bytes;
  pending.after = to_json_text(to_json(after));
  pending.acceptance = change.accept ? Acceptance::kWaiting : Acceptance::kAtOnce;
  std::set<std::string> present;
  for (const store::ObjectInfo& info : TRY(environment.buckets.config->list(kReleaseObjects)))
    present.insert(info.key);
  std::set<Digest> added;
  for (const auto& [path, file] : after.files)
    if (!present.contains(config::release_object(file.digest))) added.insert(file.digest);
  pending.added.assign(added.begin(), added.end());
  for (const std::string& path : TRY(paths_before(*environment.buckets.config, before)))
    if (!after.files.contains(path)) pending.removed.push_back(path);
  return pending;
}

// Up to the manifest, and its trial.
Result<void> bring_in(Course& course, const Change& change, Lease& lease, const std::string& etag) {
  TRY(course.put_objects(change.after));
  TRY(lease.renew());
  TRY(course.swap(etag));
  if (!change.accept) return {};
  TRY(change.accept());
  TRY(lease.renew());
  return course.accept();
}

}  // namespace

Result<Changed> change_configuration(Environment& environment, const Operator& who, Lease& lease,
                                     const Change& change) {
  TRY(lease.renew());
  const auto before = TRY(config::read_release(*environment.buckets.config));
  Course course(environment, TRY(pending(environment, who, change, before)), {});
  Changed changed{course.change().entry.before, course.change().entry.after, {}, {}, false};
  changed.nothing_to_do = before && changed.before == changed.after && course.read_back().ok();
  if (changed.nothing_to_do) return changed;
  TRY(course.write_journal());
  const Result<void> brought = bring_in(course, change, lease, before ? before->etag : "");
  if (brought) {
    changed.entry =
        TRY_IN("the change is in effect, the next command finishes it", course.finish());
    return changed;
  }
  changed.undone = brought.error();
  // Whoever took the lease undoes the change; two at it would be one too many.
  if (const Result<void> held = lease.renew(); !held)
    return held.error().within(brought.error().message);
  const Result<HistoryEntry> undone = course.undo(brought.error().message);
  if (!undone)
    return undone.error().within(brought.error().message +
                                 "; undoing it failed too, the next command will do it");
  changed.entry = *undone;
  return changed;
}

Result<std::optional<Recovered>> recover_under(Environment& environment, Lease& lease) {
  std::optional<StoredChange> stored = TRY(read_pending(*environment.buckets.data));
  if (!stored) return std::optional<Recovered>();
  TRY(lease.renew());
  Course course(environment, std::move(stored->change), stored->etag);
  const bool counts = course.change().acceptance != Acceptance::kWaiting;
  const bool finishes = counts && TRY(course.is_swapped());
  Recovered recovered;
  recovered.entry = finishes ? TRY(course.finish()) : TRY(course.undo("it was cut short"));
  recovered.text = "environment '" + environment.name + "': a " + recovered.entry.action + " of " +
                   recovered.entry.at.str() + " by " + recovered.entry.who +
                   " was cut short and has been " + (finishes ? "finished" : "undone");
  return std::optional(std::move(recovered));
}

Result<std::optional<Recovered>> recover(Environment& environment, const Operator& who) {
  if (!TRY(read_pending(*environment.buckets.data))) return std::optional<Recovered>();
  Result<Lease> lease = Lease::acquire(environment, who, "recovery");
  if (!lease && lease.error().code == ErrorCode::kConflict) return std::optional<Recovered>();
  if (!lease) return lease.error();
  auto recovered = recover_under(environment, *lease);
  TRY(lease->release());
  return recovered;
}

Result<Configuration> read_configuration(Environment& environment) {
  Configuration configuration;
  configuration.is_release = TRY(config::read_release(*environment.buckets.config)).has_value();
  configuration.files = TRY(config::read_config_bucket(*environment.buckets.config));
  configuration.digest = config::release_of(configuration.files, {}).digest();
  return configuration;
}

Result<Configuration> readable_configuration(Environment& environment) {
  Result<Configuration> strict = read_configuration(environment);
  const bool is_damaged = !strict && (strict.error().code == ErrorCode::kMalformed ||
                                      strict.error().code == ErrorCode::kNotFound);
  if (!is_damaged) return strict;
  Configuration copies;
  const std::vector<std::string> paths = TRY(flat_paths(*environment.buckets.config));
  std::vector<store::Object> objects = TRY(store::get_all(*environment.buckets.config, paths));
  for (size_t i = 0; i < paths.size(); ++i) copies.files[paths[i]] = std::move(objects[i].bytes);
  return copies;
}

Result<void> expect_planned_from(const Digest& planned_from, const Configuration& present,
                                 const Environment& environment) {
  if (present.digest == planned_from) return {};
  return Error{ErrorCode::kConflict,
               "environment '" + environment.name +
                   "' was changed by another command meanwhile; look again, then repeat it"};
}

}  // namespace vectora::ops
