// Label: what a person says of one item; what a program is measured by.
//
// Stored as JSON Lines, one label a line, the latest of one id counts:
//   {"id", "title", "content" (or "summary"), "source" (or "source_key"),
//    "published_at" (or "date"), "url",
//    "event_type", "event_type_alt": [], "relevant": true | false | null,
//    "companies": [], "molecules": [], "technologies": [], "trademarks": [],
//    "indications": [], "dosing_intervals": []}
// Entities may also stand in a member "entities". `relevant` may have a prefix
// that names the market ("depot_relevant"). What is absent is not measured; a
// null in `relevant` says that it cannot be decided.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/normalize/annotation.h"

namespace vectora::evaluation {

struct Label {
  std::string id;
  std::string title;
  std::string content;
  std::string source;        // key or name
  std::string published_at;  // YYYY-MM-DD, or empty
  std::string url;
  std::string event_type;               // empty: not labelled
  std::vector<std::string> event_alts;  // right as well
  std::optional<bool> relevant;
  std::map<normalize::EntityKind, std::vector<std::string>> entities;  // absent: not labelled
};

Json to_json(const Label& label);
Result<Label> label_from_json(const Json& json);

// Bounded: 64 MB, 100,000 labels. kMalformed with the line.
Result<std::vector<Label>> labels_from_lines(std::string_view lines);
std::string to_lines(const std::vector<Label>& labels);

}  // namespace vectora::evaluation
