#include "vectora/text/regex_boundaries.h"

#include <utf8proc.h>

#include "vectora/base/utf8.h"
#include "vectora/text/regex/tokens.h"

namespace vectora::text {
namespace {

using Kind = RegexToken::Kind;

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
  explicit Reader(std::string_view pattern) : tokens_(regex_tokens(pattern)) {}

  std::vector<std::string> run() {
    alternatives(0);
    return std::move(idle_);
  }

 private:
  bool is_next(Kind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool take(Kind kind) {
    if (!is_next(kind)) return false;
    ++at_;
    return true;
  }
  bool ends() const { return at_ == tokens_.size() || is_next(Kind::kOr) || is_next(Kind::kClose); }

  void report(const Letters& letters, bool before) {
    for (const std::string& letter : letters)
      if (is_letter_beyond_ascii(letter)) idle_.push_back(before ? letter + "\\b" : "\\b" + letter);
  }

  Ends alternatives(int depth) {
    if (depth > kMaxDepth) at_ = tokens_.size();
    Ends all = sequence(depth);
    while (take(Kind::kOr)) {
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
      if (take(Kind::kBoundary)) {
        report(all.last, true);
        boundary = true;
        continue;
      }
      if (take(Kind::kStart) || take(Kind::kEnd) || take(Kind::kFlags)) continue;
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

  Ends element(int depth) {
    const RegexToken& token = tokens_[at_++];
    if (token.kind == Kind::kLetter) return {{token.letters}, {token.letters}};
    if (token.kind != Kind::kOpen) return {};
    const Ends all = alternatives(depth + 1);
    take(Kind::kClose);
    return all;
  }

  Ends repeated(Ends one) {
    if (take(Kind::kTimes)) one.may_be_empty |= tokens_[at_ - 1].least == 0;
    return one;
  }

  std::vector<RegexToken> tokens_;
  size_t at_ = 0;
  std::vector<std::string> idle_;
};

}  // namespace

std::vector<std::string> idle_boundaries(std::string_view pattern) { return Reader(pattern).run(); }

}  // namespace vectora::text
