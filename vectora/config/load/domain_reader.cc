#include "vectora/config/load/domain_reader.h"

#include <algorithm>

#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using score::SignalCount;
using score::SignalGroup;
using score::SignalStrength;

constexpr struct {
  const char* key;
  const char* name;  // of all its groups, in a rule's conditions
  SignalStrength strength;
} kStrengths[] = {
    {"strong_signals", "strong", SignalStrength::kStrong},
    {"medium_signals", "medium", SignalStrength::kMedium},
    {"weak_signals", "weak", SignalStrength::kWeak},
    {"exclusions", "exclusions", SignalStrength::kExclusion},
};

bool is_strength(const std::string& name) {
  return std::any_of(std::begin(kStrengths), std::end(kStrengths),
                     [&](const auto& level) { return name == level.name; });
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

class DomainReader {
 public:
  DomainReader(ScopeBook& scopes, const TypeNames& types, Findings& findings)
      : scopes_(scopes), types_(types), findings_(findings) {}

  DomainDefinition read(const YamlNode& root);

 private:
  void read_signals(const YamlNode& root);
  void read_group(const std::string& name, const YamlNode& node, SignalStrength strength);
  void check_contradictions();
  void read_rule(const YamlNode& node);
  std::vector<SignalCount> read_counts(const YamlNode& node);
  std::vector<size_t> groups_named(const std::string& name) const;
  void read_scoring(const YamlNode& node);
  void read_boosts(const YamlNode& node);
  void unknown_group(const YamlNode& node, const std::string& name);

  ScopeBook& scopes_;
  const TypeNames& types_;
  Findings& findings_;
  DomainDefinition domain_;
};

DomainDefinition DomainReader::read(const YamlNode& root) {
  domain_.id = text_or(root["domain_id"], "");
  domain_.config = root.ref();
  read_signals(root);
  check_contradictions();
  for (const YamlNode& rule : root["matching_rules"].items()) read_rule(rule);
  if (domain_.rules.empty()) {
    findings_.error(root["matching_rules"].ref(), "a domain without matching rules never matches",
                    "add matching_rules");
  }
  read_scoring(root["scoring"]);
  return std::move(domain_);
}

void DomainReader::read_signals(const YamlNode& root) {
  for (const auto& level : kStrengths) {
    const YamlNode node = root[level.key];
    if (node.is_list()) read_group(level.name, node, level.strength);
    for (const auto& [name, group] : node.members()) read_group(name, group, level.strength);
  }
}

void DomainReader::read_group(const std::string& name, const YamlNode& node,
                              SignalStrength strength) {
  const auto same = [&](const SignalGroup& group) { return group.name == name; };
  if (std::any_of(domain_.signals.begin(), domain_.signals.end(), same)) {
    findings_.error(node.key_ref(), "a second group '" + name + "'", "give it a name of its own");
  }
  SignalGroup group;
  group.name = name;
  group.strength = strength;
  group.config = node.key_ref();
  if (node.is_list()) {
    group.scopes = {
        scopes_.add(domain_.id + "." + name, read_terms(node, findings_), node.key_ref())};
  } else {
    const auto use =
        strength == SignalStrength::kExclusion ? ScopeBook::Use::kAgainst : ScopeBook::Use::kFor;
    group.scopes = scopes_.resolve_all(node["scope_ref"], use, findings_);
  }
  domain_.signals.push_back(std::move(group));
}

// A term that speaks for the domain and against it is one of the two by mistake.
void DomainReader::check_contradictions() {
  std::map<std::string, ConfigRef> against;
  for (const SignalGroup& group : domain_.signals) {
    if (group.strength != SignalStrength::kExclusion) continue;
    for (const lexicon::ScopeIndex scope : group.scopes) {
      for (const lexicon::Term& term : scopes_.scope(scope).terms) {
        against.emplace(lower_case(term.name), term.config);
      }
    }
  }
  for (const SignalGroup& group : domain_.signals) {
    if (group.strength == SignalStrength::kExclusion) continue;
    for (const lexicon::ScopeIndex scope : group.scopes) {
      for (const lexicon::Term& term : scopes_.scope(scope).terms) {
        const auto found = against.find(lower_case(term.name));
        if (found == against.end()) continue;
        findings_.error(term.config,
                        "'" + term.name + "' speaks for " + domain_.id + " in " + group.name +
                            " and against it at " + found->second.str(),
                        "remove one of the two");
      }
    }
  }
}

std::vector<size_t> DomainReader::groups_named(const std::string& name) const {
  std::vector<size_t> found;
  for (const auto& level : kStrengths) {
    for (size_t i = 0; name == level.name && i < domain_.signals.size(); ++i) {
      if (domain_.signals[i].strength == level.strength) found.push_back(i);
    }
    if (name == level.name) return found;
  }
  for (size_t i = 0; i < domain_.signals.size(); ++i) {
    if (domain_.signals[i].name == name) found.push_back(i);
  }
  return found;
}

void DomainReader::unknown_group(const YamlNode& node, const std::string& name) {
  std::vector<std::string> known;
  for (const auto& level : kStrengths) known.push_back(level.name);
  for (const SignalGroup& group : domain_.signals) known.push_back(group.name);
  findings_.unknown(node.key_ref(), "signal group", name, known);
}

std::vector<SignalCount> DomainReader::read_counts(const YamlNode& node) {
  std::vector<SignalCount> counts;
  for (const auto& [name, value] : node.members()) {
    SignalCount count{name, groups_named(name), int_or(value, 1)};
    const bool is_level = is_strength(name);
    if (count.groups.empty() && !is_level) unknown_group(value, name);
    counts.push_back(std::move(count));
  }
  return counts;
}

void DomainReader::read_rule(const YamlNode& node) {
  const YamlNode when = node["when"];
  score::MatchingRule rule;
  rule.id = text_or(node["id"], "");
  rule.min = read_counts(when["min"]);
  rule.any = read_counts(when["any"]);
  rule.max = read_counts(when["max"]);
  rule.min_title = read_counts(when["min_title"]);
  rule.event_types = read_event_types(when["event_types"], types_, findings_);
  rule.content_types = read_content_types(when["content_types"], types_, findings_);
  rule.not_event_types = read_event_types(when["not_event_types"], types_, findings_);
  rule.not_content_types = read_content_types(when["not_content_types"], types_, findings_);
  rule.actors = texts(when["actor"]);
  rule.match = text_or(node["then"], "match") == "match";
  rule.confidence = confidence_of(text_or(node["confidence"], "medium"));
  if (node["relevance"].is_scalar()) rule.relevance = number_or(node["relevance"], 0);
  rule.because = text_or(node["because"], "");
  rule.config = node.ref();
  domain_.rules.push_back(std::move(rule));
}

void DomainReader::read_boosts(const YamlNode& node) {
  const YamlNode conditions = node["boost_conditions"];
  for (const auto& [name, value] : node["entity_boosts"].members()) {
    const std::vector<size_t> groups = groups_named(name);
    if (groups.empty()) unknown_group(value, name);
    for (const size_t group : groups) {
      domain_.scoring.boosts.push_back({group, weight_or(value, 0), {}});
    }
  }
  for (const auto& [name, value] : conditions.members()) {
    const std::vector<size_t> groups = groups_named(name);
    if (groups.empty()) unknown_group(value, name);
    for (const size_t group : groups) {
      domain_.scoring.boosts.push_back(
          {group, weight_or(value["boost"], 0), read_counts(value["any"])});
    }
  }
}

void DomainReader::read_scoring(const YamlNode& node) {
  score::DomainScoring& scoring = domain_.scoring;
  for (const auto& [name, value] : node["event_type_base_scores"].members()) {
    const std::string type = event_type_name(name);
    if (types_.events.count(type) == 0) {
      findings_.unknown(value.key_ref(), "event type", name,
                        {types_.events.begin(), types_.events.end()});
    }
    scoring.event_scores[type] = weight_or(value, 0);
  }
  read_boosts(node);
  for (const YamlNode& step : node["recency_boosts"].items()) {
    scoring.recency.push_back({int_or(step["max_age_days"], 0), weight_or(step["boost"], 0)});
  }
  std::stable_sort(scoring.recency.begin(), scoring.recency.end(),
                   [](const auto& a, const auto& b) { return a.max_age_days < b.max_age_days; });
  for (const auto& [name, value] : node["confidence_penalties"].members()) {
    scoring.confidence_points[name] = weight_or(value, 0);
  }
}

}  // namespace

double confidence_of(std::string_view word) {
  if (word == "high") return 0.9;
  return word == "low" ? 0.3 : 0.6;
}

DomainDefinition read_domain(const YamlNode& root, ScopeBook& scopes, const TypeNames& types,
                             Findings& findings) {
  return DomainReader(scopes, types, findings).read(root);
}

}  // namespace vectora::config
