// The expression is read once, from left to right, and while it is read the
// beginnings of what it matches grow: a literal makes each beginning longer, an
// alternative doubles them, and whatever is not a known letter closes them: a
// closed beginning is one behind which anything may follow. The same is done anew
// from each later place of the expression where a word must begin. Beside it the
// bytes of the longest match of each element are counted.
#include "vectora/text/regex_beginnings.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

#include "vectora/base/utf8.h"
#include "vectora/text/lower.h"

namespace vectora::text {
namespace {

constexpr size_t kMaxBeginnings = 1000;  // of alternatives
constexpr size_t kMaxGrown = 80;         // of a sequence; more, and it grows no longer
constexpr size_t kMaxLetters = 16;       // of one beginning
constexpr size_t kMaxClass = 16;         // letters of a class that are told apart
constexpr int kMaxDepth = 50;
constexpr size_t kMaxUtf8 = 4;  // bytes of a character

size_t sum(size_t a, size_t b) { return a > kNoLimit - b ? kNoLimit : a + b; }
size_t product(size_t a, size_t b) { return b > 0 && a > kNoLimit / b ? kNoLimit : a * b; }

Beginning closed() {
  Beginning beginning;
  beginning.open = false;
  return beginning;
}

// Of which an expression that ignores case finds the lower case and its capital, and
// at most one sign more: European letters, punctuation and signs of money, without
// dotted and dotless i and long s, and signs up to that of the ohm.
bool has_plain_case(char32_t code) {
  if (code >= 0x2000 && code < 0x2126) return true;
  return code > 0 && code < 0x180 && code != 0x130 && code != 0x131 && code != 0x17F;
}

// What is taken for a letter beside its lower case and its capital: the capital
// sharp s, the Angstrom sign, the Greek mu. The Kelvin sign is left out.
std::string_view third_form(std::string_view lower) {
  if (lower == "ß") return "\u1E9E";
  if (lower == "å") return "\u212B";
  return lower == "µ" ? "\u03BC" : "";
}

// Bytes of the longest sign that is taken for a character where case is ignored: for
// "k" and "s" that is not one of ASCII.
size_t longest_form(std::string_view character) {
  constexpr std::string_view kWithOthers = "kKsS";
  const bool is_ascii = character.size() == 1 && static_cast<unsigned char>(character[0]) < 0x80;
  return is_ascii && kWithOthers.find(character[0]) == std::string_view::npos ? 1 : kMaxUtf8;
}

bool is_number(std::string_view digits) {
  const bool is_padded = digits.size() > 1 && digits[0] == '0';
  return !digits.empty() && !is_padded &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether braces with this inside say how often: "2", "0,3" or "1,". All others are letters.
bool are_times(std::string_view inside) {
  const size_t comma = std::min(inside.find(','), inside.size());
  const std::string_view most = inside.substr(std::min(comma + 1, inside.size()));
  return is_number(inside.substr(0, comma)) && (most.empty() || is_number(most));
}

void close(Beginnings& beginnings) {
  for (Beginning& one : beginnings) one.open = false;
}

bool is_any_open(const Beginnings& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(),
                     [](const Beginning& one) { return one.open; });
}

Beginning joined(const Beginning& first, const Beginning& second) {
  Beginning both = first;
  both.letters += second.letters;
  both.open = second.open;
  both.whole_word = second.letters.empty() ? first.whole_word : second.whole_word;
  if (!first.letters.empty()) return both;
  both.boundary |= second.boundary;
  both.at_start |= second.at_start;
  return both;
}

// What begins with one of `first`, going on with one of `second`.
Beginnings followed_by(const Beginnings& first, const Beginnings& second) {
  Beginnings both;
  for (const Beginning& one : first) {
    if (!one.open) {
      both.push_back(one);
      continue;
    }
    for (const Beginning& other : second) both.push_back(joined(one, other));
  }
  if (both.size() > std::max({kMaxGrown, first.size(), second.size()})) {
    both = first;
    close(both);
  }
  for (Beginning& one : both) one.open &= one.letters.size() < kMaxLetters;
  return both;
}

void add_boundary(Beginnings& beginnings) {
  for (Beginning& one : beginnings) {
    if (!one.open) continue;
    if (one.letters.empty()) {
      one.boundary = true;
    } else if (is_word_byte(one.letters.back())) {
      one.whole_word = true;
      one.open = false;
    }
  }
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : rest_(pattern) {}

  // The alternatives of the whole expression.
  std::vector<Alternative> run() {
    std::vector<Alternative> all;
    do {
      const std::string_view from = rest_;
      Alternative alternative{sequence(0, Beginning()), {}};
      const std::string_view behind = rest_;
      rest_ = from;
      alternative.later = later_beginnings(behind.size());
      rest_ = behind;
      all.push_back(std::move(alternative));
    } while (take("|"));
    if (failed_ || !rest_.empty()) all.clear();
    return all;
  }

 private:
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  char take_byte() {
    if (rest_.empty()) return fail();
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }
  char fail() {
    failed_ = true;
    rest_ = {};
    return '\0';
  }

  Beginnings alternatives(int depth) {
    if (depth > kMaxDepth) fail();
    Beginnings all = sequence(depth, Beginning());
    size_t longest = longest_;
    while (take("|")) {
      const Beginnings other = sequence(depth, Beginning());
      longest = std::max(longest, longest_);
      all.insert(all.end(), other.begin(), other.end());
      if (all.size() > kMaxBeginnings) all = {closed()};
    }
    longest_ = longest;
    return all;
  }

  bool ends() const { return rest_.empty() || rest_.front() == '|' || rest_.front() == ')'; }

  enum class Read { kAll, kWhileOpen };

  // How what is left of a sequence begins, `before` having been read.
  Beginnings sequence(int depth, Beginning before, Read read = Read::kAll) {
    Beginnings all = {std::move(before)};
    size_t longest = 0;
    while (!ends() && (read == Read::kAll || is_any_open(all))) {
      if (take("\\b")) {
        add_boundary(all);
      } else if (take("^") || take("\\A")) {
        for (Beginning& one : all) one.at_start |= one.letters.empty() && one.open;
      } else if (!flags()) {
        const Beginnings one = repeated(element(depth));
        longest = sum(longest, longest_);
        if (is_any_open(all)) all = followed_by(all, one);
      }
    }
    longest_ = longest;
    return all;
  }

  // Inside the alternative, until so much is left, the places where a word must
  // begin or a mark must stand, and how the rest begins there. What the alternative
  // itself is known to begin with needs no second look.
  std::vector<Later> later_beginnings(size_t left) {
    std::vector<Later> all;
    Beginnings before = {Beginning()};
    size_t distance = 0;
    bool boundary = false;
    while (!failed_ && rest_.size() > left) {
      const bool is_known =
          std::all_of(before.begin(), before.end(), [](const Beginning& one) { return one.open; });
      if (take("\\b")) {
        add_boundary(before);
        boundary = true;
        continue;
      }
      if (!is_known && (boundary || may_be_mark()))
        all.push_back({rest_of_sequence(boundary), distance});
      boundary = false;
      if (take("^") || take("\\A") || flags() || take(")")) continue;
      if (is_plain_group()) {
        open_group();
        continue;
      }
      const Beginnings one = repeated(element(0));
      distance = sum(distance, longest_);
      boundary = ends_words(one);
      if (is_any_open(before)) before = followed_by(before, one);
    }
    return all;
  }

  Beginnings rest_of_sequence(bool boundary) {
    const std::string_view from = rest_;
    Beginning before;
    before.boundary = boundary;
    Beginnings all = sequence(0, std::move(before), Read::kWhileOpen);
    rest_ = from;
    return all;
  }

  bool is_repeated_at(size_t at) const {
    return at < rest_.size() &&
           (rest_[at] == '?' || rest_[at] == '*' || rest_[at] == '+' || rest_[at] == '{');
  }

  // Whether what was read is one character of which no word is made.
  static bool ends_words(const Beginnings& beginnings) {
    return std::all_of(beginnings.begin(), beginnings.end(), [](const Beginning& one) {
      return one.open && one.letters.size() == 1 && !is_word_byte(one.letters[0]);
    });
  }

  // Behind the class that begins at `at`; the end where that is hard to say.
  size_t behind_class(size_t at) const {
    at += rest_.substr(at).starts_with("[^") ? 3 : 2;  // "]" may come first
    for (; at < rest_.size() && rest_[at] != ']'; ++at) {
      if (rest_[at] == '[') return rest_.size();
      if (rest_[at] == '\\') ++at;
    }
    return at;
  }

  // A group that is there once, as one row of elements.
  bool is_plain_group() const {
    if (rest_.empty() || rest_.front() != '(') return false;
    int depth = 0;
    for (size_t at = 0; at < rest_.size(); ++at) {
      const char c = rest_[at];
      if (c == '\\') ++at;
      if (c == '[') at = behind_class(at);
      if (c == '|' && depth == 1) return false;
      if (c == '(') ++depth;
      if (c == ')' && --depth == 0) return !is_repeated_at(at + 1);
    }
    return false;
  }

  // Behind "(", "(?:", "(?P<name>" or "(?i:".
  void open_group() {
    if (!rest_.starts_with("(?")) return rest_.remove_prefix(1);
    const size_t end = rest_.find_first_of(":>");
    rest_.remove_prefix(std::min(end, rest_.size() - 1) + 1);
  }

  // A sign that neither a word nor the syntax is made of.
  bool may_be_mark() const {
    if (rest_.empty()) return false;
    if (rest_.front() == '[') return true;  // perhaps a class of marks
    constexpr std::string_view kMarks = ",;:'\"/-%&@!#";
    return kMarks.find(rest_.front()) != std::string_view::npos && !is_repeated_at(1);
  }

  // How long the letters of flags are that change nothing here ("i", "s", "U", "-")
  // behind a "(?"; what changes the meaning of "^" is too much.
  size_t flag_letters() const {
    size_t end = 0;
    while (end + 2 < rest_.size() &&
           std::string_view("isU-").find(rest_[end + 2]) != std::string_view::npos)
      ++end;
    return end;
  }

  // "(?i)", for all that follows.
  bool flags() {
    if (!rest_.starts_with("(?")) return false;
    const size_t end = 2 + flag_letters();
    if (end == 2 || end == rest_.size() || rest_[end] != ')') return false;
    rest_.remove_prefix(end + 1);
    return true;
  }

  Beginnings element(int depth) {
    if (rest_.front() == '(') return group(depth);
    if (take("[")) return char_class();
    if (take("\\")) return escape();
    const char c = rest_.front();
    longest_ = c == '$' ? 0 : kMaxUtf8;
    if (c == '.' || c == '$') {
      rest_.remove_prefix(1);
      return {closed()};
    }
    if (c == '*' || c == '+' || c == '?' || has_times()) fail();  // behind "\b" or "^"
    const std::string character = next_letter();
    longest_ = longest_form(character);
    return letter(character);
  }

  Beginnings group(int depth) {
    const size_t letters = rest_.starts_with("(?") ? flag_letters() : 0;
    rest_.remove_prefix(1);
    if (letters > 0) {  // "(?i:...)"
      rest_.remove_prefix(1 + letters);
      if (!take(":")) fail();
    } else if (take("?P<")) {
      const size_t end = rest_.find('>');
      if (end == std::string_view::npos) fail();
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
    } else if (take("?") && !take(":")) {
      fail();
    }
    Beginnings all = alternatives(depth + 1);
    if (!take(")")) fail();
    return all;
  }

  // The next character of the expression, as it is.
  std::string next_letter() {
    size_t end = 1;
    while (end < rest_.size() && (static_cast<unsigned char>(rest_[end]) & 0xC0) == 0x80) ++end;
    std::string taken(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end, rest_.size()));
    return taken;
  }

