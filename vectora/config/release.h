// Release: the configuration of an environment as one manifest of digests.
//
//   const std::optional<StoredRelease> current = TRY(read_release(bucket));
//   if (current) files = TRY(read_released_files(bucket, current->release));
//
// An environment has one release, release/manifest.json in its config bucket. It
// names each file by the digest of its bytes, which lie in release/objects/ and
// are never changed. Whoever replaces the manifest, by one conditional write,
// replaces the whole configuration; a reader sees the old one or the new one and
// never a mixture. clients/** and canonical/** beside it are a copy for people
// and other tools, which nothing here reads once there is a manifest.
//
// Format (version 1):
//   {"version": 1, "program": "0.1.0", "digest": "sha256:...",
//    "files": {"canonical/...": {"sha256": "...", "bytes": 12}, "clients/x.yaml": ...}}
// `digest` names the content: it is that of all paths and digests, in order.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "vectora/base/digest.h"
#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/store/object_store.h"

namespace vectora::config {

constexpr const char* kReleaseManifest = "release/manifest.json";
constexpr const char* kReleaseObjects = "release/objects/";
// release/objects/ab/abcd...
std::string release_object(const Digest& digest);

struct ReleasedFile {
  Digest digest;
  size_t bytes = 0;

  bool operator==(const ReleasedFile&) const = default;
};

struct Release {
  std::string program;  // version that wrote it
  std::map<std::string, ReleasedFile> files;

  Digest digest() const;  // of the files alone
  bool operator==(const Release&) const = default;
};

// Of clients/** and canonical/**; other files are left out.
Release release_of(const Files& files, const std::string& program);

Json to_json(const Release& release);
// kMalformed for another version, a path outside of the two folders, or a digest
// that is not that of the files.
Result<Release> release_from_json(const Json& json);

struct StoredRelease {
  Release release;
  std::string bytes;  // of the manifest
  std::string etag;
};

// Nothing where the bucket has no manifest.
Result<std::optional<StoredRelease>> read_release(store::ObjectStore& config);

// The files of a release, each compared with its digest. kNotFound when an object
// is gone: then another release has taken its place, or the bucket was damaged.
Result<Files> read_released_files(store::ObjectStore& config, const Release& release);

}  // namespace vectora::config
