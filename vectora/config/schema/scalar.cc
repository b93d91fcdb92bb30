#include "vectora/config/schema/scalar.h"

#include <charconv>
#include <cmath>

#include "vectora/base/url.h"
#include "vectora/page/selector.h"
#include "vectora/text/regex.h"
#include "vectora/text/regex_boundaries.h"

namespace vectora::config {

namespace {

constexpr size_t kShown = 60;  // characters of a wrong value that a message repeats

std::string shown(const YamlNode& node) {
  const std::string& text = node.text();
  return "'" + (text.size() <= kShown ? text : text.substr(0, kShown) + "...") + "'";
}

Problem at(const YamlNode& node, std::string what, std::string hint = {},
           Severity severity = Severity::kError) {
  return {severity, node.ref(), std::move(what), std::move(hint)};
}

bool in_range(double value, std::string_view allowed) {
  const size_t dots = allowed.find("..");
  if (dots == std::string_view::npos) return true;
  double low = -HUGE_VAL;
  double high = HUGE_VAL;
  std::from_chars(allowed.data(), allowed.data() + dots, low);
  std::from_chars(allowed.data() + dots + 2, allowed.data() + allowed.size(), high);
  return low <= value && value <= high;
}

Problem wrong_type(const Key& key, const YamlNode& node) {
  std::string hint;
  if (!node.is_plain() && key.type != Type::kEnum) hint = "remove the quotes";
  return at(node, "expected " + expectation(key) + ", found " + shown(node), std::move(hint));
}

// r"..." is Python; YAML takes the letter and the quotes as characters.
bool is_python_raw(const std::string& text) {
  return text.size() >= 3 && text[0] == 'r' && (text[1] == '"' || text[1] == '\'') &&
         text.back() == text[1];
}

bool has_doubled_backslash(const YamlNode& node) {
  if (node.style() == YamlNode::Style::kDoubleQuoted) return false;
  const std::string& text = node.text();
  const size_t at = text.find("\\\\");
  return at != std::string::npos && at + 2 < text.size() &&
         std::string_view("dwsbDWSB.()[]+*?").find(text[at + 2]) != std::string_view::npos;
}

// "(d{4})" where "(\d{4})" was meant: a class letter alone before a quantifier.
bool has_lost_backslash(const std::string& text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const bool is_class = std::string_view("dws").find(text[i]) != std::string_view::npos;
    const bool repeats = std::string_view("{+*").find(text[i + 1]) != std::string_view::npos;
    const bool alone =
        i == 0 || std::string_view("([|-/,: ").find(text[i - 1]) != std::string_view::npos;
    if (is_class && repeats && alone) return true;
  }
  return false;
}

std::vector<Problem> check_enum(const Key& key, const YamlNode& node) {
  const std::vector<std::string> choices = split_choices(key.allowed);
  for (const std::string& choice : choices) {
    if (choice == node.text()) return {};
  }
  Problem problem = wrong_type(key, node);
  const std::string meant = nearest(node.text(), choices);
  if (!meant.empty()) problem.hint = "did you mean '" + meant + "'?";
  return {problem};
}

std::vector<Problem> check_number(const Key& key, const YamlNode& node) {
  const std::optional<double> number = as_number(node);
  const bool fits = key.type == Type::kInt ? as_int(node).has_value() : number.has_value();
  if (!fits) return {wrong_type(key, node)};
  if (!in_range(*number, key.allowed)) return {wrong_type(key, node)};
  return {};
}

std::vector<Problem> check_text(const Key& key, const YamlNode& node) {
  if (node.text().empty() && (key.allowed == "!" || key.fallback == kRequired)) {
    return {at(node, "expected a text, found an empty one")};
  }
  return {};
}

std::vector<Problem> check_selector(const YamlNode& node) {
  if (node.text().empty()) return {};  // this part is not looked for
  const Result<page::Selector> selector = page::Selector::compile(node.text());
  if (selector.ok()) return {};
  return {at(node, "not a CSS selector: " + selector.error().message)};
}

}  // namespace

