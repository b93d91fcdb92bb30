#include "vectora/http/response_reader.h"

#include <gtest/gtest.h>

namespace vectora::http {
namespace {

TEST(ResponseReaderTest, OfSeveralResponsesTheLastCounts) {
  ResponseReader reader(1000);
  for (const char* line : {"HTTP/1.1 100 Continue\r\n", "\r\n", "HTTP/1.1 301 Moved\r\n",
                           "Location: /x\r\n", "Content-Encoding: gzip\r\n", "\r\n"})
    EXPECT_EQ(reader.header_line(line), Continue::kYes);
  reader.header_line("HTTP/2 200 \r\n");
  reader.header_line("X-One:  a \r\n");
  EXPECT_EQ(reader.body("hello "), Continue::kYes);
  EXPECT_EQ(reader.body("there"), Continue::kYes);
  const Outcome outcome = reader.finish();
  const auto& response = std::get<Response>(outcome);
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.headers, (Headers{{"x-one", "a"}}));
  EXPECT_EQ(response.body, "hello there");
}

TEST(ResponseReaderTest, RepeatedFieldsAreJoined) {
  ResponseReader reader(1000);
  for (const char* line : {"HTTP/1.1 200 OK", "Cache-Control: no-cache", "cache-control: private",
                           "Empty:", "no field at all", "Bad\xff: \xff"})
    reader.header_line(line);
  const Outcome outcome = reader.finish();
  const auto& response = std::get<Response>(outcome);
  EXPECT_EQ(response.header("cache-control"), "no-cache, private");
  EXPECT_EQ(response.header("empty"), "");
  EXPECT_EQ(response.header("bad\xff"), "\xEF\xBF\xBD");
}

TEST(ResponseReaderTest, StopsAtTheBoundAndForgetsTheBody) {
  ResponseReader reader(10);
  reader.header_line("HTTP/1.1 200 OK");
  EXPECT_EQ(reader.body("0123456789"), Continue::kYes);
  EXPECT_EQ(reader.body("x"), Continue::kNo);
  EXPECT_EQ(reader.body(""), Continue::kNo);
  const Outcome outcome = reader.finish();
  EXPECT_EQ(std::get<Failure>(outcome).reason, FailureReason::kTooLarge);
  EXPECT_EQ(std::get<Failure>(outcome).detail, "larger than 10 bytes");
}

TEST(ResponseReaderTest, HeadersAreBoundedOverAllResponses) {
  ResponseReader reader(10);
  int redirects = 0;
  while (reader.header_line("HTTP/1.1 302 Found") == Continue::kYes &&
         reader.header_line("X: " + std::string(10000, 'h')) == Continue::kYes)
    ++redirects;
  EXPECT_EQ(redirects, 26);
  ASSERT_TRUE(reader.failure());
  EXPECT_EQ(reader.failure()->reason, FailureReason::kTooLarge);
}

}  // namespace
}  // namespace vectora::http
