#include "vectora/text/regex_tokens.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "vectora/text/lower.h"

namespace vectora::text {
namespace {

using Kind = RegexToken::Kind;

struct Fixed {
  std::string_view spelling;
  Kind kind;
};

constexpr Fixed kFixed[] = {
    {"\\b", Kind::kBoundary},
    {"\\A", Kind::kStart},
    {"^", Kind::kStart},
    {"$", Kind::kEnd},
    {"|", Kind::kOr},
    {")", Kind::kClose},
    {".", Kind::kSomeCharacter},
    {"\\w", Kind::kSomeCharacter},
    {"\\W", Kind::kSomeCharacter},
    {"\\s", Kind::kSomeCharacter},
    {"\\S", Kind::kSomeCharacter},
    {"\\D", Kind::kSomeCharacter},
    {"\\n", Kind::kSomeCharacter},
    {"\\t", Kind::kSomeCharacter},
    {"\\r", Kind::kSomeCharacter},
    {"\\f", Kind::kSomeCharacter},
    {"\\v", Kind::kSomeCharacter},
};

RegexToken token_of(Kind kind, std::string letters = {}) {
  RegexToken token;
  token.kind = kind;
  token.letters = std::move(letters);
  return token;
}

RegexToken class_of(std::vector<RegexToken::Range> ranges) {
  RegexToken token = token_of(Kind::kClass);
  token.ranges = std::move(ranges);
  return token;
}

RegexToken times(size_t least, size_t most) {
  RegexToken token = token_of(Kind::kTimes);
  token.least = least;
  token.most = most;
  return token;
}

std::optional<size_t> number(std::string_view digits) {
  const bool is_padded = digits.size() > 1 && digits[0] == '0';
  if (digits.empty() || is_padded || digits.find_first_not_of("0123456789") != digits.npos)
    return {};
  size_t value = kNoLimit;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Of the inside of braces: "2", "0,3" or "1,".
std::optional<RegexToken> times_of(std::string_view inside) {
  const size_t comma = inside.find(',');
  const std::optional<size_t> least = number(inside.substr(0, comma));
  if (!least) return {};
  if (comma == std::string_view::npos) return times(*least, *least);
  const std::string_view behind = inside.substr(comma + 1);
  if (behind.empty()) return times(*least, kNoLimit);
  const std::optional<size_t> most = number(behind);
  if (!most) return {};
  return times(*least, *most);
}

class Scanner {
 public:
  explicit Scanner(std::string_view pattern) : rest_(pattern) {}

  std::vector<RegexToken> run() {
    std::vector<RegexToken> tokens;
    while (!rest_.empty()) tokens.push_back(next());
    return tokens;
  }

 private:
  RegexToken next() {
    for (const Fixed& fixed : kFixed)
      if (take(fixed.spelling)) return token_of(fixed.kind);
    if (take("(")) return group();
    if (take("[")) return char_class();
    if (take("\\")) return escape();
    if (std::optional<RegexToken> times = how_often()) return *std::move(times);
    return token_of(Kind::kLetter, next_character());
  }

  bool take(std::string_view spelling) {
    if (!rest_.starts_with(spelling)) return false;
    rest_.remove_prefix(spelling.size());
    return true;
  }
  bool skip_behind(std::string_view end) {
    const size_t at = rest_.find(end);
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
    return at != std::string_view::npos;
  }
  RegexToken give_up() {
    rest_ = {};
    return token_of(Kind::kUnknown);
  }

  std::string next_character() {
    size_t end = 1;
    while (end < rest_.size() && (static_cast<unsigned char>(rest_[end]) & 0xC0) == 0x80) ++end;
    std::string taken(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end, rest_.size()));
    return taken;
  }

  RegexToken group() {
    if (!take("?")) return token_of(Kind::kOpen);
    if (take("P<")) return skip_behind(">") ? token_of(Kind::kOpen) : give_up();
    const size_t length = std::min(rest_.find_first_not_of("imsU-"), rest_.size());
    std::string flags(rest_.substr(0, length));
    rest_.remove_prefix(length);
    if (take(":")) return token_of(Kind::kOpen, std::move(flags));
    return !flags.empty() && take(")") ? token_of(Kind::kFlags, std::move(flags)) : give_up();
  }

  // A "]" that comes first is a letter.
  RegexToken char_class() {
    const bool is_negated = take("^");
    std::vector<RegexToken::Range> ranges;
    bool has_escape = false;
    bool has_name = false;
    for (bool first = true; first || !rest_.starts_with("]"); first = false) {
      if (rest_.empty()) return give_up();
      if (take("[:")) {
        has_name = true;
        skip_behind(":]");
        continue;
      }
      const std::optional<std::string> low = class_letter();
      const bool is_range = rest_.starts_with("-") && !rest_.starts_with("-]");
      if (is_range) rest_.remove_prefix(1);
      const std::optional<std::string> high = is_range ? class_letter() : low;
      has_escape |= !low || !high;
      if (low && high) ranges.emplace_back(*low, *high);
    }
    rest_.remove_prefix(1);
    if (has_name) return token_of(Kind::kUnknown);
    if (is_negated || has_escape) return token_of(Kind::kSomeCharacter);
    return class_of(std::move(ranges));
  }

  // Nothing for an escape. What stands behind its first letter, as in "\x2d", reads as letters.
  std::optional<std::string> class_letter() {
    if (!take("\\")) return next_character();
    next_character();
    return {};
  }

  RegexToken escape() {
    if (take("d")) return class_of({{"0", "9"}});
    if (take("x")) return hex_letter();
    if (take("p") || take("P")) return unicode_class();
    if (rest_.empty() || rest_.front() == 'Q') return give_up();
    const bool is_known = !is_word_byte(rest_.front());
    std::string letter = next_character();
    return is_known ? token_of(Kind::kLetter, std::move(letter)) : token_of(Kind::kUnknown);
  }

  RegexToken hex_letter() {
    if (take("{")) return skip_behind("}") ? token_of(Kind::kUnknown) : give_up();
    const std::string_view digits = rest_.substr(0, 2);
    unsigned value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (read.ptr != digits.data() + 2) return give_up();
    rest_.remove_prefix(2);
    return value < 0x80 ? token_of(Kind::kLetter, std::string(1, static_cast<char>(value)))
                        : token_of(Kind::kSomeCharacter);
  }

  // "\pL", "\p{Greek}".
  RegexToken unicode_class() {
    if (rest_.empty()) return give_up();
    if (next_character() == "{" && !skip_behind("}")) return give_up();
    return token_of(Kind::kSomeCharacter);
  }

  // Braces that say no number are letters.
  std::optional<RegexToken> how_often() {
    std::optional<RegexToken> found;
    if (take("?")) {
      found = times(0, 1);
    } else if (take("*")) {
      found = times(0, kNoLimit);
    } else if (take("+")) {
      found = times(1, kNoLimit);
    } else if (rest_.starts_with("{") && rest_.find('}') != std::string_view::npos) {
      found = times_of(rest_.substr(1, rest_.find('}') - 1));
      if (found) skip_behind("}");
    }
    if (found) take("?");  // as few as will do
    return found;
  }

  std::string_view rest_;
};

}  // namespace

std::vector<RegexToken> regex_tokens(std::string_view pattern) { return Scanner(pattern).run(); }

}  // namespace vectora::text
