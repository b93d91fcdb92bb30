#include "vectora/score/inspect.h"

#include <gtest/gtest.h>

#include "vectora/score/test_rules.h"

namespace vectora::score {
namespace {

using namespace test_rules;

class InspectTest : public ::testing::Test {
 protected:
  InspectTest() {
    normalize::RulesVocabulary vocabulary;
    vocabulary.entity_scopes = {{kCore, normalize::EntityKind::kCompany},
                                {kGlazes, normalize::EntityKind::kTechnology}};
    annotator_ = *normalize::make_rules_annotator(names(), vocabulary);
    normalize::SourceFacts facts;
    facts.key = SourceKey("press__acme");
    facts.company = "Acme";
    sources_[facts.key] = facts;
  }

  InspectContext context() { return {names(), *annotator_, rules_, sources_, {}}; }
  Json item(std::string_view line) {
    const Result<std::string> answer = inspect_item_json(line, context());
    return answer ? *parse_json(*answer) : Json(answer.error().message);
  }
  Json pair(std::string_view line) {
    const Result<std::string> answer = inspect_pair_json(line, context());
    return answer ? *parse_json(*answer) : Json(answer.error().message);
  }

  Rules rules_ = market_rules();
  std::unique_ptr<normalize::Annotator> annotator_;
  std::map<SourceKey, normalize::SourceFacts> sources_;
};

TEST_F(InspectTest, AnswersALineOfAnItemWithItsJudgement) {
  const Json answer = item(R"({"id":"7","title":"Acme shows a frost glaze at the fair",
      "content":"","source":"x","published_at":"2026-02-03","url":""})");
  EXPECT_EQ(answer["id"], "7");
  EXPECT_EQ(answer["event_type"], "other");
  EXPECT_EQ(answer["relevant"], true);
  EXPECT_EQ(answer["dropped"], true);
  EXPECT_EQ(answer["entities"]["companies"], Json({"Acme"}));
  EXPECT_EQ(answer["entities"]["technologies"], Json({"frost glaze"}));
  EXPECT_TRUE(answer["score"].is_number());
}

TEST_F(InspectTest, ACatalogKeyBringsItsCompanyButNamesNothing) {
  const Json known = item(R"({"id":1,"title":"A frost glaze","source":"press__acme"})");
  const Json unknown = item(R"({"id":1,"title":"A frost glaze","source":"Acme"})");
  EXPECT_GT(known["score"], unknown["score"]);
  EXPECT_TRUE(known["entities"]["companies"].empty());
}

TEST_F(InspectTest, SaysWhetherAPairIsOneStory) {
  EXPECT_EQ(pair(R"({"id":"1","a":{"title":"x","url":"https://a.example/1"},
                     "b":{"title":"y","url":"https://a.example/1#z"}})")["same"],
            true);
  EXPECT_EQ(pair(R"({"id":"1","a":{"title":"A hat"},"b":{"title":"A kiln"}})")["same"], false);
}

TEST_F(InspectTest, RefusesWhatIsNoLineOfTheProtocol) {
  EXPECT_TRUE(item("{").is_string());
  EXPECT_EQ(item("[1]"), "a JSON object is expected");
  EXPECT_EQ(pair(R"({"id":"1","a":{}})"), "members a and b are expected");
}

}  // namespace
}  // namespace vectora::score
