#include "vectora/page/list/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vectora::page {
namespace {

TEST(ListWords, TellActionsFromTitles) {
  for (const std::string_view text : {"Read more",
                                      "READ MORE »",
                                      "Read more about our pipeline",
                                      "Lire la suite",
                                      "En savoir plus",
                                      "Weiterlesen",
                                      "Leer más",
                                      "Läs mer",
                                      "Ladda ned bilaga",
                                      "Download attachment",
                                      "Download (PDF, 220 KB)",
                                      "View PDF",
                                      "View opinion",
                                      "続きを読む",
                                      "更多",
                                      "더보기",
                                      "Подробнее",
                                      "12 comments",
                                      "0 Kommentare",
                                      "3",
                                      "…",
                                      "",
                                      "Next",
                                      "Share on X",
                                      "Continue reading →"}) {
    EXPECT_TRUE(is_action_text(text)) << text;
  }
  for (const std::string_view text :
       {"Reading the market: five charts", "More patients treated in phase 2",
        "Orlabio downloads grow", "Viewpoint of our chairman", "Home care study starts",
        "Nextera signs a licence", "2026 outlook", "Openings of two plants in one week",
        "모어 바이오, 신약 허가"}) {
    EXPECT_FALSE(is_action_text(text)) << text;
  }
}

TEST(ListWords, KnowLinksToTheNextPage) {
  for (const std::string_view text :
       {"Next", "next »", "Older posts", "›", "»", "Suivant", "Nächste", "Siguiente", "下一页",
        "次へ", "다음", "Следующая"}) {
    EXPECT_TRUE(is_next_text(text)) << text;
  }
  for (const std::string_view text : {"Previous", "«", "", "Next steps for the company", "2"}) {
    EXPECT_FALSE(is_next_text(text)) << text;
  }
}

TEST(ListWords, KnowLabels) {
  EXPECT_TRUE(is_label_text("Regulatory"));
  EXPECT_TRUE(is_label_text("PRESS RELEASE"));
  EXPECT_TRUE(is_label_text("Communiqué de presse"));
  EXPECT_FALSE(is_label_text("Regulatory approval in Japan"));
}

TEST(ListWords, KnowHeadingsOfOtherLists) {
  for (const std::string_view text : {"Upcoming Events", "SEC Filings", "Most read",
                                      "Related content", "Reports & presentations"}) {
    EXPECT_TRUE(is_other_heading(text)) << text;
  }
  for (const std::string_view text :
       {"Latest News", "News & Events", "Press releases", "2026", "", "Eventful years"}) {
    EXPECT_FALSE(is_other_heading(text)) << text;
  }
}

TEST(ListWords, KnowTextsThatTellOfAChange) {
  EXPECT_TRUE(is_revision_text("Revised March 16, 2021"));
  EXPECT_TRUE(is_revision_text("Last updated: 3 May"));
  EXPECT_FALSE(is_revision_text("Published March 16, 2021"));
}

TEST(ListWords, AreCountedInAnyScript) {
  EXPECT_EQ(word_count("Orla Bio’s new plant"), 4U);
  EXPECT_EQ(word_count("don't stop"), 2U);
  EXPECT_EQ(word_count(" - | "), 0U);
  EXPECT_EQ(word_count("신약 허가"), 2U);
  EXPECT_EQ(word_count("持続性注射剤"), 3U);
  EXPECT_EQ(word_count("новый завод"), 2U);
}

TEST(ListWords, ArePlainWithoutCaseAndPunctuation) {
  EXPECT_EQ(plain_words("  Lire — la SUITE… "), "lire la suite");
  EXPECT_EQ(plain_words("»"), "");
}

TEST(ListWords, KnowActionsInManyLanguages) {
  for (const std::string_view text :
       {"Learn more",    "See more",   "View all",    "Details",       "Full story",
        "Mehr erfahren", "Mehr lesen", "Zum Artikel", "Lire plus",     "Voir plus",
        "Ver más",       "Saber más",  "Leggi tutto", "Scopri di più", "Leia mais",
        "Lees meer",     "Les mer",    "Læs mere",    "Lue lisää",     "Czytaj więcej",
        "Читать далее",  "もっと見る", "查看更多",    "查看详情",      "자세히 보기"}) {
    EXPECT_TRUE(is_action_text(text)) << text;
  }
}

}  // namespace
}  // namespace vectora::page
