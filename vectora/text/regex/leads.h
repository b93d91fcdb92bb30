// Leads: the letters that every match of a regular expression begins with.
//
//   leads_of(R"((?i)\b(?:signs?|inks)\b.{0,40}\bpact\b)")
//     begins "sign", "signs", "inks", whole words; goes on with the whole word "pact"
//
// Who knows them looks at the few places of a text where one stands, instead of
// trying each place. Reads RE2's syntax and promises too little rather than too
// much: what it does not understand has no leads.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

struct Lead {
  std::string letters;      // lower case (lower.h), not empty
  bool whole_word = false;  // a match has no word character behind them

  bool operator==(const Lead&) const = default;
};

// One way to match: an alternative of the whole expression. Leads that begin with a
// letter, a digit or "_" stand where a word begins.
struct Opening {
  std::vector<Lead> begins;  // empty: a match begins with anything
  // One stands in every match, not before its beginning and at most so many bytes
  // behind it. Empty: not known.
  std::vector<Lead> goes_on;
  size_t within = static_cast<size_t>(-1);
  bool at_start = false;  // a match begins at the text's start and nowhere else

  bool operator==(const Opening&) const = default;
};

// Case is ignored, whether the expression says so or not. Nothing where of a match
// neither its place nor its beginning nor anything further on is known.
std::optional<std::vector<Opening>> openings_of(std::string_view pattern);

}  // namespace vectora::text
