#include "vectora/http/retry.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "vectora/http/http_date.h"

namespace vectora::http {
namespace {

constexpr int kMaxDoublings = 16;
constexpr int64_t kMaxSeconds = 1000000000;  // beyond: the same as very long

bool is_idempotent(std::string_view method) {
  static constexpr std::array<std::string_view, 5> kMethods = {"GET", "HEAD", "PUT", "DELETE",
                                                               "OPTIONS"};
  return std::find(kMethods.begin(), kMethods.end(), method) != kMethods.end();
}

bool is_worth_it(const Response& response, std::string_view method) {
  switch (response.status) {
    case 429: return true;
    case 500:
    case 502:
    case 503:
    case 504: return is_idempotent(method);
    default: return false;
  }
}

bool is_worth_it(const Failure& failure, std::string_view method) {
  switch (failure.reason) {
    case FailureReason::kDns: return true;
    case FailureReason::kConnect:
    case FailureReason::kTimeout:
    case FailureReason::kProtocol: return is_idempotent(method);
    case FailureReason::kTls:
    case FailureReason::kTooLarge:
    case FailureReason::kRefused: return false;
  }
  return false;
}

}  // namespace

std::optional<int64_t> parse_retry_after(std::string_view value, Instant now) {
  value = trimmed(value);
  if (value.empty()) return std::nullopt;
  if (value.find_first_not_of("0123456789") != std::string_view::npos) {
    const auto date = parse_http_date(value);
    if (!date) return std::nullopt;
    return std::clamp<int64_t>(*date - now, 0, kMaxSeconds) * 1000;
  }
  int64_t seconds = kMaxSeconds;
  std::from_chars(value.data(), value.data() + value.size(), seconds);  // overflow: kMaxSeconds
  return std::min(seconds, kMaxSeconds) * 1000;
}

std::optional<int64_t> retry_delay_ms(const RetryPolicy& policy, const Attempt& attempt,
                                      const Outcome& outcome, Instant now) {
  if (attempt.number > policy.retries) return std::nullopt;
  const bool worth_it = std::visit(
      [&attempt](const auto& answer) { return is_worth_it(answer, attempt.method); }, outcome);
  if (!worth_it) return std::nullopt;
  if (const auto* response = std::get_if<Response>(&outcome)) {
    const auto demanded = parse_retry_after(response->header("retry-after"), now);
    if (demanded && *demanded > policy.max_retry_after_ms) return std::nullopt;
    if (demanded) return demanded;
  }
  return policy.base_ms << std::clamp(attempt.number - 1, 0, kMaxDoublings);
}

}  // namespace vectora::http
