// Tokens of CSS as far as selectors need them: identifiers and strings with
// escapes (CSS Syntax Level 3, 4.3), white space and comments, an+b.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vectora/base/result.h"

namespace vectora::page {

class SelectorScanner {
 public:
  explicit SelectorScanner(std::string_view css) : css_(css) {}

  bool at_end() const { return position_ >= css_.size(); }
  // The byte at `ahead`, or NUL past the end.
  char peek(size_t ahead = 0) const;
  bool take(char wanted);
  // Passes over white space and comments; whether there were any.
  bool skip_space();

  // An identifier, decoded; nothing (and nothing consumed) if none starts here.
  std::optional<std::string> identifier();
  // Name characters without the rule for the first: "0-day", "42".
  std::optional<std::string> name();
  // A quoted string, decoded; nothing if none starts here or it is not closed.
  std::optional<std::string> string();
  // Everything up to the ")" that closes the current parenthesis, trimmed.
  std::string raw_argument();

  // kMalformed: "column N: expected WHAT".
  Error expected(std::string_view what) const;

 private:
  bool starts_identifier() const;
  bool starts_escape(size_t at) const;
  void take_escape(std::string& out);

  std::string_view css_;
  size_t position_ = 0;
};

struct NthPattern {
  int step = 0;
  int offset = 0;
};

// "odd", "even", "5", "-n+3", "2n + 1"; nothing if it is none.
std::optional<NthPattern> parse_nth(std::string_view text);

}  // namespace vectora::page
