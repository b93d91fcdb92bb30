#include "vectora/page/selector/scanner.h"

#include <algorithm>
#include <charconv>

#include "vectora/base/utf8.h"

namespace vectora::page {
namespace {

constexpr int kMaxHexDigits = 6;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_start(char c) {
  return is_letter(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) { return is_name_start(c) || is_digit(c) || c == '-'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<int> to_int(std::string_view digits) {
  if (!digits.empty() && digits.front() == '+') {
    digits.remove_prefix(1);
    if (!digits.empty() && !is_digit(digits.front())) return std::nullopt;
  }
  int value = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

char SelectorScanner::peek(size_t ahead) const {
  return position_ + ahead < css_.size() ? css_[position_ + ahead] : '\0';
}

bool SelectorScanner::take(char wanted) {
  if (at_end() || css_[position_] != wanted) return false;
  ++position_;
  return true;
}

bool SelectorScanner::skip_space() {
  const size_t before = position_;
  while (!at_end()) {
    if (is_space(peek())) {
      ++position_;
    } else if (peek() == '/' && peek(1) == '*') {
      const size_t close = css_.find("*/", position_ + 2);
      position_ = close == std::string_view::npos ? css_.size() : close + 2;
    } else {
      break;
    }
  }
  return position_ > before;
}

bool SelectorScanner::starts_escape(size_t at) const {
  return peek(at) == '\\' && position_ + at + 1 < css_.size() && peek(at + 1) != '\n';
}

bool SelectorScanner::starts_identifier() const {
  const size_t at = peek() == '-' ? 1 : 0;
  return is_name_start(peek(at)) || starts_escape(at) || (at == 1 && peek(1) == '-');
}

void SelectorScanner::take_escape(std::string& out) {
  ++position_;  // the backslash
  char32_t value = 0;
  int digits = 0;
  while (digits < kMaxHexDigits && hex_value(peek()) >= 0) {
    value = value * 16 + static_cast<char32_t>(hex_value(peek()));
    ++position_;
    ++digits;
  }
  if (digits == 0) {
    append_utf8(out, next_code_point(css_, position_));
    return;
  }
  if (is_space(peek())) ++position_;
  append_utf8(out, value == 0 ? kReplacementCharacter : value);
}

std::optional<std::string> SelectorScanner::name() {
  std::string out;
  while (!at_end()) {
    if (is_name(peek())) {
      out += css_[position_++];
    } else if (starts_escape(0)) {
      take_escape(out);
    } else {
      break;
    }
  }
  if (out.empty()) return std::nullopt;
  return out;
}

std::optional<std::string> SelectorScanner::identifier() {
  if (!starts_identifier()) return std::nullopt;
  return name();
}

std::optional<std::string> SelectorScanner::string() {
  const char quote = peek();
  if (quote != '"' && quote != '\'') return std::nullopt;
  const size_t begin = position_++;
  std::string out;
  while (!at_end() && peek() != '\n') {
    if (take(quote)) return out;
    if (peek() == '\\' && peek(1) == '\n') {
      position_ += 2;  // a line continued
    } else if (starts_escape(0)) {
      take_escape(out);
    } else {
      out += css_[position_++];
    }
  }
  position_ = begin;
  return std::nullopt;
}

std::string SelectorScanner::raw_argument() {
  skip_space();
  const size_t begin = position_;
  int open = 0;
  while (!at_end() && (peek() != ')' || open > 0)) {
    if (peek() == '(') ++open;
    if (peek() == ')') --open;
    ++position_;
  }
  size_t end = position_;
  while (end > begin && is_space(css_[end - 1])) --end;
  return std::string(css_.substr(begin, end - begin));
}

Error SelectorScanner::expected(std::string_view what) const {
  return {ErrorCode::kMalformed,
          "column " + std::to_string(position_ + 1) + ": expected " + std::string(what)};
}

std::optional<NthPattern> parse_nth(std::string_view text) {
  std::string dense;
  for (const char c : text) {
    if (!is_space(c)) dense += is_letter(c) ? static_cast<char>(c | 0x20) : c;
  }
  if (dense == "odd") return NthPattern{2, 1};
  if (dense == "even") return NthPattern{2, 0};
  const size_t n = dense.find('n');
  if (n == std::string::npos) {
    const std::optional<int> offset = to_int(dense);
    return offset ? std::optional(NthPattern{0, *offset}) : std::nullopt;
  }
  const std::string before = dense.substr(0, n);
  const std::string after = dense.substr(n + 1);
  const bool sign_only = before.empty() || before == "+" || before == "-";
  const std::optional<int> step = sign_only ? (before == "-" ? -1 : 1) : to_int(before);
  const bool signed_offset = after.empty() || after[0] == '+' || after[0] == '-';
  const std::optional<int> offset = after.empty() ? 0 : to_int(after);
  if (!step || !offset || !signed_offset) return std::nullopt;
  return NthPattern{*step, *offset};
}

}  // namespace vectora::page
