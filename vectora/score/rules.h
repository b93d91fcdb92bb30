// The rules of judgement, as typed values: config reads them from the canonical
// pack and a client's YAML; nothing here knows a file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/id.h"
#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/annotation.h"

namespace vectora::score {

// A number that somebody configured, with its place for the receipt.
struct Weight {
  double value = 0;
  ConfigRef config;
};

enum class SignalStrength { kStrong, kMedium, kWeak, kExclusion };

// One list of a domain definition: strong_signals.core_technologies. It counts
// the distinct names (Term::name) of its scopes that stand in an item.
struct SignalGroup {
  std::string name;
  SignalStrength strength = SignalStrength::kStrong;
  std::vector<lexicon::ScopeIndex> scopes;  // terms written in place have a scope of their own
  ConfigRef config;
};

// "at least two of technology_families", "no exclusion": a number of distinct
// names over one group, or over all groups of a strength.
struct SignalCount {
  std::string name;            // of the group, or strong, medium, weak, exclusions
  std::vector<size_t> groups;  // indices into WatchDomain::signals
  int count = 1;
};

// Holds when all of its conditions do; an empty list asks for nothing.
struct MatchingRule {
  std::string id;
  std::vector<SignalCount> min;        // each counts at least
  std::vector<SignalCount> any;        // one of them counts at least
  std::vector<SignalCount> max;        // each counts at most
  std::vector<SignalCount> min_title;  // each counts at least, in the title alone
  std::vector<std::string> event_types;
  std::vector<std::string> content_types;
  std::vector<std::string> not_event_types;
  std::vector<std::string> not_content_types;
  std::vector<std::string> actors;  // core, hybrid, other
  bool match = true;                // false: reject
  double confidence = 0.6;          // high 0.9, medium 0.6, low 0.3
  std::optional<double> relevance;  // given by the rule; otherwise by the signals' weights
  std::string because;              // shown in the receipt
  ConfigRef config;
};

// Adds to the 0-100 score of a domain when the group counts at least one.
struct DomainBoost {
  size_t group = 0;  // index into WatchDomain::signals
  Weight points;
  std::vector<SignalCount> any;  // and one of these holds
};

struct DomainRecency {
  int max_age_days = 0;  // up to and including
  Weight points;
};

// The 0-100 score of a domain: an input of the receipt, no decision.
struct DomainScoring {
  std::map<std::string, Weight> event_scores;
  std::vector<DomainBoost> boosts;
  std::vector<DomainRecency> recency;               // by rising age; older than the last: nothing
  std::map<std::string, Weight> confidence_points;  // by high, medium, low

  bool empty() const { return event_scores.empty(); }
};

// A watch domain of a client, its scopes resolved.
struct WatchDomain {
  DomainId id;
  std::string type;      // technology, indication, regulatory
  std::string priority;  // high, medium, low
  std::vector<lexicon::ScopeIndex> technology_scopes;
  std::vector<lexicon::ScopeIndex> company_scopes;
  std::vector<lexicon::ScopeIndex> molecule_scopes;
  std::vector<lexicon::ScopeIndex> trademark_scopes;
  std::vector<lexicon::ScopeIndex> indication_scopes;
  std::vector<SignalGroup> signals;  // of its domain definition
  std::vector<MatchingRule> rules;   // first that holds decides; none: no match
  DomainScoring scoring;
  Weight priority_weight;               // points that the best matched domain adds
  bool require_entity_signals = false;  // matches only beside a company, molecule or trademark
  int min_technology_signals = 0;       // distinct technology terms it needs to match
  ConfigRef config;
};

// keep, drop, if_room: canonical/rules/editorial_rules.yaml.
struct EditorialRule {
  std::string id;
  std::vector<std::string> actors;  // core, hybrid, other
  std::vector<std::string> content_types;
  std::vector<std::string> event_types;
  std::vector<lexicon::ScopeIndex> entities_in_scope;      // a term of one of them is mentioned
  std::vector<lexicon::ScopeIndex> title_in_scope;         // the same, in the title
  std::vector<lexicon::ScopeIndex> not_entities_in_scope;  // none of them mentioned
  std::string then;                                        // keep, drop, if_room
  std::string because;                                     // shown in the receipt
  ConfigRef config;
};

// Holds when all of its conditions do; an empty list asks for nothing.
struct Bonus {
  std::string name;                               // pure_player_companies, trademark_mentions
  std::vector<lexicon::ScopeIndex> scopes;        // a term of one of them is mentioned
  std::vector<lexicon::ScopeIndex> title_scopes;  // the same, in the title
  std::vector<lexicon::ScopeIndex> not_scopes;    // no term of them is
  std::optional<int> max_age_days;                // an unknown date is older
  std::vector<std::string> event_types;           // empty: all
  std::vector<std::string> content_types;         // empty: all
  std::vector<std::string> actors;                // empty: all
  Weight points;                                  // negative: a penalty
  std::string because;                            // shown in the receipt; may be empty
};

struct RecencyStep {
  int max_age_days = 0;  // up to and including
  Weight factor;
};

// How signals become relevance, and relevance the domain factor:
//   relevance = min(1, sum over distinct signal terms of their strength's weight)
//   factor    = min(1, relevance_share * mean relevance + confidence_share * mean confidence
//                      + trademark boost)
struct DomainWeights {
  double relevance_share = 0.6;
  double confidence_share = 0.3;
  double strong = 0.6;
  double medium = 0.3;
  double weak = 0.1;
  double exclusion = -0.2;
};

enum class ScoringMode { kStrict, kBalanced, kBroad };

// All that decides for one client.
struct Rules {
  std::vector<WatchDomain> domains;
  std::vector<EditorialRule> editorial;
  std::map<std::string, Weight> event_weights;  // client overrides applied
  Weight default_event_weight;
  std::vector<RecencyStep> recency;  // by rising age; the last one holds for older items too
  Weight unknown_date_factor;
  std::vector<Bonus> bonuses;
  std::vector<lexicon::ScopeIndex> core_company_scopes;
  std::vector<lexicon::ScopeIndex> hybrid_company_scopes;
  ScoringMode mode = ScoringMode::kBalanced;
  Weight mode_factor;             // 0.75, 1, 1.25
  Weight maximum_score;           // 50
  Weight no_domain_factor;        // 0.05
  Weight several_domains_factor;  // 1.1
  Weight trademark_boost;  // joins the domain factor when a trademark_scopes term is mentioned
  std::vector<lexicon::ScopeIndex> trademark_scopes;
  Weight maximum_domain_factor{1, {}};
  DomainWeights domain_weights;
  Weight min_domain_score;  // matching_config
  std::map<std::string, Weight> domain_type_thresholds;
  int max_domains_per_item = 0;              // 0: no limit
  double min_confidence = 0;                 // a domain below it does not match
  bool high_confidence_for_several = false;  // a second domain needs 0.9
  // An item without a match matches by a company of these scopes alone.
  bool fallback = false;
  double fallback_relevance = 0.1;
  int fallback_max_domains = 1;
  std::vector<lexicon::ScopeIndex> fallback_company_scopes;
};

}  // namespace vectora::score
