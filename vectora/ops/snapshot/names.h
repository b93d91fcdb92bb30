// Names of snapshots, and the keys of what they are made of.
//
//   snapshots/{name}/manifest.json     what a snapshot holds; written last, makes it count
//   snapshots/{name}/README.md         how to restore it, for people
//   snapshots/objects/{aa}/{sha256}    every content once, one zstd frame each
//   snapshots/activity.json            who works on them now
//
// All of it lies in the environment's config bucket.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/result.h"

namespace vectora::ops::snapshot {

// 1 to 100 letters, digits, ".", "_" and "-", the first a letter or a digit; "objects"
// and "activity.json" are taken. kInvalidArgument says what is wrong.
Result<void> check_name(std::string_view name);

// "20261121T143000Z", and "before-sync-20261121T143000Z" of a snapshot that is taken
// before an act.
std::string name_at(Instant now);
std::string name_before(std::string_view act, Instant now);

inline constexpr std::string_view kPrefix = "snapshots/";
inline constexpr std::string_view kObjectsPrefix = "snapshots/objects/";

std::string manifest_key(std::string_view name);
std::string readme_key(std::string_view name);
std::string object_key(const Digest& digest);

// The snapshot that a key belongs to; nothing for objects and what is no snapshot's.
std::optional<std::string> snapshot_of(std::string_view key);
// The digest in the key of an object; nothing for other keys.
std::optional<Digest> digest_of(std::string_view key);

}  // namespace vectora::ops::snapshot
