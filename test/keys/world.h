// A small world in which every key can be seen to act: the toy market, a press
// wire whose news a test writes itself, and pages that it serves itself.
//
//   World world;
//   world.change("client watch_domains[0].priority: low");
//   world.change("news [+]: {title: Voltara wins an order, day: 12}");
//   const Outcome outcome = world.run();
//   outcome.at(Part::kScores)        "Voltara wins an order: ..."
//
// A change is "DOCUMENT PATH: VALUE". Documents are the files of the workspace
// by their short names (world.cc lists them), and beside them
//   news    what the wire offers today: {title, text, day of January 2026}
//   eve     the same, of a run on the day before
//   pages   bodies of pages by short name: voltara (its news), field_test, or
//           NAME for https://NAME.example/all
//   run     what flags may say: {temporal: flexible, scoring: strict}, and for how many
//           seconds servers call their answers fresh: {max_age: 60}
// In a path `[2]` is the third element of a list, `[-]` the last and `[+]` a
// further one. A value is YAML; null removes the member.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"

namespace vectora::keys {

// What a run gives out, by step.
enum class Part {
  kSources,      // what became of each source, and what was told about it
  kEntries,      // each entry with its outcome
  kItems,        // what was stored
  kAnnotations,  // what the items say
  kMatching,     // which watch domains they concern, and why
  kScores,       // points, receipts, editorial rules
  kIssue,        // the documents of the newsletter
  kRequests,     // what was asked of the network
};
constexpr Part kAllParts[] = {Part::kSources,  Part::kEntries, Part::kItems, Part::kAnnotations,
                              Part::kMatching, Part::kScores,  Part::kIssue, Part::kRequests};
std::string_view to_string(Part part);

using Outcome = std::map<Part, std::string>;

class World {
 public:
  World();

  void change(const std::string& edit);

  // A document by its short name; null where there is none.
  const Json& document(const std::string& name) const;
  config::Files files() const;
  // Where the configuration is not valid, the problems stand for every part.
  Outcome run() const;

 private:
  std::map<std::string, Json> documents_;
};

// The file of a document's short name: "client" is "clients/production/ebus_weekly.yaml".
std::string file_of(const std::string& document);

}  // namespace vectora::keys
