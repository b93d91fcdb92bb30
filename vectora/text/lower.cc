#include "vectora/text/lower.h"

#include <utf8proc.h>

#include <algorithm>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

constexpr size_t kPadding = 8;

char lower_ascii(char c) {
  return static_cast<char>(c + (static_cast<unsigned char>(c - 'A') < 26 ? 32 : 0));
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

void append_lower(std::string& out, std::string_view character, char32_t code) {
  const size_t before = out.size();
  append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code))));
  if (out.size() - before != character.size()) out.replace(before, std::string::npos, character);
}

std::string lowered(std::string_view text, size_t room) {
  std::string lower;
  lower.reserve(text.size() + room);
  if (is_ascii(text)) {
    lower.resize(text.size());
    std::transform(text.begin(), text.end(), lower.begin(), lower_ascii);
  } else {
    for (size_t i = 0; i < text.size();) {
      if (static_cast<unsigned char>(text[i]) < 0x80) {
        lower += lower_ascii(text[i++]);
        continue;
      }
      const size_t from = i;
      const char32_t code = next_code_point(text, i);
      append_lower(lower, text.substr(from, i - from), code);
    }
  }
  lower.resize(text.size() + room);
  return lower;
}

}  // namespace

std::string lower_in_place(std::string_view utf8) { return lowered(utf8, 0); }

Lowered::Lowered(std::string_view utf8) : padded_(lowered(utf8, kPadding)), size_(utf8.size()) {
  starts_.resize(size_);
  size_t count = 0;
  bool in_word = false;
  for (size_t at = 0; at < size_; ++at) {  // every place is written, only some are kept
    const bool was_in_word = in_word;
    in_word = is_word_byte(padded_[at]);
    starts_[count] = static_cast<uint32_t>(at);
    const bool inside = was_in_word & in_word;
    count += (inside | (padded_[at] == ' ')) ? 0 : 1;
  }
  starts_.resize(count);
}

}  // namespace vectora::text