  static Beginnings letter(std::string_view character) {
    size_t at = 0;
    const char32_t code = character.empty() ? 0 : next_code_point(character, at);
    if (!has_plain_case(code) || at != character.size()) return {closed()};
    Beginnings all(1);
    all[0].letters = lower_in_place(character);
    const std::string_view third = third_form(all[0].letters);
    if (!third.empty()) all.emplace_back().letters = third;
    return all;
  }

  Beginnings escape() {
    const char c = take_byte();
    longest_ = c == 'd' ? 1 : kMaxUtf8;
    if (c == 'd') return digits();
    if (c == 'p' || c == 'P') return unicode_class();
    if (c == 'x') return letter(hex_letter());
    if (c == 'n' || c == 't' || c == 'r' || c == 'f' || c == 'v') return {closed()};
    if (c == 'w' || c == 's' || c == 'S' || c == 'W' || c == 'D') return {closed()};
    if (is_word_byte(c)) fail();  // "\z", "\pL", "\Q" and more
    return letter(std::string_view(&c, 1));
  }

  // "\pL", "\p{Greek}".
  Beginnings unicode_class() {
    if (take_byte() == '{') {
      const size_t end = rest_.find('}');
      if (end == std::string_view::npos) fail();
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
    }
    return {closed()};
  }