std::vector<std::string> split_choices(std::string_view allowed) {
  std::vector<std::string> choices;
  while (!allowed.empty()) {
    const size_t bar = std::min(allowed.find('|'), allowed.size());
    choices.emplace_back(allowed.substr(0, bar));
    allowed.remove_prefix(std::min(bar + 1, allowed.size()));
  }
  return choices;
}

std::string expectation(const Key& key) {
  std::string range;
  if (const size_t dots = key.allowed.find(".."); dots != std::string_view::npos) {
    const std::string_view high = key.allowed.substr(dots + 2);
    const std::string low(key.allowed.substr(0, dots));
    range = high.empty() ? " of at least " + low : " from " + low + " to " + std::string(high);
  }
  switch (key.type) {
    case Type::kBool: return "true or false";
    case Type::kInt: return "a whole number" + range;
    case Type::kNumber: return "a number" + range;
    case Type::kText: return "a text";
    case Type::kRegex: return "a regular expression";
    case Type::kSelector: return "a CSS selector";
    case Type::kUrl: return "an http or https address";
    case Type::kAny: return "anything";
    case Type::kGroup: return "a mapping or list";
    case Type::kAlias: return "the same as " + std::string(key.allowed);
    case Type::kEnum: break;
  }
  std::string out = "one of ";
  for (const std::string& choice : split_choices(key.allowed)) {
    out += (out.size() > 7 ? ", " : "") + choice;
  }
  return out;
}

std::vector<Problem> check_regex(const YamlNode& node) {
  const std::string& text = node.text();
  const Result<text::Regex> regex = text::Regex::compile(text, text::CaseSensitive::kNo);
  if (!regex.ok()) {
    return {at(node, regex.error().message)};
  }
  if (text.find('\b') != std::string::npos) {
    return {at(node, "a backspace character: in double quotes \\b is no word boundary",
               "write the expression in single quotes")};
  }
  std::vector<Problem> problems;
  if (has_doubled_backslash(node)) {
    problems.push_back(at(node, "a doubled backslash matches a backslash itself here",
                          "write one backslash; only double quotes need two", Severity::kWarning));
  }
  if (has_lost_backslash(text)) {
    problems.push_back(at(node, "a backslash seems to be lost in " + shown(node),
                          "write the expression in single quotes, with \\d, \\w or \\s",
                          Severity::kWarning));
  }
  if (const auto idle = text::idle_boundaries(text); !idle.empty()) {
    problems.push_back(
        at(node, "'" + idle.front() + "' holds at no word: \\b knows the letters from a to z alone",
           "leave this \\b out, or write the word as a name", Severity::kWarning));
  }
  return problems;
}

std::vector<Problem> check_scalar(const Key& key, const YamlNode& node) {
  if (is_python_raw(node.text())) {
    return {at(node,
               "r" + node.text().substr(1, 1) + "..." + node.text().substr(1, 1) +
                   " is not YAML: the r and the quotes are taken as characters",
               "write the expression in single quotes")};
  }
  switch (key.type) {
    case Type::kBool:
      if (!as_bool(node)) return {wrong_type(key, node)};
      return {};
    case Type::kInt:
    case Type::kNumber: return check_number(key, node);
    case Type::kText: return check_text(key, node);
    case Type::kEnum: return check_enum(key, node);
    case Type::kRegex: return check_regex(node);
    case Type::kSelector: return check_selector(node);
    case Type::kUrl:
      if (!Url::parse(node.text())) return {wrong_type(key, node)};
      return {};
    case Type::kAny:
    case Type::kGroup:
    case Type::kAlias: break;
  }
  return {};
}

std::optional<bool> as_bool(const YamlNode& node) {
  if (!node.is_scalar() || !node.is_plain()) return {};
  const std::string& text = node.text();
  if (text == "true" || text == "True" || text == "TRUE") return true;
  if (text == "false" || text == "False" || text == "FALSE") return false;
  return {};
}

std::optional<double> as_number(const YamlNode& node) {
  if (!node.is_scalar() || !node.is_plain()) return {};
  std::string_view text = node.text();
  if (text.size() > 1 && text[0] == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  if (!std::isfinite(value)) return {};
  return value;
}

std::optional<int> as_int(const YamlNode& node) {
  if (!node.is_scalar() || !node.is_plain()) return {};
  const std::string& text = node.text();
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return value;
}

}  // namespace vectora::config
