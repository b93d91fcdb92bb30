// An expression in the first line, a text behind it: what is tried at a place, or
// found by a set, is what RE2 says.
#include <re2/re2.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/text/regex.h"
#include "vectora/text/regex_set.h"

namespace {

constexpr size_t kMaxPattern = 200;
constexpr size_t kMaxText = 200;

using vectora::text::Regex;
using vectora::text::RegexMatch;

void agree(const Regex& regex, const re2::RE2& re2, std::string_view text, size_t at) {
  re2::StringPiece found;
  const re2::StringPiece whole(text.data(), text.size());
  const bool matches = re2.Match(whole, at, text.size(), re2::RE2::ANCHOR_START, &found, 1);
  const std::optional<RegexMatch> match = regex.match_at(text, at);
  if (match.has_value() != matches) std::abort();
  if (matches && match->end != at + found.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  if (line == std::string::npos || line > kMaxPattern || size > kMaxPattern + kMaxText) return 0;
  const std::string pattern = input.substr(0, line);
  const std::string_view text = std::string_view(input).substr(line + 1);
  const auto regex = Regex::compile(pattern, vectora::text::CaseSensitive::kYes);
  if (!regex) return 0;
  const re2::RE2 re2(pattern, re2::RE2::Quiet);
  for (size_t at = 0; at <= text.size(); ++at) agree(*regex, re2, text, at);
  vectora::text::RegexSet({*regex}).search(
      text, vectora::text::Lowered(text),
      [](size_t, const RegexMatch& match) { return match.end; });
  return 0;
}
