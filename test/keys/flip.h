// A flip: one key, the change that must be seen, and where it is seen.
//
//   {"watch_domains[].priority", {}, {"client watch_domains[0].priority: low"}, Part::kScores}
//
// `given` are changes of the world (test/keys/world.h) that bring the key to
// bear; `flip` changes the key, with what must change along with it, such as the
// reference to a name.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "test/keys/world.h"
#include "vectora/config/schema/key.h"

namespace vectora::keys {

struct Flip {
  std::string key;
  std::vector<std::string> given;
  std::vector<std::string> flip;
  Part seen_in;
};

// The flips of one kind of file.
struct FlipTable {
  const config::Schema& schema;
  std::vector<std::string> documents;  // that the schema describes, by short name
  std::vector<Flip> flips;
};

inline void PrintTo(const FlipTable& table, std::ostream* out) { *out << table.schema.name; }

template <class T>
void append(std::vector<T>& to, const std::vector<T>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

inline std::vector<Flip> joined(const std::vector<std::vector<Flip>>& parts) {
  std::vector<Flip> flips;
  for (const std::vector<Flip>& part : parts) append(flips, part);
  return flips;
}

// In the files *_flips.cc.
FlipTable workspace_flips();
FlipTable client_flips();
FlipTable catalog_flips();
FlipTable extractor_flips();
FlipTable profile_flips();
FlipTable scope_flips();
FlipTable domain_flips();
FlipTable matching_flips();
FlipTable scoring_flips();
FlipTable event_flips();
FlipTable entity_flips();
FlipTable editorial_flips();
FlipTable open_world_flips();
FlipTable text_flips();

}  // namespace vectora::keys
