#include "vectora/text/regex/tokens.h"

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
    {"\\b", Kind::kBoundary}, {"\\A", Kind::kStart}, {"^", Kind::kStart},
    {"$", Kind::kEnd},        {"|", Kind::kOr},      {")", Kind::kClose},
};

using Ranges = std::vector<RegexToken::Range>;

// What a letter behind a backslash stands for, if that is one of several characters.
struct Escape {
  char letter;
  std::string_view ends;  // of ranges
  bool negated;
};

constexpr Escape kEscapes[] = {{'d', "09", false},         {'D', "09", true},
                               {'w', "09AZ__az", false},   {'W', "09AZ__az", true},
                               {'s', "\t\n\f\r  ", false}, {'S', "\t\n\f\r  ", true}};

void add_ranges(std::string_view ends, Ranges& ranges) {
  for (size_t at = 0; at < ends.size(); at += 2)
    ranges.emplace_back(std::string(1, ends[at]), std::string(1, ends[at + 1]));
}

// A control character by its letter, or 0.
char control(char letter) {
  constexpr std::string_view kLetters = "ntrfv";
  constexpr std::string_view kControls = "\n\t\r\f\v";
  const size_t at = kLetters.find(letter);
  return at == std::string_view::npos ? '\0' : kControls[at];
}

RegexToken token_of(Kind kind, std::string letters = {}) {
  RegexToken token;
  token.kind = kind;
  token.letters = std::move(letters);
  return token;
}

RegexToken class_of(Kind kind, Ranges ranges, bool negated = false) {
  RegexToken token = token_of(kind);
  token.ranges = std::move(ranges);
  token.negated = negated;
  return token;
}

RegexToken group_of(bool captures, std::string flags = {}) {
  RegexToken token = token_of(Kind::kOpen, std::move(flags));
  token.captures = captures;
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
    if (take(".")) return class_of(Kind::kSomeCharacter, {{"\n", "\n"}}, true);
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
    if (!take("?")) return group_of(true);
    if (take("P<")) return skip_behind(">") ? group_of(true) : give_up();
    const size_t length = std::min(rest_.find_first_not_of("imsU-"), rest_.size());
    std::string flags(rest_.substr(0, length));
    rest_.remove_prefix(length);
    if (take(":")) return group_of(false, std::move(flags));
    return !flags.empty() && take(")") ? token_of(Kind::kFlags, std::move(flags)) : give_up();
  }

  // Of a class, while it is read.
  struct Members {
    Ranges ranges;
    bool has_escape = false;
    bool has_unknown = false;
    bool has_name = false;
  };

  // A "]" that comes first is a letter.
  RegexToken char_class() {
    const bool is_negated = take("^");
    Members members;
    for (bool first = true; first || !rest_.starts_with("]"); first = false) {
      if (rest_.empty()) return give_up();
      if (take("[:")) {
        members.has_name = true;
        skip_behind(":]");
      } else {
        add_members(members);
      }
    }
    rest_.remove_prefix(1);
    if (members.has_name) return token_of(Kind::kUnknown);
    if (members.has_unknown) return token_of(Kind::kSomeCharacter);
    const bool is_plain = !is_negated && !members.has_escape;
    return class_of(is_plain ? Kind::kClass : Kind::kSomeCharacter, std::move(members.ranges),
                    is_negated);
  }

  void add_members(Members& members) {
    if (rest_.starts_with("\\") && rest_.size() > 1) {
      for (const Escape& escape : kEscapes) {
        if (rest_[1] != escape.letter) continue;
        rest_.remove_prefix(2);
        members.has_escape = true;
        members.has_unknown |= escape.negated;
        add_ranges(escape.ends, members.ranges);
        return;
      }
    }
    std::string low = class_letter(members);
    const bool is_range = rest_.starts_with("-") && !rest_.starts_with("-]");
    if (is_range) rest_.remove_prefix(1);
    std::string high = is_range ? class_letter(members) : low;
    members.ranges.emplace_back(std::move(low), std::move(high));
  }

  std::string class_letter(Members& members) {
    if (!take("\\")) return next_character();
    members.has_escape = true;
    const RegexToken letter = escape();
    members.has_unknown |= letter.kind != Kind::kLetter;
    return letter.letters;
  }

  RegexToken escape() {
    if (take("x")) return hex_letter();
    if (take("p") || take("P")) return unicode_class();
    if (rest_.empty() || rest_.front() == 'Q') return give_up();
    for (const Escape& escape : kEscapes) {
      if (!take(std::string_view(&escape.letter, 1))) continue;
      Ranges ranges;
      add_ranges(escape.ends, ranges);
      const Kind kind = escape.letter == 'd' ? Kind::kClass : Kind::kSomeCharacter;
      return class_of(kind, std::move(ranges), escape.negated);
    }
    if (const char sign = control(rest_.front())) {
      rest_.remove_prefix(1);
      return class_of(Kind::kSomeCharacter, {{std::string(1, sign), std::string(1, sign)}});
    }
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
    if (found) found->lazy = take("?");
    return found;
  }

  std::string_view rest_;
};

}  // namespace

std::vector<RegexToken> regex_tokens(std::string_view pattern) { return Scanner(pattern).run(); }

}  // namespace vectora::text
