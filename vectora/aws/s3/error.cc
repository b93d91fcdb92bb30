// Errors of S3 in words: what it said, where, and what to do about it.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "vectora/aws/s3/answer.h"
#include "vectora/base/utf8.h"
#include "vectora/http/http_date.h"

namespace vectora::aws {
namespace {

constexpr size_t kMaxMessageBytes = 300;

struct Meaning {
  std::string_view code;
  ErrorCode is;
  std::string_view advice;
};

constexpr std::array kMeanings = std::to_array<Meaning>({
    {"NoSuchKey", ErrorCode::kNotFound, "no such object"},
    {"NoSuchBucket", ErrorCode::kUnavailable,
     "there is no such bucket; `vectora env create` makes those of an environment, or mend the "
     "project, the region or the endpoint in vectora.yaml"},
    {"NoSuchUpload", ErrorCode::kUnavailable, "the upload was ended by somebody else; try again"},
    {"AccessDenied", ErrorCode::kUnavailable, "these credentials lack a permission"},
    {"InvalidAccessKeyId", ErrorCode::kUnavailable,
     "the server does not know this access key; check AWS_ACCESS_KEY_ID or the profile"},
    {"SignatureDoesNotMatch", ErrorCode::kUnavailable,
     "the secret key is not that of the access key; check AWS_SECRET_ACCESS_KEY or the profile"},
    {"ExpiredToken", ErrorCode::kUnavailable, "the session has ended; sign in again"},
    {"InvalidToken", ErrorCode::kUnavailable,
     "the session token is not valid; check AWS_SESSION_TOKEN or sign in again"},
    {"PreconditionFailed", ErrorCode::kConflict, "changed meanwhile"},
    {"ConditionalRequestConflict", ErrorCode::kConflict, "others are writing it"},
    {"OperationAborted", ErrorCode::kConflict, "others are changing it; try again"},
    {"BucketAlreadyExists", ErrorCode::kConflict,
     "the name belongs to another account; choose another project name in vectora.yaml"},
    {"EntityTooLarge", ErrorCode::kTooLarge, "larger than the server takes"},
    {"QuotaExceeded", ErrorCode::kUnavailable, "the account's space is used up"},
    {"KeyTooLongError", ErrorCode::kInvalidArgument, "the server takes no keys of this length"},
    {"RequestTimeout", ErrorCode::kTimeout, "the connection is too slow; try again"},
    {"SlowDown", ErrorCode::kUnavailable, "the server is overloaded; try again later"},
    {"ServiceUnavailable", ErrorCode::kUnavailable, "the server is overloaded; try again later"},
    {"InternalError", ErrorCode::kUnavailable, "the server failed; try again later"},
});

// The words of a server may be anything.
std::string plain(std::string_view text) {
  std::string out = to_valid_utf8(std::string(utf8_prefix(text, kMaxMessageBytes)));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

std::string clock_advice(const http::Response& response) {
  std::string text = "the clock of this machine is wrong";
  if (const auto theirs = http::parse_http_date(response.header("date"))) {
    const int64_t ahead = response.received - *theirs;
    text = "the clock of this machine is " + std::to_string(std::abs(ahead)) + " s " +
           (ahead < 0 ? "behind" : "ahead of") + " the server's";
  }
  return text + "; set it (timedatectl set-ntp true)";
}

bool is_wrong_region(const S3Fault& fault) {
  return fault.code == "PermanentRedirect" || fault.code == "AuthorizationHeaderMalformed" ||
         fault.code == "TemporaryRedirect" || fault.code == "IllegalLocationConstraintException";
}

// What a call may be denied for. Reading needs two: without s3:ListBucket a missing
// object is denied instead of being missed.
std::string_view permission_for(const S3Call& call) {
  const auto asks = [&call](std::string_view name) {
    return std::any_of(call.query.begin(), call.query.end(),
                       [name](const auto& part) { return part.first == name; });
  };
  if (call.method == "POST" && asks("delete")) return "s3:DeleteObject on the objects";
  if (call.key.empty())
    return call.method == "PUT" ? "s3:CreateBucket" : "s3:ListBucket on the bucket";
  if (call.method == "DELETE")
    return asks("uploadId") ? "s3:AbortMultipartUpload on the object"
                            : "s3:DeleteObject on the object";
  if (call.method == "PUT" || call.method == "POST") return "s3:PutObject on the object";
  return "s3:GetObject on the object, and s3:ListBucket on the bucket";
}

std::string region_advice(const BucketAddress& address, const http::Response& response,
                          const S3Fault& fault) {
  const std::string header = response.header("x-amz-bucket-region");
  const std::string region = plain(header.empty() ? fault.region : header);
  if (region.empty())
    return "the bucket is not in region " + address.region() + "; mend the region in vectora.yaml";
  return "the bucket is in region " + region + ", not " + address.region() +
         "; set region: " + region + " for this environment in vectora.yaml";
}

std::string where(const BucketAddress& address, const S3Call& call) {
  std::string subject = call.key;
  for (const auto& [name, value] : call.query)
    if (name == "prefix") subject = value;
  return subject.empty() ? address.str() : subject + ": " + address.str();
}

}  // namespace

Error to_error(const BucketAddress& address, const S3Call& call, const http::Response& response,
               const S3Fault& fault) {
  const auto known = std::find_if(kMeanings.begin(), kMeanings.end(),
                                  [&](const Meaning& m) { return m.code == fault.code; });
  ErrorCode code = ErrorCode::kUnavailable;
  std::string advice = plain(fault.message);
  if (known != kMeanings.end()) {
    code = known->is;
    advice = known->advice;
    if (fault.code == "AccessDenied")
      advice += ": " + std::string(permission_for(call)) +
                "; add it to the policy of the user or role, or use another profile";
  } else if (fault.code == "RequestTimeTooSkewed" || fault.code == "RequestExpired") {
    advice = clock_advice(response);
  } else if (is_wrong_region(fault)) {
    advice = region_advice(address, response, fault);
  }
  std::string text = where(address, call) + " says " + plain(fault.code) + " (" +
                     std::to_string(response.status) + ")";
  if (!advice.empty()) text += ": " + advice;
  return {code, std::move(text)};
}

Error to_error(const BucketAddress& address, const S3Call& call, const http::Failure& failure) {
  ErrorCode code = ErrorCode::kUnavailable;
  if (failure.reason == http::FailureReason::kTimeout) code = ErrorCode::kTimeout;
  if (failure.reason == http::FailureReason::kTooLarge) code = ErrorCode::kTooLarge;
  return {code, where(address, call) + " cannot be reached at " + address.host() + " (" +
                    std::string(http::to_string(failure.reason)) + "): " + failure.detail +
                    "; see that its server is up, and the region and the endpoint right"};
}

}  // namespace vectora::aws
