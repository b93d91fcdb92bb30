#include "vectora/normalize/negation.h"

#include <algorithm>
#include <array>

#include "vectora/text/language_words.h"

namespace vectora::normalize {
namespace {

constexpr int kMaxFillers = 4;
constexpr size_t kLongestWord = 16;

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte | 0x20U) - 'a' < 26U || byte >= 0x80 || c == '\'';
}

// Reads words backwards from a place in the text.
class WordsBefore {
 public:
  WordsBefore(std::string_view text, size_t end) : text_(text), end_(std::min(end, text.size())) {}

  // The word before, in lower case, only spaces or a hyphen between; empty at a
  // punctuation mark or the text's start. Good until the next call.
  std::string_view next() {
    size_t stop = end_;
    while (stop > 0 && (text_[stop - 1] == ' ' || text_[stop - 1] == '-')) --stop;
    size_t start = stop;
    while (start > 0 && stop - start < kLongestWord && is_letter(text_[start - 1])) --start;
    end_ = start;
    std::transform(text_.begin() + static_cast<std::ptrdiff_t>(start),
                   text_.begin() + static_cast<std::ptrdiff_t>(stop), word_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return {word_.data(), stop - start};
  }

 private:
  std::string_view text_;
  size_t end_;
  std::array<char, kLongestWord> word_{};
};

}  // namespace

bool is_negated(std::string_view text, size_t begin) {
  WordsBefore words(text, begin);
  for (int passed = 0; passed <= kMaxFillers; ++passed) {
    const std::string_view word = words.next();
    if (word.empty()) return false;
    if (text::is_negator(word)) return true;
    WordsBefore further = words;
    if (text::is_negating_pair(further.next(), word)) return true;
    if (!text::is_negation_filler(word)) return false;
  }
  return false;
}

}  // namespace vectora::normalize
