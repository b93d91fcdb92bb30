#include "vectora/http/robots_client.h"

#include <gtest/gtest.h>

#include "vectora/http/fake_client.h"

namespace vectora::http {
namespace {

constexpr const char* kRobots = "https://a.example/robots.txt";
constexpr const char* kPage = "https://a.example/news";

Request get(const std::string& url) { return {.url = *Url::parse(url)}; }

std::string told(const Outcome& outcome) {
  if (const auto* response = std::get_if<Response>(&outcome))
    return std::to_string(response->status) + " " + response->body;
  const auto& failure = std::get<Failure>(outcome);
  return std::string(to_string(failure.reason)) + ": " + failure.detail;
}

class RobotsClientTest : public ::testing::Test {
 protected:
  std::vector<std::string> fetch(const std::vector<Request>& requests) {
    std::vector<std::string> answers(requests.size(), "never answered");
    client_->fetch(requests, [&](size_t index, Outcome outcome) {
      EXPECT_EQ(answers[index], "never answered");
      answers[index] = told(outcome);
    });
    return answers;
  }

  std::string log() const {
    std::string urls;
    for (const Request& request : fake_.log()) urls += request.url.str() + " ";
    return urls;
  }

  FakeClient fake_;
  std::unique_ptr<Client> client_ = make_robots_client(fake_, {});
};

TEST_F(RobotsClientTest, WhatIsDisallowedIsNotFetched) {
  fake_.on(kRobots, FakeClient::ok("User-agent: VectoraInbox\nDisallow: /private\n"))
      .on(kPage, FakeClient::ok("news"));
  EXPECT_EQ(fetch({get("https://a.example/private/x?key=1"), get(kPage)}),
            (std::vector<std::string>{"refused: robots.txt disallows /private/x", "200 news"}));
  EXPECT_EQ(log(), std::string(kRobots) + " " + kPage + " ");
}

TEST_F(RobotsClientTest, EachOriginIsAskedOnce) {
  fake_.on(kRobots, FakeClient::status(404))
      .on("https://a.example:8443/robots.txt", FakeClient::ok("User-agent: *\nDisallow: /"))
      .on(kPage, FakeClient::ok("news"));
  EXPECT_EQ(fetch({get(kPage), get("https://a.example:8443/x"), get(kPage)})[1],
            "refused: robots.txt disallows /x");
  EXPECT_EQ(fetch({get(kPage)})[0], "200 news");
  EXPECT_EQ(fake_.log().size(), 5U);  // two files, three pages
}

TEST_F(RobotsClientTest, TheAnswerForTheFileDecides) {
  const std::pair<Outcome, std::string> cases[] = {
      {FakeClient::status(200), "200 news"},
      {FakeClient::status(404), "200 news"},
      {FakeClient::status(403), "200 news"},
      {FakeClient::status(301), "200 news"},
      {Failure{FailureReason::kRefused, "more than 5 redirects"}, "200 news"},
      {FakeClient::status(503),
       "refused: robots.txt answers 503, which disallows everything until it can be read"},
      {Failure{FailureReason::kDns, "no such host"}, "dns: robots.txt: no such host"},
      {Failure{FailureReason::kTimeout, "too slow"}, "timeout: robots.txt: too slow"},
  };
  for (const auto& [answer, expected] : cases) {
    FakeClient fake;
    fake.on(kRobots, answer).on(kPage, FakeClient::ok("news"));
    std::string outcome;
    make_robots_client(fake, {})->fetch(
        {get(kPage)}, [&](size_t, const Outcome& given) { outcome = told(given); });
    EXPECT_EQ(outcome, expected);
  }
}

TEST_F(RobotsClientTest, WhoIsExcusedIsNotChecked) {
  fake_.on(kPage, FakeClient::ok("news"));
  Request excused = get(kPage);
  excused.respect_robots = false;
  EXPECT_EQ(fetch({excused})[0], "200 news");
  EXPECT_EQ(fake_.log().size(), 1U);
}

TEST_F(RobotsClientTest, TheFileIsFetchedAsItsPagesAre) {
  fake_.on(kRobots, FakeClient::ok("User-agent: *\nCrawl-delay: 3\n"))
      .on(kPage, FakeClient::ok("news"));
  Request insecure = get("https://user:secret@a.example/news");
  insecure.verify_tls = false;
  fetch({insecure});
  EXPECT_FALSE(fake_.log()[0].verify_tls);
  EXPECT_EQ(fake_.log()[1].host_delay_ms, 3000);
}

TEST_F(RobotsClientTest, ACrawlDelayIsHonouredUpToABound) {
  fake_.on(kRobots, FakeClient::ok("User-agent: *\nCrawl-delay: 600\n"))
      .on(kPage, FakeClient::ok("news"));
  fetch({get(kPage)});
  EXPECT_EQ(fake_.log()[1].host_delay_ms, 5000);
}

const Instant kThen = *Instant::parse("2026-02-03T10:00:00Z");

// What is kept of a site from one client to the next.
class RobotsMemoryTest : public RobotsClientTest {
 protected:
  void start(int64_t seconds_later) {
    RobotsOptions options;
    options.now = kThen + seconds_later;
    options.known = known_;
    options.learned = [this](const std::string& origin, const RobotsAnswer& answer) {
      known_[origin] = answer;
    };
    client_ = make_robots_client(fake_, options);
  }

