#include "vectora/page/list/title.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vectora::page {
namespace {

struct Case {
  std::string_view raw;
  std::string_view title;
  std::string_view date;  // empty: none
};

TEST(CleanTitle, LosesWhatIsGluedToIt) {
  const std::vector<Case> cases = {
      {"Orlabio opens a plant", "Orlabio opens a plant", ""},
      {"09 January 2026RegulatoryOrlabio doses first patient", "Orlabio doses first patient",
       "2026-01-09"},
      {"09 January 2026 | Orlabio doses first patient", "Orlabio doses first patient",
       "2026-01-09"},
      {"PRESSRELEASES10 December, 2025Nordvik signs a licenceREAD MORE", "Nordvik signs a licence",
       "2025-12-10"},
      {"Data in AdultsDecember 9, 2025December 9, 2025", "Data in Adults", "2025-12-09"},
      {"Data in adults - 9 December 2025", "Data in adults", "2025-12-09"},
      {"Nordvik signs a licence Read more", "Nordvik signs a licence", ""},
      {"Nordvik signs a licence »", "Nordvik signs a licence", ""},
      {"The film «Tremor»", "The film «Tremor»", ""},
      {"Annual report (PDF)", "Annual report", ""},
      {"Data in adults (9 December 2025)", "Data in adults", "2025-12-09"},
  };
  for (const Case& c : cases) {
    const CleanTitle clean = clean_title(c.raw);
    EXPECT_EQ(clean.title, c.title) << c.raw;
    EXPECT_EQ(clean.date ? clean.date->day.str() : "", c.date) << c.raw;
  }
}

TEST(CleanTitle, KeepsAPeriodInBracketsWhole) {
  for (const std::string_view title :
       {"Half-year results (April 1st – September 30, 2025)",
        "Sales of the second quarter (July 1 - September 30, 2025)",
        "Results [1 April to 30 September 2025]", "Report (period ended 30 September 2025)"}) {
    const CleanTitle clean = clean_title(title);
    EXPECT_EQ(clean.title, title);
    EXPECT_FALSE(clean.date) << title;
  }
}

TEST(CleanTitle, KeepsDatesThatBelongToTheTitle) {
  for (const std::string_view title :
       {"Results for the quarter ended September 30, 2025", "Meet us in Lyon, 12 March 2026",
        "September 30, 2025 half-year results", "Report of 3 March 2026"}) {
    const CleanTitle clean = clean_title(title);
    EXPECT_EQ(clean.title, title);
    EXPECT_FALSE(clean.date) << title;
  }
}

TEST(CleanTitle, LeavesADateInFrontToTheListToDecide) {
  const CleanTitle clean = clean_title("March 3, 2026 Orlabio opens a plant");
  ASSERT_TRUE(clean.leading);
  EXPECT_EQ(clean.leading->day.str(), "2026-03-03");
  EXPECT_EQ(title_after(clean.title, clean.leading_end), "Orlabio opens a plant");
}

TEST(IsOnlyDate, TellsDatesFromTitles) {
  for (const std::string_view text :
       {"3 March 2026", "Published: 3 March 2026", "2026.01.15", "15.01.26",
        "March 3, 2026, 10:00 ET", "3 days ago", "19 February", "2026年2月12日"}) {
    EXPECT_TRUE(is_only_date(text)) << text;
  }
  for (const std::string_view text :
       {"", "May 16, 2019 – Op. Atty. Gen 624c-4", "Report of the quarter ended 30 June 2025",
        "2026", "20220604", "Orlabio opens a plant"}) {
    EXPECT_FALSE(is_only_date(text)) << text;
  }
}

TEST(IsOnlyDate, AllowsNoWordsWhereNoneAreAllowed) {
  EXPECT_TRUE(is_only_date("June 2nd, 2025 |", {}, BesideDate::kNothing));
  EXPECT_FALSE(is_only_date("Apply by 30 June 2025", {}, BesideDate::kNothing));
}

}  // namespace
}  // namespace vectora::page
