#include "vectora/text/regex_boundaries.h"

#include <utf8proc.h>

#include <algorithm>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

constexpr int kMaxDepth = 50;

using Letters = std::vector<std::string>;

// The letters that something can begin and end with, where they are known.
struct Ends {
  Letters first;
  Letters last;
  bool may_be_empty = false;
};

void append(const Letters& more, Letters& letters) {
  letters.insert(letters.end(), more.begin(), more.end());
}

bool is_letter_beyond_ascii(std::string_view character) {
  size_t at = 0;
  const auto code = static_cast<utf8proc_int32_t>(next_code_point(character, at));
  const utf8proc_category_t category = utf8proc_category(code);
  return code >= 0x80 && category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

class Reader {
 public:
  explicit Reader(std::string_view pattern) : rest_(pattern) {}

  std::vector<std::string> run() {
    alternatives(0);
    return std::move(idle_);
  }

 private:
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }
  void skip_behind(char c) {
    const size_t end = rest_.find(c);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  }
  bool ends() const { return rest_.empty() || rest_.front() == '|' || rest_.front() == ')'; }

  void report(const Letters& letters, bool before) {
    for (const std::string& letter : letters)
      if (is_letter_beyond_ascii(letter)) idle_.push_back(before ? letter + "\\b" : "\\b" + letter);
  }

  Ends alternatives(int depth) {
    if (depth > kMaxDepth) rest_ = {};
    Ends all = sequence(depth);
    while (take("|")) {
      const Ends other = sequence(depth);
      append(other.first, all.first);
      append(other.last, all.last);
      all.may_be_empty |= other.may_be_empty;
    }
    return all;
  }

  Ends sequence(int depth) {
    Ends all{{}, {}, true};
    bool boundary = false;
    while (!ends()) {
      if (take("\\b")) {
        report(all.last, true);
        boundary = true;
        continue;
      }
      if (take("^") || take("$") || flags()) continue;
      const Ends one = repeated(element(depth));
      if (boundary) report(one.first, false);
      boundary = false;
      if (all.may_be_empty) append(one.first, all.first);
      if (!one.may_be_empty) all.last.clear();
      append(one.last, all.last);
      all.may_be_empty &= one.may_be_empty;
    }
    return all;
  }

  // "(?i)".
  bool flags() {
    const size_t end = rest_.find_first_of(":)>");
    if (!rest_.starts_with("(?") || end == std::string_view::npos || rest_[end] != ')')
      return false;
    rest_.remove_prefix(end + 1);
    return true;
  }

  Ends element(int depth) {
    if (take("(")) {
      if (take("?")) rest_.remove_prefix(std::min(rest_.find_first_of(":>") + 1, rest_.size()));
      const Ends all = alternatives(depth + 1);
      take(")");
      return all;
    }
    if (take("[")) return char_class();
    if (take("\\")) return escape();
    size_t end = 0;
    next_code_point(rest_, end);
    const std::string character(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return {{character}, {character}};
  }

  Ends escape() {
    const char c = rest_.empty() ? '\0' : rest_.front();
    rest_.remove_prefix(std::min<size_t>(1, rest_.size()));
    if (c == 'Q') rest_ = {};
    if ((c == 'p' || c == 'P' || c == 'x') && rest_.starts_with("{"))
      skip_behind('}');
    else if (c == 'p' || c == 'P')
      rest_.remove_prefix(std::min<size_t>(1, rest_.size()));
    return {};
  }

  Ends char_class() {
    take("^");
    take("]");
    while (!rest_.empty() && rest_.front() != ']') {
      if (take("\\"))
        rest_.remove_prefix(std::min<size_t>(1, rest_.size()));
      else if (rest_.starts_with("[:"))
        skip_behind(']');
      else
        rest_.remove_prefix(1);
    }
    take("]");
    return {};
  }

  Ends repeated(Ends one) {
    if (take("?") || take("*")) {
      one.may_be_empty = true;
    } else if (rest_.starts_with("{")) {
      one.may_be_empty |= rest_.starts_with("{0");
      skip_behind('}');
    } else if (!take("+")) {
      return one;
    }
    take("?");
    return one;
  }

  std::string_view rest_;
  std::vector<std::string> idle_;
};

}  // namespace

std::vector<std::string> idle_boundaries(std::string_view pattern) { return Reader(pattern).run(); }

}  // namespace vectora::text