  static Response at(Response response, int64_t seconds_later) {
    response.received = kThen + seconds_later;
    return response;
  }

  std::map<std::string, RobotsAnswer> known_;
};

TEST_F(RobotsMemoryTest, ASiteIsAskedAgainAfterADayAndOnlyForAChange) {
  Response rules = at(FakeClient::ok("User-agent: *\nDisallow: /news"), 0);
  rules.headers["etag"] = "\"1\"";
  fake_.on(kRobots, rules).on(kRobots, at(FakeClient::status(304), 86400));
  const std::vector<std::string> refused = {"refused: robots.txt disallows /news"};
  for (const int64_t seconds : {0, 86399}) {
    start(seconds);
    EXPECT_EQ(fetch({get(kPage)}), refused);
    EXPECT_EQ(fake_.log().size(), 1U);
  }
  start(86400);
  EXPECT_EQ(fetch({get(kPage)}), refused);
  ASSERT_EQ(fake_.log().size(), 2U);
  EXPECT_EQ(fake_.log()[1].headers.at("if-none-match"), "\"1\"");
  start(86400 + 86399);  // the 304 was as good as the file
  EXPECT_EQ(fetch({get(kPage)}), refused);
  EXPECT_EQ(fake_.log().size(), 2U);
}

TEST_F(RobotsMemoryTest, ASiteThatCannotBeAskedGoesByItsLastRules) {
  fake_.on(kRobots, at(FakeClient::ok("User-agent: *\nDisallow: /x"), 0))
      .on(kRobots, at(FakeClient::status(503), 90000))
      .on(kPage, FakeClient::ok("news"));
  start(0);
  fetch({get(kPage)});
  start(90000);
  EXPECT_EQ(fetch({get(kPage), get("https://a.example/x")}),
            (std::vector<std::string>{"200 news", "refused: robots.txt disallows /x"}));
  EXPECT_EQ(known_.at("https://a.example").received, kThen);  // nothing was learned
}

TEST_F(RobotsMemoryTest, AnAnswerFromTheFutureIsNotTrusted) {
  fake_.on(kRobots, at(FakeClient::status(404), 5000)).on(kPage, FakeClient::ok("news"));
  start(0);
  fetch({get(kPage)});
  start(0);
  fetch({get(kPage)});
  EXPECT_EQ(log(), std::string(kRobots) + " " + kPage + " " + kRobots + " " + kPage + " ");
}

}  // namespace
}  // namespace vectora::http
