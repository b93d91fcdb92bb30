#include "vectora/aws/signature.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "vectora/aws/hash.h"
#include "vectora/base/digest.h"

namespace vectora::aws {
namespace {

constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256";
constexpr std::string_view kUnreserved =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

std::string encoded(std::string_view text, std::string_view also_kept) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (kUnreserved.find(c) != std::string_view::npos ||
        also_kept.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
    const int low = high >= 0 ? digit_of(text[i + 2]) : -1;
    out += low >= 0 ? static_cast<char>(high * 16 + low) : text[i];
    if (low >= 0) i += 2;
  }
  return out;
}

std::string canonical_query(std::string_view query) {
  std::vector<std::pair<std::string, std::string>> pairs;
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(part.size() + 1, query.size()));
    if (part.empty()) continue;
    const size_t equals = std::min(part.find('='), part.size());
    pairs.emplace_back(uri_encoded(decoded(part.substr(0, equals))),
                       uri_encoded(decoded(part.substr(std::min(equals + 1, part.size())))));
  }
  std::sort(pairs.begin(), pairs.end());
  std::string text;
  for (const auto& [key, value] : pairs) {
    if (!text.empty()) text += '&';
    text += key;
    text += '=';
    text += value;
  }
  return text;
}

// Without blanks at the ends, runs of blanks as one.
std::string canonical_value(std::string_view value) {
  std::string out;
  for (const char c : http::trimmed(value)) {
    const bool is_blank = c == ' ' || c == '\t';
    if (!is_blank) out += c;
    if (is_blank && out.back() != ' ') out += ' ';
  }
  return out;
}

http::Headers signed_headers(const http::Request& request) {
  http::Headers headers;
  for (const auto& [name, value] : request.headers)
    headers[http::lower_case(name)] = canonical_value(value);
  headers["host"] = http::origin(request.url).substr(request.url.scheme().size() + 3);
  return headers;
}

std::string names_of(const http::Headers& headers) {
  std::string names;
  for (const auto& [name, value] : headers) names += (names.empty() ? "" : ";") + name;
  return names;
}

// "20130524T000000Z"
std::string compact(Instant now) {
  std::string text = now.str();
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

Result<std::string> signature_of(const std::string& text, const Credentials& credentials,
                                 const SigningScope& scope, std::string_view day) {
  std::string key = TRY(hmac_sha256("AWS4" + credentials.secret_access_key, day));
  key = TRY(hmac_sha256(key, scope.region));
  key = TRY(hmac_sha256(key, scope.service));
  key = TRY(hmac_sha256(key, "aws4_request"));
  return hex(TRY(hmac_sha256(key, text)));
}

}  // namespace

std::string uri_encoded(std::string_view text) { return encoded(text, ""); }

std::string path_encoded(std::string_view text) { return encoded(text, "/"); }

std::string canonical_request(const http::Request& request, std::string_view service) {
  const http::Headers headers = signed_headers(request);
  // S3 takes the path as it is sent; the others encode it once more.
  const std::string& path = request.url.path();
  std::string text = request.method + "\n";
  text += (service == "s3" ? path : path_encoded(path)) + "\n";
  text += canonical_query(request.url.query()) + "\n";
  for (const auto& [name, value] : headers) {
    text += name;
    text += ':';
    text += value;
    text += '\n';
  }
  text += "\n" + names_of(headers) + "\n" + sha256(request.body).hex();
  return text;
}

Result<http::Request> signed_request(http::Request request, const Credentials& credentials,
                                     const SigningScope& scope, Instant now) {
  const std::string time = compact(now);
  const std::string day = time.substr(0, 8);
  request.headers["x-amz-date"] = time;
  if (!credentials.session_token.empty())
    request.headers["x-amz-security-token"] = credentials.session_token;
  if (scope.service == "s3") request.headers["x-amz-content-sha256"] = sha256(request.body).hex();

  const std::string scope_text = day + "/" + scope.region + "/" + scope.service + "/aws4_request";
  std::string text = std::string(kAlgorithm) + "\n" + time + "\n" + scope_text + "\n";
  text += sha256(canonical_request(request, scope.service)).hex();
  const std::string names = names_of(signed_headers(request));
  const std::string signature = TRY(signature_of(text, credentials, scope, day));
  request.headers["authorization"] = std::string(kAlgorithm) +
                                     " Credential=" + credentials.access_key_id + "/" + scope_text +
                                     ",SignedHeaders=" + names + ",Signature=" + signature;
  return request;
}

}  // namespace vectora::aws
