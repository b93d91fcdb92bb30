#include "vectora/aws/signature.h"

#include <gtest/gtest.h>

namespace vectora::aws {
namespace {

// The examples that AWS publishes with the specification.
const Credentials kS3Example{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                             ""};
const Instant kS3Time = *Instant::parse("2013-05-24T00:00:00Z");

std::string signature(const http::Request& request, const Credentials& credentials = kS3Example,
                      const SigningScope& scope = {"us-east-1", "s3"}, Instant now = kS3Time) {
  const http::Request signed_one = *signed_request(request, credentials, scope, now);
  const std::string& text = signed_one.headers.at("authorization");
  return text.substr(text.find("Signature=") + 10);
}

http::Request get(const std::string& target) {
  return {.url = *Url::parse("https://examplebucket.s3.amazonaws.com" + target)};
}

TEST(SignatureTest, AgreesWithThePublishedExamplesOfS3) {
  http::Request ranged = get("/test.txt");
  ranged.headers["Range"] = "bytes=0-9";
  EXPECT_EQ(signature(ranged), "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  http::Request put = get("/test%24file.text");
  put.method = "PUT";
  put.headers = {{"Date", "Fri, 24 May 2013 00:00:00 GMT"},
                 {"x-amz-storage-class", "REDUCED_REDUNDANCY"}};
  put.body = "Welcome to Amazon S3.";
  EXPECT_EQ(signature(put), "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
  EXPECT_EQ(signature(get("/?lifecycle")),
            "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
  EXPECT_EQ(signature(get("/?max-keys=2&prefix=J")),
            "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
}

TEST(SignatureTest, AgreesWithThePublishedExampleOfIam) {
  http::Request request{
      .url = *Url::parse("https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08"),
      .headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"}}};
  const Credentials credentials{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", ""};
  EXPECT_EQ(signature(request, credentials, {"us-east-1", "iam"},
                      *Instant::parse("2015-08-30T12:36:00Z")),
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
}

TEST(SignatureTest, TheQueryIsDecodedSortedAndEncoded) {
  const auto query_of = [](const std::string& query) {
    const std::string text = canonical_request(get("/?" + query), "s3");
    const size_t begin = text.find('\n', text.find('\n') + 1) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  EXPECT_EQ(query_of("b=2&a=1"), "a=1&b=2");
  EXPECT_EQ(query_of("uploads"), "uploads=");
  EXPECT_EQ(query_of("a=x/y:z&a=x%2fb&&A"), "A=&a=x%2Fb&a=x%2Fy%3Az");
  EXPECT_EQ(query_of("a=%C3%A9%zz%4"), "a=%C3%A9%25zz%254");
}

TEST(SignatureTest, PathsAreEncodedOnceMoreForAllServicesButS3) {
  const http::Request coded{.url = *Url::parse("https://h.example/model/a%3A0/x")};
  const http::Request raw{.url = *Url::parse("https://h.example/model/a:0/x")};
  EXPECT_TRUE(canonical_request(coded, "s3").starts_with("GET\n/model/a%3A0/x\n"));
  EXPECT_TRUE(canonical_request(coded, "bedrock").starts_with("GET\n/model/a%253A0/x\n"));
  EXPECT_TRUE(canonical_request(raw, "bedrock").starts_with("GET\n/model/a%3A0/x\n"));
}

TEST(SignatureTest, SignsThePortTheTokenAndAllHeaders) {
  http::Request request{.url = *Url::parse("http://127.0.0.1:7480/b/k"),
                        .headers = {{"If-Match", "\"e\""}, {"x-amz-meta-a", "  b \t c "}}};
  const http::Request done =
      *signed_request(request, {"ID", "SECRET", "TOKEN"}, {"us-east-1", "s3"}, kS3Time);
  EXPECT_EQ(done.headers.at("x-amz-security-token"), "TOKEN");
  EXPECT_NE(
      done.headers.at("authorization")
          .find("Credential=ID/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;if-match;"
                "x-amz-content-sha256;x-amz-date;x-amz-meta-a;x-amz-security-token,"),
      std::string::npos)
      << done.headers.at("authorization");
  const std::string canonical = canonical_request(done, "s3");
  EXPECT_NE(canonical.find("\nhost:127.0.0.1:7480\n"), std::string::npos);
  EXPECT_NE(canonical.find("\nx-amz-meta-a:b c\n"), std::string::npos);
  for (const auto& [name, value] : done.headers) EXPECT_EQ(value.find("SECRET"), std::string::npos);
}

TEST(UriEncodedTest, KeepsOnlyWhatAwsKeeps) {
  EXPECT_EQ(uri_encoded("aZ9-_.~ +/%\xC3\xA9"), "aZ9-_.~%20%2B%2F%25%C3%A9");
  EXPECT_EQ(path_encoded("a/b +c"), "a/b%20%2Bc");
}

}  // namespace
}  // namespace vectora::aws
