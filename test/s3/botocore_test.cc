// Signatures against an independent signer: botocore, of the AWS tools.
#include <gtest/gtest.h>

#include "test/e2e/program.h"
#include "vectora/aws/signature.h"
#include "vectora/base/json.h"

namespace vectora::s3 {
namespace {

// Reads requests as JSON, prints the signature of each.
constexpr const char* kSigner = R"(
import datetime, json, sys, types
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

class Frozen(datetime.datetime):
    @classmethod
    def utcnow(cls):
        return cls(2026, 2, 3, 4, 5, 6)

botocore.auth.datetime = types.SimpleNamespace(datetime=Frozen)
for r in json.loads(sys.argv[1]):
    credentials = Credentials("AKID", "S/ecret+", r["token"] or None)
    signer = botocore.auth.S3SigV4Auth if r["service"] == "s3" else botocore.auth.SigV4Auth
    request = AWSRequest(r["method"], r["url"], headers=r["headers"], data=r["body"].encode())
    signer(credentials, r["service"], r["region"]).add_auth(request)
    print(request.headers["Authorization"].split("Signature=")[1])
)";

struct Case {
  std::string method;
  std::string url;
  std::string service = "s3";
  http::Headers headers = {};
  std::string body = {};
  std::string token = {};
};

const std::vector<Case> kCases = {
    {"GET", "http://b.s3.eu-west-3.amazonaws.com/a%20b/%C3%A9%2B~.json"},
    {"GET", "http://127.0.0.1:7480/bucket?list-type=2&prefix=a%2Fb%20c&start-after=&max-keys=7"},
    {"PUT", "http://127.0.0.1:7480/bucket/k", "s3", {{"if-none-match", "*"}}, "bytes \xC3\xA9"},
    {"PUT",
     "http://h.example/b/k?partNumber=2&uploadId=x%2By",
     "s3",
     {{"x-amz-meta-a", "v w"}},
     "p"},
    {"POST", "http://h.example/b?delete=", "s3", {{"content-md5", "abc=="}}, "<Delete/>", "TOKEN"},
    {"DELETE", "http://h.example:81/b/k", "s3", {}, "", "TO/KEN=="},
    {"POST",
     "http://lambda.eu-west-3.amazonaws.com/2015-03-31/functions/arn%3Aaws%3Alambda/invocations",
     "lambda",
     {{"content-type", "application/json"}},
     "{}"},
    {"POST",
     "http://bedrock-runtime.eu-west-3.amazonaws.com/model/a.b-v1%3A0/converse",
     "bedrock",
     {{"content-type", "application/json"}},
     "{\"a\":1}",
     "TOKEN"},
    {"POST",
     "http://events.eu-west-3.amazonaws.com/",
     "events",
     {{"x-amz-target", "AWSEvents.PutRule"}, {"content-type", "application/x-amz-json-1.1"}},
     "{}"},
};

TEST(BotocoreTest, SignsAsWeDo) {
  const std::string python = "/usr/bin/python3";
  const e2e::Answer installed = e2e::run_program({python, "-c", "import botocore"});
  if (installed.exit_code != 0) GTEST_SKIP() << "needs botocore (package python3-botocore)";
  Json requests = Json::array();
  std::string ours;
  for (const Case& one : kCases) {
    requests.push_back({{"method", one.method},
                        {"url", one.url},
                        {"service", one.service},
                        {"region", "eu-west-3"},
                        {"headers", one.headers},
                        {"body", one.body},
                        {"token", one.token}});
    const http::Request request =
        *aws::signed_request({.url = *Url::parse(one.url),
                              .method = one.method,
                              .headers = one.headers,
                              .body = one.body},
                             {"AKID", "S/ecret+", one.token}, {"eu-west-3", one.service},
                             *Instant::parse("2026-02-03T04:05:06Z"));
    const std::string& text = request.headers.at("authorization");
    ours += text.substr(text.find("Signature=") + 10) + "\n";
  }
  const e2e::Answer theirs = e2e::run_program({python, "-c", kSigner, to_json_line(requests)});
  EXPECT_EQ(ours, theirs.out) << theirs.err;
}

}  // namespace
}  // namespace vectora::s3
