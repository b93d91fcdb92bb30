// A profile's condition is multiplied out: each alternative becomes one matching
// rule, preceded by a rejecting rule for the signals that reject. A rule of a
// domain type becomes one rule over groups made of the domain's own scopes. So
// the judge knows one kind of rule, however a domain was configured.
#include "vectora/config/load/matching_reader.h"

#include <algorithm>

#include "vectora/config/load/condition.h"
#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using lexicon::ScopeIndex;
using score::SignalGroup;
using score::SignalStrength;
using Use = ScopeBook::Use;

// A condition's summed weights reach full relevance here; from these confidences on.
constexpr double kFullWeight = 5;
constexpr double kHighWeight = 3;
constexpr double kMediumWeight = 2;

void append(std::vector<ScopeIndex>& to, const std::vector<ScopeIndex>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

std::vector<ScopeIndex> scopes_of(const score::WatchDomain& domain, const std::string& kind) {
  if (kind == "company") return domain.company_scopes;
  if (kind == "molecule") return domain.molecule_scopes;
  if (kind == "trademark") return domain.trademark_scopes;
  if (kind == "indication") return domain.indication_scopes;
  if (kind == "technology") return domain.technology_scopes;
  return {};
}

std::vector<ScopeIndex> scopes_of(const score::WatchDomain& domain,
                                  const std::vector<std::string>& kinds) {
  std::vector<ScopeIndex> all;
  for (const std::string& kind : kinds) append(all, scopes_of(domain, kind));
  return all;
}

class ProfileMatcher {
 public:
  ProfileMatcher(const YamlNode& profile, const YamlNode& watch, const ScopeBook& scopes,
                 score::WatchDomain& domain, Findings& findings)
      : profile_(profile), watch_(watch), scopes_(scopes), domain_(domain), findings_(findings) {}

  void run();

 private:
  void add_signals();
  void add_group(const std::string& name, std::vector<ScopeIndex> scopes, const YamlNode& node,
                 double weight);
  std::vector<ScopeIndex> signal_scopes(const YamlNode& list) const;
  void add_rejection();
  void add_rule(const std::vector<NamedCount>& counts);
  size_t group_named(const std::string& name) const;

  YamlNode profile_;
  YamlNode watch_;
  const ScopeBook& scopes_;
  score::WatchDomain& domain_;
  Findings& findings_;
  std::vector<double> weights_;       // one a group
  std::vector<int> default_matches_;  // one a group: its min_matches
};

void ProfileMatcher::add_group(const std::string& name, std::vector<ScopeIndex> scopes,
                               const YamlNode& node, double weight) {
  SignalGroup group;
  group.name = name;
  group.scopes = std::move(scopes);
  group.strength = SignalStrength::kWeak;
  if (weight >= kMediumWeight) group.strength = SignalStrength::kMedium;
  if (weight >= kHighWeight) group.strength = SignalStrength::kStrong;
  if (weight < 0) group.strength = SignalStrength::kExclusion;
  group.config = node.key_ref();
  domain_.signals.push_back(std::move(group));
  weights_.push_back(weight);
  default_matches_.push_back(int_or(node["min_matches"], 1));
}

// ".core_phrases" is a category of the domain's technology scope.
std::vector<ScopeIndex> ProfileMatcher::signal_scopes(const YamlNode& list) const {
  std::vector<ScopeIndex> all;
  const std::string own = text_or(watch_["technology_scope"], "");
  for (const YamlNode& node : scalars(list)) {
    if (node.text()[0] != '.') {
      append(all, scopes_.resolve(node, findings_));
      continue;
    }
    const ScopeIndex scope = scopes_.find(own + node.text());
    if (scope != lexicon::Lexicon::kNoScope) {
      all.push_back(scope);
    } else {
      findings_.error(watch_["technology_scope"].ref(),
                      "the technology profile needs the category '" + own + node.text() +
                          "', which does not exist",
                      "name a technology_scope with the profile's categories");
    }
  }
  return all;
}

void ProfileMatcher::add_signals() {
  for (const auto& [name, node] : profile_["signals"].members()) {
    add_group(name, signal_scopes(node["scopes"]), node, number_or(node["weight"], 1));
  }
  const YamlNode entities = profile_["entities"];
  add_group("entity", scopes_of(domain_, texts(entities["sources"])), entities, 1);
  for (const char* actor : {"core", "hybrid"}) {
    const YamlNode node = profile_["actors"][actor];
    add_group(actor, scopes_.resolve_all(node, Use::kFor, findings_), node, 1);
  }
}

size_t ProfileMatcher::group_named(const std::string& name) const {
  for (size_t i = 0; i < domain_.signals.size(); ++i) {
    if (domain_.signals[i].name == name) return i;
  }
  return domain_.signals.size();
}

void ProfileMatcher::add_rejection() {
  for (const std::string& name : texts(profile_["reject"])) {
    const size_t group = group_named(name);
    if (group == domain_.signals.size()) continue;  // reported by check_matching
    score::MatchingRule rule;
    rule.id = "reject_" + name;
    rule.min = {{name, {group}, default_matches_[group]}};
    rule.match = false;
    rule.confidence = 0.9;
    rule.because = name;
    rule.config = profile_["reject"].ref();
    domain_.rules.push_back(std::move(rule));
  }
}

void ProfileMatcher::add_rule(const std::vector<NamedCount>& counts) {
  score::MatchingRule rule;
  double weight = 0;
  for (const NamedCount& count : counts) {
    const size_t group = group_named(count.name);
    if (group == domain_.signals.size()) return;  // reported by check_matching
    rule.min.push_back({count.name, {group}, std::max(count.count, default_matches_[group])});
    rule.id += (rule.id.empty() ? "" : "_and_") + count.name;
    weight += std::max(0.0, weights_[group]) * count.count;
  }
  rule.confidence = weight >= kHighWeight ? 0.9 : weight >= kMediumWeight ? 0.6 : 0.3;
  rule.relevance = std::min(1.0, weight / kFullWeight);
  rule.config = profile_["match"].ref();
  domain_.rules.push_back(std::move(rule));
}

void ProfileMatcher::run() {
  add_signals();
  add_rejection();
  const auto alternatives = parse_condition(text_or(profile_["match"], ""));
  if (!alternatives.ok()) return;  // reported by check_matching
  for (const auto& counts : *alternatives) add_rule(counts);
}

struct Dimension {
  size_t group = 0;
  int count = 1;
  bool required = true;
};

enum class MatchMode { kAllRequired, kAnyRequired, kEveryOne };

void match_by_rule(const YamlNode& node, MatchMode mode, score::WatchDomain& domain) {
  score::MatchingRule rule;
  rule.id = node.key_ref().key;
  rule.config = node.key_ref();
  for (const auto& [name, dimension] : node["dimensions"].members()) {
    std::vector<std::string> kinds = texts(dimension["sources"]);
    if (kinds.empty()) kinds = {name};
    const score::SignalCount count{
        name, {domain.signals.size()}, int_or(dimension["min_matches"], 1)};
    domain.signals.push_back(
        {name, SignalStrength::kMedium, scopes_of(domain, kinds), dimension.key_ref()});
    const bool required =
        mode == MatchMode::kEveryOne || text_or(dimension["requirement"], "required") == "required";
    if (mode == MatchMode::kAnyRequired) {
      rule.any.push_back(count);
    } else if (required) {
      rule.min.push_back(count);
    }
  }
  domain.rules.push_back(std::move(rule));
}

// The client's mode, where it has one for the rule, else the rule's own.
MatchMode mode_of(const YamlNode& rule, const std::string& client_mode) {
  if (client_mode == "strict") return MatchMode::kEveryOne;
  if (client_mode == "broad") return MatchMode::kAnyRequired;
  return text_or(rule["match_mode"], "") == "all_required" ? MatchMode::kAllRequired
                                                           : MatchMode::kAnyRequired;
}

void check_profile(const YamlNode& profile, const ScopeBook& scopes, Findings& findings) {
  std::vector<std::string> names = {"entity", "core", "hybrid"};
  for (const auto& [name, node] : profile["signals"].members()) {
    names.push_back(name);
    for (const YamlNode& scope : scalars(node["scopes"])) {
      if (scope.text()[0] != '.') scopes.resolve(scope, findings);
    }
  }
  const auto check_name = [&](const YamlNode& node, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    findings.unknown(node.ref(), "signal", name, names);
  };
  for (const YamlNode& name : scalars(profile["reject"])) check_name(name, name.text());
  const auto alternatives = parse_condition(text_or(profile["match"], ""));
  if (!alternatives.ok()) {
    findings.error(profile["match"].ref(), alternatives.error().message);
    return;
  }
  for (const auto& counts : *alternatives) {
    for (const NamedCount& count : counts) check_name(profile["match"], count.name);
  }
}

}  // namespace

void check_matching(const YamlNode& root, const ScopeBook& scopes, Findings& findings) {
  for (const auto& [name, profile] : root["technology_profiles"].members()) {
    check_profile(profile, scopes, findings);
  }
}

void match_by_type(const MatchingInput& input, score::WatchDomain& domain, Findings& findings) {
  const YamlNode profile_name = input.watch["technology_profile"];
  if (profile_name.is_scalar()) {
    const YamlNode profile = input.root["technology_profiles"][profile_name.text()];
    if (profile.is_mapping()) {
      ProfileMatcher(profile, input.watch, input.scopes, domain, findings).run();
    }
    return;  // an unknown one is reported with the client's other references
  }
  std::string name = text_or(input.watch["matching_profile"], domain.type);
  std::string client_mode;
  if (!input.root[name].is_mapping()) {
    name = "default";
    client_mode = input.default_mode;
  }
  if (!input.root[name].is_mapping()) {
    findings.error(domain.config,
                   "the domain has no domain_definition, and no matching rule fits its type",
                   "name a domain_definition or a technology_profile");
    return;
  }
  match_by_rule(input.root[name], mode_of(input.root[name], client_mode), domain);
}

}  // namespace vectora::config
