#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/config/plan.h"
#include "vectora/config/report.h"
#include "vectora/testing/golden.h"

namespace vectora::config {
namespace {

constexpr const char* kClient = "clients/production/ebus_weekly.yaml";

TEST(LoadWorkspace, TheWorkspaceThatIsShippedHasNoProblems) {
  const LoadedWorkspace loaded = load_workspace(shipped_files());
  EXPECT_EQ(problems_text(loaded.problems), "no problems\n");
  ASSERT_TRUE(loaded.canonical.has_value());
  EXPECT_FALSE(loaded.clients.empty());
}

TEST(LoadWorkspace, AnotherMarketHasNoProblemsEither) {
  const LoadedWorkspace loaded = load_workspace(toy_files());
  EXPECT_EQ(problems_text(loaded.problems), "no problems\n");
  EXPECT_EQ(loaded.clients.size(), 1u);
}

TEST(LoadWorkspace, AllProblemsOfABrokenWorkspaceAreFoundAtOnce) {
  const LoadedWorkspace loaded = load_workspace(files_below("test/data/config/broken"));
  testing::expect_golden(problems_text(loaded.problems), "config/broken.golden");
  EXPECT_FALSE(loaded.canonical.has_value());
  EXPECT_TRUE(loaded.clients.empty());
}

TEST(LoadWorkspace, AnInvalidClientConcernsItselfAlone) {
  Files files = toy_files();
  files["clients/production/second.yaml"] =
      changed(files[kClient], "client_id: ebus_weekly", "client_id: second");
  files[kClient] = changed(files[kClient], "type: technology", "type: technologie");
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_EQ(problems_text(loaded.workspace_problems()), "no problems\n");
  EXPECT_EQ(problems_text(loaded.client_problems(ClientId("second"))), "no problems\n");
  EXPECT_EQ(problems_text(loaded.client_problems(ClientId("ebus_weekly"))),
            "error: clients/production/ebus_weekly.yaml:13:11 watch_domains[0].type: expected one "
            "of technology, indication, regulatory, found 'technologie'; did you mean "
            "'technology'?\n1 error, 0 warnings\n");
  EXPECT_TRUE(loaded.canonical.has_value());
  EXPECT_EQ(loaded.clients.count(ClientId("ebus_weekly")), 0u);
  EXPECT_EQ(loaded.clients.count(ClientId("second")), 1u);
  EXPECT_EQ(loaded.client_files.at(ClientId("ebus_weekly")), kClient);
}

TEST(LoadWorkspace, AClientThatIsNoYamlIsStillKnownByItsFile) {
  Files files = toy_files();
  files["clients/bad_one.yaml"] = "client_profile: [\n";
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_EQ(loaded.client_problems(ClientId("bad_one")).size(), 1u);
  EXPECT_EQ(loaded.clients.size(), 1u);
}

TEST(LoadWorkspace, HeadlineWordsOfAnotherMethodAreWarnedOf) {
  Files files = toy_files();
  files["canonical/open_world/names.yaml"] =
      "rules:\n  - {id: suffix, kind: company, method: ends_with, words: [AB], "
      "headline_words: [wins]}\n";
  EXPECT_EQ(problems_text(load_workspace(files).problems),
            "warning: canonical/open_world/names.yaml:2:81 rules[0].headline_words: has no "
            "effect: only a pattern has them; move them to a rule with method: pattern\n"
            "0 errors, 1 warning\n");
}

TEST(LoadWorkspace, ABrokenMarketStopsEveryClient) {
  Files files = toy_files();
  files["canonical/rules/editorial_rules.yaml"] = "rules: {}\n";
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_EQ(problems_text(loaded.workspace_problems()),
            "error: canonical/rules/editorial_rules.yaml:1:8 rules: expected a list, found a "
            "mapping\n1 error, 0 warnings\n");
  EXPECT_FALSE(loaded.canonical.has_value());
  EXPECT_TRUE(loaded.clients.empty());
}

TEST(LoadWorkspace, MissingFoldersAreNamed) {
  const LoadedWorkspace loaded = load_workspace({});
  EXPECT_EQ(problems_text(loaded.problems),
            "error: canonical/: no market pack: the folder is missing or empty; `vectora init` "
            "writes one\n"
            "error: clients/: no client: the folder is missing or empty; a client is one YAML "
            "file; `vectora init` writes an example and a template\n2 errors, 0 warnings\n");
  EXPECT_EQ(loaded.workspace.environments.at("local").store, "file://.vectora/local");
}

TEST(LoadWorkspace, TemplatesAreNoClients) {
  Files files = toy_files();
  files["clients/templates/t.yaml"] =
      changed(changed(files[kClient], "client_id: ebus_weekly", "client_id: \"{{CLIENT_ID}}\""),
              "name: Bus Battery Weekly", "name: {{NAME}}");
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_EQ(problems_text(loaded.problems), "no problems\n");
  EXPECT_EQ(loaded.clients.size(), 1u);
}

TEST(LoadWorkspace, ATestClientMayStandInAFileOfAnotherName) {
  Files files = toy_files();
  files["clients/test/test_context_001_local.yaml"] =
      changed(files[kClient], "client_id: ebus_weekly", "client_id: ebus_test_001");
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_EQ(problems_text(loaded.problems), "no problems\n");
  EXPECT_EQ(loaded.clients.count(ClientId("ebus_test_001")), 1u);
}

// One change of the toy market, one problem.
struct Fault {
  std::string file;
  std::string from;
  std::string to;
  std::string message;
};

void expect_found(const std::vector<Fault>& faults) {
  for (const Fault& fault : faults) {
    Files files = toy_files();
    files[fault.file] = changed(files[fault.file], fault.from, fault.to);
    const std::string text = problems_text(load_workspace(files).problems);
    EXPECT_NE(text.find(fault.message), std::string::npos) << fault.message << "\nwas not in\n"
                                                           << text;
  }
}

TEST(LoadWorkspace, EveryFaultOfAClientHasItsMessage) {
  expect_found({
      {kClient, "company_scope: bus_companies", "company_scope: bus_compagnies",
       "error: clients/production/ebus_weekly.yaml:17:20 watch_domains[0].company_scope: no scope "
       "'bus_compagnies'; did you mean 'bus_companies'?"},
      {kClient, "domain_definition: ebus", "domain_definition: ebuses",
       "error: clients/production/ebus_weekly.yaml:20:24 watch_domains[0].domain_definition: no "
       "domain definition 'ebuses'; did you mean 'ebus'?"},
      {kClient, "technology_profile: battery_profile", "technology_profile: batteries",
       "error: clients/production/ebus_weekly.yaml:19:25 watch_domains[0].technology_profile: no "
       "technology profile 'batteries'"},
      {kClient, "source_bouquets_enabled: [ebus_all]", "source_bouquets_enabled: [ebus_any]",
       "error: clients/production/ebus_weekly.yaml:22:29 "
       "source_config.source_bouquets_enabled[0]: no bouquet 'ebus_any'; did you mean "
       "'ebus_all'?"},
      {kClient, "source_domains: [bus_battery_market], max_items: 3, filter_event_types: [part",
       "source_domains: [bus_market], max_items: 3, filter_event_types: [part",
       "error: clients/production/ebus_weekly.yaml:36:52 "
       "newsletter_layout.sections[0].source_domains[0]: no watch domain 'bus_market'"},
      {kClient, "client_id: ebus_weekly", "client_id: Ebus",
       "error: clients/production/ebus_weekly.yaml:3:14 client_profile.client_id: 'Ebus' is no "
       "client_id; start with a-z; then 1 to 62 of a-z, 0-9 and _"},
      {kClient, "client_id: ebus_weekly", "client_id: ebus_daily",
       "error: clients/production/ebus_weekly.yaml:3:14 client_profile.client_id: the client_id "
       "'ebus_daily' stands in a file of another name; name the file ebus_daily.yaml"},
      {kClient, "  client_id: ebus_weekly\n", "",
       "error: clients/production/ebus_weekly.yaml:1:1 client_profile.client_id: missing: Name of "
       "the client in keys and commands: a lower-case letter, then 1 to 62 of a-z, 0-9, _."},
      {kClient, "critical_event_types: [safety_signal]", "critical_event_types: [flood]",
       "warning: clients/production/ebus_weekly.yaml:32:26 "
       "newsletter_selection.critical_event_types[0]: no event has the type 'flood'; the types are "
       "those of canonical/events/"},
      {kClient, "scoring_config:\n",
       "scoring_config:\n  selection_overrides: {max_items_total: 3}\n",
       "warning: clients/production/ebus_weekly.yaml:27:42 "
       "scoring_config.selection_overrides.max_items_total: has no effect: "
       "newsletter_selection.max_items_total wins; remove one of them"},
      {kClient, "source_config:\n  source_bouquets_enabled: [ebus_all]\n", "",
       "warning: clients/production/ebus_weekly.yaml:1:1 source_config: the client reads no "
       "source; enable a bouquet in source_config.source_bouquets_enabled"},
  });
}

TEST(LoadWorkspace, EveryFaultOfScopesAndSourcesHasItsMessage) {
  expect_found({
      {"canonical/scopes/company_scopes.yaml",
       "  - {name: Norrbuss, aliases: [Norrbuss AB]}\n  - {name: Linia", "  - {name: Linia",
       "error: clients/production/ebus_weekly.yaml:17:20 watch_domains[0].company_scope: the core "
       "company 'Norrbuss' (canonical/scopes/company_scopes.yaml:3:5) is not in bus_companies; add "
       "it to the scope"},
      {"canonical/scopes/company_scopes.yaml", "  - {name: Linia Motors, acronym: LM}\n",
       "  - Linia\n    Motors\n",
       "error: canonical/scopes/company_scopes.yaml:7:5 bus_companies[2]: two lines make one term: "
       "'Linia Motors'; put a dash before the second line, or quotes around the whole"},
      {"canonical/scopes/company_scopes.yaml", "bus_core:", "bus_core: []\nbus_core:",
       "error: canonical/scopes/company_scopes.yaml:2:1: duplicate key 'bus_core', first written "
       "in "
       "line 1; merge the two or remove one"},
      {"canonical/sources/source_catalog.yaml", "company_id: voltara", "company_id: volltara",
       "warning: canonical/sources/source_catalog.yaml:3:17 sources[0].company_id: no company "
       "'volltara' in the company scopes; did you mean 'voltara'?"},
      {"canonical/sources/source_catalog.yaml", "    html_url: https://voltara.example/news/\n", "",
       "error: canonical/sources/source_catalog.yaml:2:5 sources[0].html_url: the source is read "
       "in "
       "mode html and has no html_url; add it, or use mode none"},
      {"canonical/sources/source_catalog.yaml", "ingestion_profile: press_battery",
       "ingestion_profile: press_batery",
       "error: canonical/sources/source_catalog.yaml:40:24 sources[2].ingestion_profile: no "
       "ingestion profile 'press_batery'; did you mean 'press_battery'?"},
  });
}

TEST(LoadWorkspace, EveryFaultOfTheOtherPackFilesHasItsMessage) {
  expect_found({
      {"canonical/ingestion/ingestion_profiles.yaml", "combination_logic: battery OR maker",
       "combination_logic: battery OR makers",
       "error: canonical/ingestion/ingestion_profiles.yaml:20:26 "
       "profiles.press_battery.signal_requirements.combination_logic: "},
      {"canonical/ingestion/ingestion_profiles.yaml", "exclusion_scopes: [job_ads]",
       "exclusion_scopes: [exclusion_scopes.job_ad]",
       "error: canonical/ingestion/ingestion_profiles.yaml:6:26 "
       "profiles.corporate_open.signal_requirements.exclusion_scopes[0]: no scope "
       "'exclusion_scopes.job_ad'"},
      {"canonical/domains/ebus_domain_definition.yaml", "min: {core_makers: 1}",
       "min: {core_maker: 1}",
       "error: canonical/domains/ebus_domain_definition.yaml:27:18 "
       "matching_rules[2].when.min.core_maker: no signal group 'core_maker'; did you mean "
       "'core_makers'?"},
      {"canonical/domains/ebus_domain_definition.yaml", "words: [battery, bus fleet]",
       "words: [battery, Diesel bus]",
       "error: canonical/domains/ebus_domain_definition.yaml:11:20 weak_signals.words[1]: 'Diesel "
       "bus' speaks for ebus in words and against it at "
       "canonical/scopes/exclusion_scopes.yaml:4:5; remove one of the two"},
      {"canonical/matching/domain_matching_rules.yaml", "match: battery AND entity",
       "match: battery AND (entity",
       "error: canonical/matching/domain_matching_rules.yaml:7:12 "
       "technology_profiles.battery_profile.match: column 20: expected ')'"},
      {"canonical/matching/domain_matching_rules.yaml", "match: battery AND entity",
       "match: batteries",
       "error: canonical/matching/domain_matching_rules.yaml:7:12 "
       "technology_profiles.battery_profile.match: no signal 'batteries'"},
      {"canonical/unknown.yaml", "", "a: 1",
       "warning: canonical/unknown.yaml: nothing reads this file; docs/configuration.md lists the "
       "files of a pack"},
      {"canonical/scopes/technology_scopes.yaml", "  charging:", "  negative_terms:",
       "error: canonical/domains/ebus_domain_definition.yaml:8:25 "
       "medium_signals.charging.scope_ref: no scope 'bus_batteries.charging'"},
  });
}

TEST(LoadWorkspace, AWholeScopeThatMixesTermsForAndAgainstIsNoSignal) {
  Files files = toy_files();
  std::string& scopes = files["canonical/scopes/technology_scopes.yaml"];
  scopes += "  generic_terms: [vehicle]\n";
  std::string& domain = files["canonical/domains/ebus_domain_definition.yaml"];
  domain = changed(domain, "{scope_ref: bus_batteries.cells}", "{scope_ref: bus_batteries}");
  EXPECT_EQ(problems_text(load_workspace(files).problems),
            "error: canonical/domains/ebus_domain_definition.yaml:5:22 "
            "strong_signals.cells.scope_ref: 'bus_batteries' is taken as a whole, with the terms "
            "of bus_batteries.generic_terms; name the categories that are meant\n"
            "1 error, 0 warnings\n");
}

TEST(LoadWorkspace, TwoFilesWithOneClientIdAreBothInvalid) {
  Files files = toy_files();
  files["clients/test/a.yaml"] = files[kClient];
  const LoadedWorkspace loaded = load_workspace(files);
  EXPECT_TRUE(loaded.clients.empty());
  ASSERT_EQ(loaded.problems.size(), 2u);
  EXPECT_EQ(to_string(loaded.problems[0]),
            "clients/production/ebus_weekly.yaml:3:14 client_profile.client_id: the client_id "
            "'ebus_weekly' is also in clients/test/a.yaml:3:14; give one of the two another "
            "client_id");
  EXPECT_TRUE(loaded.canonical.has_value());
}

TEST(LoadWorkspace, DigestsNameTheBytesThatMatter) {
  Files files = toy_files();
  const LoadedWorkspace before = load_workspace(files);
  files["notes.txt"] = "not configuration";
  const LoadedWorkspace same = load_workspace(files);
  files[kClient] += "# a remark\n";
  const LoadedWorkspace after = load_workspace(files);
  const ClientId id("ebus_weekly");
  EXPECT_EQ(before.canonical->digest, after.canonical->digest);
  EXPECT_EQ(before.clients.at(id).digest, same.clients.at(id).digest);
  EXPECT_NE(before.clients.at(id).digest, after.clients.at(id).digest);
}

}  // namespace
}  // namespace vectora::config
