#include "vectora/app/cli/probe_command.h"

#include <gtest/gtest.h>

#include "vectora/http/fake_client.h"

namespace vectora::app {
namespace {

const Date kToday = *Date::parse("2026-02-03");
const char* const kPageUrl = "https://alpha.example/news";

std::string feed(const std::string& items) {
  return "<rss version='2.0'><channel><title>Alpha</title>" + items + "</channel></rss>";
}

http::Response page_of(const std::string& url, const std::string& body) {
  http::Response response = http::FakeClient::ok(body, "text/html");
  response.final_url = url;
  return response;
}

std::string page_with_list(const std::string& head) {
  std::string page = "<html><head>" + head + "</head><body><ul>";
  for (int i = 1; i <= 5; ++i) {
    const std::string number = std::to_string(i);
    page += "<li><time datetime='2026-01-0" + number + "'></time><a href='/news/" + number +
            "'>Alpha reports result number " + number + " of its depot</a></li>";
  }
  return page + "</ul></body></html>";
}

const std::string kLinks =
    "<link rel='alternate' type='application/rss+xml' href='/broken'>"
    "<link rel='alternate' type='application/rss+xml' href='/quiet'>"
    "<link rel='alternate' type='application/rss+xml' href='/feed'>";

TEST(ProbeTest, TheFirstLinkedFeedWithEntriesWins) {
  http::FakeClient client;
  client.on(kPageUrl, page_of(kPageUrl, page_with_list(kLinks)));
  client.on("https://alpha.example/broken", http::FakeClient::status(404));
  client.on("https://alpha.example/quiet", page_of("https://alpha.example/quiet", feed("")));
  client.on("https://alpha.example/feed",
            page_of("https://alpha.example/feed", feed("<item><title>A depot</title></item>")));
  const Result<Proposal> proposal = probe(client, *Url::parse(kPageUrl), kToday);
  ASSERT_TRUE(proposal) << proposal.error().message;
  EXPECT_EQ(proposal->mode, config::SourceMode::kRss);
  EXPECT_EQ(proposal->url, "https://alpha.example/feed");
}

TEST(ProbeTest, WithoutAFeedThatWorksThePageIsRead) {
  http::FakeClient client;
  client.on(kPageUrl, page_of(kPageUrl, page_with_list(kLinks)));
  const Result<Proposal> proposal = probe(client, *Url::parse(kPageUrl), kToday);
  ASSERT_TRUE(proposal) << proposal.error().message;
  EXPECT_EQ(proposal->mode, config::SourceMode::kHtml);
  EXPECT_EQ(proposal->entries.size(), 5U);
}

TEST(ProbeTest, WhatOffersNothingSaysWhy) {
  struct Case {
    http::Outcome outcome;
    ErrorCode code;
    const char* says;
  };
  const Case cases[] = {
      {page_of(kPageUrl, "<p>Hello</p>"), ErrorCode::kNotFound, "no list of entries"},
      {http::FakeClient::status(503), ErrorCode::kUnavailable, "status 503"},
      {http::Failure{http::FailureReason::kDns, "no such host"}, ErrorCode::kUnavailable,
       "no such host"},
  };
  for (const Case& c : cases) {
    http::FakeClient client;
    client.on(kPageUrl, c.outcome);
    const Result<Proposal> proposal = probe(client, *Url::parse(kPageUrl), kToday);
    ASSERT_FALSE(proposal);
    EXPECT_EQ(proposal.error().code, c.code);
    EXPECT_NE(proposal.error().message.find(c.says), std::string::npos) << proposal.error().message;
  }
}

}  // namespace
}  // namespace vectora::app
