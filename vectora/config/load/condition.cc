#include "vectora/config/load/condition.h"

#include <cctype>
#include <charconv>

namespace vectora::config {

namespace {

constexpr size_t kMaxAlternatives = 64;
constexpr int kMaxDepth = 32;

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

class ConditionParser {
 public:
  explicit ConditionParser(std::string_view text) : text_(text) { next(); }

  Result<Alternatives> parse() {
    Alternatives all = TRY(any_of(0));
    if (!token_.empty()) return fault("expected AND or OR");
    return all;
  }

 private:
  void next() {
    while (position_ < text_.size() && text_[position_] == ' ') ++position_;
    begin_ = position_;
    while (position_ < text_.size() && is_word(text_[position_])) ++position_;
    if (position_ == begin_ && position_ < text_.size()) ++position_;
    token_ = text_.substr(begin_, position_ - begin_);
  }

  bool is_keyword(std::string_view upper) const {
    if (token_.size() != upper.size()) return false;
    for (size_t i = 0; i < upper.size(); ++i) {
      if (std::toupper(static_cast<unsigned char>(token_[i])) != upper[i]) return false;
    }
    return true;
  }

  Error fault(const std::string& what) const {
    return {ErrorCode::kMalformed, "column " + std::to_string(begin_ + 1) + ": " + what};
  }

  Result<Alternatives> any_of(int depth) {
    Alternatives all = TRY(all_of(depth));
    while (is_keyword("OR")) {
      next();
      const Alternatives more = TRY(all_of(depth));
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }

  Result<Alternatives> all_of(int depth) {
    Alternatives left = TRY(one(depth));
    while (is_keyword("AND")) {
      next();
      const Alternatives right = TRY(one(depth));
      if (left.size() * right.size() > kMaxAlternatives) {
        return Error{ErrorCode::kTooLarge, "more than 64 alternatives"};
      }
      left = product(left, right);
    }
    return left;
  }

  static Alternatives product(const Alternatives& left, const Alternatives& right) {
    Alternatives all;
    for (const auto& a : left) {
      for (const auto& b : right) {
        all.push_back(a);
        all.back().insert(all.back().end(), b.begin(), b.end());
      }
    }
    return all;
  }

  Result<Alternatives> one(int depth) {
    if (depth > kMaxDepth) return fault("more than 32 parentheses");
    if (token_ == "(") {
      next();
      Alternatives inner = TRY(any_of(depth + 1));
      if (token_ != ")") return fault("expected ')'");
      next();
      return inner;
    }
    NamedCount count;
    if (!token_.empty() && std::isdigit(static_cast<unsigned char>(token_[0])) != 0) {
      std::from_chars(token_.data(), token_.data() + token_.size(), count.count);
      next();
      if (token_ != "*") return fault("expected '*' after a number");
      next();
    }
    const bool is_name =
        !token_.empty() && is_word(token_[0]) && !is_keyword("AND") && !is_keyword("OR");
    if (!is_name) return fault("expected a name");
    count.name = std::string(token_);
    next();
    return Alternatives{{count}};
  }

  std::string_view text_;
  size_t position_ = 0;
  size_t begin_ = 0;
  std::string_view token_;
};

}  // namespace

Result<Alternatives> parse_condition(std::string_view expression) {
  return ConditionParser(expression).parse();
}

}  // namespace vectora::config
