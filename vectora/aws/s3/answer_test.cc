#include "vectora/aws/s3/answer.h"

#include <gtest/gtest.h>

#include "vectora/aws/hash.h"
#include "vectora/base/digest.h"

namespace vectora::aws {
namespace {

const BucketAddress kAddress = *BucketAddress::make({.bucket = "abc", .region = "eu-west-3"});

http::Response xml(int status, std::string body, http::Headers headers = {}) {
  http::Response response;
  response.status = status;
  response.headers = std::move(headers);
  response.headers["content-type"] = "application/xml";
  response.body = std::move(body);
  return response;
}

Error error_of(const http::Response& response, const S3Call& call = get_call("a/k")) {
  const auto fault = fault_in(response);
  if (!fault) return {ErrorCode::kIo, "no fault"};
  return to_error(kAddress, call, response, *fault);
}

std::string code(const std::string& text) { return "<Error><Code>" + text + "</Code></Error>"; }

TEST(S3AnswerTest, FaultsAreFoundAlsoBehindStatus200) {
  EXPECT_FALSE(fault_in(xml(200, "<CopyObjectResult/>")));
  EXPECT_EQ(fault_in(xml(200, code("InternalError")))->code, "InternalError");
  EXPECT_EQ(fault_in(xml(503, code("SlowDown")))->code, "SlowDown");
  EXPECT_EQ(fault_in(xml(404, ""))->code, "NoSuchKey");
  EXPECT_EQ(fault_in(xml(418, "<html>"))->code, "status 418");
  // An object that talks about errors is none.
  http::Response object = xml(200, code("InternalError"));
  object.headers["content-type"] = "text/plain";
  EXPECT_FALSE(fault_in(object));
}

TEST(S3AnswerTest, ErrorsSayWhatWhereAndWhatToDo) {
  EXPECT_EQ(error_of(xml(404, code("NoSuchKey"))),
            (Error{ErrorCode::kNotFound, "a/k: s3://abc says NoSuchKey (404): no such object"}));
  EXPECT_EQ(error_of(xml(412, code("PreconditionFailed"))).code, ErrorCode::kConflict);
  EXPECT_EQ(error_of(xml(404, code("NoSuchBucket"))).code, ErrorCode::kUnavailable);
  EXPECT_EQ(error_of(xml(301, code("PermanentRedirect"), {{"x-amz-bucket-region", "us-west-2"}})),
            (Error{ErrorCode::kUnavailable,
                   "a/k: s3://abc says PermanentRedirect (301): the bucket is in region us-west-2, "
                   "not eu-west-3; set region: us-west-2 for this environment in vectora.yaml"}));
  EXPECT_EQ(error_of(xml(400,
                         "<Error><Code>AuthorizationHeaderMalformed</Code>"
                         "<Region>us-east-1</Region></Error>"),
                     list_call({.prefix = "runs/"}))
                .message.substr(0, 80),
            "runs/: s3://abc says AuthorizationHeaderMalformed (400): the bucket is in region");
  EXPECT_EQ(error_of(xml(400, "<Error><Code>Odd</Code><Message>see\nhere</Message></Error>"),
                     *remove_all_call({"k"}))
                .message,
            "s3://abc says Odd (400): see here");
}

TEST(S3AnswerTest, AWrongClockIsMeasured) {
  http::Response response =
      xml(403, code("RequestTimeTooSkewed"), {{"date", "Fri, 24 May 2013 00:00:00 GMT"}});
  response.received = *Instant::parse("2013-05-23T23:00:00Z");
  EXPECT_EQ(error_of(response).message,
            "a/k: s3://abc says RequestTimeTooSkewed (403): the clock of this machine is 3600 s "
            "behind the server's; set it (timedatectl set-ntp true)");
}

TEST(S3AnswerTest, AServerThatIsNotReachedIsNamed) {
  const Error error =
      to_error(kAddress, get_call("a/k"), http::Failure{http::FailureReason::kConnect, "refused"});
  EXPECT_EQ(error, (Error{ErrorCode::kUnavailable,
                          "a/k: s3://abc cannot be reached at s3.eu-west-3.amazonaws.com "
                          "(connect): refused; see that its server is up, and the region and the "
                          "endpoint right"}));
}

TEST(S3AnswerTest, ReadsAPageOfAList) {
  const auto list = parse_list(
      "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"x\"><IsTruncated>true</IsTruncated>"
      "<NextContinuationToken>t+1</NextContinuationToken><EncodingType>url</EncodingType>"
      "<Contents><Key>a%2Bb+c%C3%A9</Key><ETag>&quot;e&quot;</ETag><Size>12</Size></Contents>"
      "<Contents><Key>d</Key><ETag>f</ETag><Size>0</Size></Contents></ListBucketResult>");
  ASSERT_TRUE(list) << list.error().message;
  EXPECT_EQ(list->objects,
            (std::vector<store::ObjectInfo>{{"a+b c\xC3\xA9", "e", 12}, {"d", "f", 0}}));
  EXPECT_TRUE(list->truncated);
  EXPECT_EQ(list->token, "t+1");
}

TEST(S3AnswerTest, WhatIsNoAnswerIsAnError) {
  for (const char* text : {"", "<", "<html/>",
                           "<ListBucketResult><Contents><Key>k</Key></Contents>"
                           "</ListBucketResult>"}) {
    EXPECT_FALSE(parse_list(text)) << text;
    EXPECT_FALSE(parse_removal(text)) << text;
    EXPECT_FALSE(parse_upload_id(text)) << text;
    EXPECT_FALSE(parse_etag(text)) << text;
  }
}

TEST(S3AnswerTest, ReadsWhatCouldNotBeRemoved) {
  const auto faults = parse_removal(
      "<DeleteResult><Error><Key>k</Key><Code>AccessDenied</Code></Error></DeleteResult>");
  ASSERT_TRUE(faults);
  ASSERT_EQ(faults->size(), 1U);
  EXPECT_EQ(faults->front().key + " " + faults->front().code, "k AccessDenied");
}

TEST(S3AnswerTest, ReadsTheSizeOfAnObject) {
  const auto size = [](http::Headers headers) {
    http::Response response;
    response.headers = std::move(headers);
    const auto read = size_of(response);
    return read ? std::to_string(*read) : "none";
  };
  EXPECT_EQ(size({{"content-length", "0"}}), "0");
  EXPECT_EQ(size({{"content-length", "5000000000"}}), "5000000000");
  EXPECT_EQ(size({}), "none");
  for (const std::string garbled : {"", "-1", "12x", "1e3", "99999999999999999999"})
    EXPECT_EQ(size({{"content-length", garbled}}), "none") << garbled;
}

TEST(S3AnswerTest, BytesThatChangedOnTheWayAreFound) {
  const auto body = [](const std::string& bytes, http::Headers headers) {
    http::Response response;
    response.body = bytes;
    response.headers = std::move(headers);
    return verify_body(response).ok();
  };
  const std::string digest(kDigestHeader);
  const std::string md5_of_abc = "\"" + hex(*md5("abc")) + "\"";
  EXPECT_TRUE(body("abc", {}));
  EXPECT_TRUE(body("abc", {{digest, sha256("abc").hex()}, {"etag", "x"}}));
  EXPECT_FALSE(body("abd", {{digest, sha256("abc").hex()}}));
  EXPECT_TRUE(body("abc", {{"etag", md5_of_abc}}));
  EXPECT_FALSE(body("abd", {{"etag", md5_of_abc}}));
  EXPECT_TRUE(body("abd", {{"etag", "\"0123456789abcdef0123456789abcdef-2\""}}));
  EXPECT_TRUE(body("abd", {{"etag", md5_of_abc}, {"x-amz-server-side-encryption", "aws:kms"}}));
}

}  // namespace
}  // namespace vectora::aws
