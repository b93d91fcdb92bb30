// The store against a server that misbehaves; real servers are in test/s3.
#include "vectora/aws/s3/s3_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "vectora/aws/hash.h"
#include "vectora/http/loopback_server.h"

namespace vectora::aws {
namespace {

using http::LoopbackServer;
using http::ReceivedRequest;
using http::Reply;
using http::reply;
using ::testing::HasSubstr;

Reply fault(int status, const std::string& code) {
  return reply(status, {{"content-type", "application/xml"}},
               "<Error><Code>" + code + "</Code></Error>");
}

Reply stored(const ReceivedRequest& request) {
  return reply(200, {{"etag", "\"" + hex(*md5(request.body)) + "\""}}, "");
}

std::unique_ptr<store::ObjectStore> open(const LoopbackServer& server) {
  S3Options options{.name = {.bucket = "abc", .endpoint = server.url("/")}};
  options.transport.first_wait_ms = 1;
  options.transport.tries = 4;
  return *open_s3(options, fixed_credentials({"ID", "SECRET", ""}));
}

// Answers like a server that holds conditions; what is not about the probe is `handler`'s.
LoopbackServer::Handler with_conditions(LoopbackServer::Handler handler) {
  return [handler = std::move(handler)](const ReceivedRequest& request) {
    if (request.target != "/abc/.vectora-probe") return handler(request);
    if (request.method == "HEAD") return reply(200, {{"etag", "\"e\""}}, "");
    const auto match = request.headers.find("if-match");
    return match != request.headers.end() && match->second == "\"e\""
               ? stored(request)
               : fault(412, "PreconditionFailed");
  };
}

TEST(S3StoreTest, TriesAgainWhatMayWorkLater) {
  for (const Reply& first : {fault(503, "SlowDown"), fault(500, "InternalError"),
                             fault(400, "RequestTimeout"), fault(409, "OperationAborted"),
                             fault(429, "TooManyRequests"), Reply{"", Reply::Then::kReset}}) {
    int calls = 0;
    LoopbackServer server(
        [&](const ReceivedRequest& request) { return ++calls < 3 ? first : stored(request); });
    const auto written = open(server)->put("k", "bytes");
    EXPECT_TRUE(written) << first.bytes << written.error().message;
    EXPECT_EQ(calls, 3);
  }
}

TEST(S3StoreTest, GivesUpAfterSomeTriesAndAtOnceWhereItCannotHelp) {
  LoopbackServer slow([](const ReceivedRequest&) { return fault(503, "SlowDown"); });
  EXPECT_THAT(open(slow)->get("k").error().message,
              HasSubstr("k: s3://abc says SlowDown (503): the server is overloaded"));
  EXPECT_EQ(slow.log().size(), 4U);
  LoopbackServer denies([](const ReceivedRequest&) { return fault(403, "AccessDenied"); });
  EXPECT_FALSE(open(denies)->get("k"));
  EXPECT_EQ(denies.log().size(), 1U);
}

TEST(S3StoreTest, OfManyOnlyWhatFailedIsSentAgain) {
  int refused = 0;
  LoopbackServer server([&](const ReceivedRequest& request) {
    return request.target == "/abc/b" && ++refused < 3 ? fault(503, "SlowDown") : stored(request);
  });
  ASSERT_TRUE(open(server)->put_all({{"a", "1"}, {"b", "2"}, {"c", "3"}}));
  EXPECT_EQ(server.log().size(), 5U);
}

TEST(S3StoreTest, AConditionalWriteWhoseAnswerWasLostKnowsItsOwnObject) {
  std::string name;  // of the write that came through
  int puts = 0;
  LoopbackServer server(with_conditions([&](const ReceivedRequest& request) {
    if (request.method == "HEAD")
      return reply(200, {{"etag", "\"mine\""}, {std::string(kWriteHeader), name}}, "");
    if (++puts > 1) return fault(412, "PreconditionFailed");
    name = request.headers.at(std::string(kWriteHeader));
    return Reply{"", Reply::Then::kReset};
  }));
  const auto written = open(server)->put_if_absent("k", "bytes");
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(*written, "mine");
}

TEST(S3StoreTest, AfterALostAnswerTheObjectOfAnotherIsAConflict) {
  int puts = 0;
  LoopbackServer server(with_conditions([&](const ReceivedRequest& request) {
    if (request.method == "HEAD") return reply(200, {{"etag", "\"theirs\""}}, "");
    return ++puts > 1 ? fault(412, "PreconditionFailed") : Reply{"", Reply::Then::kReset};
  }));
  EXPECT_EQ(open(server)->put_if("k", "bytes", "old").error().code, ErrorCode::kConflict);
}

TEST(S3StoreTest, AWriteThatMeetsAnotherIsSentAgain) {
  int puts = 0;
  LoopbackServer server(with_conditions([&](const ReceivedRequest& request) {
    return ++puts < 3 ? fault(409, "ConditionalRequestConflict") : stored(request);
  }));
  EXPECT_TRUE(open(server)->put_if("k", "bytes", "old"));
}

TEST(S3StoreTest, AServerThatIgnoresConditionsIsForOneWriter) {
  LoopbackServer server([](const ReceivedRequest& request) {
    return request.method == "HEAD" ? fault(404, "") : stored(request);
  });
  const auto store = open(server);
  ASSERT_TRUE(store->writers());
  EXPECT_EQ(*store->writers(), store::Writers::kOne);
  const size_t asked = server.log().size();
  EXPECT_EQ(*store->writers(), store::Writers::kOne);
  EXPECT_EQ(server.log().size(), asked);  // once
}

TEST(S3StoreTest, ACopyThatFailsBehindStatus200IsAnError) {
  LoopbackServer server([](const ReceivedRequest&) { return fault(200, "AccessDenied"); });
  EXPECT_THAT(open(server)->copy("a", "b").error().message, HasSubstr("AccessDenied"));
}

TEST(S3StoreTest, OtherBytesThanThoseWrittenAreAnError) {
  LoopbackServer server([](const ReceivedRequest& request) {
    return request.method == "PUT" ? reply(200, {{"etag", "\"" + hex(*md5("other")) + "\""}}, "")
                                   : reply(200, {{std::string(kDigestHeader), "00"}}, "bytes");
  });
  EXPECT_EQ(open(server)->put("k", "bytes").error().code, ErrorCode::kMalformed);
  EXPECT_EQ(open(server)->put_all({{"k", "bytes"}}).error().code, ErrorCode::kMalformed);
  EXPECT_EQ(open(server)->get("k").error().message,
            "k: the bytes that came are not those that were stored");
}

TEST(S3StoreTest, AnObjectWhoseSizeIsNotToldIsNoEmptyOne) {
  LoopbackServer server(
      [](const ReceivedRequest&) { return Reply{"HTTP/1.1 200 OK\r\netag: \"e\"\r\n\r\n"}; });
  const auto info = open(server)->head("k");
  ASSERT_FALSE(info);
  EXPECT_EQ(info.error(),
            (Error{ErrorCode::kMalformed, "k: the answer does not tell the object's size"}));
}

TEST(S3StoreTest, AFailedUploadIsTakenBack) {
  LoopbackServer server([](const ReceivedRequest& request) {
    if (request.target.ends_with("?uploads="))
      return reply(200, {},
                   "<InitiateMultipartUploadResult><UploadId>u</UploadId>"
                   "</InitiateMultipartUploadResult>");
    return request.method == "DELETE" ? reply(204, {}, "") : fault(403, "AccessDenied");
  });
  S3Options options{.name = {.bucket = "abc", .endpoint = server.url("/")}};
  options.max_single_bytes = 100;
  options.part_bytes = 50;
  const auto store = *open_s3(options, fixed_credentials({"ID", "SECRET", ""}));
  EXPECT_THAT(store->put("k", std::string(101, 'x')).error().message, HasSubstr("AccessDenied"));
  EXPECT_EQ(server.log().back().method + server.log().back().target, "DELETE/abc/k?uploadId=u");
}

TEST(S3StoreTest, APageOfForeignNamesIsNotTheEnd) {
  LoopbackServer server([](const ReceivedRequest& request) {
    const bool second = request.target.find("continuation-token=t") != std::string::npos;
    const std::string key = second ? "mine" : ".vectora-probe";
    return reply(200, {},
                 "<ListBucketResult><IsTruncated>" + std::string(second ? "false" : "true") +
                     "</IsTruncated><NextContinuationToken>t</NextContinuationToken>"
                     "<Contents><Key>" +
                     key +
                     "</Key><Size>1</Size></Contents>"
                     "</ListBucketResult>");
  });
  const auto page = open(server)->list_page({.prefix = ""});
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->objects.size(), 1U);
  EXPECT_EQ(page->objects.front().key, "mine");
}

TEST(S3StoreTest, ABucketThatIsOursAlreadyIsMade) {
  LoopbackServer server([](const ReceivedRequest& request) {
    return fault(409,
                 request.target == "/ours" ? "BucketAlreadyOwnedByYou" : "BucketAlreadyExists");
  });
  const auto make = [&](const std::string& bucket) {
    return create_bucket({.name = {.bucket = bucket, .endpoint = server.url("/")}},
                         fixed_credentials({"ID", "SECRET", ""}));
  };
  EXPECT_TRUE(make("ours"));
  EXPECT_THAT(make("theirs").error().message, HasSubstr("belongs to another account"));
}

}  // namespace
}  // namespace vectora::aws
