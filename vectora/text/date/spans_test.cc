#include "vectora/text/date/spans.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::text {
namespace {

// The spans of a text, each in brackets.
std::string spans_of(const std::string& text) {
  std::string out;
  for (const DateSpan& span : find_date_spans(text))
    out += "[" + text.substr(span.begin, span.end - span.begin) + "]";
  return out;
}

TEST(DateSpansTest, SpansOfManyLanguagesAreWhole) {
  for (const std::string text : {"14 to 20 January 2026",
                                 "14-20 January 2026",
                                 "14 – 20 January 2026",
                                 "January 14-20, 2026",
                                 "January 14 - January 20, 2026",
                                 "January 14 to January 20, 2026",
                                 "14 January to 20 January 2026",
                                 "28 January – 3 February 2026",
                                 "28 January 2026 – 3 February 2026",
                                 "14th until 20th of January 2026",
                                 "14 through 20 January 2026",
                                 "2026-01-14 – 2026-01-20",
                                 "2026-01-14 to 2026-01-20",
                                 "14.01. - 20.01.2026",
                                 "14.–20.01.2026",
                                 "14.01.2026 - 20.01.2026",
                                 "14/01/2026 - 20/01/2026",
                                 "14 au 20 janvier 2026",
                                 "14 janvier au 20 janvier 2026",
                                 "14. bis zum 20. Januar 2026",
                                 "14. bis 20. Januar 2026",
                                 "14 al 20 de enero de 2026",
                                 "14 al 20 gennaio 2026",
                                 "14 a 20 de janeiro de 2026",
                                 "14 t/m 20 januari 2026",
                                 "14 til 20. januar 2026",
                                 "14–20 января 2026",
                                 "14 по 20 января 2026",
                                 "14 do 20 stycznia 2026",
                                 "2026年1月14日~20日",
                                 "2026年1月14日~2026年1月20日",
                                 "2026年1月14日至20日",
                                 "2026年1月14日から20日",
                                 "2026년 1월 14일 ~ 20일",
                                 "14 & 15 January 2026",
                                 "14 and 15 January 2026",
                                 "January 14 and 15, 2026",
                                 "14 et 15 janvier 2026",
                                 "14 - Friday 18 January 2026"})
    EXPECT_EQ(spans_of(text), "[" + text + "]");
}

TEST(DateSpansTest, ASpanIsFoundAmongOtherWords) {
  EXPECT_EQ(spans_of("The fair (from 14 to 20 January 2026) and the next, 3-5 May 2027, in Lyon."),
            "[14 to 20 January 2026][3-5 May 2027]");
  EXPECT_EQ(spans_of("Open on 14, 15 and 16 January 2026."), "[15 and 16 January 2026]");
}

TEST(DateSpansTest, WhatOnlyStandsBesideADateMakesNoSpan) {
  for (const std::string text : {"20 January 2026",
                                 "January 20, 2026",
                                 "News - 20 January 2026",
                                 "10:30 - 20 January 2026",
                                 "20 January 2026 - 10:30",
                                 "20 January 2026 - 3 min read",
                                 "20 January 2026 - 12 people hurt",
                                 "20 January 2026 – May 3 is the day",
                                 "2026-01-20",
                                 "20-01-2026",
                                 "15-Jan-26",
                                 "2026-Jan-15",
                                 "20.01.2026",
                                 "2026. 1. 14.",
                                 "2026年1月14日",
                                 "Updated 5 March 2026 | Published 1 March 2026",
                                 "3 February 2026 and more",
                                 "to 20 January 2026",
                                 "and 20 January 2026",
                                 "Paris and Lyon, 20 January 2026",
                                 "from room 3 to the hall, 20 January 2026",
                                 "between 20 and 30 people, 3 May 2026",
                                 "+33 1 20-30-40",
                                 "1 - 2",
                                 "-",
                                 "to",
                                 ""})
    EXPECT_EQ(spans_of(text), "") << text;
}

TEST(DateSpansTest, LongTextsAreReadInLinearTime) {
  for (const std::string_view piece :
       {"14 - ", "to . ", "to to - , ", "14 of of of ", "2026 - . "}) {
    std::string text;
    while (text.size() < (1U << 20U)) text += piece;
    EXPECT_EQ(spans_of(text), "") << piece;
  }
}

}  // namespace
}  // namespace vectora::text
