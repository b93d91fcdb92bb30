// What a valid workspace means: every key at its place in the plan.
#include "vectora/config/plan.h"

#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/config/report.h"

namespace vectora::config {
namespace {

constexpr const char* kClient = "clients/production/ebus_weekly.yaml";

// The toy market's client after a change of its file.
ClientPlan plan_with(const std::string& from, const std::string& to,
                     const std::string& file = kClient) {
  Files files = toy_files();
  files[file] = changed(files[file], from, to);
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_FALSE(has_errors(loaded.problems)) << problems_text(loaded.problems);
  const auto client = loaded.clients.find(ClientId("ebus_weekly"));
  return client == loaded.clients.end() ? ClientPlan() : client->second;
}

ClientPlan toy_plan() { return plan_with("", ""); }

TEST(Plan, ASelectorThatDoesNotCompileIsAnErrorAtItsPlace) {
  for (const std::string key : {"container", "item", "title", "url", "date", "description"}) {
    Files files = toy_files();
    files["canonical/sources/html_extractors.yaml"] =
        "extractors:\n  press_corporate__voltara:\n    selectors:\n      " + key + ": 'h3 >'\n";
    const std::string found = problems_text(load_workspace(files).problems);
    const std::string place = "html_extractors.yaml:4:" + std::to_string(9 + key.size()) + " ";
    EXPECT_NE(found.find(place), std::string::npos) << found;
    EXPECT_NE(found.find("not a CSS selector: column 5"), std::string::npos) << found;
  }
  Files files = toy_files();
  files["canonical/sources/html_extractors.yaml"] =
      "extractors:\n  press_corporate__voltara:\n    article_date_selector: 'b['\n";
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_TRUE(has_errors(loaded.problems));
  EXPECT_NE(problems_text(loaded.problems).find("html_extractors.yaml:3:28 "), std::string::npos);
}

TEST(Plan, SourcesCarryCatalogAndExtractorTogether) {
  const LoadedWorkspace loaded = load_workspace(toy_files());
  ASSERT_TRUE(loaded.canonical.has_value());
  const Source& html = loaded.canonical->sources.at(SourceKey("press_corporate__voltara"));
  EXPECT_EQ(html.mode, SourceMode::kHtml);
  EXPECT_EQ(html.url, "https://voltara.example/news/");
  EXPECT_EQ(html.facts.company, "Voltara");
  EXPECT_EQ(html.enrichment, Enrichment::kFullArticle);
  EXPECT_EQ(html.listing.selectors.item, "li.story");
  EXPECT_EQ(html.listing.date_format, "%d %B %Y");
  EXPECT_EQ(html.listing.max_items, 10u);
  const Source& rss = loaded.canonical->sources.at(SourceKey("press_sector__depot_daily"));
  EXPECT_EQ(rss.url, "https://depotdaily.example/rss");
  EXPECT_TRUE(rss.listing.selectors.empty());
  EXPECT_EQ(rss.listing.max_items, 20u);
  EXPECT_EQ(rss.facts.company, "");
}

TEST(Plan, AnExtractorTakesFallbackSelectorsForWhatItDoesNotSay) {
  Files files = toy_files();
  std::string& text = files["canonical/sources/html_extractors.yaml"];
  text = changed(text, "      date: .day\n", "");
  text = changed(text, "      title: a\n", "      title: ''\n");
  const LoadedWorkspace loaded = load_workspace(files);
  const Source& source = loaded.canonical->sources.at(SourceKey("press_corporate__voltara"));
  EXPECT_EQ(source.listing.selectors.date, "time");
  EXPECT_EQ(source.listing.selectors.title, "");
}

TEST(Plan, ScopesAndCategoriesStandInOneLexicon) {
  const LoadedWorkspace loaded = load_workspace(toy_files());
  const lexicon::Lexicon& lexicon = loaded.canonical->lexicon;
  const auto whole = lexicon.index_of("bus_batteries");
  const auto cells = lexicon.index_of("bus_batteries.cells");
  ASSERT_NE(whole, lexicon::Lexicon::kNoScope);
  ASSERT_NE(cells, lexicon::Lexicon::kNoScope);
  EXPECT_EQ(lexicon.scope(cells).terms.size(), 3u);
  EXPECT_EQ(lexicon.scope(whole).terms.size(), 5u);
  EXPECT_EQ(lexicon.scope(cells).terms[1].acronym, "LFP");
  EXPECT_NE(lexicon.index_of("ebus.words"), lexicon::Lexicon::kNoScope);
}

TEST(Plan, ADomainTakesSignalsAndRulesOfItsDefinition) {
  const ClientPlan plan = toy_plan();
  ASSERT_EQ(plan.rules.domains.size(), 1u);
  const score::WatchDomain& domain = plan.rules.domains[0];
  ASSERT_EQ(domain.signals.size(), 6u);
  EXPECT_EQ(domain.signals[0].name, "cells");
  EXPECT_EQ(domain.signals[5].strength, score::SignalStrength::kExclusion);
  ASSERT_EQ(domain.rules.size(), 4u);
  const score::MatchingRule& rejects = domain.rules[0];
  EXPECT_FALSE(rejects.match);
  EXPECT_EQ(rejects.confidence, 0.9);
  ASSERT_EQ(rejects.max.size(), 1u);
  EXPECT_EQ(rejects.max[0].groups, (std::vector<size_t>{0, 1}));
  EXPECT_EQ(rejects.max[0].count, 0);
  EXPECT_EQ(domain.rules[1].relevance, 0.9);
  EXPECT_EQ(domain.rules[2].event_types.size(), 4u);
  EXPECT_EQ(domain.scoring.event_scores.at("partnership").value, 60);
  EXPECT_EQ(domain.scoring.boosts.size(), 3u);
  EXPECT_EQ(domain.scoring.confidence_points.at("low").value, -10);
}

TEST(Plan, ADomainWithoutDefinitionMatchesByItsTechnologyProfile) {
  const ClientPlan plan = plan_with("    domain_definition: ebus\n", "");
  const score::WatchDomain& domain = plan.rules.domains.at(0);
  ASSERT_EQ(domain.rules.size(), 1u);
  EXPECT_EQ(domain.rules[0].id, "battery_and_entity");
  ASSERT_EQ(domain.rules[0].min.size(), 2u);
  EXPECT_EQ(domain.rules[0].confidence, 0.9);
  EXPECT_DOUBLE_EQ(*domain.rules[0].relevance, 0.6);
  EXPECT_EQ(domain.signals[0].scopes.size(), 1u);
}

TEST(Plan, ADomainWithNeitherMatchesByTheRuleOfItsType) {
  const ClientPlan plan =
      plan_with("    technology_profile: battery_profile\n    domain_definition: ebus\n", "");
  const score::WatchDomain& domain = plan.rules.domains.at(0);
  ASSERT_EQ(domain.rules.size(), 1u);
  EXPECT_EQ(domain.rules[0].any.size(), 2u);
  EXPECT_EQ(domain.signals[0].name, "company");
  EXPECT_EQ(domain.signals[1].scopes.size(), 2u);  // both categories of bus_batteries
}

TEST(Plan, NumbersKeepTheirPlaces) {
  const ClientPlan plan = toy_plan();
  const score::Weight& weight = plan.rules.event_weights.at("safety_signal");
  EXPECT_EQ(weight.value, 9);
  EXPECT_EQ(weight.config.str(), "canonical/scoring/scoring_rules.yaml:1:88");
  const auto& bonus = plan.rules.bonuses.back();
  EXPECT_EQ(bonus.name, "core");
  EXPECT_EQ(bonus.points.config.str(), "clients/production/ebus_weekly.yaml:28:36");
  EXPECT_EQ(plan.rules.recency.size(), 3u);
  EXPECT_EQ(plan.rules.recency.back().factor.value, 0.6);
  EXPECT_EQ(plan.rules.maximum_score.value, 50);
}

TEST(Plan, AClientOverridesThePack) {
  const ClientPlan plan = plan_with("scoring_config:\n",
                                    "scoring_config:\n"
                                    "  event_type_weight_overrides: {safety_signal: 4}\n"
                                    "  selection_overrides: {min_items_per_section: 2}\n");
  EXPECT_EQ(plan.rules.event_weights.at("safety_signal").value, 4);
  EXPECT_EQ(plan.layout.trimming.min_items_per_section, 2);
  EXPECT_EQ(plan.layout.min_score, score::Points::from_tenths(50));
  EXPECT_EQ(plan.layout.max_items_total, 10);
}

TEST(Plan, MatchingConfigReachesTheRules) {
  const ClientPlan plan = plan_with("  min_confidence_level: low\n",
                                    "  min_confidence_level: high\n"
                                    "  domain_type_thresholds: {technology: 0.4}\n"
                                    "  max_domains_per_item: 2\n"
                                    "  require_high_confidence_for_multiple: true\n"
                                    "  enable_fallback_mode: true\n"
                                    "  fallback_min_score: 0.2\n"
                                    "  fallback_company_scopes: [bus_core]\n"
                                    "  domain_type_overrides:\n"
                                    "    technology: {require_entity_signals: true, "
                                    "min_technology_signals: 2}\n"
                                    "  trademark_privileges: {enabled: true, boost_factor: 2}\n");
  const score::Rules& rules = plan.rules;
  EXPECT_EQ(rules.min_confidence, 0.9);
  EXPECT_EQ(rules.min_domain_score.value, 0.2);
  EXPECT_EQ(rules.domain_type_thresholds.at("technology").value, 0.4);
  EXPECT_EQ(rules.max_domains_per_item, 2);
  EXPECT_TRUE(rules.high_confidence_for_several);
  EXPECT_TRUE(rules.fallback);
  EXPECT_EQ(rules.fallback_relevance, 0.2);
  EXPECT_EQ(rules.fallback_company_scopes.size(), 1u);
  EXPECT_TRUE(rules.domains[0].require_entity_signals);
  EXPECT_EQ(rules.domains[0].min_technology_signals, 2);
  EXPECT_DOUBLE_EQ(rules.trademark_boost.value, 0.2);
}

TEST(Plan, AClientsOwnCompaniesCountLikeCoreCompanies) {
  const ClientPlan without = toy_plan();
  const ClientPlan with = plan_with("    domain_definition: ebus\n",
                                    "    domain_definition: ebus\n    add_companies: [Solaris]\n");
  EXPECT_EQ(with.rules.core_company_scopes.size(), without.rules.core_company_scopes.size() + 1);
  const score::WatchDomain& domain = with.rules.domains.at(0);
  EXPECT_EQ(domain.company_scopes.size(), 2u);
  EXPECT_EQ(domain.signals[3].name, "core_makers");
  EXPECT_EQ(domain.signals[3].scopes.size(), 2u);
  EXPECT_EQ(with.monitored.companies, without.monitored.companies + 1);
}

TEST(Plan, SectionsWithoutPriorityGoFromSpecialToGeneral) {
  Files files = toy_files();
  std::string& text = files[kClient];
  text = changed(text, "filter_event_types: [partnership], sort_by: score_desc, priority: 1",
                 "filter_event_types: ['*']");
  text = changed(text, "sort_by: date_desc, priority: 2", "sort_by: date_desc");
  const LoadedWorkspace loaded = load_workspace(files);
  const auto& sections = loaded.clients.at(ClientId("ebus_weekly")).layout.sections;
  ASSERT_EQ(sections.size(), 3u);
  EXPECT_GT(sections[0].priority, sections[1].priority);
  EXPECT_TRUE(sections[0].event_types.empty());
  EXPECT_EQ(sections[1].sort_by, newsletter::SortBy::kDate);
  EXPECT_EQ(sections[2].priority, 9);
}

TEST(Plan, AnOverrideReplacesTheProfileOfABouquetsSources) {
  const ClientPlan plan =
      plan_with("  source_bouquets_enabled: [ebus_all]\n",
                "  source_bouquets_enabled: [ebus_all]\n"
                "  bouquet_ingestion_overrides: {ebus_all: press_battery}\n"
                "  content_filters: {min_word_count: 5, exclude_patterns: ['^read more']}\n");
  EXPECT_EQ(plan.sources.size(), 3u);
  EXPECT_EQ(plan.profile_overrides.at(SourceKey("press_corporate__norrbuss")), "press_battery");
  EXPECT_EQ(plan.gate.min_word_count, 5);
  ASSERT_EQ(plan.gate.exclude_patterns.size(), 1u);
  EXPECT_TRUE(plan.gate.exclude_patterns[0].regex.search("Read more").has_value());
}

TEST(Plan, CountsWhatIsMonitored) {
  const ClientPlan plan = toy_plan();
  EXPECT_EQ(plan.monitored.newsrooms, 2);
  EXPECT_EQ(plan.monitored.press_sources, 1);
  EXPECT_EQ(plan.monitored.companies, 3);
}

TEST(Apply, TheWindowLooksBackFromTheDay) {
  ClientPlan plan = toy_plan();
  apply(plan, {}, *Date::parse("2026-02-15"));
  EXPECT_EQ(plan.gate.window.first.str(), "2026-02-01");
  EXPECT_EQ(plan.gate.window.last.str(), "2026-02-15");
}

TEST(Apply, FlagsWin) {
  ClientPlan plan = toy_plan();
  RunOverrides overrides;
  overrides.period_days = 3;
  overrides.to_date = Date::parse("2026-02-10");
  overrides.temporal = normalize::TemporalMode::kFlexible;
  overrides.ingestion = normalize::IngestionMode::kBroad;
  overrides.scoring = score::ScoringMode::kStrict;
  apply(plan, overrides, *Date::parse("2026-02-15"));
  EXPECT_EQ(plan.gate.window.first.str(), "2026-02-07");
  EXPECT_EQ(plan.gate.window.last.str(), "2026-02-10");
  EXPECT_EQ(plan.gate.temporal, normalize::TemporalMode::kFlexible);
  EXPECT_EQ(plan.gate.mode, normalize::IngestionMode::kBroad);
  EXPECT_EQ(plan.rules.mode_factor.value, 0.75);
}

}  // namespace
}  // namespace vectora::config
