#include "vectora/feed/fields.h"

#include <algorithm>
#include <iterator>

namespace vectora::feed {
namespace {

using xml::Namespace;

// Elements of RSS and of Atom are taken for each other where one stands in a
// feed of the other kind, or where the namespace was forgotten.
enum class Family : uint8_t { kCore, kContent, kDc, kDcTerms, kItunes, kMedia, kXhtml };

struct Row {
  std::string_view local;  // lower case
  Family family;
  Level level;
  Meaning meaning;
};

constexpr Level kFeed = Level::kFeed;
constexpr Level kEntry = Level::kEntry;

// Sorted by name. The order of ranks is the one that most readers agree on.
constexpr Row kRows[] = {
    {"author", Family::kCore, kEntry, {Field::kAuthor, 0}},
    {"author", Family::kCore, kFeed, {Field::kAuthor, 0}},
    {"author", Family::kItunes, kEntry, {Field::kAuthor, 2}},
    {"author", Family::kItunes, kFeed, {Field::kAuthor, 2}},
    {"author", Family::kDc, kEntry, {Field::kAuthor, 1}},
    {"body", Family::kXhtml, kEntry, {Field::kContent, 1}},
    {"category", Family::kCore, kEntry, {Field::kCategory, 0}},
    {"category", Family::kMedia, kEntry, {Field::kCategory, 0}},
    {"content", Family::kCore, kEntry, {Field::kContent, 0}},
    {"created", Family::kCore, kEntry, {Field::kPublished, 4}},
    {"created", Family::kDcTerms, kEntry, {Field::kPublished, 2}},
    {"creator", Family::kDc, kEntry, {Field::kAuthor, 1}},
    {"creator", Family::kDc, kFeed, {Field::kAuthor, 1}},
    {"date", Family::kDc, kEntry, {Field::kPublished, 3}},
    {"date", Family::kDc, kFeed, {Field::kUpdated, 1}},
    {"description", Family::kCore, kEntry, {Field::kSummary, 0}},
    {"description", Family::kCore, kFeed, {Field::kSummary, 0}},
    {"description", Family::kDc, kEntry, {Field::kSummary, 1}},
    {"description", Family::kDc, kFeed, {Field::kSummary, 1}},
    {"description", Family::kMedia, kEntry, {Field::kSummary, 4}},
    {"enclosure", Family::kCore, kEntry, {Field::kEnclosure, 0}},
    {"encoded", Family::kContent, kEntry, {Field::kContent, 0}},
    {"fullitem", Family::kCore, kEntry, {Field::kContent, 1}},
    {"guid", Family::kCore, kEntry, {Field::kGuid, 0}},
    {"id", Family::kCore, kEntry, {Field::kId, 0}},
    {"id", Family::kCore, kFeed, {Field::kId, 0}},
    {"identifier", Family::kDc, kEntry, {Field::kId, 6}},
    {"issued", Family::kCore, kEntry, {Field::kPublished, 0}},
    {"issued", Family::kDcTerms, kEntry, {Field::kPublished, 1}},
    {"language", Family::kCore, kFeed, {Field::kLanguage, 0}},
    {"language", Family::kDc, kFeed, {Field::kLanguage, 1}},
    {"lastbuilddate", Family::kCore, kFeed, {Field::kUpdated, 0}},
    {"link", Family::kCore, kEntry, {Field::kLink, 0}},
    {"link", Family::kCore, kFeed, {Field::kLink, 0}},
    {"managingeditor", Family::kCore, kFeed, {Field::kAuthor, 0}},
    {"modified", Family::kCore, kEntry, {Field::kUpdated, 0}},
    {"modified", Family::kCore, kFeed, {Field::kUpdated, 0}},
    {"modified", Family::kDcTerms, kEntry, {Field::kUpdated, 1}},
    {"modified", Family::kDcTerms, kFeed, {Field::kUpdated, 1}},
    {"owner", Family::kItunes, kFeed, {Field::kAuthor, 4}},
    {"pubdate", Family::kCore, kEntry, {Field::kPublished, 0}},
    {"pubdate", Family::kCore, kFeed, {Field::kUpdated, 2}},
    {"published", Family::kCore, kEntry, {Field::kPublished, 0}},
    {"subject", Family::kDc, kEntry, {Field::kCategory, 0}},
    {"subtitle", Family::kCore, kFeed, {Field::kSummary, 0}},
    {"subtitle", Family::kItunes, kEntry, {Field::kSummary, 3}},
    {"subtitle", Family::kItunes, kFeed, {Field::kSummary, 2}},
    {"summary", Family::kCore, kEntry, {Field::kSummary, 0}},
    {"summary", Family::kItunes, kEntry, {Field::kSummary, 2}},
    {"summary", Family::kItunes, kFeed, {Field::kSummary, 3}},
    {"tagline", Family::kCore, kFeed, {Field::kSummary, 0}},
    {"title", Family::kCore, kEntry, {Field::kTitle, 0}},
    {"title", Family::kCore, kFeed, {Field::kTitle, 0}},
    {"title", Family::kDc, kEntry, {Field::kTitle, 1}},
    {"title", Family::kDc, kFeed, {Field::kTitle, 1}},
    {"title", Family::kMedia, kEntry, {Field::kTitle, 2}},
    {"updated", Family::kCore, kEntry, {Field::kUpdated, 0}},
    {"updated", Family::kCore, kFeed, {Field::kUpdated, 0}},
    {"webmaster", Family::kCore, kFeed, {Field::kAuthor, 5}},
};

constexpr size_t kLongestName = 16;
constexpr size_t kLetters = 26;

// Where the rows of each first letter begin: this is asked for every element.
constexpr std::array<uint8_t, kLetters + 1> kFirstRow = [] {
  std::array<uint8_t, kLetters + 1> first{};
  for (size_t letter = 0; letter <= kLetters; ++letter) {
    size_t row = 0;
    while (row < std::size(kRows) && kRows[row].local[0] < static_cast<char>('a' + letter)) ++row;
    first[letter] = static_cast<uint8_t>(row);
  }
  return first;
}();

bool is_in(Family family, Namespace space) {
  switch (family) {
    case Family::kCore: return space == Namespace::kNone || space == Namespace::kAtom;
    case Family::kContent: return space == Namespace::kContent;
    case Family::kDc: return space == Namespace::kDc;
    case Family::kDcTerms: return space == Namespace::kDcTerms;
    case Family::kItunes: return space == Namespace::kItunes;
    case Family::kMedia: return space == Namespace::kMedia;
    case Family::kXhtml: return space == Namespace::kXhtml;
  }
  return false;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

const Meaning* find_meaning(Level level, const xml::Name& name) {
  if (name.local.empty() || name.local.size() > kLongestName) return nullptr;
  if (name.space == Namespace::kOther) return nullptr;
  std::array<char, kLongestName> buffer;
  std::transform(name.local.begin(), name.local.end(), buffer.begin(), lower);
  const std::string_view local(buffer.data(), name.local.size());
  const auto letter = static_cast<size_t>(static_cast<unsigned char>(local[0])) - 'a';
  if (letter >= kLetters) return nullptr;
  for (size_t row = kFirstRow[letter]; row < kFirstRow[letter + 1]; ++row)
    if (kRows[row].local == local && kRows[row].level == level &&
        is_in(kRows[row].family, name.space))
      return &kRows[row].meaning;
  return nullptr;
}

bool Ranks::take(const Meaning& meaning) {
  uint8_t& current = ranks_[static_cast<size_t>(meaning.field)];
  if (meaning.rank >= current) return false;
  current = meaning.rank;
  return true;
}

bool Ranks::take_last(const Meaning& meaning) {
  uint8_t& current = ranks_[static_cast<size_t>(meaning.field)];
  if (meaning.rank > current) return false;
  current = meaning.rank;
  return true;
}

}  // namespace vectora::feed
