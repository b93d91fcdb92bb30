#include "vectora/aws/s3/answer.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

#include "vectora/aws/hash.h"
#include "vectora/base/digest.h"

namespace vectora::aws {
namespace {

constexpr size_t kMd5Digits = 32;

// The element itself, whatever the namespace it declares.
Result<pugi::xml_node> parsed(pugi::xml_document& document, std::string_view xml,
                              const char* name) {
  const auto status = document.load_buffer(xml.data(), xml.size());
  if (!status)
    return Error{ErrorCode::kMalformed,
                 std::string("the answer is not XML: ") + status.description()};
  const pugi::xml_node node = document.child(name);
  if (!node) return Error{ErrorCode::kMalformed, std::string("the answer has no <") + name + ">"};
  return node;
}

S3Fault fault_of(const pugi::xml_node& node) {
  return {node.child_value("Code"), node.child_value("Message"), node.child_value("Key"),
          node.child_value("Region")};
}

// Where there is no body, the status is the code.
std::string code_of(int status) {
  switch (status) {
    case 301:
    case 307: return "PermanentRedirect";
    case 403: return "AccessDenied";
    case 404: return "NoSuchKey";
    case 412: return "PreconditionFailed";
    case 416: return "InvalidRange";
    case 501: return "NotImplemented";
    case 503: return "SlowDown";
    default: return "status " + std::to_string(status);
  }
}

std::optional<size_t> whole_number(std::string_view text) {
  size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// As encoding-type=url has it: "+" is a blank.
std::string url_decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

// Not where the server encrypts with a key of its own: the ETag is no digest then.
bool is_md5(const http::Response& response, std::string_view etag) {
  return etag.size() == kMd5Digits &&
         std::all_of(etag.begin(), etag.end(), [](char c) { return digit_of(c) >= 0; }) &&
         !response.header("x-amz-server-side-encryption").starts_with("aws:") &&
         response.header("x-amz-server-side-encryption-customer-algorithm").empty();
}

}  // namespace

std::string unquoted(std::string_view etag) {
  if (etag.starts_with('"')) etag.remove_prefix(1);
  if (etag.ends_with('"')) etag.remove_suffix(1);
  return std::string(etag);
}

std::string etag_of(const http::Response& response) { return unquoted(response.header("etag")); }

Result<size_t> size_of(const http::Response& response) {
  const auto size = whole_number(response.header("content-length"));
  if (!size) return Error{ErrorCode::kMalformed, "the answer does not tell the object's size"};
  return *size;
}

std::optional<S3Fault> fault_in(const http::Response& response) {
  const bool failed = response.status < 200 || response.status >= 300;
  pugi::xml_document document;
  const bool may_be_fault = failed || response.body.find("<Error>") != std::string::npos;
  if (may_be_fault && response.header("content-type").find("xml") != std::string::npos) {
    const auto error = parsed(document, response.body, "Error");
    if (error) return fault_of(*error);
  }
  if (!failed) return std::nullopt;
  return S3Fault{code_of(response.status), "", "", ""};
}

Result<S3List> parse_list(std::string_view xml) {
  pugi::xml_document document;
  const pugi::xml_node list = TRY(parsed(document, xml, "ListBucketResult"));
  const bool is_encoded = std::string_view(list.child_value("EncodingType")) == "url";
  S3List result;
  for (const pugi::xml_node& node : list.children("Contents")) {
    const std::string_view key = node.child_value("Key");
    const auto size = whole_number(node.child_value("Size"));
    if (!size) return Error{ErrorCode::kMalformed, "the list has an object without size"};
    result.objects.push_back({is_encoded ? url_decoded(key) : std::string(key),
                              unquoted(node.child_value("ETag")), *size});
  }
  result.truncated = std::string_view(list.child_value("IsTruncated")) == "true";
  result.token = list.child_value("NextContinuationToken");
  return result;
}

Result<std::vector<S3Fault>> parse_removal(std::string_view xml) {
  pugi::xml_document document;
  const pugi::xml_node result = TRY(parsed(document, xml, "DeleteResult"));
  std::vector<S3Fault> faults;
  for (const pugi::xml_node& node : result.children("Error")) faults.push_back(fault_of(node));
  return faults;
}

Result<std::string> parse_upload_id(std::string_view xml) {
  pugi::xml_document document;
  const pugi::xml_node node = TRY(parsed(document, xml, "InitiateMultipartUploadResult"));
  std::string id = node.child_value("UploadId");
  if (id.empty()) return Error{ErrorCode::kMalformed, "the answer has no <UploadId>"};
  return id;
}

Result<std::string> parse_etag(std::string_view xml) {
  pugi::xml_document document;
  const auto status = document.load_buffer(xml.data(), xml.size());
  const std::string etag = unquoted(document.document_element().child_value("ETag"));
  if (!status || etag.empty()) return Error{ErrorCode::kMalformed, "the answer has no <ETag>"};
  return etag;
}

Result<void> verify_body(const http::Response& response) {
  const std::string digest = response.header(kDigestHeader);
  const std::string etag = etag_of(response);
  const bool whole = !digest.empty()          ? sha256(response.body).hex() == digest
                     : is_md5(response, etag) ? hex(TRY(md5(response.body))) == etag
                                              : true;
  if (whole) return {};
  return Error{ErrorCode::kMalformed, "the bytes that came are not those that were stored"};
}

Result<void> verify_stored(const http::Response& response, std::string_view bytes) {
  const std::string etag = etag_of(response);
  if (!is_md5(response, etag) || hex(TRY(md5(bytes))) == etag) return {};
  return Error{ErrorCode::kMalformed, "the server stored other bytes than it was given"};
}

}  // namespace vectora::aws
