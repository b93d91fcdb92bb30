// The words that a match must contain ("atoms", lower case) come from RE2's own
// prefilter (re2/filtered_re2.h). They are looked for by their first three bytes:
// a bit says whether any atom begins like this; few places pass, and only there
// atoms are compared.
#include "vectora/text/regex_set.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bitset>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

constexpr int kMinAtom = 3;
constexpr size_t kBuckets = 1 << 14;
constexpr int64_t kMaxProgramBytes = 4 << 20;

size_t bucket_of(const char* bytes) {
  const auto byte = [&](size_t i) {
    return static_cast<size_t>(static_cast<unsigned char>(bytes[i]));
  };
  return (byte(0) * 961 + byte(1) * 31 + byte(2)) % kBuckets;
}

std::string lowered(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c < 0x80) {
      lower += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      ++i;
    } else {
      const auto code = static_cast<utf8proc_int32_t>(next_code_point(text, i));
      append_utf8(lower, static_cast<char32_t>(utf8proc_tolower(code)));
    }
  }
  return lower;
}

}  // namespace

struct RegexSet::Program {
  re2::FilteredRE2 filter{kMinAtom};
  size_t count = 0;
  std::vector<std::string> atoms;
  std::bitset<kBuckets> begins;
  std::array<std::vector<int>, kBuckets> by_begin;

  void index_atoms() {
    for (size_t i = 0; i < atoms.size(); ++i) {
      const size_t bucket = bucket_of(atoms[i].data());
      begins.set(bucket);
      by_begin[bucket].push_back(static_cast<int>(i));
    }
  }

  // The atoms that begin at `at`.
  void find_at(std::string_view lower, size_t at, std::vector<int>& found) const {
    const size_t bucket = bucket_of(lower.data() + at);
    if (!begins.test(bucket)) return;
    for (const int atom : by_begin[bucket])
      if (lower.substr(at).starts_with(atoms[static_cast<size_t>(atom)])) found.push_back(atom);
  }
};

Result<RegexSet> RegexSet::compile(const std::vector<std::string>& patterns,
                                   CaseSensitive sensitive) {
  RegexSet set;
  if (patterns.empty()) return set;
  const auto program = std::make_shared<Program>();
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(sensitive == CaseSensitive::kYes);
  options.set_max_mem(kMaxProgramBytes);
  for (const std::string& pattern : patterns) {
    int id = 0;
    if (program->filter.Add(pattern, options, &id) != re2::RE2::NoError)
      return Error{ErrorCode::kMalformed, "not a regular expression: " + pattern};
  }
  program->count = patterns.size();
  program->filter.Compile(&program->atoms);
  program->index_atoms();
  set.program_ = program;
  return set;
}

std::vector<size_t> RegexSet::candidates(std::string_view text) const {
  if (program_ == nullptr) return {};
  const std::string lower = lowered(text);
  std::vector<int> atoms;
  for (size_t i = 0; i + kMinAtom <= lower.size(); ++i) program_->find_at(lower, i, atoms);
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  std::vector<int> possible;
  program_->filter.AllPotentials(atoms, &possible);
  std::vector<size_t> indices(possible.begin(), possible.end());
  std::sort(indices.begin(), indices.end());
  return indices;
}

}  // namespace vectora::text