  static Beginnings digits() {
    Beginnings all;
    for (char digit = '0'; digit <= '9'; ++digit) {
      all.emplace_back();
      all.back().letters = digit;
    }
    return all;
  }

  std::string hex_letter() {
    constexpr std::string_view kDigits = "0123456789abcdef";
    unsigned value = 0;
    for (int i = 0; i < 2; ++i) {
      const char digit = static_cast<char>(take_byte() | 0x20);
      const size_t at = kDigits.find(digit);
      if (at == std::string_view::npos) fail();
      value = value * 16 + static_cast<unsigned>(at % 16);
    }
    return value < 0x80 ? std::string(1, static_cast<char>(value)) : std::string();
  }

  // Classes of single characters and of short ranges are alternatives.
  Beginnings char_class() {
    bool known = !take("^");
    Beginnings all;
    longest_ = kMaxUtf8;
    bool first = true;
    while (!rest_.empty() && (first || rest_.front() != ']')) {
      first = false;
      if (rest_.starts_with("[:")) fail();
      const std::optional<std::string> low = class_letter();
      const bool is_range = rest_.starts_with("-") && !rest_.starts_with("-]");
      if (is_range) rest_.remove_prefix(1);
      const std::optional<std::string> high = is_range ? class_letter() : low;
      known = known && low && high && add_range(*low, *high, all);
    }
    if (!take("]")) fail();
    if (!known) return {closed()};
    longest_ = 1;
    for (const Beginning& one : all) longest_ = std::max(longest_, longest_form(one.letters));
    return all;
  }

