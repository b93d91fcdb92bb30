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

std::optional<RegexMatch> Regex::search(std::string_view text, size_t from) const {
  if (from > text.size()) return std::nullopt;
  std::array<re2::StringPiece, 2> found;
  const re2::StringPiece whole(text.data(), text.size());
  const int wanted = program_->NumberOfCapturingGroups() > 0 ? 2 : 1;
  if (!program_->Match(whole, from, text.size(), re2::RE2::UNANCHORED, found.data(), wanted))
    return std::nullopt;
  const auto begin = static_cast<size_t>(found[0].data() - text.data());
  const re2::StringPiece& group = wanted == 2 && found[1].data() != nullptr ? found[1] : found[0];
  return RegexMatch{begin, begin + found[0].size(), {group.data(), group.size()}};
}

const std::string& Regex::pattern() const { return program_->pattern(); }

}  // namespace vectora::text
