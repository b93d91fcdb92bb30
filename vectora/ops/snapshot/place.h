// Place: where an object of an environment lies, and whether snapshots hold it.
//
//   Place{Area::kData, "state/clients/lai_weekly/sent.json"}.str()
//                                   "data/state/clients/lai_weekly/sent.json"
//
// Patterns choose places: "config/**", "data/state/**", "newsletters/lai_weekly/2026/02/*/*".
#pragma once

#include <array>
#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/result.h"
#include "vectora/ops/environment.h"
#include "vectora/text/regex.h"

namespace vectora::ops::snapshot {

// The four buckets, and the folder of an environment that is configured by its
// workspace. Persisted by name.
enum class Area { kConfig, kData, kNewsletters, kLambdaCode, kWorkspace };

inline constexpr std::array kAllAreas = {Area::kConfig, Area::kData, Area::kNewsletters,
                                         Area::kLambdaCode, Area::kWorkspace};

std::string_view to_string(Area area);  // config, data, newsletters, lambda-code, workspace
std::optional<Area> area_named(std::string_view name);

// Where its objects lie; nullptr: this environment has no such area.
store::ObjectStore* store_of(Environment& environment, Area area);

struct Place {
  Area area = Area::kConfig;
  std::string key;

  std::string str() const { return std::string(to_string(area)) + "/" + key; }
  auto operator<=>(const Place&) const = default;
};

// What snapshots hold, and restoring replaces: everything but snapshots and history
// themselves, locks, journals, and caches, which are made again. Of a workspace:
// clients/** and canonical/**.
bool is_covered(const Place& place);

// Every object of the area that is covered, by key.
Result<void> for_each_covered(
    store::ObjectStore& store, Area area,
    const std::function<Result<void>(const store::ObjectInfo& info)>& visit);

// The day in a key ("/2026/02/03/") of data or newsletters; nothing for others.
std::optional<Date> day_of(const Place& place);

// Bodies by digest, which have no day: a snapshot since a day holds those that its
// captures, items and source states name.
bool is_body(const Place& place);

// Whether the object names others of its bucket and so is written after them: the
// manifest of an issue, or of the configuration.
bool names_others(const Place& place);

// Any of some patterns. "*" is any text within a segment, "**" also across them, "?"
// one character. A pattern that begins with no area is kInvalidArgument.
class Patterns {
 public:
  static Result<Patterns> parse(const std::vector<std::string>& patterns);

  // Without a pattern: every place.
  bool match(const Place& place) const;
  const std::vector<std::string>& str() const { return texts_; }

 private:
  std::vector<std::string> texts_;
  std::vector<text::Regex> expressions_;
};

}  // namespace vectora::ops::snapshot
