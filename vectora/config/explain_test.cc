#include "vectora/config/explain.h"

#include <gtest/gtest.h>

#include "vectora/config/key_path.h"
#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/config/schema/step.h"

namespace vectora::config {
namespace {

KeyExplanation told(const std::string& path) {
  const Result<KeyExplanation> told = explain_key(path, toy_files());
  EXPECT_TRUE(told.ok()) << told.error().message;
  static const Key kNone;
  KeyExplanation nothing;
  nothing.schema = &client_schema();
  nothing.key = &kNone;
  return told.ok() ? *told : nothing;
}

std::string complaint(const std::string& path) {
  const Result<KeyExplanation> told = explain_key(path, toy_files());
  return told.ok() ? "explained" : told.error().message;
}

TEST(Explain, TellsWhatAKeyIsAndWhereItIsSet) {
  EXPECT_EQ(explanation_text(told("watch_domains[].priority")),
            "watch_domains[].priority\n"
            "            Which weight of `domain_priority_weights` scales the domain's scores.\n"
            "file        clients/**/{client_id}.yaml\n"
            "value       one of high, medium, low\n"
            "default     medium\n"
            "acts        run\n"
            "step        score: points and receipt\n"
            "since       0.1\n"
            "example\n"
            "            watch_domains:\n"
            "              -\n"
            "                priority: low\n"
            "set here\n"
            "            clients/production/ebus_weekly.yaml:14:15 watch_domains[0].priority = "
            "high\n");
}

TEST(Explain, TakesAPathHoweverItIsWritten) {
  for (const char* path : {"watch_domains[].priority", "watch_domains[0].priority",
                           "watch_domains.priority", "client:watch_domains[].priority"})
    EXPECT_EQ(told(path).key->path, "watch_domains[].priority") << path;
  EXPECT_EQ(told("event_type_weights.partnership").key->path, "event_type_weights.*");
  EXPECT_EQ(told("min_domain_score").key->path, "matching_config.min_domain_score");
}

TEST(Explain, ANameAsksForItsOwnPlaceAlone) {
  const KeyExplanation one = told("event_type_weights.partnership");
  ASSERT_EQ(one.places.size(), 1U);
  EXPECT_EQ(one.places[0].config.key, "event_type_weights.partnership");
  EXPECT_EQ(one.places[0].value, "8");
  EXPECT_EQ(told("event_type_weights.*").places.size(), 7U);
  EXPECT_EQ(told("newsletter_layout.sections[1].title").places.size(), 1U);
  EXPECT_EQ(told("newsletter_layout.sections[].title").places.size(), 3U);
}

TEST(Explain, AskedForAMisspeltKeyNamesTheNearest) {
  EXPECT_NE(complaint("watch_domains[].prioritty").find("did you mean 'watch_domains[].priority'?"),
            std::string::npos);
  EXPECT_NE(complaint("min_domain_skore").find("'matching_config.min_domain_score'"),
            std::string::npos);
  EXPECT_NE(complaint("nothing.of.the.kind").find("docs/configuration.md"), std::string::npos);
}

TEST(Explain, AnEndThatSeveralKeysHaveListsThem) {
  const std::string message = complaint("priority");
  EXPECT_NE(message.find("client:watch_domains[].priority"), std::string::npos) << message;
  EXPECT_NE(message.find("client:newsletter_layout.sections[].priority"), std::string::npos);
}

TEST(Explain, OfAGroupListsItsKeys) {
  for (const char* path : {"newsletter_selection.deduplication", "deduplication"}) {
    const std::string message = complaint(path);
    EXPECT_EQ(message.find("several keys stand below"), 0U) << message;
    EXPECT_NE(message.find("client:newsletter_selection.deduplication.enabled"), std::string::npos);
    EXPECT_EQ(message.find("min_score_threshold"), std::string::npos);
  }
  EXPECT_NE(complaint("client:newsletter_selection").find("min_score_threshold"),
            std::string::npos);
  EXPECT_NE(complaint("workspace:newsletter_selection").find("there is no key"), std::string::npos);
}

TEST(Explain, SaysThatAKeyHasNoEffectYet) {
  const std::string text = explanation_text(told("newsletter_delivery.delivery_method"));
  EXPECT_NE(text.find("status      no effect yet"), std::string::npos) << text;
  EXPECT_NE(text.find("not set in this workspace"), std::string::npos);
}

TEST(Explain, JsonHasThePlaces) {
  const Json json = explanation_json(told("http.delay_ms"));
  EXPECT_EQ(json["key"], "http.delay_ms");
  EXPECT_EQ(json["default"], "500");
  EXPECT_TRUE(json["set"].empty());
  const Json set = explanation_json(told("environments.*.store"))["set"];
  ASSERT_EQ(set.size(), 1U);
  EXPECT_EQ(set[0]["line"], 4);
  EXPECT_EQ(set[0]["value"], "file://.vectora/local");
}

TEST(Explain, AListIsShownShortly) {
  const KeyExplanation list = told("source_config.source_bouquets_enabled[]");
  ASSERT_EQ(list.places.size(), 1U);
  EXPECT_EQ(list.places[0].value, "ebus_all");
}

TEST(Step, EachKeyThatActsHasOne) {
  for (const Schema* schema : all_schemas())
    for (const Key& key : schema->keys)
      EXPECT_EQ(step_of(*schema, key).empty(), key.acts == Acts::kDocumentation)
          << schema->name << ": " << key.path;
}

}  // namespace
}  // namespace vectora::config
