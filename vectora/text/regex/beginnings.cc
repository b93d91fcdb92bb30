// The expression is read once, from left to right, and while it is read the
// beginnings of what it matches grow: a literal makes each beginning longer, an
// alternative doubles them, and whatever is not a known letter closes them: a
// closed beginning is one behind which anything may follow. The same is done anew
// from each later place of the expression where a word must begin. Beside it the
// bytes of the longest match of each element are counted.
#include "vectora/text/regex/beginnings.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "vectora/base/utf8.h"
#include "vectora/text/lower.h"
#include "vectora/text/regex/tokens.h"

namespace vectora::text {
namespace {

using Kind = RegexToken::Kind;

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

// Whether "^" stands for the start of each line.
bool goes_by_lines(const RegexToken& token) {
  const bool has_flags = token.kind == Kind::kFlags || token.kind == Kind::kOpen;
  return has_flags && token.letters.find('m') != std::string::npos;
}

bool is_understood(const RegexToken& token) {
  return token.kind != Kind::kUnknown && !goes_by_lines(token);
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : tokens_(regex_tokens(pattern)) {
    if (!std::all_of(tokens_.begin(), tokens_.end(), is_understood)) fail();
  }

  // The alternatives of the whole expression.
  std::vector<Alternative> run() {
    std::vector<Alternative> all;
    do {
      const size_t from = at_;
      Alternative alternative{sequence(0, Beginning()), {}};
      const size_t behind = at_;
      at_ = from;
      alternative.later = later_beginnings(behind);
      at_ = behind;
      all.push_back(std::move(alternative));
    } while (take(Kind::kOr));
    if (failed_ || at_ < tokens_.size()) all.clear();
    return all;
  }

 private:
  bool is_at(size_t at, Kind kind) const { return at < tokens_.size() && tokens_[at].kind == kind; }
  bool take(Kind kind) {
    if (!is_at(at_, kind)) return false;
    ++at_;
    return true;
  }
  bool ends() const {
    return at_ == tokens_.size() || is_at(at_, Kind::kOr) || is_at(at_, Kind::kClose);
  }
  void fail() {
    failed_ = true;
    at_ = tokens_.size();
  }

  Beginnings alternatives(int depth) {
    if (depth > kMaxDepth) fail();
    Beginnings all = sequence(depth, Beginning());
    size_t longest = longest_;
    while (take(Kind::kOr)) {
      const Beginnings other = sequence(depth, Beginning());
      longest = std::max(longest, longest_);
      all.insert(all.end(), other.begin(), other.end());
      if (all.size() > kMaxBeginnings) all = {closed()};
    }
    longest_ = longest;
    return all;
  }

  enum class Read { kAll, kWhileOpen };

  // How what is left of a sequence begins, `before` having been read.
  Beginnings sequence(int depth, Beginning before, Read read = Read::kAll) {
    Beginnings all = {std::move(before)};
    size_t longest = 0;
    while (!ends() && (read == Read::kAll || is_any_open(all))) {
      if (take(Kind::kBoundary)) {
        add_boundary(all);
      } else if (take(Kind::kStart)) {
        for (Beginning& one : all) one.at_start |= one.letters.empty() && one.open;
      } else if (!take(Kind::kFlags)) {
        const Beginnings one = repeated(element(depth));
        longest = sum(longest, longest_);
        if (is_any_open(all)) all = followed_by(all, one);
      }
    }
    longest_ = longest;
    return all;
  }

  // Inside the alternative, which ends at `end`, the places where a word must
  // begin or a mark must stand, and how the rest begins there. What the alternative
  // itself is known to begin with needs no second look.
  std::vector<Later> later_beginnings(size_t end) {
    std::vector<Later> all;
    Beginnings before = {Beginning()};
    size_t distance = 0;
    bool boundary = false;
    while (!failed_ && at_ < end) {
      const bool is_known =
          std::all_of(before.begin(), before.end(), [](const Beginning& one) { return one.open; });
      if (take(Kind::kBoundary)) {
        add_boundary(before);
        boundary = true;
        continue;
      }
      if (!is_known && (boundary || may_be_mark()))
        all.push_back({rest_of_sequence(boundary), distance});
      boundary = false;
      if (take(Kind::kStart) || take(Kind::kFlags) || take(Kind::kClose)) continue;
      if (is_plain_group()) {
        ++at_;
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
    const size_t from = at_;
    Beginning before;
    before.boundary = boundary;
    Beginnings all = sequence(0, std::move(before), Read::kWhileOpen);
    at_ = from;
    return all;
  }

  // Whether what was read is one character of which no word is made.
  static bool ends_words(const Beginnings& beginnings) {
    return std::all_of(beginnings.begin(), beginnings.end(), [](const Beginning& one) {
      return one.open && one.letters.size() == 1 && !is_word_byte(one.letters[0]);
    });
  }

  // A group that is there once, as one row of elements.
  bool is_plain_group() const {
    int depth = 0;
    for (size_t at = at_; at < tokens_.size(); ++at) {
      if (is_at(at, Kind::kOr) && depth == 1) return false;
      if (is_at(at, Kind::kOpen)) ++depth;
      if (is_at(at, Kind::kClose)) --depth;
      if (depth == 0) return at > at_ && !is_at(at + 1, Kind::kTimes);
    }
    return false;
  }

  // A sign that neither a word nor the syntax is made of, or perhaps a class of such.
  bool may_be_mark() const {
    constexpr std::string_view kMarks = ",;:'\"/-%&@!#";
    if (is_at(at_, Kind::kClass)) return true;
    return is_at(at_, Kind::kLetter) && !is_at(at_ + 1, Kind::kTimes) &&
           kMarks.find(tokens_[at_].letters) != std::string_view::npos;
  }

  Beginnings element(int depth) {
    const RegexToken& token = tokens_[at_++];
    if (token.kind == Kind::kOpen) return group(depth);
    if (token.kind == Kind::kTimes) fail();  // behind "\b" or "^"
    longest_ = token.kind == Kind::kEnd ? 0 : kMaxUtf8;
    if (token.kind == Kind::kClass) return char_class(token.ranges);
    if (token.kind != Kind::kLetter) return {closed()};
    longest_ = longest_form(token.letters);
    return letter(token.letters);
  }

  Beginnings group(int depth) {
    Beginnings all = alternatives(depth + 1);
    if (!take(Kind::kClose)) fail();
    return all;
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

  // Single characters and short ranges are alternatives.
  Beginnings char_class(const std::vector<RegexToken::Range>& ranges) {
    Beginnings all;
    for (const RegexToken::Range& range : ranges)
      if (!add_range(range, all)) return {closed()};
    longest_ = 1;
    for (const Beginning& one : all) longest_ = std::max(longest_, longest_form(one.letters));
    return all;
  }

  static bool add_range(const RegexToken::Range& range, Beginnings& all) {
    const auto& [low, high] = range;
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

  Beginnings repeated(Beginnings element) {
    if (!take(Kind::kTimes)) return element;
    const RegexToken& times = tokens_[at_ - 1];
    if (times.most != 1) close(element);
    longest_ = product(longest_, times.most);
    if (times.least == 0) element.emplace_back();
    return element;
  }

  std::vector<RegexToken> tokens_;
  size_t at_ = 0;
  size_t longest_ = 0;  // bytes of the longest match of what was read last, or kNoLimit
  bool failed_ = false;
};

}  // namespace

std::vector<Alternative> alternatives_of(std::string_view pattern) { return Reader(pattern).run(); }

}  // namespace vectora::text
