#include "vectora/http/revalidation.h"

#include <gtest/gtest.h>

#include "vectora/http/http_date.h"

namespace vectora::http {
namespace {

const Instant kArrival = *Instant::parse("2026-02-03T10:00:00Z");

Response with(const Headers& headers) {
  Response response;
  response.status = 200;
  response.headers = headers;
  response.received = kArrival;
  return response;
}

std::string date(int64_t seconds_after_arrival) {
  return to_http_date(kArrival + seconds_after_arrival);
}

TEST(RevalidationTest, ValidatorsGoBackAsTheyCame) {
  const Response response =
      with({{"etag", "W/\"a,b\""}, {"last-modified", "Tue, 03 Feb 2026 08:00:00 GMT"}});
  Request request;
  add_to(request, validators_of(response));
  EXPECT_EQ(request.headers, (Headers{{"if-none-match", "W/\"a,b\""},
                                      {"if-modified-since", "Tue, 03 Feb 2026 08:00:00 GMT"}}));
}

TEST(RevalidationTest, WithoutValidatorsTheRequestStaysAsItWas) {
  Request request;
  add_to(request, validators_of(with({{"etag", std::string(5000, 'e')}})));
  EXPECT_TRUE(request.headers.empty());
  EXPECT_TRUE(validators_of(with({})).empty());
}

TEST(RevalidationTest, AValidatorThatWouldBreakTheRequestIsNotSentBack) {
  for (const std::string& etag : {std::string("\"a\rX-Other: b\""), std::string("\"a\nb\""),
                                 std::string("\"a\0b\"", 5), std::string("\"a\x7F\"")})
    EXPECT_TRUE(validators_of(with({{"etag", etag}, {"last-modified", etag}})).empty()) << etag;
  EXPECT_EQ(validators_of(with({{"etag", "\"é\t\""}})).etag, "\"é\t\"");
}

TEST(RevalidationTest, TheLifetimeIsWhatTheServerSays) {
  const std::pair<Headers, int64_t> cases[] = {
      {{}, 0},
      {{{"cache-control", "max-age=600"}}, 600},
      {{{"cache-control", "Public, Max-Age=\"600\""}}, 600},
      {{{"cache-control", "s-maxage=900"}}, 0},
      {{{"cache-control", "max-age=600, max-age=60"}}, 60},
      {{{"cache-control", "max-age=600, no-cache"}}, 0},
      {{{"cache-control", "no-store, max-age=600"}}, 0},
      {{{"cache-control", "private=\"a, max-age=9\", max-age=600"}}, 600},
      {{{"cache-control", "max-age=soon"}}, 0},
      {{{"cache-control", "max-age"}}, 0},
      {{{"cache-control", "max-age=-5"}}, 0},
      {{{"cache-control", "max-age=99999999999999999999"}}, 1LL << 31},
      {{{"expires", date(300)}, {"date", date(-100)}}, 400},
      {{{"expires", date(300)}}, 300},
      {{{"expires", date(-300)}}, 0},
      {{{"expires", "0"}}, 0},
      {{{"expires", date(300)}, {"cache-control", "max-age=60"}}, 60},
      {{{"cache-control", ",, ,\"\\"}}, 0},
  };
  for (const auto& [headers, seconds] : cases)
    EXPECT_EQ(freshness_lifetime_s(with(headers)), seconds)
        << with(headers).header("cache-control");
}

TEST(RevalidationTest, AConfirmationRenewsWhatItNames) {
  const Headers stored = {{"age", "60"},
                          {"content-type", "text/xml; charset=iso-8859-1"},
                          {"cache-control", "max-age=60"},
                          {"date", date(-500)}};
  EXPECT_EQ(confirmed(stored, {{"cache-control", "max-age=90"}, {"etag", "\"2\""}}),
            (Headers{{"content-type", "text/xml; charset=iso-8859-1"},
                     {"cache-control", "max-age=90"},
                     {"etag", "\"2\""}}));
}

TEST(RevalidationTest, NoStoreMeansNotStored) {
  EXPECT_TRUE(may_store(with({{"cache-control", "no-cache"}})));
  EXPECT_FALSE(may_store(with({{"cache-control", "private, no-store"}})));
}

TEST(RevalidationTest, TheTimeSpentUnderwayCounts) {
  EXPECT_EQ(age_at_arrival_s(with({})), 0);
  EXPECT_EQ(age_at_arrival_s(with({{"age", "120"}})), 120);
  EXPECT_EQ(age_at_arrival_s(with({{"age", "120, 7"}, {"date", date(-200)}})), 200);
  EXPECT_EQ(age_at_arrival_s(with({{"age", "old"}, {"date", date(500)}})), 0);
}

TEST(RevalidationTest, AFreshAnswerNeedsNoRequestButNotForYears) {
  EXPECT_EQ(fresh_until(with({{"cache-control", "max-age=600"}, {"age", "100"}}), 86400),
            kArrival + 500);
  EXPECT_EQ(fresh_until(with({{"cache-control", "max-age=600"}, {"age", "1000"}}), 86400),
            kArrival);
  EXPECT_EQ(fresh_until(with({{"cache-control", "max-age=31536000"}}), 86400), kArrival + 86400);
  EXPECT_EQ(fresh_until(with({}), 86400), kArrival);
}

}  // namespace
}  // namespace vectora::http
