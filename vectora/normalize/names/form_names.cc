#include "vectora/normalize/names/form_names.h"

#include <algorithm>

#include "vectora/normalize/words.h"

namespace vectora::normalize::names {
namespace {

constexpr size_t kMinBeforeStem = 2;  // letters in front of the ending
constexpr size_t kMaxModifiers = 4;

bool all_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

FormNames::FormNames(const std::vector<NameRule>& rules)
    : kinds_(rules.size()), modifiers_(rules.size()) {
  for (size_t r = 0; r < rules.size(); ++r) {
    kinds_[r] = rules[r].kind;
    for (const std::string& word : rules[r].words) {
      if (rules[r].method == NameMethod::kStem) add_stem(word, r);
      if (rules[r].method == NameMethod::kHead) heads_.emplace(lower_case(word), r);
    }
    for (const std::string& word : rules[r].except) modifiers_[r].insert(lower_case(word));
  }
}

void FormNames::add_stem(std::string_view ending, size_t rule) {
  if (ending.starts_with('-')) ending.remove_prefix(1);
  if (ending.empty()) return;
  min_stem_ = min_stem_ == 0 ? ending.size() : std::min(min_stem_, ending.size());
  max_stem_ = std::max(max_stem_, ending.size());
  stems_.emplace(lower_case(ending), rule);
}

const size_t* FormNames::stem_rule(std::string_view word) const {
  if (stems_.empty() || word.size() < min_stem_ + kMinBeforeStem) return nullptr;
  for (size_t length = std::min(max_stem_, word.size() - kMinBeforeStem); length >= min_stem_;
       --length) {
    const auto at = stems_.find(std::string(word.substr(word.size() - length)));
    if (at != stems_.end()) return &at->second;
  }
  return nullptr;
}

// Modifiers are the words before the head that are neither function words nor
// among those that the rule says end a phrase.
size_t FormNames::phrase_start(const Tokens& tokens, size_t head, size_t rule) const {
  size_t first = head;
  while (first > 0 && head - first < kMaxModifiers && tokens.list[first].gap == Gap::kSpace) {
    const size_t before = first - 1;
    if (tokens.list[before].function_word) break;
    if (modifiers_[rule].count(std::string(tokens.word(before))) > 0) break;
    first = before;
  }
  return first;
}

void FormNames::find(const Tokens& tokens, std::vector<Found>& found) const {
  for (size_t i = 0; i < tokens.list.size(); ++i) {
    const std::string_view word = tokens.word(i);
    const auto head = heads_.find(std::string(word));
    if (head != heads_.end()) {
      const size_t first = phrase_start(tokens, i, head->second);
      if (first < i) {
        found.push_back({first, i, kinds_[head->second], head->second});
        continue;
      }
    }
    if (tokens.list[i].function_word || !all_letters(word)) continue;
    if (const size_t* rule = stem_rule(word)) found.push_back({i, i, kinds_[*rule], *rule});
  }
}

}  // namespace vectora::normalize::names
