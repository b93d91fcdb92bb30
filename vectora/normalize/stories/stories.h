// Stories: several items that tell the same event are one story.
//
// Two items tell the same event when their addresses or texts are the same; when,
// within a few days, their texts are nearly equal (a release that another source
// republished with its own title) or their titles say the same words about the
// same names; never because they share a name alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/normalize/annotation.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/stories/body_sketch.h"
#include "vectora/normalize/stories/story_words.h"

namespace vectora::normalize {

// What is remembered of an item to know its story again; small and storable.
struct Fingerprint {
  ItemId item;
  std::string url;                       // canonical
  Digest content_hash;                   // empty for texts too short to compare
  BodySketch body;                       // the same
  std::vector<std::string> title_words;  // folded, without stop words, sorted
  std::vector<std::string> names;        // folded canonical entities, sorted
  std::vector<std::string> figures;      // numbers in title and lead, sorted
  std::string event_type;
  std::optional<Date> day;
};

Fingerprint fingerprint(const Item& item, const Annotation& annotation, const StoryWords& words);
Json to_json(const Fingerprint& fingerprint);
Result<Fingerprint> fingerprint_from_json(const Json& json);

// Whether both tell the same event.
bool same_story(const Fingerprint& a, const Fingerprint& b, const StoryWords& words);

// For each item the index of its story's best teller (its own index if it is
// that itself): the longest text among the most trusted sources (company before
// press), then the earliest, then the lower id. O(n) candidates by shared words.
std::vector<size_t> best_tellers(const std::vector<Fingerprint>& prints,
                                 const std::vector<const Item*>& items, const StoryWords& words);

}  // namespace vectora::normalize
