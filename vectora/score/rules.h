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

// One list of a domain definition: strong_signals.core_technologies.
struct SignalGroup {
  std::string name;
  SignalStrength strength = SignalStrength::kStrong;
  lexicon::ScopeIndex scope = 0;  // its terms are compiled as a scope of their own
  ConfigRef config;
};

struct MatchingRule {
  std::string id;
  int min_strong = 0;
  int min_medium = 0;
  int min_weak = 0;
  std::optional<int> min_exclusions;
  std::optional<int> max_exclusions;
  std::optional<int> max_signals;          // strong and medium together
  std::vector<std::string> event_types;    // empty: all
  std::vector<std::string> content_types;  // empty: all
  std::vector<std::string> actors;         // core, hybrid, other; empty: all
  bool match = true;                       // false: reject
  double confidence = 0.6;
  ConfigRef config;
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
  std::vector<MatchingRule> rules;   // first that holds decides
  Weight priority_weight;
  ConfigRef config;
};

// keep, drop, if_room: canonical/rules/editorial_rules.yaml.
struct EditorialRule {
  std::string id;
  std::vector<std::string> actors;  // core, hybrid, other
  std::vector<std::string> content_types;
  std::vector<std::string> event_types;
  std::vector<lexicon::ScopeIndex> entities_in_scope;      // at least one of them mentioned
  std::vector<lexicon::ScopeIndex> not_entities_in_scope;  // none of them mentioned
  std::string then;                                        // keep, drop, if_room
  std::string because;                                     // shown in the receipt
  ConfigRef config;
};

struct Bonus {
  std::string name;                         // pure_player_companies, trademark_mentions
  std::vector<lexicon::ScopeIndex> scopes;  // an entity of one of them is mentioned
  std::vector<std::string> event_types;     // empty: all
  std::vector<std::string> content_types;   // empty: all
  std::vector<std::string> actors;          // empty: all
  Weight points;                            // negative: a penalty
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
  Weight trademark_boost;
  DomainWeights domain_weights;
  Weight min_domain_score;  // matching_config
  std::map<std::string, Weight> domain_type_thresholds;
  int max_domains_per_item = 0;  // 0: no limit
};

}  // namespace vectora::score
