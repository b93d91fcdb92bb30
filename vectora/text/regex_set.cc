// The words that a match must contain ("atoms", lower case) come from RE2's own
// prefilter (re2/filtered_re2.h). They are looked for by their first three bytes:
// a bit says whether any atom begins like this; few places pass, and only there
// atoms are compared, eight bytes at a time.
#include "vectora/text/regex_set.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstring>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

constexpr int kMinAtom = 3;
constexpr size_t kBuckets = 1 << 14;
constexpr size_t kHead = 8;  // bytes that are compared at once
constexpr int64_t kMaxProgramBytes = 4 << 20;

size_t bucket_of(const char* bytes) {
  const auto byte = [&](size_t i) {
    return static_cast<size_t>(static_cast<unsigned char>(bytes[i]));
  };
  return (byte(0) * 961 + byte(1) * 31 + byte(2)) % kBuckets;
}

uint64_t head_at(const char* bytes) {
  uint64_t head = 0;
  std::memcpy(&head, bytes, kHead);
  return head;
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

char lower_ascii(char c) {
  return static_cast<char>(c + (static_cast<unsigned char>(c - 'A') < 26 ? 32 : 0));
}

std::string lowered(std::string_view text) {
  std::string lower;
  if (is_ascii(text)) {
    lower.resize(text.size() + kHead);
    std::transform(text.begin(), text.end(), lower.begin(), lower_ascii);
    return lower;
  }
  lower.reserve(text.size() + kHead);
  for (size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      lower += lower_ascii(text[i++]);
    } else {
      const auto code = static_cast<utf8proc_int32_t>(next_code_point(text, i));
      append_utf8(lower, static_cast<char32_t>(utf8proc_tolower(code)));
    }
  }
  lower.append(kHead, '\0');
  return lower;
}

struct Atom {
  uint64_t head = 0;  // its first bytes, zero where it is shorter
  uint64_t mask = 0;
  std::string rest;  // behind the head
};

Atom make_atom(std::string_view text) {
  std::array<char, kHead> head{};
  std::array<char, kHead> mask{};
  std::copy_n(text.begin(), std::min(kHead, text.size()), head.begin());
  std::fill_n(mask.begin(), std::min(kHead, text.size()), '\xFF');
  return {head_at(head.data()), head_at(mask.data()),
          std::string(text.substr(std::min(kHead, text.size())))};
}

}  // namespace

struct RegexSet::Program {
  re2::FilteredRE2 filter{kMinAtom};
  size_t count = 0;
  std::vector<Atom> atoms;
  std::bitset<kBuckets> begins;
  std::array<std::vector<size_t>, kBuckets> by_begin;

  void index_atoms(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      const size_t bucket = bucket_of(text.data());
      begins.set(bucket);
      by_begin[bucket].push_back(atoms.size());
      atoms.push_back(make_atom(text));
    }
  }

  // Marks the atoms that begin at `at`.
  void find_at(std::string_view lower, size_t at, std::vector<char>& found) const {
    const uint64_t head = head_at(lower.data() + at);
    for (const size_t i : by_begin[bucket_of(lower.data() + at)]) {
      const Atom& atom = atoms[i];
      if ((head & atom.mask) != atom.head) continue;
      if (atom.rest.empty() || lower.substr(at + kHead).starts_with(atom.rest)) found[i] = 1;
    }
  }

  std::vector<int> find_atoms(std::string_view lower) const {
    std::vector<char> found(atoms.size());
    for (size_t i = 0; i + kMinAtom + kHead <= lower.size(); ++i)
      if (begins.test(bucket_of(lower.data() + i))) find_at(lower, i, found);
    std::vector<int> indices;
    for (size_t i = 0; i < found.size(); ++i)
      if (found[i] != 0) indices.push_back(static_cast<int>(i));
    return indices;
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
  std::vector<std::string> atoms;
  program->filter.Compile(&atoms);
  program->index_atoms(atoms);
  set.program_ = program;
  return set;
}

Lowered::Lowered(std::string_view text) : text_(lowered(text)) {}

std::vector<size_t> RegexSet::candidates(const Lowered& text) const {
  if (program_ == nullptr) return {};
  std::vector<int> possible;
  program_->filter.AllPotentials(program_->find_atoms(text.text_), &possible);
  std::vector<size_t> indices(possible.begin(), possible.end());
  std::sort(indices.begin(), indices.end());
  return indices;
}

}  // namespace vectora::text
