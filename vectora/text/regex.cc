#include "vectora/text/regex.h"

#include <array>

#include "vectora/text/regex/program.h"

namespace vectora::text {
namespace {

constexpr int64_t kMaxProgramBytes = 4 << 20;

re2::RE2::Options options_for(CaseSensitive sensitive) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(sensitive == CaseSensitive::kYes);
  options.set_max_mem(kMaxProgramBytes);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

RegexMatch match_of(std::string_view text, size_t begin, const RegexTrial::Match& found) {
  RegexMatch match{begin, found.end, text.substr(begin, found.end - begin)};
  if (found.group_end != kNoLimit)
    match.group = text.substr(found.group_begin, found.group_end - found.group_begin);
  return match;
}

}  // namespace

Regex::Program::Program(const std::string& pattern, CaseSensitive sensitive)
    : whole(pattern, options_for(sensitive)) {
  if (whole.ok()) trial = RegexTrial::compile(pattern, sensitive == CaseSensitive::kNo);
}

// RE2 finds a group within the match many times faster than within the text.
std::optional<RegexMatch> Regex::Program::match_at(std::string_view text, size_t begin) const {
  std::array<re2::StringPiece, 2> found;
  const re2::StringPiece all = piece(text);
  if (!whole.Match(all, begin, text.size(), re2::RE2::ANCHOR_START, found.data(), 1))
    return std::nullopt;
  const size_t end = begin + found[0].size();
  RegexMatch match{begin, end, text.substr(begin, end - begin)};
  if (whole.NumberOfCapturingGroups() > 0 &&
      whole.Match(all, begin, end, re2::RE2::ANCHOR_BOTH, found.data(), 2) &&
      found[1].data() != nullptr)
    match.group = {found[1].data(), found[1].size()};
  return match;
}

Result<Regex> Regex::compile(const std::string& pattern, CaseSensitive sensitive) {
  auto program = std::make_shared<const Program>(pattern, sensitive);
  if (!program->whole.ok())
    return Error{ErrorCode::kMalformed, "not a regular expression: " + program->whole.error()};
  return Regex(std::move(program));
}

std::optional<RegexMatch> Regex::search(std::string_view text, size_t from) const {
  if (from > text.size()) return std::nullopt;
  re2::StringPiece found;
  if (!program_->whole.Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, &found, 1))
    return std::nullopt;
  const auto begin = static_cast<size_t>(found.data() - text.data());
  if (program_->whole.NumberOfCapturingGroups() > 0) return match_at(text, begin);
  return RegexMatch{begin, begin + found.size(), text.substr(begin, found.size())};
}

std::optional<RegexMatch> Regex::match_at(std::string_view text, size_t begin) const {
  if (begin > text.size()) return std::nullopt;
  if (program_->trial) {
    RegexTrial::Match match;
    const RegexTrial::Answer answer = program_->trial->match_at(text, begin, match);
    if (answer == RegexTrial::Answer::kNone) return std::nullopt;
    if (answer == RegexTrial::Answer::kMatch) return match_of(text, begin, match);
  }
  return program_->match_at(text, begin);
}

const std::string& Regex::pattern() const { return program_->whole.pattern(); }

}  // namespace vectora::text
