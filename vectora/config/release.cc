#include "vectora/config/release.h"

#include "vectora/config/load/documents.h"
#include "vectora/store/transfer.h"

namespace vectora::config {
namespace {

constexpr int kVersion = 1;
constexpr size_t kThreads = 16;  // reads at a time

bool is_configuration(const std::string& path) {
  return (has_prefix(path, "clients/") || has_prefix(path, "canonical/")) &&
         store::check_key(path).ok();
}

Result<ReleasedFile> file_from_json(const Json& json) {
  const auto digest = Digest::parse(string_member(json, "sha256"));
  if (!digest) return Error{ErrorCode::kMalformed, "a file without its sha256"};
  return ReleasedFile{*digest, static_cast<size_t>(number_member(json, "bytes"))};
}

Result<std::string> read_object(store::ObjectStore& config, const Digest& digest) {
  store::Object object = TRY(config.get(release_object(digest)));
  if (sha256(object.bytes) == digest) return std::move(object.bytes);
  return Error{ErrorCode::kMalformed, release_object(digest) +
                                          " does not have the digest it is named by; restore a "
                                          "snapshot, or sync again"};
}

}  // namespace

std::string release_object(const Digest& digest) {
  return kReleaseObjects + digest.hex().substr(0, 2) + "/" + digest.hex();
}

Digest Release::digest() const {
  std::string all;
  for (const auto& [path, file] : files) all += path + "\n" + file.digest.hex() + "\n";
  return sha256(all);
}

Release release_of(const Files& files, const std::string& program) {
  Release release{program, {}};
  for (const auto& [path, bytes] : files)
    if (is_configuration(path)) release.files[path] = {sha256(bytes), bytes.size()};
  return release;
}

Json to_json(const Release& release) {
  Json files = Json::object();
  for (const auto& [path, file] : release.files)
    files[path] = {{"sha256", file.digest.hex()}, {"bytes", file.bytes}};
  return {{"version", kVersion},
          {"program", release.program},
          {"digest", release.digest().str()},
          {"files", std::move(files)}};
}

Result<Release> release_from_json(const Json& json) {
  const Json* files = find_member(json, "files");
  if (number_member(json, "version") != kVersion || files == nullptr || !files->is_object())
    return Error{ErrorCode::kMalformed, "no release manifest of version 1"};
  Release release{string_member(json, "program"), {}};
  for (const auto& [path, file] : files->items()) {
    if (!is_configuration(path))
      return Error{ErrorCode::kMalformed, "'" + path + "' is no file of a configuration"};
    release.files[path] = TRY_IN(path, file_from_json(file));
  }
  if (string_member(json, "digest") != release.digest().str())
    return Error{ErrorCode::kMalformed, "the digest is not that of the files"};
  return release;
}

Result<std::optional<StoredRelease>> read_release(store::ObjectStore& config) {
  Result<store::Object> object = config.get(kReleaseManifest);
  if (!object && object.error().code == ErrorCode::kNotFound) return std::optional<StoredRelease>();
  if (!object) return object.error();
  const Json json = TRY_IN(kReleaseManifest, parse_json(object->bytes));
  Release release = TRY_IN(kReleaseManifest, release_from_json(json));
  return std::optional(
      StoredRelease{std::move(release), std::move(object->bytes), std::move(object->etag)});
}

Result<Files> read_released_files(store::ObjectStore& config, const Release& release) {
  const std::vector<std::pair<std::string, ReleasedFile>> wanted(release.files.begin(),
                                                                 release.files.end());
  std::vector<std::string> read(wanted.size());
  const auto read_one = [&](size_t i) -> Result<void> {
    read[i] = TRY_IN(wanted[i].first, read_object(config, wanted[i].second.digest));
    return {};
  };
  TRY(store::in_parallel(wanted.size(), kThreads, read_one));
  Files files;
  for (size_t i = 0; i < wanted.size(); ++i) files[wanted[i].first] = std::move(read[i]);
  return files;
}

}  // namespace vectora::config
