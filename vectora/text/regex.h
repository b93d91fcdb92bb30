// Regular expressions of the configuration, on text from outside.
//
//   const Result<Regex> pattern = Regex::compile(R"(seeks.*engineer)", CaseSensitive::kNo);
//   if (const auto match = pattern->search(text)) ... match->begin, match->group
//
// RE2 syntax (https://github.com/google/re2/wiki/Syntax): time is linear in the
// text whatever the pattern says, which is why look-around and back-references
// do not exist. Immutable; copies share the program; safe between threads.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "vectora/base/result.h"

namespace vectora::text {

enum class CaseSensitive { kNo, kYes };

struct RegexMatch {
  size_t begin = 0;  // byte span in the text
  size_t end = 0;
  std::string_view group;  // the first capturing group, or the whole match where there is none

  bool operator==(const RegexMatch&) const = default;
};

class Regex {
 public:
  // kMalformed with what is wrong. "." does not match a line break.
  static Result<Regex> compile(const std::string& pattern, CaseSensitive sensitive);

  // The leftmost match at or after `from`.
  std::optional<RegexMatch> search(std::string_view text, size_t from = 0) const;

  // The match that begins at `begin` and nowhere else.
  std::optional<RegexMatch> match_at(std::string_view text, size_t begin) const;

  const std::string& pattern() const;

 private:
  friend class RegexSet;
  struct Program;
  explicit Regex(std::shared_ptr<const Program> program) : program_(std::move(program)) {}

  std::shared_ptr<const Program> program_;  // immutable, shared by copies
};

}  // namespace vectora::text
