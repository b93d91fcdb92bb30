#include "vectora/text/lower.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "vectora/base/utf8.h"
#include "vectora/text/word_key.h"

namespace vectora::text {
namespace {

char lower_ascii(char c) {
  return static_cast<char>(c + (static_cast<unsigned char>(c - 'A') < 26 ? 32 : 0));
}

// The character at `at` in lower case, where that has as many bytes.
size_t lower_character(std::string_view text, size_t at, std::string& lower) {
  const size_t from = at;
  const char32_t code = next_code_point(text, at);
  std::string character;
  append_utf8(character,
              static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code))));
  if (character.size() == at - from) character.copy(lower.data() + from, character.size());
  return at;
}

// With eight bytes of zero behind it.
std::string lowered(std::string_view text) {
  std::string lower(text.size() + WordHead::kBytes, '\0');
  std::transform(text.begin(), text.end(), lower.begin(), lower_ascii);
  for (size_t at = 0; at < text.size();) {
    if (WordHead(lower.data() + at).is_ascii()) {
      at += WordHead::kBytes;
    } else if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
    } else {
      at = lower_character(text, at, lower);
    }
  }
  return lower;
}

constexpr std::array<bool, 256> kWordBytes = [] {
  std::array<bool, 256> bytes{};
  for (size_t byte = 0; byte < bytes.size(); ++byte)
    bytes[byte] = is_word_byte(static_cast<char>(byte));
  return bytes;
}();

size_t end_of_word(const char* text, size_t at) {
  while (kWordBytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

std::string lower_in_place(std::string_view utf8) {
  std::string lower = lowered(utf8);
  lower.resize(utf8.size());
  return lower;
}

Lowered::Lowered(std::string_view utf8) : padded_(lowered(utf8)), size_(utf8.size()) {
  pieces_.reserve(size_ / 4);
  for (size_t at = 0; at < size_;) {
    if (padded_[at] == ' ') {
      ++at;
      continue;
    }
    const WordHead word(bytes_at(at));
    const size_t end = std::max(at + 1, end_of_word(padded_.data(), at));
    pieces_.push_back({static_cast<uint32_t>(at),
                       WordKey::of_beginning(word, 3),
                       {WordKey::of_word(word, end - at), WordKey::of_beginning(word, 8),
                        WordKey::of_beginning(word, 4), WordKey::of_beginning(word, 1)}});
    at = end;
  }
}

}  // namespace vectora::text
