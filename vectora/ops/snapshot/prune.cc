#include "vectora/ops/snapshot/prune.h"

#include <algorithm>
#include <set>

#include "vectora/ops/snapshot/batch.h"
#include "vectora/ops/snapshot/journal.h"
#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/progress.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/vault.h"

namespace vectora::ops::snapshot {
namespace {

class Pruning {
 public:
  explicit Pruning(const Context& context)
      : context_(context), config_(*context.environment.buckets.config) {}

  // Whether what is left can be read is known before anything goes.
  Result<void> plan(const config::Retention& policy) {
    std::vector<Manifest> manifests = TRY(load_manifests(config_));
    pruned_.snapshots = to_remove(manifests, policy);
    std::erase_if(manifests, [this](const Manifest& m) { return is_removed(m.name); });
    return find_unnamed(manifests);
  }

  Result<void> remove_snapshots() {
    for (const std::string& name : pruned_.snapshots) {
      TRY(config_.remove(manifest_key(name)));
      TRY(config_.remove(readme_key(name)));
    }
    return {};
  }

  Result<void> remove_contents(Activity& activity) {
    progress_.begin("prune", unnamed_.size());
    const auto size_of = [](const std::string&) { return uint64_t{0}; };
    const auto remove = [&](std::span<std::string> batch) -> Result<void> {
      TRY(activity.renew());
      TRY(config_.remove_all({batch.begin(), batch.end()}));
      progress_.add(batch.size());
      return {};
    };
    TRY(for_each_batch(unnamed_, size_of, remove));
    progress_.finish();
    return {};
  }

  void postpone_contents(std::string why) {
    pruned_.postponed = std::move(why);
    pruned_.objects = pruned_.bytes = 0;
  }

  Pruned result() && { return std::move(pruned_); }

 private:
  bool is_removed(const std::string& name) const {
    const auto& names = pruned_.snapshots;
    return std::find(names.begin(), names.end(), name) != names.end();
  }

  // Contents that none of the manifests names, and files beside no manifest.
  Result<void> find_unnamed(const std::vector<Manifest>& kept) {
    Known named;
    std::set<std::string> names;
    for (const Manifest& manifest : kept) {
      names.insert(manifest.name);
      for (const AreaContents& contents : manifest.areas)
        for (const Digest& page : contents.pages) named.insert(page.hex());
      for (const Entry& entry : TRY(load_entries(config_, manifest)))
        named.insert(entry.digest.hex());
    }
    return for_each_object(
        config_, std::string(kPrefix), [&](const store::ObjectInfo& info) -> Result<void> {
          const auto digest = digest_of(info.key);
          const auto snapshot = snapshot_of(info.key);
          const bool is_content = digest && !named.contains(digest->hex());
          const bool is_stray = snapshot && !names.contains(*snapshot) && !is_removed(*snapshot);
          if (!is_content && !is_stray) return {};
          unnamed_.push_back(info.key);
          ++pruned_.objects;
          pruned_.bytes += info.size;
          return {};
        });
  }

  const Context& context_;
  Progress progress_{context_.observer};
  store::ObjectStore& config_;
  std::vector<std::string> unnamed_;
  Pruned pruned_;
};

}  // namespace

Result<Pruned> prune_snapshots(const Context& context, const config::Retention& policy,
                               DryRun dry_run) {
  store::ObjectStore& data = *context.environment.buckets.data;
  TRY(refuse_unfinished_restore(data));
  Pruning pruning(context);
  if (dry_run == DryRun::kYes) {
    TRY(pruning.plan(policy));
    return std::move(pruning).result();
  }
  Result<Activity> alone =
      Activity::begin(*context.environment.buckets.config, context.who, Work::kPrune);
  if (!alone && alone.error().code != ErrorCode::kConflict) return alone.error();
  TRY(pruning.plan(policy));
  TRY(pruning.remove_snapshots());
  if (alone) {
    TRY(pruning.remove_contents(*alone));
    TRY(alone->end());
  } else {
    pruning.postpone_contents(alone.error().message);
  }
  return std::move(pruning).result();
}

}  // namespace vectora::ops::snapshot
