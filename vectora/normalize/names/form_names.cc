#include "vectora/normalize/names/form_names.h"

#include <algorithm>

#include "vectora/normalize/words.h"

namespace vectora::normalize::names {
namespace {

constexpr size_t kMinBeforeStem = 2;  // letters in front of the ending
constexpr size_t kMaxModifiers = 4;

constexpr size_t kMinStem = 2;
constexpr size_t kLetterBits = 5;

// Five bits of each of the last three.
size_t last_letters(char third, char second, char last) {
  const auto bits = [](char c) { return static_cast<size_t>(c) % (1U << kLetterBits); };
  return bits(third) << (2 * kLetterBits) | bits(second) << kLetterBits | bits(last);
}

// Companies and trademarks are written with a capital.
bool is_proper(EntityKind kind) {
  return kind == EntityKind::kCompany || kind == EntityKind::kTrademark;
}

bool all_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

}  // namespace

const size_t* FormNames::Table::find(const text::HashedWord& word) const {
  const uint32_t index = words.index_of(word);
  return index == text::WordSet::kNone ? nullptr : &rules[index];
}

FormNames::Table FormNames::table_of(const std::vector<NameRule>& rules, NameMethod method) {
  Table table;
  std::vector<std::string> words;
  for (size_t r = 0; r < rules.size(); ++r) {
    if (rules[r].method != method) continue;
    for (std::string_view word : rules[r].words) {
      if (word.starts_with('-')) word.remove_prefix(1);
      if (word.empty()) continue;
      words.push_back(lower_case(word));
      table.rules.push_back(r);
    }
  }
  table.words = text::WordSet(std::move(words));
  return table;
}

FormNames::FormNames(const std::vector<NameRule>& rules)
    : stems_(table_of(rules, NameMethod::kStem)), heads_(table_of(rules, NameMethod::kHead)) {
  for (const NameRule& rule : rules) {
    kinds_.push_back(rule.kind);
    std::vector<std::string> ends;
    for (const std::string& word : rule.except) ends.push_back(lower_case(word));
    phrase_ends_.emplace_back(std::move(ends));
    if (rule.method != NameMethod::kStem) continue;
    for (const std::string& stem : rule.words) {
      const std::string ending = lower_case(stem.substr(stem.starts_with('-') ? 1 : 0));
      if (ending.size() < kMinStem) continue;
      mark_stem(ending);
      min_stem_ = min_stem_ == 0 ? ending.size() : std::min(min_stem_, ending.size());
      max_stem_ = std::max(max_stem_, ending.size());
    }
  }
}

// Before an ending of two letters any letter may stand.
void FormNames::mark_stem(std::string_view ending) {
  const char second = ending[ending.size() - 2];
  if (ending.size() > 2)
    return void(last_letters_.set(last_letters(ending[ending.size() - 3], second, ending.back())));
  for (char third = 0; third < (1 << kLetterBits); ++third)
    last_letters_.set(last_letters(third, second, ending.back()));
}

const size_t* FormNames::stem_rule(std::string_view word) const {
  if (min_stem_ == 0 || word.size() < min_stem_ + kMinBeforeStem) return nullptr;
  const size_t size = word.size();
  if (!last_letters_.test(last_letters(word[size - 3], word[size - 2], word[size - 1])))
    return nullptr;
  for (size_t length = std::min(max_stem_, word.size() - kMinBeforeStem); length >= min_stem_;
       --length) {
    const std::string_view ending = word.substr(size - length);
    if (const size_t* rule = stems_.find({ending, text::word_hash(ending)})) return rule;
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
    if (phrase_ends_[rule].contains(tokens.hashed(before))) break;
    first = before;
  }
  return first;
}

void FormNames::find(const Tokens& tokens, std::vector<Found>& found) const {
  for (size_t i = 0; i < tokens.list.size(); ++i) {
    const std::string_view word = tokens.word(i);
    if (const size_t* head = heads_.find(tokens.hashed(i))) {
      const size_t first = phrase_start(tokens, i, *head);
      if (first < i) {
        found.push_back({first, i, kinds_[*head], *head});
        continue;
      }
    }
    if (tokens.list[i].function_word) continue;
    const size_t* const rule = stem_rule(word);
    if (rule == nullptr || !all_letters(word)) continue;
    if (is_proper(kinds_[*rule]) && !tokens.list[i].capital) continue;
    found.push_back({i, i, kinds_[*rule], *rule});
  }
}

}  // namespace vectora::normalize::names
