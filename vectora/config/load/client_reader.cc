#include "vectora/config/load/client_reader.h"

#include <algorithm>
#include <set>

#include "vectora/config/load/layout_reader.h"
#include "vectora/config/load/read.h"
#include "vectora/config/load/watch_reader.h"

namespace vectora::config {

namespace {

using Use = ScopeBook::Use;

class ClientReader {
 public:
  ClientReader(const YamlNode& root, Market& market, Findings& findings)
      : root_(root), market_(market), findings_(findings) {}

  ClientPlan read();

 private:
  void read_lifetime();
  void read_sources();
  void enable(const std::vector<SourceKey>& keys, std::set<SourceKey>& enabled);
  void read_override(const std::string& name, const YamlNode& node);
  void read_filters();
  void read_rules();
  void read_matching();
  void read_trademarks();
  void read_scoring();
  void count_monitored();
  std::vector<std::string> known_sources() const;
  std::vector<std::string> known_bouquets() const;

  YamlNode root_;
  Market& market_;
  Findings& findings_;
  ClientPlan plan_;
};

ClientPlan ClientReader::read() {
  const YamlNode profile = root_["client_profile"];
  const YamlNode id = profile["client_id"];
  plan_.id = ClientId(text_or(id, ""));
  if (id.is_scalar() && !is_client_id(id.text())) {
    findings_.error(id.ref(), "'" + id.text() + "' is no client_id",
                    "start with a-z; then 1 to 62 of a-z, 0-9 and _");
  }
  plan_.name = text_or(profile["name"], plan_.id.str());
  plan_.active = bool_or(profile["active"], false);
  plan_.version = text_or(profile["version"], "");
  plan_.period_days = int_or(root_["pipeline"]["default_period_days"], 7);
  read_lifetime();
  read_sources();
  read_filters();
  read_rules();
  plan_.layout = read_layout(root_, market_, findings_);
  plan_.profile = read_profile(root_, market_);
  count_monitored();
  return std::move(plan_);
}

std::vector<std::string> ClientReader::known_sources() const {
  std::vector<std::string> known;
  for (const auto& [key, source] : market_.catalog.sources) known.push_back(key.str());
  return known;
}

std::vector<std::string> ClientReader::known_bouquets() const {
  std::vector<std::string> known;
  for (const auto& [id, keys] : market_.catalog.bouquets) known.push_back(id);
  return known;
}

// Only what test clients write has an end.
void ClientReader::read_lifetime() {
  const YamlNode metadata = root_["metadata"];
  const YamlNode days = metadata["s3_ttl_days"];
  if (!days.is_scalar()) return;
  const bool is_test =
      days.ref().file.starts_with("clients/test/") || metadata["test_context_id"].is_scalar();
  if (is_test)
    plan_.ttl_days = int_or(days, 0);
  else
    findings_.warning(days.ref(), "has no effect: only what test clients write expires",
                      "remove it, or keep the client below clients/test/");
}

void ClientReader::read_sources() {
  const YamlNode node = root_["source_config"];
  std::set<SourceKey> enabled;
  for (const YamlNode& bouquet : scalars(node["source_bouquets_enabled"])) {
    const auto found = market_.catalog.bouquets.find(bouquet.text());
    if (found == market_.catalog.bouquets.end()) {
      findings_.unknown(bouquet.ref(), "bouquet", bouquet.text(), known_bouquets());
      continue;
    }
    enabled.insert(found->second.begin(), found->second.end());
  }
  for (const YamlNode& source : scalars(node["sources_extra_enabled"])) {
    if (market_.catalog.sources.count(SourceKey(source.text())) == 0) {
      findings_.unknown(source.ref(), "source", source.text(), known_sources());
      continue;
    }
    enabled.insert(SourceKey(source.text()));
  }
  if (enabled.empty()) {
    findings_.warning(node.ref(), "the client reads no source",
                      "enable a bouquet in source_config.source_bouquets_enabled");
  }
  plan_.sources.assign(enabled.begin(), enabled.end());
  for (const auto& [name, value] : node["bouquet_ingestion_overrides"].members()) {
    read_override(name, value);
  }
}

void ClientReader::read_override(const std::string& name, const YamlNode& node) {
  const YamlNode profile = node.is_mapping() ? node["ingestion_profile"] : node;
  if (!profile.is_scalar()) return;
  if (market_.profiles.count(profile.text()) == 0) {
    std::vector<std::string> known;
    for (const auto& [known_name, value] : market_.profiles) known.push_back(known_name);
    findings_.unknown(profile.ref(), "ingestion profile", profile.text(), known);
  }
  const auto bouquet = market_.catalog.bouquets.find(name);
  if (bouquet != market_.catalog.bouquets.end()) {
    for (const SourceKey& key : bouquet->second) {
      plan_.profile_overrides[key] = profile.text();
    }
  } else if (market_.catalog.sources.count(SourceKey(name)) > 0) {
    plan_.profile_overrides[SourceKey(name)] = profile.text();
  } else {
    findings_.unknown(node.key_ref(), "bouquet", name, known_bouquets());
  }
}

void ClientReader::read_filters() {
  const YamlNode filters = root_["source_config"]["content_filters"];
  plan_.gate.min_word_count = int_or(filters["min_word_count"], 0);
  for (const YamlNode& pattern : scalars(filters["exclude_patterns"])) {
    auto regex = text::Regex::compile(pattern.text(), text::CaseSensitive::kNo);
    if (!regex.ok()) continue;  // reported by the table of keys
    plan_.gate.exclude_patterns.push_back({*regex, pattern.ref()});
  }
}

void ClientReader::read_rules() {
  plan_.rules = market_.scoring.rules;
  for (const auto& [name, mode] : {std::pair{"strict", score::ScoringMode::kStrict},
                                   std::pair{"balanced", score::ScoringMode::kBalanced},
                                   std::pair{"broad", score::ScoringMode::kBroad}}) {
    const auto factor = market_.scoring.mode_factors.find(name);
    if (factor != market_.scoring.mode_factors.end()) {
      plan_.mode_factors[mode] = factor->second;
    }
  }
  plan_.rules.domains = read_watch_domains(root_, market_, plan_.rules, findings_);
  read_matching();
  read_trademarks();
  read_scoring();
}

void ClientReader::read_matching() {
  const YamlNode node = root_["matching_config"];
  score::Rules& rules = plan_.rules;
  rules.min_domain_score = weight_or(node["min_domain_score"], 0);
  for (const auto& [type, value] : node["domain_type_thresholds"].members()) {
    rules.domain_type_thresholds[type] = weight_or(value, 0);
  }
  for (const char* key : {"domain_type_thresholds", "domain_type_overrides"}) {
    for (const auto& [type, value] : node[key].members()) {
      const std::vector<std::string> known = {"technology", "indication", "regulatory"};
      if (std::find(known.begin(), known.end(), type) != known.end()) continue;
      findings_.unknown(value.key_ref(), "domain type", type, known);
    }
  }
  rules.max_domains_per_item = int_or(node["max_domains_per_item"], 0);
  if (node["min_confidence_level"].is_scalar()) {
    rules.min_confidence = confidence_of(text_or(node["min_confidence_level"], "low"));
  }
  rules.high_confidence_for_several = bool_or(node["require_high_confidence_for_multiple"], false);
  rules.fallback = bool_or(node["enable_fallback_mode"], false);
  rules.fallback_relevance = number_or(node["fallback_min_score"], rules.fallback_relevance);
  rules.fallback_max_domains = int_or(node["fallback_max_domains"], rules.fallback_max_domains);
  rules.fallback_company_scopes =
      market_.scopes.resolve_all(node["fallback_company_scopes"], Use::kFor, findings_);
}

void ClientReader::read_trademarks() {
  const YamlNode node = root_["matching_config"]["trademark_privileges"];
  score::Weight& boost = plan_.rules.trademark_boost;
  if (node["enabled"].is_scalar() && !bool_or(node["enabled"], true)) {
    boost = {0, node["enabled"].ref()};
    return;
  }
  if (bool_or(node["ingestion_priority"], false)) {
    for (const score::WatchDomain& domain : plan_.rules.domains) {
      plan_.gate.privileged.insert(plan_.gate.privileged.end(), domain.trademark_scopes.begin(),
                                   domain.trademark_scopes.end());
    }
  }
  if (node["boost_factor"].is_scalar()) {
    boost = {boost.value * number_or(node["boost_factor"], 1), node["boost_factor"].ref()};
  }
}

void ClientReader::read_scoring() {
  const YamlNode node = root_["scoring_config"];
  for (const auto& [name, value] : node["event_type_weight_overrides"].members()) {
    const std::string type = event_type_name(name);
    if (market_.types.events.count(type) == 0) {
      findings_.unknown(value.key_ref(), "event type", name,
                        {market_.types.events.begin(), market_.types.events.end()});
    }
    plan_.rules.event_weights[type] = weight_or(value, 0);
    if (type == "other") plan_.rules.default_event_weight = weight_or(value, 0);
  }
  for (const auto& [name, value] : node["client_specific_bonuses"].members()) {
    score::Bonus bonus;
    bonus.name = name;
    bonus.scopes = market_.scopes.resolve_all(value["scope"], Use::kFor, findings_);
    bonus.points = weight_or(value["bonus"], 0);
    bonus.because = text_or(value["description"], "");
    if (!bonus.scopes.empty()) plan_.rules.bonuses.push_back(std::move(bonus));
  }
}

void ClientReader::count_monitored() {
  for (const SourceKey& key : plan_.sources) {
    const Source& source = market_.catalog.sources.at(key);
    if (!source.enabled || source.mode == SourceMode::kNone) continue;
    const bool newsroom = source.facts.type == "press_corporate";
    ++(newsroom ? plan_.monitored.newsrooms : plan_.monitored.press_sources);
  }
  std::set<std::string> companies;
  for (const score::WatchDomain& domain : plan_.rules.domains) {
    for (const lexicon::ScopeIndex scope : domain.company_scopes) {
      for (const lexicon::Term& term : market_.scopes.scope(scope).terms) {
        companies.insert(company_slug(term.name));
      }
    }
  }
  plan_.monitored.companies = static_cast<int>(companies.size());
}

}  // namespace

bool is_client_id(std::string_view text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_later = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '_'; };
  return text.size() >= 2 && text.size() <= 63 && is_letter(text[0]) &&
         std::all_of(text.begin(), text.end(), is_later);
}

ClientPlan read_client(const YamlNode& root, Market& market, Findings& findings) {
  return ClientReader(root, market, findings).read();
}

}  // namespace vectora::config
