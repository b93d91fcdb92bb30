#include "vectora/text/fold_table.h"

#include <utf8proc.h>

#include <algorithm>
#include <string>
#include <vector>

#include "vectora/base/utf8.h"

// The general rule is Unicode's: compatibility decomposition and full case
// folding (utf8proc), after which the combining diacritics of the European
// scripts are dropped. Marks of other scripts carry meaning (the dakuten of
// kana, vowel signs) and stay. What the rule gets wrong for our purpose, such as
// the trade mark sign that would become "tm", is said in a list of exceptions.
//
// Latin, Greek, Cyrillic, Arabic and the punctuation block lie in a table made
// at first use; the rest of Unicode is rare enough to be worked out each time.

namespace vectora::text {
namespace {

constexpr char32_t kTableBegin = 0x80;
constexpr char32_t kTableEnd = 0x2500;

struct Range {
  char32_t first;
  char32_t last;
  std::string_view form;
};

// In order of code points.
constexpr Range kExceptions[] = {
    {0x0085, 0x0085, " "},  {0x00A0, 0x00A0, " "},  {0x00A9, 0x00A9, ""},   {0x00AB, 0x00AB, "\""},
    {0x00AD, 0x00AE, ""},   {0x00B4, 0x00B4, "'"},  {0x00BB, 0x00BB, "\""}, {0x00C6, 0x00C6, "ae"},
    {0x00D0, 0x00D0, "d"},  {0x00D8, 0x00D8, "o"},  {0x00DE, 0x00DE, "th"}, {0x00E6, 0x00E6, "ae"},
    {0x00F0, 0x00F0, "d"},  {0x00F8, 0x00F8, "o"},  {0x00FE, 0x00FE, "th"}, {0x0110, 0x0111, "d"},
    {0x0126, 0x0127, "h"},  {0x0131, 0x0131, "i"},  {0x0141, 0x0142, "l"},  {0x0152, 0x0153, "oe"},
    {0x02B9, 0x02B9, "'"},  {0x02BB, 0x02BD, "'"},  {0x02C8, 0x02C8, "'"},  {0x034F, 0x034F, ""},
    {0x0384, 0x0384, "'"},  {0x061C, 0x061C, ""},   {0x1680, 0x1680, " "},  {0x180E, 0x180E, ""},
    {0x2000, 0x200A, " "},  {0x200B, 0x200F, ""},   {0x2010, 0x2015, "-"},  {0x2018, 0x201B, "'"},
    {0x201C, 0x201F, "\""}, {0x2028, 0x2029, " "},  {0x202A, 0x202E, ""},   {0x202F, 0x202F, " "},
    {0x2032, 0x2032, "'"},  {0x2033, 0x2033, "\""}, {0x2035, 0x2035, "'"},  {0x2039, 0x203A, "'"},
    {0x2043, 0x2043, "-"},  {0x2044, 0x2044, "/"},  {0x205F, 0x205F, " "},  {0x2060, 0x2064, ""},
    {0x2066, 0x206F, ""},   {0x2117, 0x2117, ""},   {0x2120, 0x2120, ""},   {0x2122, 0x2122, ""},
    {0x2212, 0x2212, "-"},  {0x2215, 0x2215, "/"},  {0x3000, 0x3000, " "},  {0xFE00, 0xFE0F, ""},
    {0xFE58, 0xFE58, "-"},  {0xFE63, 0xFE63, "-"},  {0xFEFF, 0xFEFF, ""},   {0xFF07, 0xFF07, "'"},
    {0xFF0D, 0xFF0D, "-"},  {0xE0000, 0xE0FFF, ""},
};

const Range* find_exception(char32_t character) {
  const auto* const range =
      std::lower_bound(std::begin(kExceptions), std::end(kExceptions), character,
                       [](const Range& entry, char32_t wanted) { return entry.last < wanted; });
  return range != std::end(kExceptions) && range->first <= character ? range : nullptr;
}

// Ideographs and Hangul syllables: nothing to fold, and a decomposition of the
// latter would only make the text longer.
bool is_plain_east_asian(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x20000 && c <= 0x2F7FF);
}

size_t encode(char32_t character, char* out) {
  auto* const bytes = reinterpret_cast<utf8proc_uint8_t*>(out);
  return static_cast<size_t>(utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes));
}

std::string_view decompose(char32_t character, FoldBuffer& buffer) {
  std::array<utf8proc_int32_t, 20> parts;
  int boundary = 0;
  const utf8proc_ssize_t count = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(character), parts.data(),
      static_cast<utf8proc_ssize_t>(parts.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD),
      &boundary);
  if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) {
    return {buffer.data(), encode(character, buffer.data())};
  }
  size_t size = 0;
  for (size_t i = 0; i < static_cast<size_t>(count); ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (is_diacritic(part)) continue;
    const Range* const exception = find_exception(part);
    if (exception == nullptr) {
      size += encode(part, buffer.data() + size);
    } else {
      size += exception->form.copy(buffer.data() + size, exception->form.size());
    }
  }
  return {buffer.data(), size};
}

std::string_view compute(char32_t character, FoldBuffer& buffer) {
  if (const Range* const exception = find_exception(character)) return exception->form;
  if (is_plain_east_asian(character)) return {buffer.data(), encode(character, buffer.data())};
  return decompose(character, buffer);
}

class Table {
 public:
  Table() {
    FoldBuffer buffer;
    for (char32_t c = kTableBegin; c < kTableEnd; ++c) {
      offsets_.push_back(static_cast<uint32_t>(pool_.size()));
      pool_ += compute(c, buffer);
    }
    offsets_.push_back(static_cast<uint32_t>(pool_.size()));
  }

  std::string_view operator[](char32_t character) const {
    const size_t index = character - kTableBegin;
    return {pool_.data() + offsets_[index], offsets_[index + 1] - offsets_[index]};
  }

 private:
  std::string pool_;
  std::vector<uint32_t> offsets_;
};

}  // namespace

bool is_diacritic(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) ||
         (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF) ||
         (c >= 0xFE20 && c <= 0xFE2F);
}

std::string_view folded_form(char32_t character, FoldBuffer& buffer) {
  static const Table kTable;
  if (character < kTableBegin) return {&kFoldedAscii[character], 1};
  if (character < kTableEnd) return kTable[character];
  return compute(character, buffer);
}

}  // namespace vectora::text
