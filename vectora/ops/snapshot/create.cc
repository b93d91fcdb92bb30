#include "vectora/ops/snapshot/create.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "vectora/ops/snapshot/batch.h"
#include "vectora/ops/snapshot/journal.h"
#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/progress.h"
#include "vectora/ops/snapshot/readme.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/vault.h"
#include "vectora/store/transfer.h"

namespace vectora::ops::snapshot {
namespace {

constexpr std::string_view kDigestStart = "sha256:";
constexpr size_t kDigestBytes = 64;

// Adds the digests that a stored text names.
void add_digests(std::string_view text, std::unordered_set<std::string>& digests) {
  for (size_t at = text.find(kDigestStart); at != std::string_view::npos;
       at = text.find(kDigestStart, at + 1)) {
    const auto digest = Digest::parse(text.substr(at, kDigestStart.size() + kDigestBytes));
    if (digest) digests.insert(digest->hex());
  }
}

class Creation {
 public:
  Creation(const Context& context, const CreateOptions& options, Activity& activity)
      : context_(context),
        options_(options),
        activity_(activity),
        config_(*context.environment.buckets.config) {
    manifest_.name = options.name;
    manifest_.project = context.environment.project;
    manifest_.environment = context.environment.name;
    manifest_.created_at = context.who.clock.now();
    manifest_.why = options.why;
    manifest_.since = options.since;
  }

  Result<Created> run() {
    TRY(refuse_taken_name());
    VaultWriter vault(config_, TRY(load_known()));
    vault_ = &vault;
    for (const Area area : kAllAreas) TRY(take_area(area));
    TRY(vault.flush());
    // Beyond this point every content that the manifest names lies in the store.
    TRY(config_.put(readme_key(options_.name), readme(manifest_)));
    TRY(activity_.renew());
    const auto written =
        config_.put_if_absent(manifest_key(options_.name), to_json_text(to_json(manifest_)));
    if (!written && written.error().code == ErrorCode::kConflict) return name_taken();
    TRY(written);
    return Created{std::move(manifest_), objects_read_, vault.objects_written(),
                   vault.bytes_written()};
  }

 private:
  Error name_taken() const {
    return {ErrorCode::kConflict, "there is a snapshot '" + options_.name +
                                      "' already; snapshots are never overwritten: take another "
                                      "name"};
  }

  Result<void> refuse_taken_name() {
    const auto present = config_.head(manifest_key(options_.name));
    if (present) return name_taken();
    if (present.error().code != ErrorCode::kNotFound) return present.error();
    return {};
  }

  // What the newest snapshot says of each place, and the contents that it has for certain.
  Result<Known> load_known() {
    Known known;
    const std::vector<Manifest> manifests = TRY(load_manifests(config_));
    if (options_.reuse == Reuse::kNo || manifests.empty()) return known;
    const Result<std::vector<Entry>> entries = load_entries(config_, manifests.back());
    if (!entries && !is_damage(entries.error())) return entries.error();
    if (!entries) {  // no reason not to make a whole one
      context_.observer.tell({pipeline::Level::kWarning,
                              entries.error().message + "; everything is read and kept again",
                              {}});
      return known;
    }
    for (const AreaContents& contents : manifests.back().areas)
      for (const Digest& page : contents.pages) known.insert(page.hex());
    for (const Entry& entry : *entries) {
      known.insert(entry.digest.hex());
      before_.emplace(entry.place.str(), entry);
    }
    return known;
  }

  Result<void> take_area(Area area) {
    store::ObjectStore* store = store_of(context_.environment, area);
    if (store == nullptr) return {};
    std::vector<Entry> listed = TRY_IN(to_string(area), list_area(*store, area));
    progress_.begin(to_string(area), listed.size());
    // Bodies last: by then it is known which of them are named.
    const auto bodies = std::stable_partition(
        listed.begin(), listed.end(), [](const Entry& entry) { return !is_body(entry.place); });
    std::vector<Entry> taken;
    TRY(take({listed.begin(), bodies}, *store, taken));
    TRY(take({bodies, listed.end()}, *store, taken));
    progress_.finish();
    return list_taken(area, std::move(taken));
  }

  Result<std::vector<Entry>> list_area(store::ObjectStore& store, Area area) const {
    std::vector<Entry> entries;
    TRY(for_each_covered(store, area, [&](const store::ObjectInfo& info) -> Result<void> {
      Entry entry{{area, info.key}, {}, info.size, info.etag};
      const auto day = options_.since ? day_of(entry.place) : std::nullopt;
      if (!day || *day >= *options_.since) entries.push_back(std::move(entry));
      return {};
    }));
    return entries;
  }

