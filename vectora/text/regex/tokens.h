// The syntax of RE2 (https://github.com/google/re2/wiki/Syntax), cut into tokens.
//
//   regex_tokens(R"(\b(?i:a|[bc]){2,}\x2d)")
//       kBoundary kOpen("i") kLetter("a") kOr kClass(b-b c-c) kClose kTimes(2, kNoLimit)
//       kLetter("-")
//
// For those who ask what an expression may match. Of expressions that RE2 takes; any other
// bytes yield tokens too, but there is no telling which.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vectora::text {

inline constexpr size_t kNoLimit = static_cast<size_t>(-1);

struct RegexToken {
  enum class Kind {
    kLetter,         // a character that stands for itself: "a", "{" before no number, "\.", "\x61"
    kClass,          // one character of `ranges`: "[a-c1]", "\d"
    kSomeCharacter,  // one of many or of escapes: ".", "\w", "\n", "[^a]", "[\s-]"; of `ranges`, or
                     // of no such one where `negated`; neither is told of "\pL"
    kTimes,          // behind what is repeated `least` to `most` times, `lazy` or greedy
    kOpen,           // a group, with its flags: "(", "(?:", "(?P<name>", "(?i:"
    kClose,
    kOr,
    kFlags,     // for what follows: "(?i)"
    kBoundary,  // "\b"
    kStart,     // "^", "\A"
    kEnd,       // "$"
    kUnknown,   // not understood: "\B", "[[:alpha:]]", "\x{e9}"; the last one where, as behind
                // "\Q", it is not known where that ends
  };
  using Range = std::pair<std::string, std::string>;  // characters, the last one included

  Kind kind = Kind::kUnknown;
  std::string letters;        // the character in UTF-8, or the flags
  std::vector<Range> ranges;  // in the order of the expression
  bool negated = false;
  size_t least = 0;
  size_t most = 0;  // or kNoLimit
  bool lazy = false;
  bool captures = false;  // a group

  bool operator==(const RegexToken&) const = default;
};

std::vector<RegexToken> regex_tokens(std::string_view pattern);

}  // namespace vectora::text
