// Signature Version 4: how a request to AWS proves who sends it.
//
//   http::Request request{.url = url, .headers = {{"if-none-match", "*"}}, .body = bytes};
//   request = TRY(signed_request(std::move(request), credentials, {"eu-west-3", "s3"}, now));
//   client.fetch({request}, ...);
//
// Follows "AWS Signature Version 4 for API requests" of the IAM user guide, with the
// header Authorization. Left out aloud: signatures in the query, chunked payloads,
// several regions (SigV4a). The path of the URL must be encoded as it is to be sent.
#pragma once

#include <string>
#include <string_view>

#include "vectora/base/date.h"
#include "vectora/base/result.h"
#include "vectora/http/http.h"

namespace vectora::aws {

struct Credentials {
  std::string access_key_id;
  std::string secret_access_key;
  std::string session_token;  // empty: none

  bool operator==(const Credentials&) const = default;
};

struct SigningScope {
  std::string region;
  std::string service;  // "s3", "lambda", "bedrock"
};

// With x-amz-date, x-amz-security-token, for S3 x-amz-content-sha256, and
// authorization; all headers of `request` are signed. kUnavailable without HMAC-SHA256.
Result<http::Request> signed_request(http::Request request, const Credentials& credentials,
                                     const SigningScope& scope, Instant now);

// What is signed, as a text: for tests and for who looks for a mistake.
std::string canonical_request(const http::Request& request, std::string_view service);

// Percent-encoding as AWS asks for it: all but A-Z a-z 0-9 - _ . ~
std::string uri_encoded(std::string_view text);
// The same for the path of a key: "/" stays.
std::string path_encoded(std::string_view text);

}  // namespace vectora::aws
