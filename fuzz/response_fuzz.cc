#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "vectora/http/response_reader.h"
#include "vectora/http/retry.h"
#include "vectora/http/revalidation.h"

namespace {

using namespace vectora;

constexpr int64_t kMaxBytes = 5000;
constexpr int64_t kDay = 86400;

void check(bool holds) {
  if (!holds) std::abort();
}

http::Outcome read(std::string_view head, std::string_view body) {
  http::ResponseReader reader(*Url::parse("https://a.example/news"), kMaxBytes);
  while (!head.empty()) {
    const size_t end = head.find('\n');
    if (reader.header_line(head.substr(0, end)) == http::Continue::kNo) return reader.finish();
    head.remove_prefix(end == std::string_view::npos ? head.size() : end + 1);
  }
  static_cast<void>(reader.body(body));
  return reader.finish();
}

// What a server says of its answer's life is bounded on both sides.
void check_life(const http::Response& response) {
  check(http::freshness_lifetime_s(response) >= 0 && http::age_at_arrival_s(response) >= 0);
  const Instant until = http::fresh_until(response, kDay);
  check(until >= response.received && until <= response.received + kDay);
  http::Request request;
  add_to(request, http::validators_of(response));
  for (const auto& [name, value] : request.headers)
    check(value.size() <= 1024 && value.find_first_of("\r\n") == std::string::npos);
}

}  // namespace

// Lines of a head, an empty line, a body: whatever a server sends gives an answer
// within its bounds, or a failure.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const size_t end = bytes.find("\n\n");
  const std::string_view head = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
  const std::string_view rest = bytes.substr(end == std::string_view::npos ? size : end + 1);
  const std::string lines = std::string(head) + "\n";
  http::Outcome outcome = read(lines, rest.empty() ? rest : rest.substr(1));
  const Instant now = Instant::start_of(*Date::from_civil(2026, 3, 10));
  const auto delay = http::retry_delay_ms({}, {}, outcome, now);
  check(!delay || (*delay >= 0 && *delay <= 60000));
  auto* response = std::get_if<http::Response>(&outcome);
  if (response == nullptr) return 0;
  check(static_cast<int64_t>(response->body.size()) <= kMaxBytes);
  response->received = now;
  check_life(*response);
  return 0;
}
