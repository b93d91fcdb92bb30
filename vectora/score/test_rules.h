// Rules of an invented market for the tests of this module: garden gnomes.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "vectora/score/judge.h"

namespace vectora::score::test_rules {

enum Scopes : lexicon::ScopeIndex { kCore, kHybrid, kGlazes, kFairs, kGnomes };

inline const lexicon::Lexicon& names() {
  static const lexicon::Lexicon kNames = [] {
    std::vector<lexicon::Scope> scopes(5);
    const char* const ids[] = {"core_makers", "hybrid_makers", "glazes", "fairs", "gnomes"};
    const std::vector<std::string> terms[] = {
        {"Acme"}, {"Borea"}, {"frost glaze", "salt glaze"}, {"fair", "show"}, {"Hatton"}};
    for (size_t i = 0; i < scopes.size(); ++i) {
      scopes[i].id = ids[i];
      for (const std::string& name : terms[i]) {
        lexicon::Term term;
        term.name = name;
        scopes[i].terms.push_back(std::move(term));
      }
    }
    return *lexicon::Lexicon::compile(std::move(scopes));
  }();
  return kNames;
}

inline ConfigRef at(int line) { return {"rules.yaml", line, 1, ""}; }

inline SignalGroup group(std::string name, SignalStrength strength, lexicon::ScopeIndex scope) {
  SignalGroup group;
  group.name = std::move(name);
  group.strength = strength;
  group.scopes = {scope};
  return group;
}

// Groups of the domain by index: 0 glazes (strong), 1 makers (medium), 2 fairs (exclusion).
inline WatchDomain domain() {
  WatchDomain domain;
  domain.id = DomainId("glazing");
  domain.type = "technology";
  domain.priority = "high";
  domain.company_scopes = {kCore, kHybrid};
  domain.technology_scopes = {kGlazes};
  domain.signals = {group("glazes", SignalStrength::kStrong, kGlazes),
                    group("makers", SignalStrength::kMedium, kCore),
                    group("fairs", SignalStrength::kExclusion, kFairs)};
  MatchingRule rule;
  rule.id = "glaze";
  rule.min = {{"glazes", {0}, 1}};
  rule.confidence = 0.9;
  rule.relevance = 0.9;
  rule.because = "a glaze is named";
  rule.config = at(1);
  domain.rules = {rule};
  domain.priority_weight = {1, at(2)};
  return domain;
}

inline Rules market_rules() {
  Rules rules;
  rules.domains = {domain()};
  rules.event_weights = {{"partnership", {8, at(3)}}, {"sale", {3, at(4)}}};
  rules.default_event_weight = {2, at(5)};
  rules.recency = {{1, {1.0, at(6)}}, {7, {0.9, at(6)}}, {30, {0.5, at(6)}}};
  rules.unknown_date_factor = {0.7, at(7)};
  Bonus core;
  core.name = "core_makers";
  core.scopes = {kCore};
  core.points = {5, at(8)};
  Bonus fair;
  fair.name = "fairs";
  fair.scopes = {kFairs};
  fair.points = {-2, at(8)};
  rules.bonuses = {core, fair};
  rules.core_company_scopes = {kCore};
  rules.hybrid_company_scopes = {kHybrid};
  rules.mode_factor = {1, {}};
  rules.maximum_score = {50, {}};
  rules.no_domain_factor = {0.05, at(11)};
  rules.several_domains_factor = {1.1, {}};
  EditorialRule drop;
  drop.id = "fairs";
  drop.entities_in_scope = {kFairs};
  drop.then = "drop";
  EditorialRule keep;
  keep.id = "core_deals";
  keep.actors = {"core"};
  keep.event_types = {"partnership"};
  keep.then = "keep";
  keep.because = "a deal of a core maker";
  rules.editorial = {drop, keep};
  return rules;
}

inline Judgement judge_text(const std::string& title, const std::string& event, const Rules& rules,
                            std::optional<Date> published = Date::parse("2026-02-08"),
                            const normalize::SourceFacts& source = {}) {
  normalize::Item item;
  item.title = title;
  item.published_at = published;
  normalize::Annotation annotation;
  annotation.event.primary = event;
  annotation.event.confidence = 0.9;
  const normalize::Scan scan = normalize::scan(item, names(), source);
  return judge({item, annotation, scan, source}, rules, *Date::parse("2026-02-10"));
}

}  // namespace vectora::score::test_rules
