#include "vectora/ops/snapshot/shelf.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "vectora/config/problem.h"
#include "vectora/ops/snapshot/batch.h"
#include "vectora/ops/snapshot/names.h"
#include "vectora/ops/snapshot/vault.h"
#include "vectora/store/transfer.h"

namespace vectora::ops::snapshot {
namespace {

Result<std::vector<std::string>> names_in(store::ObjectStore& config) {
  std::vector<std::string> names;
  TRY(for_each_object(config, std::string(kPrefix),
                      [&](const store::ObjectInfo& info) -> Result<void> {
                        const auto name = snapshot_of(info.key);
                        if (name && info.key == manifest_key(*name)) names.push_back(*name);
                        return {};
                      }));
  return names;
}

Result<Manifest> read_manifest(store::ObjectStore& config, const std::string& name) {
  const std::string key = manifest_key(name);
  const store::Object object = TRY(config.get(key));
  const Json json = TRY_IN(key, parse_json(object.bytes));
  Manifest manifest = TRY_IN(key, manifest_from_json(json));
  if (manifest.name != name)
    return Error{ErrorCode::kMalformed, key + ": it is the manifest of '" + manifest.name + "'"};
  return manifest;
}

}  // namespace

Result<std::vector<Manifest>> load_manifests(store::ObjectStore& config) {
  const std::vector<std::string> names = TRY(names_in(config));
  std::vector<std::optional<Manifest>> read(names.size());
  const auto read_one = [&](size_t i) -> Result<void> {
    Result<Manifest> manifest = read_manifest(config, names[i]);
    if (manifest) read[i] = *std::move(manifest);
    // Gone between the list and here: pruned by another.
    if (manifest || manifest.error().code == ErrorCode::kNotFound) return {};
    return manifest.error();
  };
  TRY(store::in_parallel(names.size(), kThreads, read_one));
  std::vector<Manifest> manifests;
  for (std::optional<Manifest>& manifest : read)
    if (manifest) manifests.push_back(*std::move(manifest));
  std::sort(manifests.begin(), manifests.end(), [](const Manifest& a, const Manifest& b) {
    return std::tie(a.created_at, a.name) < std::tie(b.created_at, b.name);
  });
  return manifests;
}

Result<Manifest> load_manifest(store::ObjectStore& config, const std::string& name) {
  TRY(check_name(name));
  Result<Manifest> manifest = read_manifest(config, name);
  if (manifest || manifest.error().code != ErrorCode::kNotFound) return manifest;
  std::string message = "there is no snapshot '" + name + "'";
  const std::string nearest = config::nearest(name, TRY(names_in(config)));
  message +=
      nearest.empty() ? "; see `vectora snapshot list`" : "; did you mean '" + nearest + "'?";
  return Error{ErrorCode::kNotFound, message};
}

Result<std::vector<Entry>> load_entries(store::ObjectStore& config, const Manifest& manifest) {
  std::vector<Entry> entries;
  for (const AreaContents& contents : manifest.areas) {
    const size_t before = entries.size();
    std::vector<Result<std::string>> texts = fetch_all(config, contents.pages);
    for (size_t i = 0; i < texts.size(); ++i) {
      const std::string text = TRY_IN("snapshot " + manifest.name, std::move(texts[i]));
      std::vector<Entry> listed =
          TRY_IN(object_key(contents.pages[i]), parse_page(text, contents.area));
      std::move(listed.begin(), listed.end(), std::back_inserter(entries));
    }
    if (entries.size() - before != contents.objects)
      return Error{ErrorCode::kMalformed,
                   manifest_key(manifest.name) + ": its pages list another number of objects"};
  }
  return entries;
}

}  // namespace vectora::ops::snapshot
