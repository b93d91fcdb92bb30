#include "vectora/ops/snapshot/verify.h"

#include <map>

#include "vectora/ops/snapshot/batch.h"
#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/progress.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/vault.h"

namespace vectora::ops::snapshot {
namespace {

class Verification {
 public:
  explicit Verification(const Context& context)
      : context_(context), config_(*context.environment.buckets.config) {}

  Result<Verified> run(const std::vector<Manifest>& manifests) {
    // Newest first: a finding names the snapshot that matters most.
    for (auto manifest = manifests.rbegin(); manifest != manifests.rend(); ++manifest) {
      const size_t before = verified_.damages.size();
      TRY(verify(*manifest));
      ++verified_.snapshots;
      if (verified_.damages.size() > before) TRY(forget_if_pruned(*manifest, before));
    }
    return std::move(verified_);
  }

 private:
  Result<void> verify(const Manifest& manifest) {
    progress_.begin("verify " + manifest.name, manifest.objects());
    for (const AreaContents& contents : manifest.areas) {
      uint64_t listed = 0;
      for (const Digest& page : contents.pages) {
        if (!pages_.contains(page)) pages_[page] = TRY(verify_page(manifest, contents, page));
        listed += pages_[page];
      }
      if (listed != contents.objects && verified_.damages.empty())
        damage(manifest, manifest_key(manifest.name),
               "its pages list another number of objects than it counts");
    }
    progress_.finish();
    return {};
  }

  // How many objects the page lists; 0 of one that is damaged.
  Result<uint64_t> verify_page(const Manifest& manifest, const AreaContents& contents,
                               const Digest& page) {
    const auto text = TRY(found(manifest, object_key(page), fetch(config_, page)));
    if (!text) return uint64_t{0};
    const auto entries = parse_page(*text, contents.area);
    if (!entries) {
      damage(manifest, object_key(page), entries.error().message);
      return uint64_t{0};
    }
    std::vector<Entry> unchecked;
    for (const Entry& entry : *entries)
      if (checked_.insert(entry.digest.hex()).second) unchecked.push_back(entry);
    TRY(for_each_batch(unchecked, [&](std::span<Entry> batch) { return verify(manifest, batch); }));
    progress_.add(entries->size());
    return entries->size();
  }

  Result<void> verify(const Manifest& manifest, std::span<const Entry> batch) {
    std::vector<Digest> digests;
    for (const Entry& entry : batch) digests.push_back(entry.digest);
    std::vector<Result<std::string>> contents = fetch_all(config_, digests);
    for (size_t i = 0; i < batch.size(); ++i) {
      const std::string place = batch[i].place.str();
      const auto bytes = TRY(found(manifest, place, std::move(contents[i])));
      if (bytes && bytes->size() != batch[i].bytes)
        damage(manifest, place, "another size than the page says");
    }
    return {};
  }

  // The bytes, or nothing where what came was a finding.
  Result<std::optional<std::string>> found(const Manifest& manifest, const std::string& place,
                                           Result<std::string> bytes) {
    if (!bytes && !is_damage(bytes.error())) return bytes.error();
    if (!bytes) {
      damage(manifest, place, bytes.error().message);
      return std::optional<std::string>();
    }
    ++verified_.objects;
    verified_.bytes += bytes->size();
    return std::optional(*std::move(bytes));
  }

  // A snapshot that was pruned while it was read is not damaged but gone.
  Result<void> forget_if_pruned(const Manifest& manifest, size_t damages_before) {
    const auto present = config_.head(manifest_key(manifest.name));
    if (present) return {};
    if (present.error().code != ErrorCode::kNotFound) return present.error();
    verified_.damages.resize(damages_before);
    --verified_.snapshots;
    return {};
  }

  void damage(const Manifest& manifest, std::string place, std::string what) {
    verified_.damages.push_back({manifest.name, std::move(place), std::move(what)});
  }

  const Context& context_;
  Progress progress_{context_.observer};
  store::ObjectStore& config_;
  std::map<Digest, uint64_t> pages_;  // that were read, with what they list
  Known checked_;
  Verified verified_;
};

}  // namespace

Result<Verified> verify_snapshots(const Context& context, const std::string& name) {
  store::ObjectStore& config = *context.environment.buckets.config;
  if (name.empty()) return Verification(context).run(TRY(load_manifests(config)));
  return Verification(context).run({TRY(load_manifest(config, name))});
}

}  // namespace vectora::ops::snapshot
