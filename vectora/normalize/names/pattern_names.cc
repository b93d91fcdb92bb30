#include "vectora/normalize/names/pattern_names.h"

namespace vectora::normalize::names {
namespace {

constexpr size_t kMaxMatches = 200;  // of one pattern in one text

}  // namespace

Result<PatternNames> PatternNames::compile(const std::vector<NameRule>& rules) {
  PatternNames names;
  for (size_t r = 0; r < rules.size(); ++r) {
    if (rules[r].method != NameMethod::kPattern) continue;
    for (const std::string& pattern : rules[r].words) {
      Result<text::Regex> regex = text::Regex::compile(pattern, text::CaseSensitive::kYes);
      if (!regex) return regex.error().within(rules[r].config.str() + " " + rules[r].id);
      names.patterns_.push_back({*std::move(regex), rules[r].kind, r});
    }
  }
  return names;
}

void PatternNames::find(std::string_view text, std::vector<PatternName>& found) const {
  for (const Pattern& pattern : patterns_) {
    size_t from = 0;
    for (size_t n = 0; n < kMaxMatches && from <= text.size(); ++n) {
      const std::optional<text::RegexMatch> match = pattern.regex.search(text, from);
      if (!match) break;
      from = match->end > from ? match->end : from + 1;
      if (match->group.empty()) continue;
      const auto begin = static_cast<size_t>(match->group.data() - text.data());
      found.push_back({begin, begin + match->group.size(), pattern.kind, pattern.rule,
                       text.substr(match->begin, match->end - match->begin)});
      // What stands behind the name may begin the next one.
      if (begin + match->group.size() > match->begin) from = begin + match->group.size();
    }
  }
}

}  // namespace vectora::normalize::names
