#include "vectora/aws/s3/call.h"

#include <gtest/gtest.h>

namespace vectora::aws {
namespace {

BucketAddress address(BucketName name) {
  const auto made = BucketAddress::make(std::move(name));
  EXPECT_TRUE(made) << made.error().message;
  return *made;
}

const BucketAddress kAws = address({.bucket = "inbox-data-dev", .region = "eu-west-3"});

// Method, address, headers of ours, body: one a line.
std::string dump(const S3Call& call, const BucketAddress& at = kAws) {
  const http::Request request = to_request(at, call);
  std::string text = request.method + " " + request.url.str() + "\n";
  for (const auto& [name, value] : request.headers)
    if (name != "accept-encoding") text += name + ": " + value + "\n";
  return text + request.body;
}

TEST(S3CallTest, AddressesAreWrittenInBothStyles) {
  struct Case {
    BucketName name;
    std::string url;
  };
  const std::string bucket = "abc";
  for (const auto& [name, url] : std::initializer_list<Case>{
           {{bucket, "eu-west-3", "", AddressStyle::kVirtual},
            "https://abc.s3.eu-west-3.amazonaws.com/a/k"},
           {{bucket, "eu-west-3", "", AddressStyle::kPath},
            "https://s3.eu-west-3.amazonaws.com/abc/a/k"},
           {{bucket, "cn-north-1", "", AddressStyle::kVirtual},
            "https://abc.s3.cn-north-1.amazonaws.com.cn/a/k"},
           {{bucket, "x", "https://s3.example.org:9000", AddressStyle::kVirtual},
            "https://abc.s3.example.org:9000/a/k"},
           {{bucket, "x", "http://s3.example.org/gate/", AddressStyle::kPath},
            "http://s3.example.org/gate/abc/a/k"},
           {{bucket, "x", "http://127.0.0.1:7480", AddressStyle::kVirtual},
            "http://127.0.0.1:7480/abc/a/k"}})
    EXPECT_EQ(address(name).url("a/k", "").str(), url);
  EXPECT_EQ(kAws.url("", "x=1").str(), "https://inbox-data-dev.s3.eu-west-3.amazonaws.com/?x=1");
}

TEST(S3CallTest, WhatIsNoBucketIsRefused) {
  for (const BucketName& name : std::initializer_list<BucketName>{
           {.bucket = "ab"},
           {.bucket = "Upper"},
           {.bucket = "a/b"},
           {.bucket = "a b c"},
           {.bucket = std::string(64, 'a')},
           {.bucket = "abc", .region = ""},
           {.bucket = "abc", .region = "eu/west"},
           {.bucket = "abc", .endpoint = "s3.example.org"},
           {.bucket = "abc", .endpoint = "https://key:secret@s3.example.org"}}) {
    const auto refused = BucketAddress::make(name);
    ASSERT_FALSE(refused) << name.bucket;
    EXPECT_EQ(refused.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(refused.error().message.find("secret"), std::string::npos);
  }
}

TEST(S3CallTest, CallsOnObjects) {
  const std::string host = "https://inbox-data-dev.s3.eu-west-3.amazonaws.com/";
  EXPECT_EQ(dump(get_call("a b/\xC3\xA9+%.json")), "GET " + host + "a%20b/%C3%A9%2B%25.json\n");
  EXPECT_EQ(dump(range_call("k", 5, 9)), "GET " + host + "k\nrange: bytes=5-9\n");
  EXPECT_EQ(dump(head_call("k")), "HEAD " + host + "k\n");
  EXPECT_EQ(dump(remove_call("k")), "DELETE " + host + "k\n");
  EXPECT_EQ(dump(put_call("x.json", "abc")),
            "PUT " + host +
                "x.json\ncontent-type: application/json\nx-amz-meta-vectora-sha256: "
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\nabc");
  EXPECT_EQ(dump(copy_call(kAws, "a +", "b")),
            "PUT " + host + "b\nx-amz-copy-source: /inbox-data-dev/a%20%2B\n");
}

TEST(S3CallTest, CallsOnTheBucket) {
  const std::string host = "https://inbox-data-dev.s3.eu-west-3.amazonaws.com/?";
  EXPECT_EQ(
      dump(list_call({"runs/", "runs/a b", "", 7})),
      "GET " + host +
          "list-type=2&encoding-type=url&max-keys=7&prefix=runs%2F&start-after=runs%2Fa%20b\n");
  EXPECT_EQ(
      dump(list_call({"", "after", "1/tok=", 1000})),
      "GET " + host +
          "list-type=2&encoding-type=url&max-keys=1000&prefix=&continuation-token=1%2Ftok%3D\n");
  EXPECT_EQ(dump(*remove_all_call({"a&b", "c"})),
            "POST " + host +
                "delete=\ncontent-md5: Q2KVSVzmt0Hs+y2si5Ty+Q==\ncontent-type: application/xml\n"
                "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Quiet>true</Quiet>"
                "<Object><Key>a&amp;b</Key></Object><Object><Key>c</Key></Object></Delete>");
}

TEST(S3CallTest, ABucketIsMadeInItsRegion) {
  EXPECT_NE(dump(create_bucket_call(kAws)).find("<LocationConstraint>eu-west-3<"),
            std::string::npos);
  for (const BucketName& name : std::initializer_list<BucketName>{
           {.bucket = "abc"},
           {.bucket = "abc", .region = "x", .endpoint = "https://s3.example.org"}})
    EXPECT_EQ(create_bucket_call(address(name)).body, "");
}

TEST(S3CallTest, AnUploadInParts) {
  const S3Call begin = begin_upload_call("k.zip", "abc");
  EXPECT_EQ(begin.body, "");
  EXPECT_EQ(begin.headers, put_call("k.zip", "abc").headers);
  const std::string host = "https://inbox-data-dev.s3.eu-west-3.amazonaws.com/k?";
  EXPECT_EQ(
      dump(upload_part_call("k", "u+1", 2, "bytes")),
      "PUT " + host + "partNumber=2&uploadId=u%2B1\ncontent-type: application/octet-stream\nbytes");
  EXPECT_EQ(dump(complete_upload_call("k", "u", {"e1", "e2"})),
            "POST " + host +
                "uploadId=u\ncontent-type: application/xml\n"
                "<CompleteMultipartUpload xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                "<Part><PartNumber>1</PartNumber><ETag>\"e1\"</ETag></Part>"
                "<Part><PartNumber>2</PartNumber><ETag>\"e2\"</ETag></Part>"
                "</CompleteMultipartUpload>");
  EXPECT_EQ(dump(abort_upload_call("k", "u")), "DELETE " + host + "uploadId=u\n");
}

}  // namespace
}  // namespace vectora::aws
