#include "vectora/pipeline/collect/answers.h"

#include <gtest/gtest.h>

#include "vectora/http/fake_client.h"
#include "vectora/store/buckets.h"
#include "vectora/store/content.h"

namespace vectora::pipeline {
namespace {

constexpr const char* kAddress = "https://a.example/feed";
const Instant kThen = *Instant::parse("2026-02-03T10:00:00Z");

class AnswersTest : public ::testing::Test {
 protected:
  Answer ask(Question question, Instant now = kThen) {
    question.request.url = *Url::parse(kAddress);
    Answer heard;
    Answers answers(client_, *data_, now);
    const auto asked =
        answers.ask({question}, [&](size_t, Answer answer) { heard = std::move(answer); });
    EXPECT_TRUE(asked);
    return heard;
  }

  static http::Response answer(const std::string& body, const http::Headers& headers) {
    http::Response response = http::FakeClient::ok(body);
    for (const auto& [name, value] : headers) response.headers[name] = value;
    response.received = kThen;
    return response;
  }

  // Heard at kThen, good for a minute.
  Question known(const http::Headers& headers = {{"etag", "\"1\""}}) {
    client_.on(kAddress, answer("body", headers));
    Question question;
    question.known = kept_answer(ask({}));
    question.good_until = kThen + 60;
    return question;
  }

  http::FakeClient client_;
  std::unique_ptr<store::ObjectStore> data_ = store::open_memory();
};

TEST_F(AnswersTest, WhatIsHeardIsInTheStoreBeforeItIsRead) {
  client_.on(kAddress, answer("body", {{"set-cookie", "secret"}, {"etag", "\"1\""}}));
  const Answer heard = ask({});
  EXPECT_EQ(heard.response.body, "body");
  EXPECT_EQ(*store::get_content(*data_, heard.exchange.body), "body");
  EXPECT_EQ(heard.exchange.headers.at("etag"), "\"1\"");
  EXPECT_FALSE(heard.exchange.headers.contains("set-cookie"));
}

TEST_F(AnswersTest, WhatIsStillGoodCausesNoRequest) {
  const Question question = known();
  const Answer again = ask(question, kThen + 59);
  EXPECT_EQ(client_.log().size(), 1U);
  EXPECT_EQ(again.response.status, 304);
  EXPECT_EQ(again.response.body, "body");
  EXPECT_EQ(again.response.header("content-type"), "application/rss+xml");
  EXPECT_FALSE(again.exchange.asked);
  EXPECT_EQ(again.exchange.body, question.known->body);
}

TEST_F(AnswersTest, WhatIsNoLongerGoodIsAskedForAChange) {
  const Question question = known();
  http::Response unchanged = http::FakeClient::status(304);
  unchanged.headers["cache-control"] = "max-age=7";
  unchanged.received = kThen + 60;
  client_.on(kAddress, unchanged);
  const Answer again = ask(question, kThen + 60);
  ASSERT_EQ(client_.log().size(), 2U);
  EXPECT_EQ(client_.log()[1].headers.at("if-none-match"), "\"1\"");
  EXPECT_TRUE(again.exchange.asked);
  EXPECT_EQ(again.response.body, "body");
  // A 304 need not repeat the type: its charset belongs to the body that is read.
  EXPECT_EQ(again.exchange.headers.at("content-type"), "application/rss+xml");
  EXPECT_EQ(kept_answer(again)->fresh_until, kThen + 67);
}

TEST_F(AnswersTest, WhatWasHeardLaterThanNowIsAskedForAgain) {
  ask(known(), kThen + -1);
  EXPECT_EQ(client_.log().size(), 2U);
}

TEST_F(AnswersTest, AnswersThatMayNotBeStoredAreNotKept) {
  EXPECT_FALSE(known({{"cache-control", "no-store, max-age=60"}, {"etag", "\"1\""}}).known);
  client_.on(kAddress, http::FakeClient::status(404));
  EXPECT_FALSE(kept_answer(ask({})));
}

TEST_F(AnswersTest, AStoreThatLostTheBodyIsAskedAroundOrNamed) {
  Question question = known();
  ASSERT_TRUE(data_->remove(store::keys::raw_object(question.known->body)));
  EXPECT_EQ(ask(question, kThen + 1).response.status, 200);
  EXPECT_FALSE(client_.log()[1].headers.contains("if-none-match"));

  ASSERT_TRUE(data_->remove(store::keys::raw_object(question.known->body)));
  client_.on(kAddress, http::FakeClient::status(304));
  question.good_until.reset();
  const Answer lost = ask(question, kThen + 1);
  EXPECT_EQ(lost.exchange.failure, "protocol");
  EXPECT_NE(lost.exchange.failure_detail.find("no longer has"), std::string::npos);
}

TEST_F(AnswersTest, AConfirmationThatNobodyAskedForHasNoBody) {
  client_.on(kAddress, http::FakeClient::status(304));
  const Answer heard = ask({});
  EXPECT_EQ(heard.exchange.status, 304);
  EXPECT_TRUE(heard.exchange.body.empty());
  EXPECT_TRUE(heard.exchange.failure.empty());
}

}  // namespace
}  // namespace vectora::pipeline
