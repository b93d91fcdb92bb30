#include "vectora/ops/promotion/kept_configuration.h"

#include "vectora/config/release.h"
#include "vectora/ops/snapshot/shelf.h"
#include "vectora/ops/snapshot/vault.h"

namespace vectora::ops {
namespace {

using snapshot::Entry;

bool is_flat(const std::string& key) {
  return key.starts_with("clients/") || key.starts_with("canonical/");
}

Result<config::Files> released(store::ObjectStore& config, const std::string& manifest) {
  const Json json = TRY_IN(config::kReleaseManifest, parse_json(manifest));
  const config::Release release = TRY_IN(config::kReleaseManifest, config::release_from_json(json));
  config::Files files;
  for (const auto& [path, file] : release.files)
    files[path] = TRY_IN(path, snapshot::fetch(config, file.digest));
  return files;
}

}  // namespace

Result<config::Files> kept_configuration(store::ObjectStore& config, const std::string& name) {
  const snapshot::Manifest manifest = TRY(snapshot::load_manifest(config, name));
  config::Files flat;
  for (const Entry& entry : TRY(snapshot::load_entries(config, manifest))) {
    if (entry.place.area != snapshot::Area::kConfig) continue;
    if (entry.place.key == config::kReleaseManifest) {
      const std::string bytes = TRY(snapshot::fetch(config, entry.digest));
      return released(config, bytes);
    }
    if (is_flat(entry.place.key))
      flat[entry.place.key] = TRY_IN(entry.place.key, snapshot::fetch(config, entry.digest));
  }
  return flat;
}

}  // namespace vectora::ops
