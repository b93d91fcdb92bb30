#include "vectora/score/actor.h"

#include <gtest/gtest.h>

#include "vectora/score/test_rules.h"

namespace vectora::score {
namespace {

using namespace test_rules;

std::string actor(const std::string& title, const std::string& content,
                  const std::string& company = {}) {
  normalize::Item item;
  item.title = title;
  item.content = content;
  normalize::SourceFacts source;
  source.company = company;
  const normalize::Scan scan = normalize::scan(item, names(), source);
  return actor_of(Signals(scan), market_rules());
}

TEST(ActorTest, TheTitleDecidesBeforeTheText) {
  EXPECT_EQ(actor("Acme opens a kiln", "Borea looks on."), "core");
  EXPECT_EQ(actor("Borea opens a kiln", "Acme looks on."), "hybrid");
  EXPECT_EQ(actor("Borea and Acme open a kiln", ""), "core") << "core before hybrid";
}

TEST(ActorTest, TheOwnerOfTheNewsroomActsLikeTheTitle) {
  EXPECT_EQ(actor("A kiln opens", "Acme looks on.", "Borea"), "hybrid");
  EXPECT_EQ(actor("Borea opens a kiln", "", "Acme"), "core");
}

TEST(ActorTest, WithoutBothTheFirstCompanyOfTheTextActs) {
  EXPECT_EQ(actor("A kiln opens", "Borea and Acme look on."), "hybrid");
  EXPECT_EQ(actor("A kiln opens", "Acme and Borea look on."), "core");
  EXPECT_EQ(actor("A kiln opens", "Borea looks on."), "hybrid");
  EXPECT_EQ(actor("A kiln opens", "Nobody looks on."), "other");
}

TEST(ActorTest, ACompanyThatIsTakenBackDoesNotAct) {
  EXPECT_EQ(actor("A kiln opens without Acme", ""), "other");
}

}  // namespace
}  // namespace vectora::score
