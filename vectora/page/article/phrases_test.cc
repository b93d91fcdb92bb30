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

}  // namespace
}  // namespace vectora::page
