#include "vectora/normalize/stories/story_words.h"

#include <algorithm>
#include <utility>

#include "vectora/normalize/words.h"
#include "vectora/text/fold.h"
#include "vectora/text/language_words.h"

namespace vectora::normalize {
namespace {

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

// "$1B", "€5 million": an amount tells something, however small its number.
bool is_amount(std::string_view text, size_t begin, size_t end) {
  const std::string_view before = text.substr(0, begin);
  const bool currency = before.ends_with('$') || before.ends_with("€") || before.ends_with("£");
  std::string_view unit = text.substr(end);
  if (unit.starts_with(' ')) unit.remove_prefix(1);
  const bool big = unit.starts_with('B') || unit.starts_with('b') || unit.starts_with('M') ||
                   unit.starts_with('m');
  return currency && big;
}

bool tells_nothing(const std::string& number) {
  if (number.find('.') != std::string::npos) return false;
  return number.size() < 2 || number.size() > 9 ||
         (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")));
}

std::vector<std::string> without_endings(const std::vector<std::string>& words) {
  std::vector<std::string> stems;
  for (const std::string& word : words) stems.push_back(without_ending(text::fold_text(word)));
  return stems;
}

}  // namespace

StoryWords::StoryWords(const NewsWords& words) : endings_(words.endings) {
  for (const std::vector<std::string>& row : words.synonyms) {
    const std::vector<std::string> stems = without_endings(row);
    for (const std::string& stem : stems) told_by_.emplace(stem, stems.front());
  }
  const auto told_set = [this](const std::vector<std::string>& list) {
    std::vector<std::string> stems = without_endings(list);
    for (std::string& stem : stems) stem = told(std::move(stem));
    make_set(stems);
    return text::WordSet(std::move(stems));
  };
  common_ = told_set(words.common);
  commentary_ = told_set(words.commentary);
}

std::string StoryWords::told(std::string word) const {
  const auto known = told_by_.find(word);
  return known == told_by_.end() ? std::move(word) : known->second;
}

std::vector<std::string> StoryWords::of(std::string_view text) const {
  const std::string folded = text::fold_text(text);
  std::vector<std::string> words;
  for (const Word& word : split_words(folded)) {
    for (std::string_view rest = word.in(folded); !rest.empty();) {
      const size_t cut = std::min(rest.find('-'), rest.size());
      const std::string_view part = rest.substr(0, cut);
      rest.remove_prefix(std::min(cut + 1, rest.size()));
      const bool figure = !part.empty() && is_digit(part[0]);
      if (part.size() < 2 || figure || text::is_function_word(part)) continue;
      words.push_back(told(without_ending(std::string(part))));
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
    const size_t begin = i;
    std::string number = number_at(text, i);
    if (!tells_nothing(number) || is_amount(text, begin, i)) figures.push_back(std::move(number));
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

}  // namespace vectora::normalize