  // Nothing for an escape.
  std::optional<std::string> class_letter() {
    if (!take("\\")) return next_letter();
    take_byte();
    return {};
  }

  static bool add_range(const std::string& low, const std::string& high, Beginnings& all) {
    if (low == high) {
      const Beginnings forms = letter(low);
      all.insert(all.end(), forms.begin(), forms.end());
      return all.back().open && all.size() <= kMaxClass;
    }
    if (low.size() != 1 || high.size() != 1 || low > high || high[0] - low[0] > 15) return false;
    const unsigned last = static_cast<unsigned char>(high[0]);  // perhaps the last of char
    for (unsigned code = static_cast<unsigned char>(low[0]); code <= last; ++code)
      all.push_back(letter(std::string(1, static_cast<char>(code))).front());
    return all.size() <= kMaxClass;
  }

  // Whether "{2}", "{0,3}" or "{1,}" is at the front.
  bool has_times() const {
    const size_t end = rest_.find('}');
    return rest_.starts_with("{") && end != std::string_view::npos &&
           are_times(rest_.substr(1, end - 1));
  }

  // The most that "{2}", "{0,3}" or "{1,}" at the front allows.
  size_t most_times() const {
    const std::string_view times = rest_.substr(0, rest_.find('}'));
    const size_t comma = times.find(',');
    const std::string_view most = times.substr(comma == std::string_view::npos ? 1 : comma + 1);
    size_t number = kNoLimit;
    std::from_chars(most.data(), most.data() + most.size(), number);
    return number;
  }

  Beginnings repeated(Beginnings element) {
    bool optional = false;
    bool many = false;
    if (take("?")) {
      optional = true;
    } else if (take("*")) {
      optional = many = true;
    } else if (take("+")) {
      many = true;
    } else if (has_times()) {
      optional = rest_.starts_with("{0");
      longest_ = product(longest_, most_times());
      rest_.remove_prefix(rest_.find('}') + 1);
      close(element);
    } else {
      return element;
    }
    take("?");
    if (many) close(element);
    if (many) longest_ = kNoLimit;
    if (optional) element.emplace_back();
    return element;
  }

  std::string_view rest_;
  size_t longest_ = 0;  // bytes of the longest match of what was read last, or kNoLimit
  bool failed_ = false;
};

}  // namespace

std::vector<Alternative> alternatives_of(std::string_view pattern) { return Reader(pattern).run(); }

}  // namespace vectora::text
