#include "vectora/page/article/phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

TEST(PhrasesTest, TellsWhatALineIsFor) {
  const struct {
    std::string_view line;
    LineKind kind;
  } cases[] = {
      {"Related stories", LineKind::kRelated},
      {"RELATED", LineKind::kRelated},
      {"Lesen Sie auch: Beta kauft Gamma", LineKind::kRelated},
      {"À lire aussi", LineKind::kRelated},
      {"関連記事", LineKind::kRelated},
      {"Sign up for our weekly letter", LineKind::kCall},
      {"Abonnez-vous dès maintenant", LineKind::kCall},
      {"© 2026 Alpha Media", LineKind::kRights},
      {"Source: Alpha", LineKind::kRights},
      {"Alpha has signed an agreement with Beta.", LineKind::kOrdinary},
      {"", LineKind::kOrdinary},
  };
  for (const auto& c : cases) EXPECT_EQ(kind_of_line(c.line), c.kind) << c.line;
}

TEST(PhrasesTest, LongLinesAreOrdinary) {
  EXPECT_EQ(kind_of_line("Related parties " + std::string(80, 'x')), LineKind::kOrdinary);
  EXPECT_EQ(kind_of_line("The newsletter " + std::string(400, 'x')), LineKind::kOrdinary);
}

TEST(PhrasesTest, HeadingsOfOtherStoriesAreKnownInManyLanguages) {
  for (const std::string_view line : {"Read next",
                                      "More from this author",
                                      "You may also like",
                                      "Recommended for you",
                                      "Most popular",
                                      "Latest stories",
                                      "Comments (12)",
                                      "Leave a reply",
                                      "About the author",
                                      "Mehr zum Thema",
                                      "Das könnte Sie auch interessieren",
                                      "Weitere Artikel",
                                      "Kommentare",
                                      "Sur le même sujet",
                                      "Voir aussi :",
                                      "Articles liés",
                                      "Te puede interesar",
                                      "Noticias relacionadas",
                                      "Leggi anche",
                                      "Leia também",
                                      "Lees ook",
                                      "Läs också",
                                      "Les også",
                                      "Lue myös",
                                      "Czytaj także",
                                      "Читайте также:",
                                      "あわせて読みたい",
                                      "延伸閱讀",
                                      "관련기사"})
    EXPECT_EQ(kind_of_line(line), LineKind::kRelated) << line;
}

TEST(PhrasesTest, CallsAreKnownInManyLanguages) {
  for (const std::string_view line :
       {"Subscribe to read on.", "Follow us on all networks", "Download our app today",
        "Already a subscriber? Log in.", "Get the best stories in your inbox.",
        "Jetzt abonnieren und weiterlesen", "Folgen Sie uns", "Inscrivez-vous gratuitement",
        "Suscríbete a nuestro boletín", "Iscriviti subito", "Schrijf je in", "Zapisz się"})
    EXPECT_EQ(kind_of_line(line), LineKind::kCall) << line;
}

TEST(PhrasesTest, RightsAreNamedAtTheBeginOfALine) {
  for (const std::string_view line :
       {"Copyright 2026 Orla Kilns. All rights reserved.", "All rights reserved",
        "Alle Rechte vorbehalten", "Tous droits réservés", "Photo: A. Weller", "Foto: A. Weller",
        "Quelle: Orla", "Last updated 3 March 2026", "Filed under: kilns", "Reporting by A. Weller",
        "© Orla Kilns"})
    EXPECT_EQ(kind_of_line(line), LineKind::kRights) << line;
  EXPECT_EQ(kind_of_line("© 2026 Orla Kilns. " + std::string(200, 'x')), LineKind::kRights)
      << "as long as lawyers like";
}

TEST(PhrasesTest, SentencesWithTheSameWordsAreOrdinary) {
  for (const std::string_view line :
       {"The union said that all rights reserved for its members would be kept.",
        "Weller said that the photo: a fake, as it proved, had hurt her.",
        "Nobody commented on the comments of the union.",
        "In the works most kilns are built by hand.", "Kilns", "3 March 2026", "42",
        "“We are glad,” said Ann Weller."})
    EXPECT_EQ(kind_of_line(line), LineKind::kOrdinary) << line;
}

}  // namespace
}  // namespace vectora::page
