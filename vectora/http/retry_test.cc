#include "vectora/http/retry.h"

#include <gtest/gtest.h>

#include "vectora/http/http_date.h"

namespace vectora::http {
namespace {

const Instant kNow = *Instant::parse("2026-02-03T10:00:00Z");
constexpr RetryPolicy kPolicy = {.retries = 3, .base_ms = 500, .max_retry_after_ms = 60000};

// The wait, or -1 for none.
int64_t wait(const Outcome& outcome, const Attempt& attempt = {}) {
  return retry_delay_ms(kPolicy, attempt, outcome, kNow).value_or(-1);
}

Outcome status(int status, const std::string& retry_after = {}) {
  Response response;
  response.status = status;
  if (!retry_after.empty()) response.headers["retry-after"] = retry_after;
  return response;
}

TEST(RetryTest, WaitsTwiceAsLongEachTimeAndThenGivesUp) {
  EXPECT_EQ(wait(status(503), {"GET", 1}), 500);
  EXPECT_EQ(wait(status(503), {"GET", 2}), 1000);
  EXPECT_EQ(wait(status(503), {"GET", 3}), 2000);
  EXPECT_EQ(wait(status(503), {"GET", 4}), -1);
  EXPECT_EQ(retry_delay_ms({.retries = 0}, {}, status(503), kNow), std::nullopt);
  EXPECT_EQ(retry_delay_ms({.retries = 100}, {"GET", 100}, status(503), kNow), 500 << 16);
}

TEST(RetryTest, OnlyWhatMayPassIsTriedAgain) {
  for (const int code : {429, 500, 502, 503, 504}) EXPECT_EQ(wait(status(code)), 500) << code;
  for (const int code : {200, 301, 304, 400, 401, 403, 404, 410, 501, 505})
    EXPECT_EQ(wait(status(code)), -1) << code;
  const std::pair<FailureReason, int64_t> cases[] = {
      {FailureReason::kDns, 500},     {FailureReason::kConnect, 500},
      {FailureReason::kTimeout, 500}, {FailureReason::kProtocol, 500},
      {FailureReason::kTls, -1},      {FailureReason::kTooLarge, -1},
      {FailureReason::kRefused, -1},
  };
  for (const auto& [reason, expected] : cases)
    EXPECT_EQ(wait(Failure{reason, ""}), expected) << to_string(reason);
}

TEST(RetryTest, WhatIsNotIdempotentIsRepeatedOnlyIfItCannotHaveHappened) {
  for (const char* method : {"POST", "PATCH"}) {
    const Attempt attempt{method, 1};
    EXPECT_EQ(wait(status(429), attempt), 500);
    EXPECT_EQ(wait(Failure{FailureReason::kDns, ""}, attempt), 500);
    EXPECT_EQ(wait(status(503), attempt), -1);
    EXPECT_EQ(wait(Failure{FailureReason::kTimeout, ""}, attempt), -1);
    EXPECT_EQ(wait(Failure{FailureReason::kConnect, ""}, attempt), -1);
  }
  EXPECT_EQ(wait(status(503), {"PUT", 1}), 500);
}

TEST(RetryTest, TheServerSaysHowLongUpToABound) {
  EXPECT_EQ(wait(status(429, "7")), 7000);
  EXPECT_EQ(wait(status(503, "0")), 0);
  EXPECT_EQ(wait(status(503, to_http_date(kNow + 30))), 30000);
  EXPECT_EQ(wait(status(503, to_http_date(kNow + -30))), 0);
  EXPECT_EQ(wait(status(429, "60")), 60000);
  EXPECT_EQ(wait(status(429, "61")), -1);
  EXPECT_EQ(wait(status(429, "99999999999999999999")), -1);
  EXPECT_EQ(wait(status(429, "soon")), 500);
  EXPECT_EQ(wait(status(404, "7")), -1);
}

TEST(RetryTest, RetryAfterIsSecondsOrADate) {
  EXPECT_EQ(parse_retry_after(" 120 ", kNow), 120000);
  EXPECT_EQ(parse_retry_after("-5", kNow), std::nullopt);
  EXPECT_EQ(parse_retry_after("1.5", kNow), std::nullopt);
  EXPECT_EQ(parse_retry_after("", kNow), std::nullopt);
  EXPECT_EQ(parse_retry_after("Fri, 31 Dec 9999 23:59:59 GMT", kNow), 1000000000000);
}

}  // namespace
}  // namespace vectora::http
