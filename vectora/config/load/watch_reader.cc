#include "vectora/config/load/watch_reader.h"

#include <algorithm>
#include <set>

#include "vectora/config/load/matching_reader.h"
#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using lexicon::ScopeIndex;
using normalize::EntityKind;

// Of a trademark that matches its domain alone, by where it stands.
constexpr double kTitleConfidence = 0.9;
constexpr double kTextConfidence = 0.6;

bool share_one(const std::vector<ScopeIndex>& a, const std::vector<ScopeIndex>& b) {
  return std::any_of(a.begin(), a.end(), [&](ScopeIndex scope) {
    return std::find(b.begin(), b.end(), scope) != b.end();
  });
}

class WatchReader {
 public:
  WatchReader(const YamlNode& client, Market& market, score::Rules& rules, Findings& findings)
      : client_(client), market_(market), rules_(rules), findings_(findings) {}

  std::vector<score::WatchDomain> read();

 private:
  score::WatchDomain read_domain(const YamlNode& node);
  void resolve_scopes(const YamlNode& node, score::WatchDomain& domain);
  void take_definition(const YamlNode& node, score::WatchDomain& domain);
  void privilege_trademarks(score::WatchDomain& domain) const;
  void check_profile(const YamlNode& node);
  void check_core(const YamlNode& node, const score::WatchDomain& domain);
  void add_own(const YamlNode& list, EntityKind kind, std::vector<ScopeIndex>& to,
               score::WatchDomain& domain);

  YamlNode client_;
  Market& market_;
  score::Rules& rules_;
  Findings& findings_;
};

std::vector<score::WatchDomain> WatchReader::read() {
  std::vector<score::WatchDomain> domains;
  std::set<std::string> ids;
  for (const YamlNode& node : client_["watch_domains"].items()) {
    const std::string id = text_or(node["id"], "");
    if (!ids.insert(id).second) {
      findings_.error(node["id"].ref(), "a second watch domain '" + id + "'",
                      "give it a name of its own");
    }
    score::WatchDomain domain = read_domain(node);
    if (bool_or(node["enabled"], true)) domains.push_back(std::move(domain));
  }
  if (domains.empty() && client_["watch_domains"].is_list()) {
    findings_.error(client_["watch_domains"].ref(), "no watch domain is enabled",
                    "a client watches at least one");
  }
  return domains;
}

score::WatchDomain WatchReader::read_domain(const YamlNode& node) {
  score::WatchDomain domain;
  domain.id = DomainId(text_or(node["id"], ""));
  domain.type = text_or(node["type"], "technology");
  domain.priority = text_or(node["priority"], "medium");
  domain.config = node.ref();
  const auto& weights = market_.scoring.priority_weights;
  const auto weight = weights.find(domain.priority);
  if (weight != weights.end()) domain.priority_weight = weight->second;
  resolve_scopes(node, domain);
  take_definition(node, domain);
  check_core(node, domain);
  add_own(node["add_companies"], EntityKind::kCompany, domain.company_scopes, domain);
  add_own(node["add_molecules"], EntityKind::kMolecule, domain.molecule_scopes, domain);
  privilege_trademarks(domain);
  const YamlNode overrides = client_["matching_config"]["domain_type_overrides"][domain.type];
  domain.require_entity_signals = bool_or(overrides["require_entity_signals"], false);
  domain.min_technology_signals = int_or(overrides["min_technology_signals"], 0);
  return domain;
}

void WatchReader::resolve_scopes(const YamlNode& node, score::WatchDomain& domain) {
  const ScopeBook& scopes = market_.scopes;
  domain.technology_scopes = scopes.positive_parts(node["technology_scope"], findings_);
  domain.company_scopes = scopes.positive_parts(node["company_scope"], findings_);
  domain.molecule_scopes = scopes.positive_parts(node["molecule_scope"], findings_);
  domain.trademark_scopes = scopes.positive_parts(node["trademark_scope"], findings_);
  domain.indication_scopes = scopes.positive_parts(node["indication_scope"], findings_);
}

void WatchReader::check_profile(const YamlNode& node) {
  const YamlNode profile = node["technology_profile"];
  const YamlNode profiles = market_.matching["technology_profiles"];
  if (profile.is_scalar() && !profiles[profile.text()].exists()) {
    std::vector<std::string> known;
    for (const auto& [name, value] : profiles.members()) known.push_back(name);
    findings_.unknown(profile.ref(), "technology profile", profile.text(), known);
  }
  const YamlNode rule = node["matching_profile"];
  if (rule.is_scalar() && !market_.matching[rule.text()].exists()) {
    std::vector<std::string> known;
    for (const auto& [name, value] : market_.matching.members()) {
      if (name != "technology_profiles") known.push_back(name);
    }
    findings_.unknown(rule.ref(), "matching rule", rule.text(), known);
  }
}

