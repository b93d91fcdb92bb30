#include "vectora/normalize/negation.h"

#include <algorithm>
#include <array>
#include <string>

namespace vectora::normalize {
namespace {

constexpr int kMaxFillers = 4;

// English, then French; lower case.
constexpr std::array<std::string_view, 16> kNegators = {
    "not",    "non",   "no",     "without",  "never",     "nor",  "neither", "isn't",
    "aren't", "avoid", "avoids", "avoiding", "replacing", "sans", "pas",     "ni"};
constexpr std::array<std::string_view, 20> kFillers = {
    "a",  "an",   "the", "any",       "is", "be",  "being", "are", "use",   "of",
    "as", "need", "for", "requiring", "un", "une", "de",    "d",   "daily", "additional"};
// Pairs of words: "rather than", "instead of", "alternative to".
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kPairs = {
    {{"rather", "than"},
     {"instead", "of"},
     {"alternative", "to"},
     {"alternatives", "to"},
     {"switch", "from"},
     {"lieu", "de"}}};

template <size_t N>
bool among(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte | 0x20U) - 'a' < 26U || byte >= 0x80 || c == '\'';
}

// The word that ends before `end`, in lower case, only spaces or a hyphen
// between; empty at a punctuation mark or the text's start. Moves `end` to its begin.
std::string word_before(std::string_view text, size_t& end) {
  size_t stop = end;
  while (stop > 0 && (text[stop - 1] == ' ' || text[stop - 1] == '-')) --stop;
  size_t start = stop;
  while (start > 0 && stop - start < 16 && is_letter(text[start - 1])) --start;
  end = start;
  std::string word(text.substr(start, stop - start));
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return word;
}

bool is_pair(std::string_view first, std::string_view second) {
  return std::any_of(kPairs.begin(), kPairs.end(), [&](const auto& pair) {
    return pair.first == first && pair.second == second;
  });
}

}  // namespace

bool is_negated(std::string_view text, size_t begin) {
  size_t end = std::min(begin, text.size());
  for (int passed = 0; passed <= kMaxFillers; ++passed) {
    const std::string word = word_before(text, end);
    if (word.empty()) return false;
    if (among(kNegators, word)) return true;
    size_t further = end;
    if (is_pair(word_before(text, further), word)) return true;
    if (!among(kFillers, word)) return false;
  }
  return false;
}

}  // namespace vectora::normalize
