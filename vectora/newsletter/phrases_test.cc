#include "vectora/newsletter/phrases.h"

#include <gtest/gtest.h>

namespace vectora::newsletter {
namespace {

normalize::Window window(const char* first, const char* last) {
  return {*Date::parse(first), *Date::parse(last)};
}

TEST(PhrasesTest, WriteDatesAsTheLanguageDoes) {
  const Phrases english(Language::kEnglish);
  const Phrases french(Language::kFrench);
  EXPECT_EQ(english.date(*Date::parse("2026-02-03")), "3 February 2026");
  EXPECT_EQ(french.date(*Date::parse("2026-02-01")), "1er février 2026");
  EXPECT_EQ(english.period(window("2026-01-28", "2026-02-03")), "28 January to 3 February 2026");
  EXPECT_EQ(english.period(window("2025-12-28", "2026-01-03")),
            "28 December 2025 to 3 January 2026");
  EXPECT_EQ(french.period(window("2026-02-03", "2026-02-03")), "3 février 2026");
}

TEST(PhrasesTest, ListAndScopeReadNaturally) {
  const Phrases english(Language::kEnglish);
  const Phrases french(Language::kFrench);
  EXPECT_EQ(english.list({"a", "b", "c"}), "a, b and c");
  EXPECT_EQ(french.list({"a", "b"}), "a et b");
  EXPECT_EQ(english.scope({3, 1, 162}, window("2026-01-28", "2026-02-03")),
            "Scope: 3 press sources and 1 company newsroom monitored, 162 companies watched, "
            "28 January to 3 February 2026.");
  EXPECT_EQ(french.scope({1, 0, 0}, window("2026-01-28", "2026-02-03")),
            "Périmètre : 1 source de presse suivie, 28 janvier au 3 février 2026.");
}

TEST(PhrasesTest, NameWhatIsMissing) {
  const Phrases english(Language::kEnglish);
  EXPECT_EQ(english.troubles({{"Alpha", Trouble::kUnread, 0},
                              {"Bravo", Trouble::kSilent, 40},
                              {"Charlie", Trouble::kUnread, 0}}),
            (std::vector<std::string>{"Could not be read this time: Alpha and Charlie.",
                                      "Without news for longer than usual: Bravo (40 days)."}));
  EXPECT_TRUE(english.troubles({}).empty());
}

}  // namespace
}  // namespace vectora::newsletter
