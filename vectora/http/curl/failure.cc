#include "vectora/http/curl/failure.h"

#include "vectora/base/utf8.h"

namespace vectora::http {
namespace {

constexpr size_t kMaxDetail = 300;

FailureReason reason_of(CURLcode code, std::string_view message) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return FailureReason::kDns;
    case CURLE_COULDNT_CONNECT:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING: return FailureReason::kConnect;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH: return FailureReason::kTls;
    case CURLE_OPERATION_TIMEDOUT: return FailureReason::kTimeout;
    case CURLE_FILESIZE_EXCEEDED: return FailureReason::kTooLarge;
    // A scheme that is not allowed; or bytes that are not HTTP/1.
    case CURLE_UNSUPPORTED_PROTOCOL:
      return message.starts_with("Protocol") ? FailureReason::kRefused : FailureReason::kProtocol;
    case CURLE_URL_MALFORMAT:
    case CURLE_TOO_MANY_REDIRECTS: return FailureReason::kRefused;
    default: return FailureReason::kProtocol;
  }
}

std::string_view without(std::string_view message, std::string_view start) {
  if (message.starts_with(start)) message.remove_prefix(start.size());
  return message;
}

std::string certificate_fault(std::string_view message) {
  constexpr std::string_view kNames =
      "SSL: no alternative certificate subject name matches target host name ";
  constexpr std::string_view kCommonName = "SSL: certificate subject name ";
  if (message.starts_with(kNames))
    return "certificate is not for the host " + std::string(message.substr(kNames.size()));
  if (message.starts_with(kCommonName))
    return "certificate is for another host: " + std::string(message.substr(kCommonName.size()));
  return std::string(without(message, "SSL certificate problem: "));
}

}  // namespace

Failure failure_from(CURLcode code, std::string_view message) {
  if (message.empty()) message = curl_easy_strerror(code);
  const std::string detail =
      code == CURLE_PEER_FAILED_VERIFICATION ? certificate_fault(message) : std::string(message);
  return {reason_of(code, message), to_valid_utf8(std::string(utf8_prefix(detail, kMaxDetail)))};
}

}  // namespace vectora::http
