#include "vectora/normalize/names/run_names.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace vectora::normalize::names {
namespace {

constexpr size_t kMaxRun = 4;         // words of a name without its designator
constexpr size_t kMaxAfterComma = 5;  // letters of a designator set off by a comma: ", Inc"
constexpr size_t kMaxCueWords = 4;

std::vector<std::string> cue_words(std::string_view phrase) {
  const lexicon::Reading reading = lexicon::read(phrase);
  const Tokens tokens = tokenize(phrase, reading);
  std::vector<std::string> words;
  for (size_t i = 0; i < tokens.list.size() && i < kMaxCueWords; ++i)
    words.emplace_back(tokens.word(i));
  return words;
}

bool has_capital(std::string_view phrase) {
  return std::any_of(phrase.begin(), phrase.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Short forms that are ordinary words when written otherwise: "AS", "SE".
std::string exact_form(std::string_view phrase) {
  constexpr size_t kLongest = 3;
  const bool capitals =
      std::all_of(phrase.begin(), phrase.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && phrase.size() <= kLongest ? std::string(phrase) : std::string();
}

bool is_run_method(NameMethod method) {
  return method == NameMethod::kEndsWith || method == NameMethod::kFollowedBy ||
         method == NameMethod::kPrecededBy;
}

bool joins_run(Gap gap) { return gap == Gap::kSpace || gap == Gap::kAmpersand; }

// Whether the cue's words stand at `first` and after, one space apart.
bool stands_at(const Tokens& tokens, size_t first, const std::vector<std::string>& words) {
  if (first + words.size() > tokens.list.size()) return false;
  for (size_t k = 0; k < words.size(); ++k) {
    if (k > 0 && tokens.list[first + k].gap != Gap::kSpace) return false;
    if (tokens.word(first + k) != words[k]) return false;
  }
  return true;
}

}  // namespace

RunNames::RunNames(const std::vector<NameRule>& rules) {
  std::map<std::string, Cues> by_word;
  for (size_t r = 0; r < rules.size(); ++r) {
    const NameRule& rule = rules[r];
    if (!is_run_method(rule.method)) continue;
    for (const std::string& phrase : rule.words) {
      Cue cue{
          r, rule.method, rule.kind, cue_words(phrase), exact_form(phrase), has_capital(phrase)};
      if (cue.words.empty()) continue;
      // The word that touches the name: the first of what follows it, else the last.
      Cues& cues =
          by_word[rule.method == NameMethod::kPrecededBy ? cue.words.back() : cue.words.front()];
      cues.parts_names |= rule.method != NameMethod::kEndsWith && cue.words.size() == 1;
      cues.ends_names |= rule.method == NameMethod::kEndsWith && cue.words.size() == 1;
      cues.list.push_back(std::move(cue));
    }
  }
  std::vector<std::string> words;
  for (auto& [word, cues] : by_word) {
    words.push_back(word);
    cues_.push_back(std::move(cues));
  }
  cue_words_ = text::WordSet(std::move(words));
}

const RunNames::Cues* RunNames::cues_at(const text::HashedWord& word) const {
  const uint32_t index = cue_words_.index_of(word);
  return index == text::WordSet::kNone ? nullptr : &cues_[index];
}

bool RunNames::is_name_word(const Tokens& tokens, size_t i) const {
  const Token& token = tokens.list[i];
  if (!token.capital || token.function_word || token.end - token.begin < 2) return false;
  const Cues* cues = cues_at(tokens.hashed(i));
  return cues == nullptr || !cues->parts_names;
}

// The first token of the run that ends at `last`; last + 1 when there is none.
size_t RunNames::run_start(const Tokens& tokens, size_t last) const {
  if (!is_name_word(tokens, last)) return last + 1;
  size_t first = last;
  while (first > 0 && last - first + 1 < kMaxRun && joins_run(tokens.list[first].gap) &&
         is_name_word(tokens, first - 1))
    --first;
  return first;
}

// One past the last token of the run that starts at `first`.
size_t RunNames::run_end(const Tokens& tokens, size_t first) const {
  size_t end = first;
  while (end < tokens.list.size() && end - first < kMaxRun && is_name_word(tokens, end) &&
         (end == first || joins_run(tokens.list[end].gap)))
    ++end;
  return end;
}

// "Pharma Inc" names nobody.
bool RunNames::is_all_endings(const Tokens& tokens, size_t first, size_t end) const {
  for (size_t i = first; i < end; ++i) {
    const Cues* cues = cues_at(tokens.hashed(i));
    if (cues == nullptr || !cues->ends_names) return false;
  }
  return true;
}

void RunNames::try_ends_with(const Tokens& tokens, size_t i, const Cue& cue,
                             std::vector<Found>& found) const {
  if (i == 0 || (cue.capital && !tokens.list[i].capital) || !stands_at(tokens, i, cue.words))
    return;
  const Token& token = tokens.list[i];
  if (!cue.exact.empty() && tokens.text.substr(token.begin, token.end - token.begin) != cue.exact)
    return;
  const bool comma = token.gap == Gap::kComma && token.end - token.begin <= kMaxAfterComma;
  if (!comma && !joins_run(token.gap)) return;
  const size_t first = run_start(tokens, i - 1);
  if (first >= i || is_all_endings(tokens, first, i)) return;
  found.push_back({first, i + cue.words.size() - 1, cue.kind, cue.rule});
}

void RunNames::try_cue(const Tokens& tokens, size_t i, const Cue& cue,
                       std::vector<Found>& found) const {
  if (cue.method == NameMethod::kEndsWith) {
    try_ends_with(tokens, i, cue, found);
  } else if (cue.method == NameMethod::kFollowedBy) {
    if (i == 0 || tokens.list[i].gap != Gap::kSpace || !stands_at(tokens, i, cue.words)) return;
    const size_t first = run_start(tokens, i - 1);
    if (first < i && !is_all_endings(tokens, first, i))
      found.push_back({first, i - 1, cue.kind, cue.rule});
  } else {
    if (i + 1 < cue.words.size() || !stands_at(tokens, i + 1 - cue.words.size(), cue.words)) return;
    if (i + 1 >= tokens.list.size() || tokens.list[i + 1].gap != Gap::kSpace) return;
    const size_t end = run_end(tokens, i + 1);
    if (end > i + 1 && !is_all_endings(tokens, i + 1, end))
      found.push_back({i + 1, end - 1, cue.kind, cue.rule});
  }
}

void RunNames::find(const Tokens& tokens, std::vector<Found>& found) const {
  for (size_t i = 0; i < tokens.list.size(); ++i) {
    const Cues* cues = cues_at(tokens.hashed(i));
    if (cues == nullptr) continue;
    for (const Cue& cue : cues->list) try_cue(tokens, i, cue, found);
  }
}

}  // namespace vectora::normalize::names
