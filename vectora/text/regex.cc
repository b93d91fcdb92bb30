#include "vectora/text/regex.h"

#include <re2/re2.h>

#include <array>

namespace vectora::text {
namespace {

constexpr int64_t kMaxProgramBytes = 4 << 20;

}  // namespace

Result<Regex> Regex::compile(const std::string& pattern, CaseSensitive sensitive) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(sensitive == CaseSensitive::kYes);
  options.set_max_mem(kMaxProgramBytes);
  auto program = std::make_shared<const re2::RE2>(pattern, options);
  if (!program->ok())
    return Error{ErrorCode::kMalformed, "not a regular expression: " + program->error()};
  return Regex(std::move(program));
}

// What matched, or its first group, once the place of the match is known. RE2 finds a
// group within the match many times faster than within the text.
RegexMatch Regex::with_group(std::string_view text, size_t begin, size_t end) const {
  RegexMatch match{begin, end, text.substr(begin, end - begin)};
  if (program_->NumberOfCapturingGroups() == 0) return match;
  std::array<re2::StringPiece, 2> found;
  const re2::StringPiece whole(text.data(), text.size());
  if (program_->Match(whole, begin, end, re2::RE2::ANCHOR_BOTH, found.data(), 2) &&
      found[1].data() != nullptr)
    match.group = {found[1].data(), found[1].size()};
  return match;
}

std::optional<RegexMatch> Regex::search(std::string_view text, size_t from) const {
  if (from > text.size()) return std::nullopt;
  re2::StringPiece found;
  const re2::StringPiece whole(text.data(), text.size());
  if (!program_->Match(whole, from, text.size(), re2::RE2::UNANCHORED, &found, 1))
    return std::nullopt;
  const auto begin = static_cast<size_t>(found.data() - text.data());
  return with_group(text, begin, begin + found.size());
}

std::optional<RegexMatch> Regex::match_at(std::string_view text, size_t begin) const {
  if (begin > text.size()) return std::nullopt;
  re2::StringPiece found;
  const re2::StringPiece whole(text.data(), text.size());
  if (!program_->Match(whole, begin, text.size(), re2::RE2::ANCHOR_START, &found, 1))
    return std::nullopt;
  return with_group(text, begin, begin + found.size());
}

const std::string& Regex::pattern() const { return program_->pattern(); }

}  // namespace vectora::text
