#include "vectora/normalize/news_words.h"

#include <gtest/gtest.h>

namespace vectora::normalize {
namespace {

TEST(NewsWordsTest, ATextEndsWhereItSaysWhatEveryReleaseSays) {
  const std::vector<std::string> endings = {"about ", "à propos"};
  const std::string news = "Acme sells gnomes. They are made of clay.";
  EXPECT_EQ(news_of(news + " About Acme. It is a maker.", endings), news + " ");
  EXPECT_EQ(news_of(news + " À propos d'Acme. Un fabricant.", endings), news + " ");
  EXPECT_EQ(news_of("About time: gnomes. More gnomes.", endings),
            "About time: gnomes. More gnomes.");
  EXPECT_EQ(news_of("They talked. What about Acme?", endings), "They talked. What about Acme?");
  EXPECT_EQ(news_of(news, {}), news);
  EXPECT_EQ(news_of("", endings), "");
}

}  // namespace
}  // namespace vectora::normalize
