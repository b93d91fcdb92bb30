#include "vectora/normalize/names/name_finder.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/names/form_names.h"
#include "vectora/normalize/names/pattern_names.h"
#include "vectora/normalize/names/run_names.h"
#include "vectora/normalize/words.h"
#include "vectora/text/word_set.h"

namespace vectora::normalize::names {
namespace {

// More names than this in one field are no text that people write.
constexpr size_t kMaxNames = 400;

// Whole names that a rule says are none; "Study*" is a beginning, "*peptide" an end.
class Exceptions {
 public:
  explicit Exceptions(const NameRule& rule) {
    std::vector<std::string> whole;
    for (const std::string& name : rule.except) {
      std::string lower = lower_case(name);
      if (lower.ends_with('*')) {
        prefixes_.push_back(lower.substr(0, lower.size() - 1));
      } else if (lower.starts_with('*')) {
        suffixes_.push_back(lower.substr(1));
      } else {
        whole.push_back(std::move(lower));
      }
    }
    whole_ = text::WordSet(std::move(whole));
  }

  bool hold(std::string_view name) const {
    const std::string lower = lower_case(name);
    return whole_.contains(lower) ||
           std::any_of(prefixes_.begin(), prefixes_.end(),
                       [&](const std::string& prefix) { return lower.starts_with(prefix); }) ||
           std::any_of(suffixes_.begin(), suffixes_.end(),
                       [&](const std::string& suffix) { return lower.ends_with(suffix); });
  }

 private:
  text::WordSet whole_;
  std::vector<std::string> prefixes_;
  std::vector<std::string> suffixes_;
};

Result<lexicon::Lexicon> listed_names(const std::vector<NameRule>& rules) {
  std::vector<lexicon::Scope> scopes(rules.size());
  for (size_t r = 0; r < rules.size(); ++r) {
    scopes[r].id = rules[r].id;
    if (rules[r].method != NameMethod::kListed) continue;
    for (const std::string& name : rules[r].words) {
      lexicon::Term term;
      term.name = name;
      term.config = rules[r].config;
      scopes[r].terms.push_back(std::move(term));
    }
  }
  return lexicon::Lexicon::compile(std::move(scopes));
}

// Longest first where two of a kind overlap; then the earlier.
void drop_overlaps(std::vector<Name>& names) {
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    if (a.kind != b.kind) return a.kind < b.kind;
    if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
    return a.begin < b.begin;
  });
  std::vector<Name> kept;
  for (const Name& name : names) {
    const auto over = std::find_if(kept.begin(), kept.end(), [&](const Name& other) {
      return other.kind == name.kind && name.begin < other.end && other.begin < name.end;
    });
    if (over == kept.end()) {
      kept.push_back(name);
    } else if (over->begin == name.begin && name.core_end > 0 && name.core_end < over->core_end) {
      over->core_end = name.core_end;  // "Acme" is the core of "Acme Bio" and of "Acme Bio, Inc"
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Name& a, const Name& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.kind < b.kind;
  });
  names = std::move(kept);
}

bool by_context(NameMethod method) {
  return method == NameMethod::kFollowedBy || method == NameMethod::kPrecededBy ||
         method == NameMethod::kPattern;
}

// A company known by what stands around it alone gives way to a name of another
// kind that its form shows: in "Acmemab cuts risk" no company acts.
void drop_contradicted(std::vector<Name>& names) {
  const auto contradicted = [&](const Name& name) {
    if (name.kind != EntityKind::kCompany || !by_context(name.method)) return false;
    return std::any_of(names.begin(), names.end(), [&](const Name& other) {
      return other.kind != EntityKind::kCompany && other.kind != EntityKind::kTrademark &&
             other.begin <= name.begin && name.end <= other.end;
    });
  };
  std::vector<Name> kept;
  std::copy_if(names.begin(), names.end(), std::back_inserter(kept),
               [&](const Name& name) { return !contradicted(name); });
  names = std::move(kept);
}

}  // namespace

struct NameFinder::Compiled {
  std::vector<NameRule> rules;
  std::vector<Exceptions> exceptions;
  RunNames runs;
  FormNames forms;
  PatternNames patterns;
  lexicon::Lexicon listed;

  void add(const Tokens& tokens, const Name& name, size_t rule, std::vector<Name>& names) const {
    const std::string_view text = tokens.text.substr(name.begin, name.end - name.begin);
    if (exceptions[rule].hold(text)) return;
    names.push_back(name);
    names.back().method = rules[rule].method;
    names.back().rule = rules[rule].id;
  }

  void add_found(const Tokens& tokens, const std::vector<Found>& found,
                 std::vector<Name>& names) const {
    for (const Found& one : found) {
      Name name{one.kind, tokens.list[one.first].begin, tokens.list[one.last].end};
      if (rules[one.rule].method == NameMethod::kEndsWith && one.last > one.first)
        name.core_end = tokens.list[one.last - 1].end;
      add(tokens, name, one.rule, names);
    }
  }
};

Result<NameFinder> NameFinder::compile(const std::vector<NameRule>& rules) {
  PatternNames patterns = TRY(PatternNames::compile(rules));
  lexicon::Lexicon listed = TRY(listed_names(rules));
  std::vector<Exceptions> exceptions(rules.begin(), rules.end());
  Compiled compiled{rules,
                    std::move(exceptions),
                    RunNames(rules),
                    FormNames(rules),
                    std::move(patterns),
                    std::move(listed)};
  NameFinder finder;
  finder.compiled_ = std::make_shared<const Compiled>(std::move(compiled));
  return finder;
}

std::vector<Name> NameFinder::find(const Tokens& tokens) const {
  const Compiled& compiled = *compiled_;
  std::vector<Name> names;
  std::vector<Found> found;
  compiled.runs.find(tokens, found);
  compiled.forms.find(tokens, found);
  compiled.add_found(tokens, found, names);
  std::vector<PatternName> patterns;
  compiled.patterns.find(tokens.text, tokens.reading.lower, patterns);
  for (const PatternName& one : patterns)
    if (!compiled.exceptions[one.rule].hold(one.whole))
      compiled.add(tokens,
                   {one.kind, static_cast<uint32_t>(one.begin), static_cast<uint32_t>(one.end)},
                   one.rule, names);
  for (const lexicon::Mention& mention : compiled.listed.find(tokens.text, tokens.reading))
    compiled.add(tokens, {compiled.rules[mention.scope].kind, mention.begin, mention.end},
                 mention.scope, names);
  if (names.size() > kMaxNames) names.resize(kMaxNames);
  drop_contradicted(names);
  drop_overlaps(names);
  return names;
}

}  // namespace vectora::normalize::names
