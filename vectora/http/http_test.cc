#include "vectora/http/http.h"

#include <gtest/gtest.h>

namespace vectora::http {
namespace {

TEST(ResponseTest, TheCharsetIsThatOfTheContentType) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"text/html", ""},
      {"text/html; charset=UTF-8", "utf-8"},
      {"text/html;charset = \"Windows-1252\" ", "windows-1252"},
      {"text/html; charset='utf-8'", "utf-8"},
      {"text/xml; boundary=x; CHARSET=big5; version=1", "big5"},
      {"text/html; charset=", ""},
      {"charset=utf-8", ""},
      {"text/html; notcharset=x;", ""},
      {";;;=;charset", ""},
  };
  for (const auto& [type, expected] : cases) {
    Response response;
    response.headers["content-type"] = type;
    EXPECT_EQ(response.charset(), expected) << type;
  }
  EXPECT_EQ(Response().charset(), "");
}

TEST(ResponseTest, AnAbsentHeaderIsEmpty) {
  Response response;
  response.headers["etag"] = "\"1\"";
  EXPECT_EQ(response.header("etag"), "\"1\"");
  EXPECT_EQ(response.header("age"), "");
}

TEST(OriginTest, HasAPortOnlyWhereItIsUnusual) {
  EXPECT_EQ(origin(*Url::parse("HTTP://user:p@A.example:80/x?y#z")), "http://a.example");
  EXPECT_EQ(origin(*Url::parse("https://a.example:443")), "https://a.example");
  EXPECT_EQ(origin(*Url::parse("https://a.example:80/")), "https://a.example:80");
}

TEST(FailureReasonTest, HasTheNamesOfRunRecords) {
  EXPECT_EQ(to_string(FailureReason::kDns), "dns");
  EXPECT_EQ(to_string(FailureReason::kTooLarge), "too_large");
  EXPECT_EQ(to_string(FailureReason::kProtocol), "protocol");
}

}  // namespace
}  // namespace vectora::http
