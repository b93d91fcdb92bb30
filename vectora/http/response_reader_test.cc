#include "vectora/http/response_reader.h"

#include <gtest/gtest.h>

namespace vectora::http {
namespace {

const Url kAsked = *Url::parse("https://a.example/feed");

TEST(ResponseReaderTest, OfSeveralResponsesTheLastCounts) {
  ResponseReader reader(kAsked, 1000);
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
  ResponseReader reader(kAsked, 1000);
  for (const char* line : {"HTTP/1.1 200 OK", "Cache-Control: no-cache", "cache-control: private",
                           "Empty:", "no field at all", "Bad\xff: \xff"})
    reader.header_line(line);
  const Outcome outcome = reader.finish();
  const auto& response = std::get<Response>(outcome);
  EXPECT_EQ(response.header("cache-control"), "no-cache, private");
  EXPECT_EQ(response.header("empty"), "");
  EXPECT_EQ(response.header("bad\xff"), "\xEF\xBF\xBD");
}

TEST(ResponseReaderTest, LeavesABodyAsItIsWhereNothingIsToBeDecoded) {
  ResponseReader reader(kAsked, 1000, ResponseReader::Decode::kNo);
  for (const char* line : {"HTTP/1.1 200 OK", "Content-Encoding: gzip"}) reader.header_line(line);
  EXPECT_EQ(reader.body("no gzip"), Continue::kYes);
  EXPECT_EQ(std::get<Response>(reader.finish()).body, "no gzip");
}

TEST(ResponseReaderTest, StopsAtTheBoundAndForgetsTheBody) {
  ResponseReader reader(kAsked, 10);
  reader.header_line("HTTP/1.1 200 OK");
  EXPECT_EQ(reader.body("0123456789"), Continue::kYes);
  EXPECT_EQ(reader.body("x"), Continue::kNo);
  EXPECT_EQ(reader.body(""), Continue::kNo);
  const Outcome outcome = reader.finish();
  EXPECT_EQ(std::get<Failure>(outcome).reason, FailureReason::kTooLarge);
  EXPECT_EQ(std::get<Failure>(outcome).detail, "larger than 10 bytes");
}

TEST(ResponseReaderTest, HeadersAreBoundedOverAllResponses) {
  ResponseReader reader(kAsked, 10);
  int redirects = 0;
  while (reader.header_line("HTTP/1.1 302 Found") == Continue::kYes &&
         reader.header_line("X: " + std::string(10000, 'h')) == Continue::kYes)
    ++redirects;
  EXPECT_EQ(redirects, 26);
  ASSERT_TRUE(reader.failure());
  EXPECT_EQ(reader.failure()->reason, FailureReason::kTooLarge);
}

TEST(ResponseReaderTest, PermanentRedirectsMoveAnAddressForGood) {
  struct Case {
    std::vector<std::pair<const char*, const char*>> hops;  // status line, location
    const char* moved_to;
  };
  const Case cases[] = {
      {{}, ""},
      {{{"HTTP/1.1 301 Moved", "/new"}}, "https://a.example/new"},
      {{{"HTTP/2 308", "https://b.example/x"}, {"HTTP/2 301", "y#part"}}, "https://b.example/y"},
      {{{"HTTP/1.1 302 Found", "/new"}}, ""},
      {{{"HTTP/1.1 307 Temporary", "/new"}, {"HTTP/1.1 301 Moved", "/newer"}}, ""},
      {{{"HTTP/1.1 301 Moved", "/new"}, {"HTTP/1.1 302 Found", "/today"}}, "https://a.example/new"},
      {{{"HTTP/1.1 100 Continue", ""}, {"HTTP/1.1 301 Moved", "/new"}}, "https://a.example/new"},
      {{{"HTTP/1.1 301 Moved", "http://a.example/feed"}}, ""},  // without TLS
      {{{"HTTP/1.1 301 Moved", "https://u:p@a.example/feed"}}, ""},
      {{{"HTTP/1.1 301 Moved", "/b"}, {"HTTP/1.1 301 Moved", "/feed"}}, ""},  // back again
      {{{"HTTP/1.1 301 Moved", "ftp://a.example/"}}, ""},
  };
  for (const Case& c : cases) {
    ResponseReader reader(kAsked, 1000);
    for (const auto& [status, location] : c.hops) {
      reader.header_line(status);
      reader.header_line("Location: " + std::string(location));
    }
    reader.header_line("HTTP/1.1 200 OK");
    EXPECT_EQ(std::get<Response>(reader.finish()).moved_to, c.moved_to) << c.hops.size();
  }
  ResponseReader secret(*Url::parse("https://u:p@a.example/feed"), 1000);
  secret.header_line("HTTP/1.1 301 Moved");
  secret.header_line("Location: /new");
  secret.header_line("HTTP/1.1 200 OK");
  EXPECT_EQ(std::get<Response>(secret.finish()).moved_to, "");
}

}  // namespace
}  // namespace vectora::http
