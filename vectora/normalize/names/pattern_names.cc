#include "vectora/normalize/names/pattern_names.h"

namespace vectora::normalize::names {
namespace {

constexpr size_t kMaxMatches = 1000;  // in one text
constexpr std::string_view kSpaces = " \t\r\n";

// No full stop ends a sentence in it.
bool is_headline(std::string_view text) {
  for (size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1))
    if (at + 1 == text.size() || kSpaces.find(text[at + 1]) != std::string_view::npos) return false;
  return true;
}

}  // namespace

Result<PatternNames::Patterns> PatternNames::patterns_of(
    const std::vector<NameRule>& rules, std::vector<std::string> NameRule::*words) {
  Patterns patterns;
  std::vector<text::Regex> expressions;
  for (size_t r = 0; r < rules.size(); ++r) {
    if (rules[r].method != NameMethod::kPattern) continue;
    for (const std::string& pattern : rules[r].*words) {
      Result<text::Regex> regex = text::Regex::compile(pattern, text::CaseSensitive::kYes);
      if (!regex) return regex.error().within(rules[r].config.str() + " " + rules[r].id);
      expressions.push_back(*std::move(regex));
      patterns.rules.emplace_back(r, rules[r].kind);
    }
  }
  patterns.set = text::RegexSet(std::move(expressions));
  return patterns;
}

Result<PatternNames> PatternNames::compile(const std::vector<NameRule>& rules) {
  PatternNames names;
  names.anywhere_ = TRY(patterns_of(rules, &NameRule::words));
  names.headlines_ = TRY(patterns_of(rules, &NameRule::headline_words));
  return names;
}

void PatternNames::find(const Patterns& patterns, std::string_view text, const text::Lowered& lower,
                        std::vector<PatternName>& found) {
  patterns.set.search(text, lower, [&](size_t pattern, const text::RegexMatch& match) {
    if (found.size() >= kMaxMatches) return text::RegexSet::kNoFurther;
    if (match.group.empty()) return match.end;
    const auto begin = static_cast<size_t>(match.group.data() - text.data());
    const auto& [rule, kind] = patterns.rules[pattern];
    found.push_back({begin, begin + match.group.size(), kind, rule,
                     text.substr(match.begin, match.end - match.begin)});
    // What stands behind the name may begin the next one.
    return begin + match.group.size();
  });
}

void PatternNames::find(std::string_view text, const text::Lowered& lower,
                        std::vector<PatternName>& found) const {
  find(anywhere_, text, lower, found);
  if (is_headline(text)) find(headlines_, text, lower, found);
}

}  // namespace vectora::normalize::names
