// The gate: which entries of a source become items of a client.
//
// The first reason that holds is the outcome; the order is that of the
// functions below. Pure: "today" is GateOptions::window.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/date.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/outcome.h"
#include "vectora/normalize/scan.h"
#include "vectora/text/regex.h"

namespace vectora::normalize {

struct Window {
  Date first;  // both ends included
  Date last;

  bool contains(Date day) const { return first <= day && day <= last; }
};

enum class TemporalMode { kStrict, kFlexible };           // an undated entry ends, or stays
enum class IngestionMode { kStrict, kBalanced, kBroad };  // profiles x 1.25, x 1, exclusions only
enum class ProfileMode { kIngestAll, kExcludeOnly, kRequireSignals, kRequireMultiSignals };

struct SignalGroup {
  std::string id;
  std::vector<lexicon::ScopeIndex> scopes;
  int min_matches = 1;  // distinct terms
  double weight = 1;
  ConfigRef config;
};

// AND, OR and parentheses over group ids, in postfix form: an index into
// `groups`, or kAnd, or kOr.
struct CombinationLogic {
  static constexpr int kAnd = -1;
  static constexpr int kOr = -2;
  std::vector<int> postfix;  // empty: any group will do

  // kMalformed with the column; kNotFound for an unknown group.
  static Result<CombinationLogic> compile(std::string_view expression,
                                          const std::vector<SignalGroup>& groups);
  bool holds(const std::vector<bool>& group_matched) const;
};

struct IngestionProfile {
  std::string name;
  ProfileMode mode = ProfileMode::kIngestAll;
  std::vector<lexicon::ScopeIndex> exclusions;  // one hit in the title or two in the text exclude
  std::vector<SignalGroup> groups;  // required; of kExcludeOnly: what is kept all the same
  CombinationLogic logic;
  double minimum_total_weight = 0;
  bool ingest_by_default = true;  // what happens when `mode` has nothing to decide on
  ConfigRef config;
};

struct ExcludePattern {
  text::Regex regex;
  ConfigRef config;
};

struct GateOptions {
  Window window;
  TemporalMode temporal = TemporalMode::kStrict;
  IngestionMode mode = IngestionMode::kBalanced;
  int min_word_count = 0;  // of title and content
  std::vector<ExcludePattern> exclude_patterns;
  std::vector<lexicon::ScopeIndex> privileged;  // a term of these stands in for a profile's signals
};

// Nothing when the item passes. Before the gate: unparsable, seen_before,
// revision_of and duplicate_of, which need to know other items.
std::optional<Outcome> gate(const Item& item, const Scan& scan, const lexicon::Lexicon& lexicon,
                            const IngestionProfile& profile, const GateOptions& options);

}  // namespace vectora::normalize
