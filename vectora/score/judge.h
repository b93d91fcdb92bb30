// The judge: does an item matter to a client, how much, and why.
//
//   const Judgement judgement = judge({item, annotation, scan}, rules, as_of);
//   judgement.relevant           the one decision that scorer and selector share
//   judgement.score.str()        "11.7"
//   judgement.receipt            terms that add up to the score exactly
//
// Pure and total: an item always has a judgement. Points are tenths, integers.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/date.h"
#include "vectora/base/json.h"
#include "vectora/normalize/annotation.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/scan.h"
#include "vectora/score/points.h"
#include "vectora/score/rules.h"

namespace vectora::score {

// One line of the receipt: a rule, what it added, and the words that made it.
struct Term {
  std::string rule;  // "event.partnership", "recency", "bonus.trademark_mentions"
  Points value;
  std::string because;
  std::optional<normalize::Span> span;
  ConfigRef config;
};

// What one watch domain said.
struct DomainVerdict {
  DomainId domain;
  bool matched = false;
  double relevance = 0;   // 0..1
  double confidence = 0;  // 0..1
  std::string rule;       // the matching rule that decided
  std::vector<std::string> reasons;
  std::map<std::string, std::vector<std::string>> matched_entities;  // by plural kind name
  std::vector<std::string> strong, medium, weak, exclusions;         // signals, canonical words
  std::optional<int> domain_score;  // 0..100; nothing where the domain has no such scoring
  std::map<std::string, int> domain_score_parts;
  std::string near_miss;  // when unmatched: the cheapest change that would have matched
  ConfigRef config;
};

enum class Editorial { kNone, kKeep, kIfRoom, kDrop };

struct Judgement {
  bool relevant = false;               // some domain matched
  std::vector<DomainVerdict> domains;  // in the client's order, matched or not
  std::string actor = "other";         // core, hybrid, other
  Editorial editorial = Editorial::kNone;
  std::string editorial_rule;  // its id
  std::string editorial_because;
  ConfigRef editorial_config;
  Points score;
  std::vector<Term> receipt;  // adds up to `score`
  std::string mode = "balanced";
  std::optional<Date> effective_date;  // by which recency was taken
  double domain_factor = 0;
  double recency_factor = 0;

  std::vector<DomainId> matched_domains() const;
};

// What a receipt's file says: matching_results, domain_scoring, scoring_results.
Json to_json(const Judgement& judgement, const normalize::Item& item);
Result<Judgement> judgement_from_json(const Json& json);

struct Subject {
  const normalize::Item& item;
  const normalize::Annotation& annotation;
  const normalize::Scan& scan;
  const normalize::SourceFacts& source;
};

Judgement judge(const Subject& subject, const Rules& rules, Date as_of);

}  // namespace vectora::score