  // What is known as it is, and what has to be read for it.
  Result<void> take(std::vector<Entry> listed, store::ObjectStore& store,
                    std::vector<Entry>& taken) {
    std::vector<Entry> unread;
    for (Entry& entry : listed) {
      if (options_.since && is_body(entry.place) && !named_.contains(body_digits(entry.place)))
        continue;
      const auto before = before_.find(entry.place.str());
      if (before == before_.end() || !is_same(before->second, entry) || must_read(entry.place)) {
        unread.push_back(std::move(entry));
        continue;
      }
      entry.digest = before->second.digest;
      taken.push_back(std::move(entry));
      progress_.add(1);
    }
    return for_each_batch(unread,
                          [&](std::span<Entry> batch) { return read(batch, store, taken); });
  }

  Result<void> read(std::span<Entry> batch, store::ObjectStore& store, std::vector<Entry>& taken) {
    TRY(activity_.renew());
    std::vector<std::optional<store::Object>> objects(batch.size());
    const auto get = [&](size_t i) -> Result<void> {
      Result<store::Object> object = store.get(batch[i].place.key);
      if (object) objects[i] = *std::move(object);
      if (object || object.error().code == ErrorCode::kNotFound) return {};  // gone meanwhile
      return object.error();
    };
    TRY_IN(to_string(batch[0].place.area), store::in_parallel(batch.size(), kThreads, get));
    for (size_t i = 0; i < batch.size(); ++i)
      if (objects[i]) TRY(keep(batch[i], *objects[i], taken));
    progress_.add(batch.size());
    return {};
  }

  Result<void> keep(Entry& entry, const store::Object& object, std::vector<Entry>& taken) {
    ++objects_read_;
    entry.digest = TRY_IN(entry.place.str(), vault_->keep(object.bytes));
    entry.bytes = object.bytes.size();
    entry.etag = object.etag;
    if (must_read(entry.place)) add_digests(object.bytes, named_);
    taken.push_back(std::move(entry));
    return {};
  }

  static bool is_same(const Entry& before, const Entry& now) {
    const std::string& etag = before.etag.empty() ? before.digest.hex() : before.etag;
    return !now.etag.empty() && now.etag == etag && now.bytes == before.bytes;
  }

  // Whatever may name a body, where only those that are named are taken.
  bool must_read(const Place& place) const {
    return options_.since && place.area == Area::kData && !is_body(place);
  }

  static std::string body_digits(const Place& place) {
    return place.key.substr(place.key.rfind('/') + 1);
  }

  Result<void> list_taken(Area area, std::vector<Entry> taken) {
    AreaContents contents;
    contents.area = area;
    contents.objects = taken.size();
    for (const Entry& entry : taken) contents.bytes += entry.bytes;
    for (const std::vector<Entry>& page : cut_pages(std::move(taken)))
      contents.pages.push_back(TRY(vault_->keep(page_text(area, page))));
    manifest_.areas.push_back(std::move(contents));
    return {};
  }

  const Context& context_;
  Progress progress_{context_.observer};
  const CreateOptions& options_;
  Activity& activity_;
  store::ObjectStore& config_;
  VaultWriter* vault_ = nullptr;
  Manifest manifest_;
  std::unordered_map<std::string, Entry> before_;
  std::unordered_set<std::string> named_;  // digits of bodies
  uint64_t objects_read_ = 0;
};

constexpr int kMaxOfOneSecond = 100;

// The name, or the first of name-2, name-3, ... that no snapshot has.
Result<std::string> free_name(store::ObjectStore& config, const std::string& name) {
  for (int count = 1; count <= kMaxOfOneSecond; ++count) {
    std::string free = count == 1 ? name : name + "-" + std::to_string(count);
    const auto present = config.head(manifest_key(free));
    if (!present && present.error().code == ErrorCode::kNotFound) return free;
    if (!present) return present.error();
  }
  return Error{ErrorCode::kConflict, "too many snapshots '" + name + "' within one second"};
}

}  // namespace

Result<Created> create_snapshot(const Context& context, const CreateOptions& options) {
  CreateOptions named = options;
  if (named.name.empty())
    named.name =
        TRY(free_name(*context.environment.buckets.config, name_at(context.who.clock.now())));
  TRY(check_name(named.name));
  store::ObjectStore& data = *context.environment.buckets.data;
  TRY(refuse_unfinished_restore(data));
  Activity activity =
      TRY(Activity::begin(*context.environment.buckets.config, context.who, Work::kCreate));
  Created created = TRY(Creation(context, named, activity).run());
  TRY(activity.end());
  return created;
}

Result<std::string> snapshot_before(const Context& context, const std::string& act) {
  CreateOptions options;
  options.name = TRY(
      free_name(*context.environment.buckets.config, name_before(act, context.who.clock.now())));
  options.why = "taken automatically before " + act;
  return TRY(create_snapshot(context, options)).manifest.name;
}

}  // namespace vectora::ops::snapshot
