// Services that answer with JSON of their own, described in the catalog.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/live_market.h"

namespace vectora::e2e {
namespace {

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";

// The market's only source, read by its description instead of as a feed.
void describe(const LiveMarket& market) {
  const Workspace& workspace = market.workspace();
  workspace.replace(kCatalog, "    rss_url:", "    api_url:");
  workspace.replace(kCatalog, "    ingestion_mode: rss\n",
                    "    ingestion_mode: api\n"
                    "    api:\n"
                    "      items: answer.orders\n"
                    "      title: '{buyer} orders {goods.*.name}'\n"
                    "      url: http://news.example/{number}\n"
                    "      published: steps.*.day\n"
                    "      summary: text\n");
}

TEST(Services, ADescribedAnswerComesToTheNewsletterAndTheListOfSources) {
  LiveMarket market({"voltara"});
  describe(market);
  market.serve("voltara", R"({"answer": {"orders": [{
      "buyer": "The city of Turin", "goods": [{"name": "solid-state battery packs of Voltara"}],
      "number": "order-7", "text": "Voltara delivers the battery packs for 40 city buses in May.",
      "steps": [{"day": "20251101"}, {"day": "20260112"}]}]}})");
  const Answer run = market.run("2026-01-14");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(outcome_of(market.record(), "order-7"), "selected");

  const Answer list = market.workspace().vectora({"source", "list", "--json"});
  const Json source = *parse_json(list.out);
  EXPECT_EQ(source["mode"], "api");
  EXPECT_EQ(source["last_entries"], 1);
  EXPECT_EQ(source["newest_entry"], "2026-01-12");
}

TEST(Services, AnAnswerOfAnotherShapeIsAFailureWithItsReason) {
  LiveMarket market({"voltara"});
  describe(market);
  market.serve("voltara", R"({"error": "no such index"})");
  EXPECT_EQ(market.run("2026-01-14").exit_code, 1);
  const Answer list = market.workspace().vectora({"source", "list"});
  EXPECT_THAT(list.out, ::testing::HasSubstr("failing"));
  EXPECT_THAT(list.out, ::testing::HasSubstr(
                            "last error: parse: no list at 'answer.orders'; the answer has the "
                            "members error"));
}

}  // namespace
}  // namespace vectora::e2e
