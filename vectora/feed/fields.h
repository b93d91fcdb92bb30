// Which element of a feed means what.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vectora/feed/xml/namespaces.h"

namespace vectora::feed {

// What an element holds; how it is read depends on it alone.
enum class Field : uint8_t {
  kTitle,
  kLink,
  kGuid,
  kId,
  kPublished,
  kUpdated,
  kSummary,  // of a feed: its description
  kContent,
  kAuthor,
  kCategory,
  kEnclosure,
  kLanguage,
};
constexpr size_t kFieldCount = 12;

enum class Level : uint8_t { kFeed, kEntry };

struct Meaning {
  Field field = Field::kTitle;
  // Several elements may give one field. The least rank wins, and among equals
  // the first in the document; of dates the last, as most readers have it.
  uint8_t rank = 0;
};

// Null if the element has no meaning for us. Names are compared without case,
// as readers do: <pubdate> and <PubDate> are dates.
const Meaning* find_meaning(Level level, const xml::Name& name);

// The rank of what each field holds by now.
class Ranks {
 public:
  Ranks() { reset(); }
  void reset() { ranks_.fill(kUnset); }

  // Whether a value of this rank replaces what is there; if so, it is noted.
  bool take(const Meaning& meaning);
  // The same for fields where, among equals, the last in the document counts.
  bool take_last(const Meaning& meaning);
  uint8_t of(Field field) const { return ranks_[static_cast<size_t>(field)]; }

  static constexpr uint8_t kUnset = 255;

 private:
  std::array<uint8_t, kFieldCount> ranks_;
};

}  // namespace vectora::feed
