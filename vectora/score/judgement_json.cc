// The stored form of a judgement: three members of a curated item,
// docs/data_formats.md. Values of the receipt are tenths of a point.
#include <algorithm>
#include <cmath>

#include "vectora/normalize/span.h"
#include "vectora/score/domain_score.h"
#include "vectora/score/editorial.h"
#include "vectora/score/judge.h"

namespace vectora::score {
namespace {

Error wrong(std::string_view member, std::string_view what) {
  return {ErrorCode::kMalformed, std::string(member) + ": " + std::string(what)};
}

Json verdict_json(const DomainVerdict& verdict) {
  Json json = Json::object();
  json["score"] = verdict.relevance;
  json["confidence"] = confidence_word(verdict.confidence);
  json["confidence_value"] = verdict.confidence;
  json["reasons"] = verdict.reasons;
  json["matched_entities"] = Json::object();
  for (const auto& [kind, names] : verdict.matched_entities) json["matched_entities"][kind] = names;
  json["rule"] = verdict.rule;
  json["signals"] = {{"strong", verdict.strong},
                     {"medium", verdict.medium},
                     {"weak", verdict.weak},
                     {"exclusions", verdict.exclusions}};
  json["domain_score"] = verdict.domain_score ? Json(*verdict.domain_score) : Json(nullptr);
  json["domain_score_parts"] = Json::object();
  for (const auto& [name, points] : verdict.domain_score_parts)
    json["domain_score_parts"][name] = points;
  json["config"] = verdict.config.str();
  return json;
}

Json rejection_json(const DomainVerdict& verdict) {
  Json json = Json::object();
  json["domain"] = verdict.domain.str();
  json["near_miss"] = verdict.near_miss;
  const Json members = verdict_json(verdict);  // outlives the loop over it
  for (const auto& [name, value] : members.items()) json[name] = value;
  return json;
}

Json matching_json(const Judgement& judgement) {
  Json json = {{"matched_domains", Json::array()},
               {"domain_relevance", Json::object()},
               {"rejections", Json::array()}};
  for (const DomainVerdict& verdict : judgement.domains) {
    if (verdict.matched) {
      json["matched_domains"].push_back(verdict.domain.str());
      json["domain_relevance"][verdict.domain.str()] = verdict_json(verdict);
    } else {
      json["rejections"].push_back(rejection_json(verdict));
    }
  }
  return json;
}

// The domain that the 0-100 score is shown of: the most relevant match, else the first.
const DomainVerdict* shown_domain(const Judgement& judgement) {
  const DomainVerdict* shown = nullptr;
  for (const DomainVerdict& verdict : judgement.domains) {
    const bool better = shown == nullptr || (verdict.matched && !shown->matched) ||
                        (verdict.matched == shown->matched && verdict.relevance > shown->relevance);
    if (better) shown = &verdict;
  }
  return shown;
}

Json domain_scoring_json(const Judgement& judgement) {
  static const DomainVerdict kNone;
  const DomainVerdict* shown = shown_domain(judgement);
  const DomainVerdict& verdict = shown == nullptr ? kNone : *shown;
  Json json = Json::object();
  json["is_relevant"] = judgement.relevant;
  json["score"] = verdict.domain_score.value_or(
      static_cast<int>(std::lround(verdict.matched ? verdict.relevance * 100 : 0)));
  json["confidence"] = confidence_word(verdict.confidence);
  json["signals_detected"] = {{"strong", verdict.strong},
                              {"medium", verdict.medium},
                              {"weak", verdict.weak},
                              {"exclusions", verdict.exclusions}};
  json["score_breakdown"] = Json::object();
  for (const auto& [name, points] : verdict.domain_score_parts)
    json["score_breakdown"][name] = points;
  std::string reasoning;
  for (const std::string& reason : verdict.reasons)
    reasoning += (reasoning.empty() ? "" : "; ") + reason;
  json["reasoning"] = reasoning.empty() ? verdict.near_miss : reasoning;
  return json;
}

Json term_json(const Term& term) {
  Json json = Json::object();
  json["rule"] = term.rule;
  json["value"] = term.value.tenths();
  json["because"] = term.because;
  if (term.span) json["span"] = to_json(*term.span);
  json["config"] = term.config.str();
  return json;
}

// Terms of a kind as {name: points}, their sum beside them.
struct Group {
  Json members = Json::object();
  Points sum;
};

Group group_of(const Judgement& judgement, std::string_view prefix) {
  Group group;
  for (const Term& term : judgement.receipt) {
    if (!term.rule.starts_with(prefix)) continue;
    group.members[term.rule.substr(prefix.size())] = term.value.value();
    group.sum = group.sum + term.value;
  }
  return group;
}

double base_score(const Judgement& judgement) {
  return judgement.receipt.empty() ? 0 : judgement.receipt.front().value.value();
}

// What the rules of these names add up to.
Points sum_until_bonuses(const Judgement& judgement) {
  Points sum;
  for (const Term& term : judgement.receipt)
    if (term.rule.starts_with("event.") || term.rule == "domain_factor" || term.rule == "recency")
      sum = sum + term.value;
  return sum;
}

Json breakdown_json(const Judgement& judgement, Points bonuses, Points penalties) {
  const Points weighted = sum_until_bonuses(judgement);
  Json json = Json::object();
  json["base_score"] = base_score(judgement);
  json["domain_relevance_factor"] = judgement.domain_factor;
  json["recency_factor"] = judgement.recency_factor;
  json["weighted_base"] = weighted.value();
  json["total_bonus"] = bonuses.value();
  json["total_penalty"] = penalties.value();
  json["raw_score"] = (weighted + bonuses + penalties).value();
  json["scoring_mode"] = judgement.mode;
  return json;
}

Json editorial_json(const Judgement& judgement) {
  Json json = Json::object();
  json["decision"] = std::string(to_string(judgement.editorial));
  json["rule"] = judgement.editorial_rule;
  json["because"] = judgement.editorial_because;
  json["config"] = judgement.editorial_config.str();
  return json;
}

Json scoring_json(const Judgement& judgement, const normalize::Item& item) {
  const Group bonuses = group_of(judgement, "bonus.");
  const Group priority = group_of(judgement, "priority.");
  const Group penalties = group_of(judgement, "penalty.");
  const std::optional<Date>& day =
      judgement.effective_date ? judgement.effective_date : item.published_at;
  Json json = Json::object();
  json["base_score"] = base_score(judgement);
  json["bonuses"] = bonuses.members;
  json["penalties"] = penalties.members;
  json["final_score"] = judgement.score.value();
  json["effective_date"] = day ? Json(day->str()) : Json(nullptr);
  json["actor"] = judgement.actor;
  json["editorial"] = editorial_json(judgement);
  json["receipt"] = Json::array();
  for (const Term& term : judgement.receipt) json["receipt"].push_back(term_json(term));
  json["score_breakdown"] = breakdown_json(judgement, bonuses.sum + priority.sum, penalties.sum);
  return json;
}

void read_domain_score(const Json& json, DomainVerdict& verdict) {
  const Json* score = find_member(json, "domain_score");
  if (score != nullptr && score->is_number()) verdict.domain_score = score->get<int>();
  const Json* parts = find_member(json, "domain_score_parts");
  if (parts == nullptr || !parts->is_object()) return;
  for (const auto& [name, points] : parts->items())
    if (points.is_number()) verdict.domain_score_parts[name] = points.get<int>();
}

DomainVerdict verdict_from(const Json& json, std::string domain, bool matched) {
  DomainVerdict verdict;
  verdict.domain = DomainId(std::move(domain));
  verdict.matched = matched;
  verdict.relevance = number_member(json, "score");
  verdict.confidence = number_member(json, "confidence_value");
  verdict.rule = string_member(json, "rule");
  verdict.reasons = texts_member(json, "reasons");
  verdict.near_miss = string_member(json, "near_miss");
  verdict.config = normalize::config_ref_from(string_member(json, "config"));
  read_domain_score(json, verdict);
  if (const Json* entities = find_member(json, "matched_entities"))
    if (entities->is_object())
      for (const auto& [kind, names] : entities->items())
        verdict.matched_entities[kind] = texts_member(*entities, kind);
  if (const Json* signals = find_member(json, "signals")) {
    verdict.strong = texts_member(*signals, "strong");
    verdict.medium = texts_member(*signals, "medium");
    verdict.weak = texts_member(*signals, "weak");
    verdict.exclusions = texts_member(*signals, "exclusions");
  }
  return verdict;
}

Result<void> read_matching(const Json& json, Judgement& judgement) {
  const Json* matching = find_member(json, "matching_results");
  if (matching == nullptr || !matching->is_object()) return wrong("matching_results", "is missing");
  const Json* relevance = find_member(*matching, "domain_relevance");
  for (const std::string& domain : texts_member(*matching, "matched_domains")) {
    const Json* said = relevance == nullptr ? nullptr : find_member(*relevance, domain);
    judgement.domains.push_back(
        verdict_from(said == nullptr ? Json::object() : *said, domain, true));
  }
  judgement.relevant = !judgement.domains.empty();
  const Json* rejections = find_member(*matching, "rejections");
  if (rejections == nullptr || !rejections->is_array()) return {};
  for (const Json& rejection : *rejections)
    judgement.domains.push_back(verdict_from(rejection, string_member(rejection, "domain"), false));
  return {};
}

Term term_from(const Json& json) {
  Term term;
  term.rule = string_member(json, "rule");
  term.value = Points::from_tenths(std::llround(number_member(json, "value")));
  term.because = string_member(json, "because");
  if (const Json* span = find_member(json, "span")) term.span = normalize::span_from_json(*span);
  term.config = normalize::config_ref_from(string_member(json, "config"));
  return term;
}

void read_editorial(const Json& scoring, Judgement& judgement) {
  const Json* json = find_member(scoring, "editorial");
  if (json == nullptr) return;
  judgement.editorial = editorial_from(string_member(*json, "decision"));
  judgement.editorial_rule = string_member(*json, "rule");
  judgement.editorial_because = string_member(*json, "because");
  judgement.editorial_config = normalize::config_ref_from(string_member(*json, "config"));
}

Result<void> read_scoring(const Json& json, Judgement& judgement) {
  const Json* scoring = find_member(json, "scoring_results");
  if (scoring == nullptr || !scoring->is_object()) return wrong("scoring_results", "is missing");
  judgement.score = Points::round(number_member(*scoring, "final_score"));
  judgement.actor = string_member(*scoring, "actor", "other");
  judgement.effective_date = Date::parse(string_member(*scoring, "effective_date"));
  read_editorial(*scoring, judgement);
  if (const Json* breakdown = find_member(*scoring, "score_breakdown")) {
    judgement.mode = string_member(*breakdown, "scoring_mode", "balanced");
    judgement.domain_factor = number_member(*breakdown, "domain_relevance_factor");
    judgement.recency_factor = number_member(*breakdown, "recency_factor");
  }
  const Json* receipt = find_member(*scoring, "receipt");
  if (receipt == nullptr || !receipt->is_array()) return wrong("receipt", "is missing");
  Points sum;
  for (const Json& term : *receipt) {
    judgement.receipt.push_back(term_from(term));
    sum = sum + judgement.receipt.back().value;
  }
  if (sum != judgement.score)
    return wrong("receipt", "adds up to " + sum.str() + ", not to " + judgement.score.str());
  return {};
}

}  // namespace

Json to_json(const Judgement& judgement, const normalize::Item& item) {
  Json json = Json::object();
  json["matching_results"] = matching_json(judgement);
  json["domain_scoring"] = domain_scoring_json(judgement);
  json["scoring_results"] = scoring_json(judgement, item);
  return json;
}

Result<Judgement> judgement_from_json(const Json& json) {
  Judgement judgement;
  TRY(read_matching(json, judgement));
  TRY(read_scoring(json, judgement));
  return judgement;
}

}  // namespace vectora::score
