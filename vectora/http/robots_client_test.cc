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

}  // namespace
}  // namespace vectora::http
