#include "vectora/normalize/names/pattern_names.h"

namespace vectora::normalize::names {
namespace {

constexpr size_t kMaxMatches = 1000;  // in one text

}  // namespace

Result<PatternNames> PatternNames::compile(const std::vector<NameRule>& rules) {
  PatternNames names;
  std::vector<text::Regex> expressions;
  for (size_t r = 0; r < rules.size(); ++r) {
    if (rules[r].method != NameMethod::kPattern) continue;
    for (const std::string& pattern : rules[r].words) {
      Result<text::Regex> regex = text::Regex::compile(pattern, text::CaseSensitive::kYes);
      if (!regex) return regex.error().within(rules[r].config.str() + " " + rules[r].id);
      expressions.push_back(*std::move(regex));
      names.rules_.emplace_back(r, rules[r].kind);
    }
  }
  names.patterns_ = text::RegexSet(std::move(expressions));
  return names;
}

void PatternNames::find(std::string_view text, const text::Lowered& lower,
                        std::vector<PatternName>& found) const {
  patterns_.search(text, lower, [&](size_t pattern, const text::RegexMatch& match) {
    if (found.size() >= kMaxMatches) return text::RegexSet::kNoFurther;
    if (match.group.empty()) return match.end;
    const auto begin = static_cast<size_t>(match.group.data() - text.data());
    const auto& [rule, kind] = rules_[pattern];
    found.push_back({begin, begin + match.group.size(), kind, rule,
                     text.substr(match.begin, match.end - match.begin)});
    // What stands behind the name may begin the next one.
    return begin + match.group.size();
  });
}

}  // namespace vectora::normalize::names
