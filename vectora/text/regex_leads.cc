// The expression is read once, from left to right, and while it is read the
// beginnings of what it matches grow: a literal makes each beginning longer, an
// alternative doubles them, and whatever is not a known letter closes them: a
// closed beginning is one behind which anything may follow. The same is done anew
// from each later place of the expression where a word must begin.
#include "vectora/text/regex_leads.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "vectora/base/utf8.h"
#include "vectora/text/lower.h"

namespace vectora::text {
namespace {

constexpr size_t kMaxBeginnings = 1000;  // of alternatives
constexpr size_t kMaxGrown = 80;         // of a sequence; more, and it grows no longer
constexpr size_t kMaxLetters = 16;       // of one beginning
constexpr size_t kMaxClass = 16;         // letters of a class that are told apart
constexpr size_t kMaxSingle = 4;         // beginnings of a single letter that a word may go on from
constexpr int kMaxDepth = 50;

struct Beginning {
  std::string letters;
  bool open = true;         // what follows is known to follow at once
  bool boundary = false;    // "\b" stood before the first letter
  bool whole_word = false;  // "\b" stood behind the last
  bool at_start = false;    // "^" stood before the first letter
};
using Beginnings = std::vector<Beginning>;

Beginning closed() {
  Beginning beginning;
  beginning.open = false;
  return beginning;
}

// Of which an expression that ignores case finds the lower case and its capital
// alone: European letters, punctuation and signs of money. Those that a third
// character is taken for, or whose capital has another length, are left out (micro,
// sharp s, a with a ring, dotted and dotless i, long s).
bool has_plain_case(char32_t code) {
  constexpr char32_t kOthers[] = {0xB5, 0xC5, 0xDF, 0xE5, 0x130, 0x131, 0x17F};
  if (code >= 0x2000 && code < 0x2100) return true;
  return code > 0 && code < 0x180 &&
         std::find(std::begin(kOthers), std::end(kOthers), code) == std::end(kOthers);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

void close(Beginnings& beginnings) {
  for (Beginning& one : beginnings) one.open = false;
}

// One alternative of the whole expression: how its matches begin, and how what
// stands further on in them begins, once for each place where that can be known.
struct Alternative {
  Beginnings begins;
  std::vector<Beginnings> later;
};

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
    while (take("|")) {
      const Beginnings other = sequence(depth, Beginning());
      all.insert(all.end(), other.begin(), other.end());
      if (all.size() > kMaxBeginnings) all = {closed()};
    }
    return all;
  }

  bool ends() const { return rest_.empty() || rest_.front() == '|' || rest_.front() == ')'; }

  enum class Read { kAll, kWhileOpen };

  // How what is left of a sequence begins, `before` having been read.
  Beginnings sequence(int depth, Beginning before, Read read = Read::kAll) {
    Beginnings all = {std::move(before)};
    while (!ends() && (read == Read::kAll || is_any_open(all))) {
      if (take("\\b")) {
        add_boundary(all);
      } else if (take("^") || take("\\A")) {
        for (Beginning& one : all) one.at_start |= one.letters.empty() && one.open;
      } else if (!flags()) {
        const Beginnings one = repeated(element(depth));
        if (is_any_open(all)) all = followed_by(all, one);
      }
    }
    return all;
  }

