#include "vectora/normalize/stories/story_words.h"

#include <algorithm>
#include <array>

#include "vectora/normalize/words.h"
#include "vectora/text/fold.h"
#include "vectora/text/language_words.h"

namespace vectora::normalize {
namespace {

// Without endings, sorted.
constexpr std::array<std::string_view, 75> kCommon = {
    "add",          "after",   "agre",        "agreement",      "analyst",   "announc",
    "announcement", "base",    "beat",        "biotech",        "boost",     "busines",
    "call",         "ceo",     "company",     "conferenc",      "data",      "deal",
    "drug",         "earning", "enter",       "expect",         "financial", "first",
    "global",       "group",   "growth",      "half",           "health",    "highlight",
    "hold",         "host",    "inc",         "invest",         "investor",  "latest",
    "launch",       "look",    "maker",       "market",         "medicin",   "month",
    "new",          "offer",   "pharma",      "pharmaceutical", "phas",      "plan",
    "position",     "present", "pric",        "program",        "provid",    "quarter",
    "receiv",       "report",  "result",      "sale",           "say",       "second",
    "sector",       "sell",    "set",         "shar",           "stak",      "stock",
    "study",        "target",  "therapeutic", "treatment",      "trial",     "updat",
    "us",           "use",     "year"};

// Sorted.
constexpr std::array<std::string_view, 21> kCommentary = {
    "?",        "advis",  "analysi", "analysis", "analyz",  "attractiv", "explain",
    "fair",     "fit",    "fits",    "opinion",  "outlook", "overvalu",  "pivot",
    "reaction", "should", "story",   "takeaway", "thesis",  "undervalu", "valuation"};

std::string without_ending(std::string word) {
  constexpr size_t kMinStem = 4;
  for (const std::string_view ending : {"'s", "’s"})
    if (word.ends_with(ending)) word.resize(word.size() - ending.size());
  for (const std::string_view ending : {"ing", "ed", "es", "s"}) {
    if (word.size() < kMinStem + ending.size() || !word.ends_with(ending)) continue;
    if (word.ends_with("ss")) break;
    word.resize(word.size() - ending.size());
    break;
  }
  // "acquire" and "acquir(ed)" are one.
  if (word.size() > kMinStem && word.back() == 'e') word.pop_back();
  return word;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void make_set(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// The number that starts at `at`, grouping commas left out; moves `at` past it.
std::string number_at(std::string_view text, size_t& at) {
  std::string number;
  while (at < text.size()) {
    const bool digit_follows = at + 1 < text.size() && is_digit(text[at + 1]);
    const bool separator = (text[at] == ',' || text[at] == '.') && digit_follows;
    if (!is_digit(text[at]) && !separator) break;
    if (text[at] != ',') number += text[at];
    ++at;
  }
  return number;
}

bool tells_nothing(const std::string& number) {
  if (number.find('.') != std::string::npos) return false;
  return number.size() < 2 || number.size() > 9 ||
         (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")));
}

}  // namespace

std::vector<std::string> story_words(std::string_view text) {
  const std::string folded = text::fold_text(text);
  std::vector<std::string> words;
  for (const Word& word : split_words(folded)) {
    for (std::string_view rest = word.in(folded); !rest.empty();) {
      const size_t cut = std::min(rest.find('-'), rest.size());
      const std::string_view part = rest.substr(0, cut);
      rest.remove_prefix(std::min(cut + 1, rest.size()));
      const bool figure = !part.empty() && is_digit(part[0]);
      if (part.size() < 2 || figure || text::is_function_word(part)) continue;
      words.push_back(without_ending(std::string(part)));
    }
  }
  if (folded.find('?') != std::string::npos || folded.find("stock (") != std::string::npos)
    words.emplace_back("?");
  make_set(words);
  return words;
}

std::vector<std::string> story_figures(std::string_view text) {
  std::vector<std::string> figures;
  for (size_t i = 0; i < text.size();) {
    const bool inside_word =
        i > 0 && (is_digit(text[i - 1]) || text[i - 1] == '-' ||
                  ((text[i - 1] | 0x20) >= 'a' && (text[i - 1] | 0x20) <= 'z'));
    if (!is_digit(text[i]) || inside_word) {
      ++i;
      continue;
    }
    std::string number = number_at(text, i);
    if (!tells_nothing(number)) figures.push_back(std::move(number));
  }
  make_set(figures);
  return figures;
}

bool same_figure(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const std::string& shorter = a.size() < b.size() ? a : b;
  const std::string& longer = a.size() < b.size() ? b : a;
  return shorter.find('.') != std::string::npos && longer.starts_with(shorter);
}

bool is_common_story_word(std::string_view word) {
  return std::binary_search(kCommon.begin(), kCommon.end(), word);
}

bool is_commentary_word(std::string_view word) {
  return std::binary_search(kCommentary.begin(), kCommentary.end(), word);
}

}  // namespace vectora::normalize
