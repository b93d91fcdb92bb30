// What an S3 server answers, read from its XML and headers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/aws/s3/call.h"
#include "vectora/base/result.h"
#include "vectora/http/http.h"
#include "vectora/store/object_store.h"

namespace vectora::aws {

// The server's own words: "NoSuchKey", "The specified key does not exist.".
struct S3Fault {
  std::string code;
  std::string message;
  std::string key;     // in the answer to a removal of many
  std::string region;  // where the bucket is, if it says so
};

// Nothing: the answer is a success. A body of an error may come with status 200.
std::optional<S3Fault> fault_in(const http::Response& response);

struct S3List {
  std::vector<store::ObjectInfo> objects;
  bool truncated = false;
  std::string token;
};

Result<S3List> parse_list(std::string_view xml);
Result<std::vector<S3Fault>> parse_removal(std::string_view xml);  // what could not be removed
Result<std::string> parse_upload_id(std::string_view xml);
Result<std::string> parse_etag(std::string_view xml);  // of a copy or an upload in parts

// The header ETag without its quotes.
std::string etag_of(const http::Response& response);
std::string unquoted(std::string_view etag);

// Of the object, by the header Content-Length; kMalformed where that tells none.
Result<size_t> size_of(const http::Response& response);

// kMalformed unless the body is what was written: by our own digest, or by an ETag
// that is an MD5.
Result<void> verify_body(const http::Response& response);
// The same for what a put says it has stored.
Result<void> verify_stored(const http::Response& response, std::string_view bytes);

// For people, and for code to act on: "state/x.json: s3://b says AccessDenied (403): ...".
Error to_error(const BucketAddress& address, const S3Call& call, const http::Response& response,
               const S3Fault& fault);
Error to_error(const BucketAddress& address, const S3Call& call, const http::Failure& failure);

}  // namespace vectora::aws
