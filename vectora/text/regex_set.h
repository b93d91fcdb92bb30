// Many regular expressions on one text, of which only those that can match are
// tried.
//
//   const Result<RegexSet> set = RegexSet::compile(patterns, CaseSensitive::kYes);
//   for (const size_t i : set->candidates(text)) ... patterns[i] may match
//
// An expression says which words a match must contain ("agreement" or "pact");
// one pass over the text finds the words of all. Immutable; copies share the
// program; safe between threads.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/text/regex.h"

namespace vectora::text {

// A text in lower case, made once for all sets that are asked about it.
class Lowered {
 public:
  Lowered() : Lowered(std::string_view()) {}
  explicit Lowered(std::string_view text);

 private:
  friend class RegexSet;
  std::string text_;  // with room behind it, so that eight bytes can be read anywhere
};

class RegexSet {
 public:
  RegexSet() = default;  // of no expression

  // kMalformed if one does not compile.
  static Result<RegexSet> compile(const std::vector<std::string>& patterns,
                                  CaseSensitive sensitive);

  // Indices, ascending, of the expressions that may match; the others do not.
  std::vector<size_t> candidates(const Lowered& text) const;
  std::vector<size_t> candidates(std::string_view text) const { return candidates(Lowered(text)); }

 private:
  struct Program;
  std::shared_ptr<const Program> program_;  // immutable, shared by copies
};

}  // namespace vectora::text
