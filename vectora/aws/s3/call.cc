#include "vectora/aws/s3/call.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>

#include "vectora/aws/hash.h"
#include "vectora/aws/signature.h"
#include "vectora/base/digest.h"

namespace vectora::aws {
namespace {

constexpr const char* kNamespace = "http://s3.amazonaws.com/doc/2006-03-01/";

// What tools and browsers make of an object, by the end of its key.
std::string content_type(std::string_view key) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypes = {{
      {".json", "application/json"},
      {".html", "text/html; charset=utf-8"},
      {".md", "text/markdown; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".yaml", "application/yaml"},
      {".zip", "application/zip"},
  }};
  for (const auto& [end, type] : kTypes)
    if (key.ends_with(end)) return std::string(type);
  return "application/octet-stream";
}

bool is_name(std::string_view text, std::string_view also, size_t most) {
  return !text.empty() && text.size() <= most &&
         std::all_of(text.begin(), text.end(), [also](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                  also.find(c) != std::string_view::npos;
         });
}

bool is_number(std::string_view host) {
  return host.starts_with('[') || host.find_first_not_of("0123456789.") == std::string_view::npos;
}

std::string aws_endpoint(const std::string& region) {
  return "https://s3." + region +
         (region.starts_with("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com");
}

std::string text_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw | pugi::format_no_declaration);
  return out.str();
}

pugi::xml_node root(pugi::xml_document& document, const char* name) {
  pugi::xml_node node = document.append_child(name);
  node.append_attribute("xmlns") = kNamespace;
  return node;
}

void append(pugi::xml_node parent, const char* name, const std::string& text) {
  parent.append_child(name).text() = text.c_str();
}

}  // namespace

Result<BucketAddress> BucketAddress::make(BucketName name) {
  const auto refused = [](const std::string& why) {
    return Error{ErrorCode::kInvalidArgument, why};
  };
  if (name.bucket.size() < 3 || !is_name(name.bucket, "-.", 63))
    return refused("\"" + name.bucket + "\" is no bucket's name: 3 to 63 of a-z, 0-9, - and .");
  if (!is_name(name.region, "-", 40)) return refused("\"" + name.region + "\" is no region");
  const auto endpoint =
      Url::parse(name.endpoint.empty() ? aws_endpoint(name.region) : name.endpoint);
  if (!endpoint || endpoint->has_credentials() || !endpoint->query().empty())
    return refused("the endpoint is no http or https address without credentials and query");
  if (is_number(endpoint->host())) name.style = AddressStyle::kPath;
  return BucketAddress(std::move(name), *endpoint);
}

Url BucketAddress::url(std::string_view key, const std::string& query) const {
  std::string folder = endpoint_.path();
  if (!folder.ends_with('/')) folder += '/';
  std::string host = http::origin(endpoint_).substr(endpoint_.scheme().size() + 3);
  if (name_.style == AddressStyle::kVirtual) {
    host = name_.bucket + "." + host;
  } else {
    folder += name_.bucket;
    if (!key.empty()) folder += '/';
  }
  std::string text = endpoint_.scheme() + "://" + host + folder + path_encoded(key);
  if (!query.empty()) text += "?" + query;
  const auto url = Url::parse(text);
  assert(url);  // the parts were checked, and a key is bounded
  return *url;
}

http::Request to_request(const BucketAddress& address, const S3Call& call) {
  std::string query;
  for (const auto& [name, value] : call.query)
    query += (query.empty() ? "" : "&") + uri_encoded(name) + "=" + uri_encoded(value);
  http::Request request{.url = address.url(call.key, query),
                        .method = call.method,
                        .headers = call.headers,
                        .body = call.body};
  request.headers["accept-encoding"] = "identity";
  request.decode_body = false;
  return request;
}

S3Call get_call(const std::string& key) { return {.key = key}; }

S3Call range_call(const std::string& key, size_t first, size_t last) {
  return {.key = key,
          .headers = {{"range", "bytes=" + std::to_string(first) + "-" + std::to_string(last)}}};
}

S3Call head_call(const std::string& key) { return {.method = "HEAD", .key = key}; }

S3Call put_call(const std::string& key, std::string_view bytes) {
  return {.method = "PUT",
          .key = key,
          .headers = {{"content-type", content_type(key)},
                      {std::string(kDigestHeader), sha256(bytes).hex()}},
          .body = std::string(bytes)};
}

S3Call copy_call(const BucketAddress& address, const std::string& from, const std::string& to) {
  const std::string source = "/" + address.bucket() + "/" + path_encoded(from);
  return {.method = "PUT", .key = to, .headers = {{"x-amz-copy-source", source}}};
}

S3Call remove_call(const std::string& key) { return {.method = "DELETE", .key = key}; }

Result<S3Call> remove_all_call(const std::vector<std::string>& keys) {
  pugi::xml_document document;
  pugi::xml_node node = root(document, "Delete");
  append(node, "Quiet", "true");
  for (const std::string& key : keys) append(node.append_child("Object"), "Key", key);
  S3Call call{.method = "POST", .query = {{"delete", ""}}, .body = text_of(document)};
  const std::string digest = TRY(md5(call.body));
  call.headers = {{"content-type", "application/xml"}, {"content-md5", base64(digest)}};
  return call;
}

S3Call create_bucket_call(const BucketAddress& address) {
  S3Call call{.method = "PUT"};
  // Other servers know other regions, or none.
  if (!address.is_aws() || address.region() == "us-east-1") return call;
  pugi::xml_document document;
  append(root(document, "CreateBucketConfiguration"), "LocationConstraint", address.region());
  call.body = text_of(document);
  call.headers = {{"content-type", "application/xml"}};
  return call;
}

S3Call list_call(const ListCall& list) {
  S3Call call{.query = {{"list-type", "2"},
                        {"encoding-type", "url"},
                        {"max-keys", std::to_string(list.limit)},
                        {"prefix", list.prefix}}};
  if (!list.token.empty())
    call.query.emplace_back("continuation-token", list.token);
  else if (!list.after.empty())
    call.query.emplace_back("start-after", list.after);
  return call;
}

S3Call begin_upload_call(const std::string& key, std::string_view bytes) {
  S3Call call = put_call(key, "");
  call.headers[std::string(kDigestHeader)] = sha256(bytes).hex();
  call.method = "POST";
  call.query = {{"uploads", ""}};
  return call;
}

S3Call upload_part_call(const std::string& key, const std::string& upload, size_t part,
                        std::string_view bytes) {
  return {.method = "PUT",
          .key = key,
          .query = {{"partNumber", std::to_string(part)}, {"uploadId", upload}},
          .headers = {{"content-type", "application/octet-stream"}},
          .body = std::string(bytes)};
}

S3Call complete_upload_call(const std::string& key, const std::string& upload,
                            const std::vector<std::string>& etags) {
  pugi::xml_document document;
  pugi::xml_node node = root(document, "CompleteMultipartUpload");
  for (size_t i = 0; i < etags.size(); ++i) {
    pugi::xml_node part = node.append_child("Part");
    append(part, "PartNumber", std::to_string(i + 1));
    append(part, "ETag", "\"" + etags[i] + "\"");
  }
  return {.method = "POST",
          .key = key,
          .query = {{"uploadId", upload}},
          .headers = {{"content-type", "application/xml"}},
          .body = text_of(document)};
}

S3Call abort_upload_call(const std::string& key, const std::string& upload) {
  return {.method = "DELETE", .key = key, .query = {{"uploadId", upload}}};
}

}  // namespace vectora::aws