  // Inside the alternative, until so much is left, the places where a word must
  // begin or a mark must stand, and how the rest begins there. What the alternative
  // itself is known to begin with needs no second look.
  std::vector<Beginnings> later_beginnings(size_t left) {
    std::vector<Beginnings> all;
    Beginnings before = {Beginning()};
    bool boundary = false;
    while (!failed_ && rest_.size() > left) {
      const bool is_known = is_any_open(before);
      if (take("\\b")) {
        add_boundary(before);
        boundary = true;
        continue;
      }
      if (!is_known && (boundary || may_be_mark())) all.push_back(rest_of_sequence(boundary));
      boundary = false;
      if (take("^") || take("\\A") || flags() || take(")")) continue;
      if (is_plain_group()) {
        open_group();
        continue;
      }
      const Beginnings one = repeated(element(0));
      boundary = ends_words(one);
      if (is_known) before = followed_by(before, one);
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
    if (c == '.' || c == '$') {
      rest_.remove_prefix(1);
      return {closed()};
    }
    if (c == '*' || c == '+' || c == '?') fail();
    return letter(next_letter());
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
    Beginning one;
    one.letters = lower_in_place(character);
    return {one};
  }

  Beginnings escape() {
    const char c = take_byte();
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
    bool first = true;
    while (!rest_.empty() && (first || rest_.front() != ']')) {
      first = false;
      if (rest_.starts_with("[:")) fail();
      if (rest_.starts_with('\\')) known = false;
      if (take("\\")) {
        take_byte();
        continue;
      }
      const std::string low = next_letter();
      const bool is_range = rest_.starts_with("-") && !rest_.starts_with("-]");
      if (is_range) rest_.remove_prefix(1);
      const std::string high = is_range ? next_letter() : low;
      known = known && add_range(low, high, all);
    }
    if (!take("]")) fail();
    return known ? all : Beginnings{closed()};
  }

  static bool add_range(const std::string& low, const std::string& high, Beginnings& all) {
    if (low == high) {
      all.push_back(letter(low).front());
      return all.back().open && all.size() <= kMaxClass;
    }
    if (low.size() != 1 || high.size() != 1 || low > high || high[0] - low[0] > 15) return false;
    for (char c = low[0]; c <= high[0]; ++c) all.push_back(letter(std::string_view(&c, 1)).front());
    return all.size() <= kMaxClass;
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
    } else if (rest_.starts_with("{") && rest_.size() > 1 && is_word_byte(rest_[1])) {
      optional = rest_.starts_with("{0");
      many = true;
      const size_t end = rest_.find('}');
      rest_.remove_prefix(std::min(end, rest_.size() - 1) + 1);
    } else {
      return element;
    }
    take("?");
    if (many) close(element);
    if (optional) element.emplace_back();
    return element;
  }

  std::string_view rest_;
  bool failed_ = false;
};

bool is_broad(const std::vector<Lead>& leads) {
  const auto single = std::count_if(leads.begin(), leads.end(), [](const Lead& lead) {
    const bool is_digit = lead.letters[0] >= '0' && lead.letters[0] <= '9';
    return lead.letters.size() == 1 && is_word_byte(lead.letters[0]) && !is_digit &&
           !lead.whole_word;
  });
  return static_cast<size_t>(single) > kMaxSingle;
}

// Nothing where a match may go on otherwise.
std::vector<Lead> leads_in(const Beginnings& beginnings) {
  std::vector<Lead> leads;
  for (const Beginning& one : beginnings) {
    if (one.letters.empty() || is_space(one.letters[0])) return {};
    if (is_word_byte(one.letters[0]) && !one.boundary && !one.at_start) return {};
    const Lead lead{one.letters, one.whole_word};
    if (std::find(leads.begin(), leads.end(), lead) == leads.end()) leads.push_back(lead);
  }
  return is_broad(leads) ? std::vector<Lead>() : leads;
}

size_t shortest(const std::vector<Lead>& leads) {
  size_t letters = kMaxLetters + 1;
  for (const Lead& lead : leads) letters = std::min(letters, lead.letters.size());
  return letters;
}

// The leads further on that seldom stand anywhere: those whose shortest is longest.
std::vector<Lead> rarest(const std::vector<Beginnings>& later) {
  std::vector<Lead> best;
  for (const Beginnings& beginnings : later) {
    std::vector<Lead> leads = leads_in(beginnings);
    if (!leads.empty() && (best.empty() || shortest(leads) > shortest(best)))
      best = std::move(leads);
  }
  return best;
}

}  // namespace

std::optional<std::vector<Opening>> openings_of(std::string_view pattern) {
  std::vector<Opening> openings;
  for (Alternative& alternative : Reader(pattern).run()) {
    const std::vector<Lead> goes_on = rarest(alternative.later);
    Beginnings& begins = alternative.begins;
    const auto elsewhere = std::stable_partition(begins.begin(), begins.end(),
                                                 [](const Beginning& one) { return one.at_start; });
    if (elsewhere != begins.begin())
      openings.push_back({leads_in({begins.begin(), elsewhere}), goes_on, true});
    if (elsewhere != begins.end())
      openings.push_back({leads_in({elsewhere, begins.end()}), goes_on, false});
  }
  const bool unknown = std::any_of(openings.begin(), openings.end(), [](const Opening& opening) {
    return opening.begins.empty() && opening.goes_on.empty() && !opening.at_start;
  });
  if (openings.empty() || unknown) return {};
  return openings;
}

}  // namespace vectora::text
