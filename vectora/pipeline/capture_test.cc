#include "vectora/pipeline/capture.h"

#include <gtest/gtest.h>

#include "vectora/pipeline/replay_client.h"
#include "vectora/store/content.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::pipeline {
namespace {

Capture sample() {
  Capture capture;
  capture.id = "20260203T060000Z-0a1b2c3d";
  capture.captured_at = *Instant::parse("2026-02-03T06:00:00Z");
  Exchange answered;
  answered.source = SourceKey("press__alpha");
  answered.url = "https://alpha.example/feed";
  answered.final_url = "https://www.alpha.example/feed";
  answered.time = capture.captured_at;
  answered.status = 200;
  answered.headers = {{"content-type", "application/rss+xml"}, {"etag", "\"1\""}};
  answered.body = sha256("<rss/>");
  Exchange failed;
  failed.source = SourceKey("press__bravo");
  failed.kind = RequestKind::kDetail;
  failed.url = failed.final_url = "https://bravo.example/news/1";
  failed.time = capture.captured_at;
  failed.failure = "timeout";
  failed.failure_detail = "no answer within 20 s";
  capture.exchanges = {answered, failed};
  return capture;
}

const char* const kFolderCapture = R"({"version": 1, "capture_id": "example",
  "captured_at": "2026-02-06T06:00:00Z",
  "requests": [{"source_key": "press__alpha", "kind": "source",
                "url": "https://alpha.example/feed", "time": "2026-02-06T06:00:00Z",
                "status": 200, "headers": {}, "body_file": "BODY"}]})";

std::string folder_capture(const std::string& body_file) {
  std::string text = kFolderCapture;
  return text.replace(text.find("BODY"), 4, body_file);
}

TEST(CaptureTest, ItsRecordSaysAllThatItIs) {
  const Capture capture = sample();
  const auto again = capture_from_json(to_json(capture));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(to_json_line(to_json(*again)), to_json_line(to_json(capture)));
  EXPECT_EQ(again->digest(), capture.digest());
}

TEST(CaptureTest, IsFoundByItsIdOrAsTheLatest) {
  const auto data = store::open_memory();
  Capture capture = sample();
  ASSERT_TRUE(save_capture(*data, capture));
  capture.id = "later";
  capture.captured_at = capture.captured_at + 86400;
  ASSERT_TRUE(save_capture(*data, capture));
  EXPECT_EQ(load_capture(*data, "20260203T060000Z-0a1b2c3d")->captured_at.str(),
            "2026-02-03T06:00:00Z");
  EXPECT_EQ(load_capture(*data, "latest")->id, "later");
  EXPECT_EQ(load_capture(*data, "none").error().code, ErrorCode::kNotFound);
}

TEST(CaptureTest, AFolderIsImportedWithItsBodies) {
  const testing::TempDir folder;
  folder.write("capture.json", folder_capture("bodies/alpha.xml"));
  folder.write("bodies/alpha.xml", "<rss/>");
  const auto data = store::open_memory();
  const auto capture = import_capture(*data, folder.path());
  ASSERT_TRUE(capture) << capture.error().message;
  EXPECT_EQ(*store::get_content(*data, capture->exchanges[0].body), "<rss/>");
  EXPECT_TRUE(load_capture(*data, "example"));
}

TEST(CaptureTest, ABodyFileNeverLeadsOutOfTheFolder) {
  for (const char* name : {"../secret", "/etc/passwd", "a/../../secret"}) {
    const testing::TempDir folder;
    folder.write("capture.json", folder_capture(name));
    const auto data = store::open_memory();
    const auto capture = import_capture(*data, folder.path());
    ASSERT_FALSE(capture) << name;
    EXPECT_NE(capture.error().message.find("leads out of the capture"), std::string::npos);
  }
}

TEST(CaptureTest, WhatIsNoCaptureIsRefused) {
  for (const char* text : {"{}", R"({"version": 2})", R"({"version": 1, "capture_id": "x"})",
                           R"({"version": 1, "capture_id": "../x",
                              "captured_at": "2026-02-06T06:00:00Z", "requests": []})"})
    EXPECT_FALSE(capture_from_json(*parse_json(text))) << text;
}

TEST(ReplayClientTest, AnswersFromTheCaptureAlone) {
  const auto data = store::open_memory();
  ASSERT_TRUE(store::put_content(*data, "<rss/>"));
  const Capture capture = sample();
  const auto client = make_replay_client(capture, *data);
  std::vector<http::Request> requests(3);
  requests[0].url = *Url::parse("https://user:secret@alpha.example/feed#top");
  requests[1].url = *Url::parse("https://bravo.example/news/1");
  requests[2].url = *Url::parse("https://charlie.example/");
  std::vector<http::Outcome> outcomes(3);
  client->fetch(requests, [&](size_t i, http::Outcome outcome) { outcomes[i] = outcome; });
  EXPECT_EQ(std::get<http::Response>(outcomes[0]).body, "<rss/>");
  EXPECT_EQ(std::get<http::Failure>(outcomes[1]).reason, http::FailureReason::kTimeout);
  EXPECT_EQ(std::get<http::Failure>(outcomes[2]).detail, "not in the capture");
}

}  // namespace
}  // namespace vectora::pipeline
