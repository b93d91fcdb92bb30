// What a snapshot holds: a manifest, and pages that list its objects.
//
// The manifest is small and for people and programs alike; the objects stand in pages,
// which are contents by digest like all others. A page is cut where the name of an
// object says so, not by count: an object that comes or goes changes its own page,
// and all other pages are shared with the snapshot before.
//
// Manifest, snapshots/{name}/manifest.json (version 1):
//   {"version": 1, "name", "project", "environment", "created_at": RFC 3339, "why",
//    "since": day or null, "objects": n, "bytes": n,
//    "areas": [{"area", "objects", "bytes", "pages": ["sha256:...", ...]}]}
// Page (version 1), a content by digest:
//   {"version": 1, "area", "objects": [{"key", "sha256": 64 digits, "bytes", "etag"}]}
// `etag` is left out where the store gave none in its list, or the digest itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/ops/snapshot/place.h"

namespace vectora::ops::snapshot {

struct Entry {
  Place place;
  Digest digest;  // of the object's bytes, as they lie in the store
  uint64_t bytes = 0;
  std::string etag;  // by which the store proves that it is unchanged; may be empty

  bool operator==(const Entry&) const = default;
};

struct AreaContents {
  Area area = Area::kConfig;
  uint64_t objects = 0;
  uint64_t bytes = 0;
  std::vector<Digest> pages;
};

struct Manifest {
  std::string name;
  std::string project;
  std::string environment;
  Instant created_at;
  std::string why;
  std::optional<Date> since;        // of data and newsletters; nothing: all
  std::vector<AreaContents> areas;  // every area that was looked at, empty ones too

  uint64_t objects() const;
  uint64_t bytes() const;
  const AreaContents* find(Area area) const;
};

Json to_json(const Manifest& manifest);
// kMalformed also for what no program of this version could have written.
Result<Manifest> manifest_from_json(const Json& json);

// The entries of one area, in byte order of their keys, in pages.
std::vector<std::vector<Entry>> cut_pages(std::vector<Entry> entries);

std::string page_text(Area area, const std::vector<Entry>& entries);
// kMalformed for places that no snapshot holds.
Result<std::vector<Entry>> parse_page(std::string_view text, Area area);

}  // namespace vectora::ops::snapshot
