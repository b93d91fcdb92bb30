// Many regular expressions on one text, which are tried only where they can match.
//
//   const RegexSet set(std::move(expressions));
//   set.search(text, Lowered(text), [&](size_t i, const RegexMatch& match) {
//     ... expression i matches here
//     return match.end;  // and may match again from there
//   });
//
// Most expressions begin with words of a short list, or hold one (regex/leads.h): one
// pass over the text finds where these stand, and only there, or only then, their
// expressions are tried. For the others the words that a match must contain are asked
// for. Where case is ignored, the Kelvin sign and the long s begin no match as a "k"
// and an "s". Immutable; copies share the program; safe between threads.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "vectora/text/lower.h"
#include "vectora/text/regex.h"

namespace vectora::text {

class RegexSet {
 public:
  RegexSet() = default;  // of no expression
  explicit RegexSet(std::vector<Regex> expressions);

  // Where the same expression may match next; at least one byte further on.
  using Found = std::function<size_t(size_t index, const RegexMatch& match)>;
  static constexpr size_t kNoFurther = static_cast<size_t>(-1);

  // The matches of each expression from left to right, as Regex::search gives them;
  // the expressions in an order that depends on the set alone. `lower` is of `text`.
  void search(std::string_view text, const Lowered& lower, const Found& found) const;

  bool empty() const { return program_ == nullptr; }

 private:
  struct Program;
  std::shared_ptr<const Program> program_;  // immutable, shared by copies
};

}  // namespace vectora::text
