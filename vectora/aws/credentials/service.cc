#include "vectora/aws/credentials/service.h"

#include <array>
#include <cstdio>
#include <memory>
#include <pugixml.hpp>

#include "vectora/base/json.h"
#include "vectora/http/curl_client.h"

namespace vectora::aws {
namespace {

constexpr size_t kMaxAnswerBytes = 65536;

struct ClosePipe {
  void operator()(std::FILE* pipe) const { ::pclose(pipe); }
};

Error no_answer(const std::string& who, const std::string& why) {
  return {ErrorCode::kUnavailable, who + " gave no credentials: " + why};
}

Result<std::string> ask(const std::string& who, http::Request request, int64_t timeout_ms) {
  const auto client = http::make_curl_client({.delay_ms = 0,
                                              .timeout_ms = timeout_ms,
                                              .max_bytes = kMaxAnswerBytes,
                                              .max_redirects = 0,
                                              .retries = 1,
                                              .retry_base_ms = 100,
                                              .allow_private_addresses = true});
  Result<std::string> answer = no_answer(who, "no answer");
  client->fetch({std::move(request)}, [&](size_t, http::Outcome outcome) {
    if (const auto* failure = std::get_if<http::Failure>(&outcome))
      answer = no_answer(who, failure->detail);
    else if (auto& response = std::get<http::Response>(outcome); response.status != 200)
      answer = no_answer(who, "status " + std::to_string(response.status));
    else
      answer = std::move(response.body);
  });
  return answer;
}

// What all of them answer, but for the name of the token.
Result<Expiring> from_json(const std::string& who, std::string_view text, const char* token) {
  const Result<Json> json = parse_json(text);
  if (!json) return no_answer(who, json.error().message);
  Expiring found;
  found.credentials = {string_member(*json, "AccessKeyId"), string_member(*json, "SecretAccessKey"),
                       string_member(*json, token)};
  found.expires = Instant::parse(string_member(*json, "Expiration"));
  if (found.credentials.access_key_id.empty() || found.credentials.secret_access_key.empty())
    return no_answer(who, "AccessKeyId or SecretAccessKey is missing");
  return found;
}

Result<Url> address(const std::string& who, const std::string& text) {
  const auto url = Url::parse(text);
  if (!url) return no_answer(who, "its address is none");
  return *url;
}

}  // namespace

Result<Expiring> ask_process(const std::string& command) {
  const std::string who = "credential_process";
  const std::unique_ptr<std::FILE, ClosePipe> pipe(::popen(command.c_str(), "re"));
  if (!pipe) return no_answer(who, "it cannot be started");
  std::string text;
  std::array<char, 4096> buffer{};
  for (size_t count = 1; count > 0 && text.size() < kMaxAnswerBytes;) {
    count = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
    text.append(buffer.data(), count);
  }
  return from_json(who, text, "SessionToken");
}

Result<Expiring> ask_container(const std::string& url, const std::string& token) {
  const std::string who = "the container's service";
  http::Request request{.url = TRY(address(who, url))};
  // A file of a token may end its line.
  const std::string bearer = token.substr(0, token.find_last_not_of("\r\n") + 1);
  if (!bearer.empty()) request.headers["authorization"] = bearer;
  const std::string text = TRY(ask(who, std::move(request), 5000));
  return from_json(who, text, "Token");
}

Result<Expiring> ask_machine(const std::string& host) {
  const std::string who = "the machine's metadata service";
  constexpr int64_t kTimeoutMs = 1000;
  const http::Request session{.url = TRY(address(who, host + "/latest/api/token")),
                              .method = "PUT",
                              .headers = {{"x-aws-ec2-metadata-token-ttl-seconds", "21600"}}};
  const std::string token = TRY(ask(who, session, kTimeoutMs));
  const std::string roles = "/latest/meta-data/iam/security-credentials/";
  http::Request request{.url = TRY(address(who, host + roles)),
                        .headers = {{"x-aws-ec2-metadata-token", token}}};
  const std::string role = TRY(ask(who, request, kTimeoutMs));
  request.url = TRY(address(who, host + roles + role.substr(0, role.find('\n'))));
  const std::string text = TRY(ask(who, std::move(request), kTimeoutMs));
  return from_json(who, text, "Token");
}

Result<Expiring> assume_role(const RoleRequest& role, const Credentials& by, Instant now) {
  const std::string who = "the role " + role.role_arn;
  const std::string endpoint =
      role.endpoint.empty() ? "https://sts." + role.region + ".amazonaws.com/" : role.endpoint;
  std::string body = "Action=AssumeRole&Version=2011-06-15&RoleArn=" + uri_encoded(role.role_arn) +
                     "&RoleSessionName=" + uri_encoded(role.session);
  if (!role.external_id.empty()) body += "&ExternalId=" + uri_encoded(role.external_id);
  http::Request request{.url = TRY(address(who, endpoint)),
                        .method = "POST",
                        .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                        .body = std::move(body)};
  request = TRY_IN(who, signed_request(std::move(request), by, {role.region, "sts"}, now));
  const std::string text = TRY(ask(who, std::move(request), 20000));
  pugi::xml_document document;
  document.load_buffer(text.data(), text.size());
  const pugi::xml_node node =
      document.child("AssumeRoleResponse").child("AssumeRoleResult").child("Credentials");
  Expiring found;
  found.credentials = {node.child_value("AccessKeyId"), node.child_value("SecretAccessKey"),
                       node.child_value("SessionToken")};
  found.expires = Instant::parse(node.child_value("Expiration"));
  if (found.credentials.access_key_id.empty()) return no_answer(who, "its answer has none");
  return found;
}

}  // namespace vectora::aws
