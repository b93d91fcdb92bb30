#include "vectora/http/curl/transfer.h"

#include <sys/socket.h>

#include <algorithm>

#include "vectora/http/address_guard.h"
#include "vectora/http/curl/failure.h"
#include "vectora/http/decoder.h"

namespace vectora::http {
namespace {

constexpr const char* kSchemes = "http,https";
constexpr long kMaxConnectMs = 15000;

std::string_view view(const char* bytes, size_t size, size_t count) {
  return {bytes, size * count};
}

bool is_safe_to_redirect(const std::string& method) { return method == "GET" || method == "HEAD"; }

// Although it is not public. A proxy's address is not judged: who names it means it.
bool is_allowed(const sockaddr& address, const CurlOptions& options) {
  const auto& allowed = options.allowed_addresses;
  return options.allow_private_addresses || !options.proxy.empty() ||
         std::find(allowed.begin(), allowed.end(), address_text(address)) != allowed.end();
}

}  // namespace

template <class Value>
void Transfer::set(CURLoption option, Value value) {
  // Fails only for options this libcurl was built without: none of ours.
  [[maybe_unused]] const CURLcode code = curl_easy_setopt(handle_.get(), option, value);
  assert(code == CURLE_OK);
}

Transfer::Transfer(const Request& request, const CurlOptions& options)
    : options_(options),
      reader_(request.url, options.max_bytes,
              request.decode_body ? ResponseReader::Decode::kYes : ResponseReader::Decode::kNo),
      handle_(curl_easy_init()) {
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_ERRORBUFFER, message_.data());
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_QUICK_EXIT, 1L);  // never wait for a name that is still being resolved
  set(CURLOPT_HEADERFUNCTION, &Transfer::on_header);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  set(CURLOPT_WRITEDATA, this);
  set_limits(request);
  set_security(request);
  set_request(request);
}

void Transfer::set_limits(const Request& request) {
  const bool is_shorter = request.timeout_ms > 0 && request.timeout_ms < options_.timeout_ms;
  const auto timeout = static_cast<long>(is_shorter ? request.timeout_ms : options_.timeout_ms);
  set(CURLOPT_TIMEOUT_MS, timeout);
  set(CURLOPT_CONNECTTIMEOUT_MS, std::min(timeout, kMaxConnectMs));
  set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options_.max_bytes));
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
  set(CURLOPT_XFERINFODATA, this);
  set(CURLOPT_MAXREDIRS, static_cast<long>(options_.max_redirects));
}

void Transfer::set_security(const Request& request) {
  set(CURLOPT_PROTOCOLS_STR, kSchemes);
  set(CURLOPT_REDIR_PROTOCOLS_STR, kSchemes);
  set(CURLOPT_PROXY, options_.proxy.c_str());
  set(CURLOPT_NOPROXY, "");
  set(CURLOPT_SSL_VERIFYPEER, request.verify_tls ? 1L : 0L);
  set(CURLOPT_SSL_VERIFYHOST, request.verify_tls ? 2L : 0L);
  if (!options_.ca_file.empty()) set(CURLOPT_CAINFO, options_.ca_file.c_str());
  set(CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_COOKIEFILE, "");  // some sites redirect until a cookie comes back
}

void Transfer::set_request(const Request& request) {
  set(CURLOPT_URL, request.url.without_fragment().c_str());
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  const bool follows = options_.max_redirects > 0 && is_safe_to_redirect(request.method);
  set(CURLOPT_FOLLOWLOCATION, follows ? 1L : 0L);
  if (request.method == "HEAD") set(CURLOPT_NOBODY, 1L);
  body_to_send_ = request.body;
  if (!body_to_send_.empty() || request.method == "POST" || request.method == "PUT") {
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body_to_send_.size()));
    set(CURLOPT_POSTFIELDS, body_to_send_.data());
    add_header("Expect:");
  }
  if (request.method != "HEAD") set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  Headers fields = {{"user-agent", user_agent(options_.contact)},
                    {"accept-encoding", std::string(kAcceptedCodings)}};
  for (const auto& [name, value] : request.headers) fields[lower_case(name)] = value;
  // "name;" is how libcurl is told of an empty field; "name:" would leave it out.
  for (const auto& [name, value] : fields)
    add_header(value.empty() ? name + ";" : name + ": " + value);
  set(CURLOPT_HTTPHEADER, headers_.get());
}

void Transfer::add_header(const std::string& line) {
  headers_.reset(curl_slist_append(headers_.release(), line.c_str()));
}

size_t Transfer::on_header(char* bytes, size_t size, size_t count, void* self) {
  auto& reader = static_cast<Transfer*>(self)->reader_;
  return reader.header_line(view(bytes, size, count)) == Continue::kYes ? size * count : 0;
}

size_t Transfer::on_body(char* bytes, size_t size, size_t count, void* self) {
  auto& reader = static_cast<Transfer*>(self)->reader_;
  return reader.body(view(bytes, size, count)) == Continue::kYes ? size * count : 0;
}

int Transfer::on_progress(void* self, curl_off_t, curl_off_t now, curl_off_t, curl_off_t) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.too_much_on_wire_ = now > transfer.options_.max_bytes;
  return transfer.too_much_on_wire_ ? 1 : 0;
}

curl_socket_t Transfer::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  const std::string refused = refusal(address->addr);
  if (!refused.empty() && !is_allowed(address->addr, transfer.options_)) {
    transfer.refused_address_ = refused;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Failure Transfer::failure_of(CURLcode code) const {
  if (reader_.failure()) return *reader_.failure();
  if (too_much_on_wire_ || code == CURLE_FILESIZE_EXCEEDED)
    return {FailureReason::kTooLarge,
            "larger than " + std::to_string(options_.max_bytes) + " bytes"};
  if (code == CURLE_COULDNT_CONNECT && !refused_address_.empty())
    return {FailureReason::kRefused, refused_address_};
  if (code == CURLE_TOO_MANY_REDIRECTS)
    return {FailureReason::kRefused,
            "more than " + std::to_string(options_.max_redirects) + " redirects"};
  return failure_from(code, message_.data());
}

Outcome Transfer::finish(CURLcode code, Instant now) {
  if (code != CURLE_OK) return failure_of(code);
  Outcome outcome = reader_.finish();
  auto* response = std::get_if<Response>(&outcome);
  if (response == nullptr) return outcome;
  const char* url = nullptr;
  curl_easy_getinfo(handle_.get(), CURLINFO_EFFECTIVE_URL, &url);
  if (const auto parsed = Url::parse(url != nullptr ? url : ""))
    response->final_url = parsed->without_credentials();
  curl_off_t body_bytes = 0;
  long header_bytes = 0;
  curl_easy_getinfo(handle_.get(), CURLINFO_SIZE_DOWNLOAD_T, &body_bytes);
  curl_easy_getinfo(handle_.get(), CURLINFO_HEADER_SIZE, &header_bytes);
  response->bytes_on_wire = body_bytes + header_bytes;
  response->received = now;
  return outcome;
}

}  // namespace vectora::http
