#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/text/html_text.h"
#include "vectora/text/language.h"
#include "vectora/text/sentences.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

// Within the bound, valid, and whole unless it ends in an ellipsis.
void check_cut(const std::string& cut, const std::string& text, size_t max_bytes) {
  constexpr std::string_view kEllipsis = "…";
  check(vectora::is_valid_utf8(cut) && cut.size() <= max_bytes);
  const bool is_start = text.find(cut) != std::string::npos;
  check(is_start || cut.empty() || cut.ends_with(kEllipsis));
}

// Marks and white space, no word and no number.
bool says_nothing(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

}  // namespace

// The first byte is a bound, the rest a text. Sentences are trimmed parts of it, in
// order and apart, and leave out no word; a cut keeps to its bound.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string text =
      vectora::to_valid_utf8(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  const char* from = text.data();
  for (const std::string_view sentence : vectora::text::split_sentences(text)) {
    check(!sentence.empty() && vectora::is_valid_utf8(sentence));
    check(sentence.data() >= from);
    const std::string_view between(from, static_cast<size_t>(sentence.data() - from));
    check(says_nothing(between));
    from = sentence.data() + sentence.size();
  }
  check(from <= text.data() + text.size());
  check(says_nothing({from, static_cast<size_t>(text.data() + text.size() - from)}));
  const size_t bound = size_t{data[0]} + 8;
  check_cut(vectora::text::cut_at_sentence(text, bound), text, bound);
  check_cut(vectora::text::cut_at_word(text, bound), text, bound);
  check(vectora::text::count_words(text) <= text.size());
  check(vectora::text::detect_language(text).size() <= 2);
  const std::string decoded = vectora::text::decode_entities(text);
  check(vectora::is_valid_utf8(decoded) && decoded.size() <= 2 * text.size());
  return 0;
}
