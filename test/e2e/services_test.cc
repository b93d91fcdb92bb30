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

// A service that answers a search with ids, and their records in XML to a second request.
TEST(Services, RecordsOfIdsComeToTheNewsletter) {
  LiveMarket market({"voltara"});
  const Workspace& workspace = market.workspace();
  workspace.replace(kCatalog, "    rss_url:", "    api_url:");
  workspace.replace(kCatalog, "    ingestion_mode: rss\n",
                    "    ingestion_mode: api\n"
                    "    api:\n"
                    "      ids: result.list.*\n"
                    "      ids_url: '" +
                        market.server().url("/records?id={ids}") +
                        "'\n"
                        "      items: Set.Record\n"
                        "      title: Article.Title\n"
                        "      url: http://news.example/{Id}\n"
                        "      published: '{History.Day[@Of=online].Year}-{History.Day"
                        "[@Of=online].Month}-{History.Day[@Of=online].Date}'\n"
                        "      summary: Article.Abstract.Text.*\n");
  const auto record = [](const std::string& id, const std::string& title) {
    return "<Record><Id Version='1'>" + id + "</Id><Article><Title>" + title +
           "</Title><Abstract><Text Label='AIM'>Voltara delivers battery packs to 40 city buses."
           "</Text><Text Label='END'>They run.</Text></Abstract></Article><History>"
           "<Day Of='received'><Year>2025</Year><Month>10</Month><Date>1</Date></Day>"
           "<Day Of='online'><Year>2026</Year><Month>1</Month><Date>12</Date></Day>"
           "</History></Record>";
  };
  const http::Headers xml = {{"content-type", "text/xml"}};
  market.serve("voltara", R"({"result": {"count": "2", "list": ["41", "42"]}})");
  market.serve("records?id=41,42",
               "<?xml version='1.0'?><Set>" +
                   record("41", "Turin orders <i>solid-state</i> battery packs of Voltara") +
                   record("42", "An index of bus stops") + "</Set>",
               xml);
  const Answer run = market.run("2026-01-14");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(outcome_of(market.record(), "/41"), "selected");
  expect_balanced(market.record(), 1);
  EXPECT_EQ(market.record()["entries_offered"], 2);

  const size_t requests = market.server().log().size();
  const Answer replay = workspace.vectora({"run", "--replay", "latest", "--as-of", "2026-01-14"});
  EXPECT_EQ(replay.exit_code, 0) << replay.err;
  EXPECT_EQ(market.record()["entries_offered"], 2);
  EXPECT_EQ(market.server().log().size(), requests);

  // The next week nothing is found; a search that fails is another matter.
  market.serve("voltara", R"({"result": {"count": "0", "list": []}})");
  EXPECT_EQ(market.run("2026-01-21").exit_code, 0);
  market.serve("voltara", R"({"error": "rate limit exceeded"})");
  EXPECT_EQ(market.run("2026-01-22").exit_code, 1);
  EXPECT_THAT(workspace.vectora({"source", "list"}).out,
              ::testing::HasSubstr("last error: parse: no ids at 'result.list.*'; the answer has "
                                   "the members error"));
}

}  // namespace
}  // namespace vectora::e2e
