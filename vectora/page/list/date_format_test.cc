#include "vectora/page/list/date_format.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vectora::page {
namespace {

struct Case {
  std::string_view text;
  std::string_view format;
  std::string_view day;  // empty: does not fit
};

TEST(DateFormat, ReadsFieldsAsStrftimeWritesThem) {
  const std::vector<Case> cases = {
      {"2025.01.15", "%Y.%m.%d", "2025-01-15"},
      {" 2025.1.5 (Sun)", "%Y.%m.%d", "2025-01-05"},
      {"January 5, 2026", "%B %d, %Y", "2026-01-05"},
      {"5 janv. 2026", "%d %b %Y", "2026-01-05"},
      {"Mon, 05 Jan 2026 10:00:00 +0100", "%a, %d %b %Y %H:%M:%S %z", "2026-01-05"},
      {"05/01/26", "%d/%m/%y", "2026-01-05"},
      {"05/01/99", "%d/%m/%y", "1999-01-05"},
      {"01/05/26", "%D", "2026-01-05"},
      {"2026-01-05T10:00:00", "%FT%T", "2026-01-05"},
      {"2026-032", "%Y-%j", "2026-02-01"},
      {"5/1/2026", "%-d/%-m/%Y", "2026-01-05"},
      {"100% 2026-01-05", "100%% %Y-%m-%d", "2026-01-05"},
  };
  for (const Case& c : cases) {
    const std::optional<Date> day = parse_by_format(c.text, c.format);
    EXPECT_EQ(day ? day->str() : "", c.day) << c.text << " by " << c.format;
  }
}

TEST(DateFormat, RefusesWhatDoesNotFit) {
  const std::vector<Case> cases = {
      {"2025-01-15", "%Y.%m.%d", ""}, {"2025.13.01", "%Y.%m.%d", ""},
      {"2025.02.30", "%Y.%m.%d", ""}, {"", "%Y.%m.%d", ""},
      {"2025.01", "%Y.%m", ""},       {"Januember 5, 2026", "%B %d, %Y", ""},
      {"2025.01.15", "", ""},         {"2025.01.15", "%Y.%m.%Q", ""},
      {"2025.01.15", "%", ""},
  };
  for (const Case& c : cases) EXPECT_FALSE(parse_by_format(c.text, c.format)) << c.format;
}

}  // namespace
}  // namespace vectora::page
