// Expressions without leads are tried where the words that a match must contain
// ("atoms", lower case) stand somewhere in the text. The atoms are those of RE2's
// own prefilter (re2/filtered_re2.h). They are looked for by their first two bytes:
// a bit says whether any atom begins like this; few places pass, and only there
// atoms are compared.
#include "vectora/text/regex_set.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <bitset>
#include <string>
#include <utility>

#include "vectora/text/regex/lead_index.h"
#include "vectora/text/regex/program.h"

namespace vectora::text {
namespace {

constexpr int kMinAtom = 2;
constexpr size_t kBuckets = 1 << 14;

size_t bucket_of(const char* bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes[1]);
  return (first * 61U + second) % kBuckets;
}

// Which expressions can match because their atoms are there.
class AtomFilter {
 public:
  void add(const Regex& expression, const re2::RE2::Options& options, size_t index) {
    int id = 0;
    if (filter_.Add(expression.pattern(), options, &id) == re2::RE2::NoError)
      expressions_.push_back(index);
  }

  void finish() {
    if (expressions_.empty()) return;
    filter_.Compile(&atoms_);
    buckets_.resize(kBuckets);
    for (size_t i = 0; i < atoms_.size(); ++i) {
      const size_t bucket = bucket_of(atoms_[i].data());
      begins_.set(bucket);
      buckets_[bucket].push_back(static_cast<int>(i));
    }
  }

  std::vector<size_t> candidates(const Lowered& text) const {
    if (expressions_.empty()) return {};
    std::vector<int> possible;
    filter_.AllPotentials(atoms_in(text), &possible);
    std::vector<size_t> indices;
    indices.reserve(possible.size());
    for (const int i : possible) indices.push_back(expressions_[static_cast<size_t>(i)]);
    return indices;
  }

 private:
  std::vector<int> atoms_in(const Lowered& text) const {
    std::vector<int> found;
    if (atoms_.empty()) return found;
    const std::string_view all = text.text();
    for (size_t at = 0; at + kMinAtom <= all.size(); ++at) {
      const size_t bucket = bucket_of(text.bytes_at(at));
      if (!begins_.test(bucket)) continue;
      for (const int i : buckets_[bucket])
        if (all.substr(at).starts_with(atoms_[static_cast<size_t>(i)])) found.push_back(i);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  re2::FilteredRE2 filter_{kMinAtom};
  std::vector<size_t> expressions_;  // by the filter's number
  std::vector<std::string> atoms_;
  std::bitset<kBuckets> begins_;
  std::vector<std::vector<int>> buckets_;
};

}  // namespace

struct RegexSet::Program {
  std::vector<Regex> expressions;
  LeadIndex leads;
  AtomFilter atoms;

  // Not by places: each match of one expression.
  void search_all(size_t index, std::string_view text, const Found& found) const;
};

RegexSet::RegexSet(std::vector<Regex> expressions) {
  if (expressions.empty()) return;
  const auto program = std::make_shared<Program>();
  for (size_t i = 0; i < expressions.size(); ++i) {
    if (const auto openings = openings_of(expressions[i].pattern()))
      program->leads.add(*openings, static_cast<uint32_t>(i));
    else
      program->atoms.add(expressions[i], expressions[i].program_->whole.options(), i);
  }
  program->leads.finish();
  program->atoms.finish();
  program->expressions = std::move(expressions);
  program_ = program;
}

void RegexSet::Program::search_all(size_t index, std::string_view text, const Found& found) const {
  size_t from = 0;
  while (const auto match = expressions[index].search(text, from))
    from = std::max(found(index, *match), match->begin + 1);
}

void RegexSet::search(std::string_view text, const Lowered& lower, const Found& found) const {
  if (program_ == nullptr) return;
  size_t from = 0;
  uint32_t last = static_cast<uint32_t>(-1);
  for (const LeadIndex::Place& place : program_->leads.places(lower)) {
    if (place.expression != last) from = 0;
    last = place.expression;
    if (place.at == LeadIndex::kAnywhere) {
      program_->search_all(last, text, found);
    } else if (place.at >= from) {
      if (const auto match = program_->expressions[last].match_at(text, place.at))
        from = std::max(found(last, *match), match->begin + 1);
    }
  }
  for (const size_t i : program_->atoms.candidates(lower)) program_->search_all(i, text, found);
}

}  // namespace vectora::text
