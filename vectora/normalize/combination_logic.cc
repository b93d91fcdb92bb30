// Expressions such as "core AND (technology OR trademark)" over group ids,
// compiled by recursive descent into postfix; AND binds tighter than OR.
#include <algorithm>
#include <cctype>

#include "vectora/normalize/gate.h"
#include "vectora/normalize/words.h"

namespace vectora::normalize {
namespace {

constexpr int kMaxDepth = 32;

bool is_id_char(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

class Parser {
 public:
  Parser(std::string_view text, const std::vector<SignalGroup>& groups)
      : text_(text), groups_(groups) {}

  Result<std::vector<int>> parse() {
    if (peek().empty()) return std::vector<int>();
    TRY(parse_or(0));
    if (!peek().empty()) return fault("unexpected '" + std::string(peek()) + "'");
    return postfix_;
  }

 private:
  std::string_view text_;
  const std::vector<SignalGroup>& groups_;
  size_t position_ = 0;
  std::vector<int> postfix_;

  // The next token: a parenthesis, an id, or any other character.
  std::string_view peek() {
    while (position_ < text_.size() && (text_[position_] == ' ' || text_[position_] == '\t'))
      ++position_;
    size_t end = position_;
    while (end < text_.size() && is_id_char(text_[end])) ++end;
    if (end == position_ && end < text_.size()) ++end;
    return text_.substr(position_, end - position_);
  }

  bool accept(std::string_view token) {
    if (lower_case(peek()) != token) return false;
    position_ += token.size();
    return true;
  }

  Error fault(const std::string& what) const {
    return {ErrorCode::kMalformed, "column " + std::to_string(position_ + 1) + ": " + what};
  }

  Result<void> parse_or(int depth) {
    TRY(parse_and(depth));
    while (accept("or")) {
      TRY(parse_and(depth));
      postfix_.push_back(CombinationLogic::kOr);
    }
    return {};
  }

  Result<void> parse_and(int depth) {
    TRY(parse_operand(depth));
    while (accept("and")) {
      TRY(parse_operand(depth));
      postfix_.push_back(CombinationLogic::kAnd);
    }
    return {};
  }

  Result<void> parse_operand(int depth) {
    if (depth >= kMaxDepth) return fault("nested too deep");
    if (accept("(")) {
      TRY(parse_or(depth + 1));
      if (!accept(")")) return fault("')' is missing");
      return {};
    }
    const std::string_view token = peek();
    if (token.empty()) return fault("a group is missing at the end");
    const std::string word = lower_case(token);
    if (word == "and" || word == "or" || !is_id_char(token[0]))
      return fault("a group is expected, not '" + std::string(token) + "'");
    return push_group(token);
  }

  Result<void> push_group(std::string_view id) {
    const auto group = std::find_if(groups_.begin(), groups_.end(),
                                    [&](const SignalGroup& known) { return known.id == id; });
    if (group == groups_.end())
      return Error{ErrorCode::kNotFound, "column " + std::to_string(position_ + 1) +
                                             ": no group '" + std::string(id) + "'"};
    postfix_.push_back(static_cast<int>(group - groups_.begin()));
    position_ += id.size();
    return {};
  }
};

}  // namespace

Result<CombinationLogic> CombinationLogic::compile(std::string_view expression,
                                                   const std::vector<SignalGroup>& groups) {
  CombinationLogic logic;
  logic.postfix = TRY(Parser(expression, groups).parse());
  return logic;
}

bool CombinationLogic::holds(const std::vector<bool>& group_matched) const {
  if (postfix.empty())
    return std::find(group_matched.begin(), group_matched.end(), true) != group_matched.end();
  std::vector<bool> stack;
  for (const int step : postfix) {
    if (step >= 0) {
      const auto group = static_cast<size_t>(step);
      stack.push_back(group < group_matched.size() && group_matched[group]);
      continue;
    }
    if (stack.size() < 2) return false;
    const bool right = stack.back();
    stack.pop_back();
    stack.back() = step == kAnd ? (stack.back() && right) : (stack.back() || right);
  }
  return stack.size() == 1 && stack.front();
}

}  // namespace vectora::normalize
