// What is asked of an S3 server, as values: building a call touches nothing.
//
//   const http::Request request = to_request(*address, put_call("state/x.json", bytes));
//
// Follows the "Amazon S3 API Reference" (version 2006-03-01).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/http/http.h"

namespace vectora::aws {

enum class AddressStyle {
  kVirtual,  // https://BUCKET.s3.REGION.amazonaws.com/KEY
  kPath,     // https://HOST/BUCKET/KEY
};

struct BucketName {
  std::string bucket;
  std::string region = "us-east-1";
  std::string endpoint = {};  // "https://s3.example.org:9000"; empty: AWS
  AddressStyle style = AddressStyle::kVirtual;
};

// A bucket whose address can be written. A host that is a number takes the path style.
class BucketAddress {
 public:
  // kInvalidArgument for what is no bucket's name, no region or no address of a server.
  static Result<BucketAddress> make(BucketName name);

  const std::string& bucket() const { return name_.bucket; }
  const std::string& region() const { return name_.region; }
  bool is_aws() const { return name_.endpoint.empty(); }
  std::string str() const { return "s3://" + name_.bucket; }
  const std::string& host() const { return endpoint_.host(); }
  // Of the bucket itself, where `key` is empty.
  Url url(std::string_view key, const std::string& query) const;

 private:
  BucketAddress(BucketName name, Url endpoint)
      : name_(std::move(name)), endpoint_(std::move(endpoint)) {}

  BucketName name_;
  Url endpoint_;
};

struct S3Call {
  std::string method = "GET";
  std::string key = {};  // empty: the bucket
  std::vector<std::pair<std::string, std::string>> query = {};
  http::Headers headers = {};
  std::string body = {};
};

http::Request to_request(const BucketAddress& address, const S3Call& call);

// Headers of our own on an object.
constexpr std::string_view kDigestHeader = "x-amz-meta-vectora-sha256";  // of its bytes
constexpr std::string_view kWriteHeader = "x-amz-meta-vectora-write";    // names one write

S3Call get_call(const std::string& key);
S3Call range_call(const std::string& key, size_t first, size_t last);  // both included
S3Call head_call(const std::string& key);
S3Call put_call(const std::string& key, std::string_view bytes);
S3Call copy_call(const BucketAddress& address, const std::string& from, const std::string& to);
S3Call remove_call(const std::string& key);
// At most 1,000; its body bears an MD5.
Result<S3Call> remove_all_call(const std::vector<std::string>& keys);
S3Call create_bucket_call(const BucketAddress& address);

struct ListCall {
  std::string prefix;
  std::string after = {};  // a key
  std::string token = {};  // of the answer before; empty: none
  size_t limit = 1000;
};
S3Call list_call(const ListCall& list);

// An upload in parts: begin, the parts from 1 on, complete or abort.
S3Call begin_upload_call(const std::string& key, std::string_view bytes);
S3Call upload_part_call(const std::string& key, const std::string& upload, size_t part,
                        std::string_view bytes);
S3Call complete_upload_call(const std::string& key, const std::string& upload,
                            const std::vector<std::string>& etags);
S3Call abort_upload_call(const std::string& key, const std::string& upload);

}  // namespace vectora::aws
