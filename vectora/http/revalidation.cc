#include "vectora/http/revalidation.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "vectora/http/http_date.h"

namespace vectora::http {
namespace {

constexpr size_t kMaxValidator = 1024;
constexpr int64_t kMaxSeconds = 1LL << 31;  // RFC 9111, 1.2.2: what is greater counts as this

// Nothing for what cannot be sent back: too long, or with a character that no field
// value has (RFC 9110, 5.5) and that might end one field and begin another.
std::string sendable(std::string value) {
  const bool odd = std::any_of(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
  return odd || value.size() > kMaxValidator ? std::string() : value;
}

// Nothing unless all of it is digits.
std::optional<int64_t> delta_seconds(std::string_view text) {
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  int64_t seconds = kMaxSeconds;
  std::from_chars(text.data(), text.data() + text.size(), seconds);  // overflow: kMaxSeconds
  return std::min(seconds, kMaxSeconds);
}

// Where the element of a list that starts at `begin` ends: at a comma outside quotes.
size_t end_of_element(std::string_view list, size_t begin) {
  bool quoted = false;
  for (size_t i = begin; i < list.size(); ++i) {
    if (quoted && list[i] == '\\')
      ++i;
    else if (list[i] == '"')
      quoted = !quoted;
    else if (list[i] == ',' && !quoted)
      return i;
  }
  return list.size();
}

struct CacheControl {
  bool no_store = false;
  bool no_cache = false;
  std::optional<int64_t> max_age_s;
};

// Of a directive that is repeated the strictest counts; one that cannot be read is 0.
CacheControl cache_control(const Response& response) {
  CacheControl control;
  const std::string list = lower_case(response.header("cache-control"));
  for (size_t begin = 0; begin < list.size();) {
    const size_t end = end_of_element(list, begin);
    const std::string_view directive = trimmed(std::string_view(list).substr(begin, end - begin));
    const size_t equals = std::min(directive.find('='), directive.size());
    const std::string_view name = trimmed(directive.substr(0, equals));
    control.no_store = control.no_store || name == "no-store";
    control.no_cache = control.no_cache || name == "no-cache";
    if (name == "max-age") {
      const std::string_view value = directive.substr(std::min(equals + 1, directive.size()));
      const int64_t seconds = delta_seconds(trimmed(value)).value_or(0);
      control.max_age_s = std::min(control.max_age_s.value_or(seconds), seconds);
    }
    begin = end + 1;
  }
  return control;
}

Instant date_of(const Response& response) {
  return parse_http_date(response.header("date")).value_or(response.received);
}

}  // namespace

Validators validators_of(const Response& response) {
  return {sendable(response.header("etag")), sendable(response.header("last-modified"))};
}

void add_to(Request& request, const Validators& validators) {
  if (!validators.etag.empty()) request.headers["if-none-match"] = validators.etag;
  if (!validators.last_modified.empty())
    request.headers["if-modified-since"] = validators.last_modified;
}

Headers confirmed(Headers stored, const Headers& confirming) {
  for (const char* name : {"age", "date", "retry-after"}) stored.erase(name);  // of one answer
  for (const auto& [name, value] : confirming) stored[name] = value;
  return stored;
}

bool may_store(const Response& response) { return !cache_control(response).no_store; }

int64_t freshness_lifetime_s(const Response& response) {
  const CacheControl control = cache_control(response);
  if (control.no_store || control.no_cache) return 0;
  if (control.max_age_s) return *control.max_age_s;
  const auto expires = parse_http_date(response.header("expires"));
  return expires ? std::max<int64_t>(*expires - date_of(response), 0) : 0;
}

int64_t age_at_arrival_s(const Response& response) {
  const std::string ages = response.header("age");
  const std::string_view first = trimmed(std::string_view(ages).substr(0, ages.find(',')));
  const int64_t apparent = std::max<int64_t>(response.received - date_of(response), 0);
  return std::max(apparent, delta_seconds(first).value_or(0));
}

Instant fresh_until(const Response& response, int64_t max_s) {
  const int64_t left = freshness_lifetime_s(response) - age_at_arrival_s(response);
  return response.received + std::clamp<int64_t>(left, 0, std::max<int64_t>(max_s, 0));
}

}  // namespace vectora::http