void WatchReader::take_definition(const YamlNode& node, score::WatchDomain& domain) {
  check_profile(node);
  const YamlNode name = node["domain_definition"];
  if (!name.is_scalar()) {
    const std::string mode = text_or(client_["matching_config"]["default_matching_mode"], "");
    match_by_type({market_.matching, node, mode, market_.scopes}, domain, findings_);
    return;
  }
  const auto found = market_.domains.find(name.text());
  if (found == market_.domains.end()) {
    std::vector<std::string> known;
    for (const auto& [id, definition] : market_.domains) known.push_back(id);
    findings_.unknown(name.ref(), "domain definition", name.text(), known);
    return;
  }
  domain.signals = found->second.signals;
  domain.rules = found->second.rules;
  domain.scoring = found->second.scoring;
}

// A trademark that matches alone becomes rules of the domain: one for the title,
// one for the text, where its confidence there suffices.
void WatchReader::privilege_trademarks(score::WatchDomain& domain) const {
  const YamlNode node = client_["matching_config"]["trademark_privileges"];
  const YamlNode threshold = node["auto_match_threshold"];
  const bool enabled = bool_or(node["enabled"], true);
  if (!enabled || !threshold.is_scalar() || domain.trademark_scopes.empty()) return;
  const score::SignalCount named{"trademark_privilege", {domain.signals.size()}, 1};
  domain.signals.push_back(
      {named.name, score::SignalStrength::kStrong, domain.trademark_scopes, threshold.key_ref()});
  score::MatchingRule rule;
  rule.id = named.name;
  rule.because = "a trademark of the domain";
  rule.config = threshold.ref();
  std::vector<score::MatchingRule> rules;
  rule.confidence = kTitleConfidence;
  rule.min_title = {named};
  if (rule.confidence >= number_or(threshold, 1)) rules.push_back(rule);
  rule.confidence = kTextConfidence;
  rule.min_title = {};
  rule.min = {named};
  if (rule.confidence >= number_or(threshold, 1)) rules.push_back(rule);
  const bool first = bool_or(node["matching_priority"], false);
  domain.rules.insert(first ? domain.rules.begin() : domain.rules.end(), rules.begin(),
                      rules.end());
}

// A company that the market calls core and the client does not watch is lost
// without a word.
void WatchReader::check_core(const YamlNode& node, const score::WatchDomain& domain) {
  if (domain.company_scopes.empty()) return;
  std::set<std::string> watched;
  for (const ScopeIndex scope : domain.company_scopes) {
    for (const lexicon::Term& term : market_.scopes.scope(scope).terms) {
      watched.insert(company_slug(term.name));
      for (const std::string& alias : term.aliases) watched.insert(company_slug(alias));
    }
  }
  for (const std::string& own : texts(node["add_companies"])) watched.insert(company_slug(own));
  for (const ScopeIndex scope : market_.scoring.rules.core_company_scopes) {
    for (const lexicon::Term& term : market_.scopes.scope(scope).terms) {
      if (watched.count(company_slug(term.name)) > 0) continue;
      findings_.error(node["company_scope"].ref(),
                      "the core company '" + term.name + "' (" + term.config.str() +
                          ") is not in " + text_or(node["company_scope"], ""),
                      "add it to the scope");
    }
  }
}

void WatchReader::add_own(const YamlNode& list, EntityKind kind, std::vector<ScopeIndex>& to,
                          score::WatchDomain& domain) {
  if (list.items().empty()) return;
  const std::vector<ScopeIndex> like =
      kind == EntityKind::kCompany ? rules_.core_company_scopes : to;
  const std::string id = text_or(client_["client_profile"]["client_id"], "") + "." +
                         domain.id.str() + "." + std::string(normalize::plural_name(kind));
  const ScopeIndex own = market_.scopes.add(id, read_terms(list, findings_), list.key_ref());
  for (score::SignalGroup& group : domain.signals) {
    const bool against = group.strength == score::SignalStrength::kExclusion;
    if (!against && share_one(group.scopes, like)) group.scopes.push_back(own);
  }
  to.push_back(own);
  if (kind == EntityKind::kCompany) rules_.core_company_scopes.push_back(own);
  market_.vocabulary.entity_scopes.emplace_back(own, kind);
}

}  // namespace

std::vector<score::WatchDomain> read_watch_domains(const YamlNode& client, Market& market,
                                                   score::Rules& rules, Findings& findings) {
  return WatchReader(client, market, rules, findings).read();
}

}  // namespace vectora::config
