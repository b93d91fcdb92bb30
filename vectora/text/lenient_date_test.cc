#include "vectora/text/lenient_date.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::text {
namespace {

std::string shown(const std::optional<ParsedDate>& date) {
  if (!date) return "none";
  return date->time ? date->time->str() : date->day.str();
}

struct Case {
  const char* text;
  const char* expected;
};

template <size_t kSize>
void expect_all(const Case (&cases)[kSize], const DateHints& hints = {}) {
  for (const Case& c : cases) EXPECT_EQ(shown(parse_date(c.text, hints)), c.expected) << c.text;
}

DateHints read_on(int year, int month, int day) {
  DateHints hints;
  hints.now = Date::from_civil(year, month, day);
  return hints;
}

TEST(ParseDate, ReadsTheDatesOfMailHeaders) {
  expect_all({
      {"Tue, 03 Feb 2026 10:00:00 GMT", "2026-02-03T10:00:00Z"},
      {"Tue, 03 Feb 2026 10:00:00 EST", "2026-02-03T15:00:00Z"},
      {"Tue, 03 Feb 2026 10:00:00 +0530", "2026-02-03T04:30:00Z"},
      {"3 Feb 26 10:00 Z", "2026-02-03T10:00:00Z"},
      {"Fri, 01 May 98 06:07:08 GMT", "1998-05-01T06:07:08Z"},
      {"TUE, 03 FEB 2026 10:00:00 GMT", "2026-02-03T10:00:00Z"},
      {"Tue,3 Feb 2026 10:00:00 -0000", "2026-02-03T10:00:00Z"},
      {"Thur, 5 Feb, 2026 10:00:00 UT", "2026-02-05T10:00:00Z"},
      {"Tue, 03 Feb 2026 10:00:00 GMT-02:30", "2026-02-03T12:30:00Z"},
      {"Tue, 03 Feb 2026", "2026-02-03"},
      {"Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"},
  });
}

TEST(ParseDate, ReadsInternetAndIsoForms) {
  expect_all({
      {"2026-02-03", "2026-02-03"},
      {"2026-02-03T10:00:00Z", "2026-02-03T10:00:00Z"},
      {"2026-02-03t10:00:00z", "2026-02-03T10:00:00Z"},
      {"2026-02-03T10:00+01:00", "2026-02-03T09:00:00Z"},
      {"2026-02-03T10:00:00.123456-0800", "2026-02-03T18:00:00Z"},
      {"2026-02-03 10:00:00 -00:20", "2026-02-03T10:20:00Z"},
      {"20260203T100000Z", "2026-02-03T10:00:00Z"},
      {"20260203", "2026-02-03"},
      {"2026-W06-2", "2026-02-03"},
      {"2026-034", "2026-02-03"},
      {"2026-002-03T10:00:00Z", "2026-02-03T10:00:00Z"},
      {"2026-02-03T24:00:00Z", "2026-02-04T00:00:00Z"},
  });
}

TEST(ParseDate, ReadsWhatOtherProgramsPrint) {
  expect_all({
      {"Tue Feb  3 10:00:00 2026", "2026-02-03T10:00:00Z"},
      {"Tue Feb 03 10:00:00 +0100 2026", "2026-02-03T09:00:00Z"},
      {"Tue Feb 03 2026 10:00:00 GMT+0100 (Central European Standard Time)",
       "2026-02-03T09:00:00Z"},
      {"20260203100000", "2026-02-03T10:00:00Z"},
      {"202602031000", "2026-02-03T10:00:00Z"},
      {"20260203256000", "none"},
      {"03/Feb/2026:10:00:00 +0000", "2026-02-03T10:00:00Z"},
      {"1770112800", "2026-02-03T10:00:00Z"},
      {"1770112800000", "2026-02-03T10:00:00Z"},
      {"Tue, 02/03/2026 - 19:19", "2026-02-03T19:19:00Z"},
      {"Tue, 03 02 2026 10:00:00 +0100", "2026-02-03T09:00:00Z"},
  });
}

TEST(ParseDate, KnowsZonesByName) {
  expect_all({
      {"9 Jan 2026 12:00 ET", "2026-01-09T17:00:00Z"},
      {"9 Jul 2026 12:00 ET", "2026-07-09T16:00:00Z"},
      {"9 Jan 2026 12:00 CEST", "2026-01-09T10:00:00Z"},
      {"9 Mar 2026 12:00 America/Los_Angeles", "2026-03-09T19:00:00Z"},
      {"9 Jan 2026 12:00 Europe/Paris", "2026-01-09T11:00:00Z"},
      {"9 Jan 2026 12:00 Etc/GMT", "2026-01-09T12:00:00Z"},
      {"9 Jan 2026 12:00 somewhere", "2026-01-09T12:00:00Z"},
  });
}

TEST(ParseDate, ReadsEnglishAsPeopleWriteIt) {
  expect_all({
      {"Feb 3, 2026 10:00am", "2026-02-03T10:00:00Z"},
      {"Feb. 3, 2026, 12:37 p.m.", "2026-02-03T12:37:00Z"},
      {"February 3 2026 07:02:38 PM", "2026-02-03T19:02:38Z"},
      {"February 3rd, 2026", "2026-02-03"},
      {"3rd of February 2026", "2026-02-03"},
      {"the 3rd of February, 2026", "2026-02-03"},
      {"Tuesday, February 3, 2026 at 01:11 PM EST", "2026-02-03T18:11:00Z"},
      {"3-Feb-2026", "2026-02-03"},
      {"3/Feb/2026", "2026-02-03"},
      {"2026-Feb-03", "2026-02-03"},
      {"Feb 3, 2026 12:00 AM", "2026-02-03T00:00:00Z"},
  });
}

TEST(ParseDate, PassesOverWordsAroundTheDate) {
  expect_all({
      {"Published: 3 February 2026", "2026-02-03"},
      {"NEWSROOM3 February, 2026READ ALL", "2026-02-03"},
      {"03 February 2026CorporateAcme", "2026-02-03"},
      {"ReleaseFebruary 3, 2026", "2026-02-03"},
      {"RELEASEFeb 3, 2026 10:30AMRead on", "2026-02-03T10:30:00Z"},
      {"2026-02-03T11:33:54+02:00February 4th, 2026|Read on", "2026-02-03T09:33:54Z"},
      {"February 3, 2026February 3, 2026", "2026-02-03"},
      {"By A. Writer | February 3, 2026 | 4 min", "2026-02-03"},
  });
}

TEST(ParseDate, ReadsTheLanguagesOfEurope) {
  expect_all({
      {"le 15 janvier 2026", "2026-01-15"},
      {"1er février 2026", "2026-02-01"},
      {"mar., 03 févr. 2026 16:11:02 +0000", "2026-02-03T16:11:02Z"},
      {"mar 3 février 2026", "2026-02-03"},
      {"Lundi, 16. Novembre 2020 - 15:54", "2020-11-16T15:54:00Z"},
      {"3 août 2026 à 10h30", "2026-08-03T10:30:00Z"},
      {"Dienstag, 3. März 2026, 10:30 Uhr", "2026-03-03T10:30:00Z"},
      {"3 de enero de 2026", "2026-01-03"},
      {"3 gennaio 2026", "2026-01-03"},
      {"Seg, 24 Set 2018 19:42:40 -0300", "2018-09-24T22:42:40Z"},
      {"3 maart 2026", "2026-03-03"},
      {"den 3 oktober 2026 kl. 10.30", "2026-10-03T10:30:00Z"},
      {"3. desember 2026", "2026-12-03"},
      {"3. tammikuuta 2026", "2026-01-03"},
      {"3 stycznia 2026", "2026-01-03"},
      {"3 января 2026 г., 10:30", "2026-01-03T10:30:00Z"},
      {"3. ledna 2026", "2026-01-03"},
      {"2026. január 3.", "2026-01-03"},
      {"16 augusti 2026", "2026-08-16"},
      {"25. des. 2026", "2026-12-25"},
      {"7 d’abril del 2026", "2026-04-07"},
      {"2026. gada 3. janvāris", "2026-01-03"},
      {"2026 m. sausio 3 d.", "2026-01-03"},
      {"Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z"},
  });
}

TEST(ParseDate, ReadsEastAsianAndOtherScripts) {
  expect_all({
      {"2026년 2월 3일", "2026-02-03"},
      {"2026. 2. 3.", "2026-02-03"},
      {"2026年2月3日", "2026-02-03"},
      {"２０２６年２月３日", "2026-02-03"},
      {"2026年2月3日 下午3:05", "2026-02-03T15:05:00Z"},
      {"民國115年2月3日", "2026-02-03"},
      {"115年2月3日", "2026-02-03"},
      {"115.02.03", "2026-02-03"},
      {"115/02/03", "2026-02-03"},
      {"令和8年2月3日", "2026-02-03"},
      {"٣ فبراير ٢٠٢٦", "2026-02-03"},
      {"৩ ফেব্রুয়ারি ২০২৬", "2026-02-03"},
      {"٠٤/٠٢/٢٠٢٦", "2026-02-04"},
      {"3 tháng 2, 2026", "2026-02-03"},
      {"3 בפברואר 2026", "2026-02-03"},
      {"3 กุมภาพันธ์ 2569", "2026-02-03"},
  });
}

TEST(ParseDate, OrdersNumbersByTheirSeparatorUnlessTheyTellThemselves) {
  expect_all({
      {"03/02/2026", "2026-03-02"},
      {"03.02.2026", "2026-02-03"},
      {"03-02-2026", "2026-02-03"},
      {"13/02/2026", "2026-02-13"},
      {"02.13.2026", "2026-02-13"},
      {"3. 2. 2026", "2026-02-03"},
      {"30.10.23", "2023-10-30"},
      {"12/25/25", "2025-12-25"},
      {"Tuesday 03/02/2026", "2026-02-03"},
      {"Monday 03/02/2026", "2026-03-02"},
  });
  DateHints day_first;
  day_first.order = FieldOrder::kDayFirst;
  expect_all({{"03/02/2026", "2026-02-03"}, {"02/13/2026", "2026-02-13"}}, day_first);
  DateHints month_first;
  month_first.order = FieldOrder::kMonthFirst;
  expect_all({{"03.02.2026", "2026-03-02"}, {"13.02.2026", "2026-02-13"}}, month_first);
}

TEST(ParseDate, CountsFromTheDayOfReadingOnlyIfThatIsKnown) {
  constexpr Case kCases[] = {
      {"3 days ago", "2026-03-07"},
      {"an hour ago", "2026-03-10"},
      {"1 month ago", "2026-02-10"},
      {"yesterday", "2026-03-09"},
      {"il y a 2 semaines", "2026-02-24"},
      {"vor 3 Tagen", "2026-03-07"},
      {"hace 2 días", "2026-03-08"},
      {"för 2 dagar sedan", "2026-03-08"},
      {"3日前", "2026-03-07"},
      {"2 시간 전", "2026-03-10"},
      {"昨天", "2026-03-09"},
      {"2 дня назад", "2026-03-08"},
      {"15 Jan", "2026-01-15"},
      {"December 28", "2025-12-28"},
      {"3月9日", "2026-03-09"},
  };
  expect_all(kCases, read_on(2026, 3, 10));
  for (const Case& c : kCases) EXPECT_EQ(parse_date(c.text), std::nullopt) << c.text;
}

TEST(ParseDate, BelievesAVagueDateOnlyWhereLittleElseIsSaid) {
  expect_all(
      {
          {"Posted yesterday by Ann", "2026-03-09"},
          {"Jan 15 · 5 min read", "2026-01-15"},
          {"Acme today announced …", "none"},
          {"The company announced today that it has sold its plant", "none"},
          {"Registration for the course is open until Jan. 15", "none"},
      },
      read_on(2026, 3, 10));
}

TEST(ParseDate, TakesTwoDigitsForAYearOnlyWhereNoWordSaysOtherwise) {
  expect_all({
      {"3.7.13", "2013-07-03"},
      {"Press 3.7.13", "none"},
      {"Published: 3.7.13", "2013-07-03"},
      {"Published 03.07.13", "2013-07-03"},
      {"2 December 18", "2018-12-02"},
      {"Players 2 December 18 update", "none"},
      {"2-Dec-18", "2018-12-02"},
      {"2 December '18", "2018-12-02"},
  });
}

TEST(ParseDate, InventsNothing) {
  expect_all({
      {"", "none"},
      {"   ", "none"},
      {"2026", "none"},
      {"2026-02", "none"},
      {"February 2026", "none"},
      {"Tue, 32 Jan 2026 03:04:05 GMT", "none"},
      {"30 February 2026", "none"},
      {"2026-13-45T03:04:05Z", "none"},
      {"0000-00-00T00:00:00Z", "none"},
      {"0000-101", "none"},
      {"0000-W01-1", "none"},
      {"Tue, 03 zzz 2026 10:00:00 GMT", "none"},
      {"Tue, 03 Feb zz 10:00:00 GMT", "none"},
      {"Tomorrow", "none"},
      {"10:30", "none"},
  });
}

TEST(ParseDate, CompletesWhatAProgramLeftOut) {
  DateHints hints;
  hints.writer = DateWriter::kProgram;
  expect_all(
      {
          {"2026", "2026-01-01"},
          {"2026-02", "2026-02-01"},
          {"-26-02", "2026-02-01"},
          {"26-02-03", "2026-02-03"},
          {"260203", "2026-02-03"},
          {"26034", "2026-02-03"},
          {"2026-02-29T10:00:00Z", "2026-03-01T10:00:00Z"},
          {"2026-02-32", "none"},
          {"2026-13", "none"},
      },
      hints);
}

std::string all_found(std::string_view text) {
  std::string result;
  for (const FoundDate& date : find_dates(text)) {
    result += "[" + std::string(text.substr(date.begin, date.end - date.begin)) + "]";
  }
  return result;
}

TEST(FindDates, FindsEachCompleteDateWithItsSpan) {
  EXPECT_EQ(
      all_found("On 3 February 2026, after the call of January 15, 2026 at 9:30 AM ET, we met."),
      "[3 February 2026][January 15, 2026 at 9:30 AM ET]");
  EXPECT_EQ(all_found("NEWS10 December, 2025READ MORE"), "[10 December, 2025]");
  EXPECT_EQ(all_found("December 9, 2025December 9, 2025"), "[December 9, 2025][December 9, 2025]");
  EXPECT_EQ(all_found("2026-02-03 and 03/02/2026"), "[2026-02-03][03/02/2026]");
}

TEST(FindDates, PassesOverNumbersThatOnlyLookLikeDates) {
  for (const char* text :
       {"version 1.2.2026.4 of the tool", "v2026.01.15", "release 10.4.12", "$12.50 per share",
        "call +33 1 42 68 53 00", "call 555-01-2026-33", "ISBN 978-3-16-148410-0",
        "between 10-12 percent", "from 4-6 May 2026", "May 4-6, 2026", "in 2026", "May 2026",
        "Q1 2026", "12.5% of 2026", "10.1056/NEJM-2026", "the 2025/26 season", "room 12/14/16B-3",
        "1,250,000 units"}) {
    EXPECT_EQ(all_found(text), "") << text;
  }
}

TEST(FindDates, TakesHostileTextInItsStride) {
  EXPECT_EQ(all_found(std::string(200000, '1')), "");
  EXPECT_EQ(all_found(std::string(200000, 'a')), "");
  std::string numbers;
  for (int i = 0; i < 50000; ++i) numbers += "1 ";
  EXPECT_EQ(all_found(numbers), "");
  EXPECT_EQ(all_found("\xFF\xFE 3 February 2026\xC3"), "[3 February 2026]");
}

}  // namespace
}  // namespace vectora::text
