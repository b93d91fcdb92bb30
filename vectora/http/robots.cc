#include "vectora/http/robots.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "vectora/http/http.h"

namespace vectora::http {
namespace {

constexpr size_t kMaxLine = 16384;
constexpr int64_t kMaxDelayMs = 86400000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kDigits = "0123456789ABCDEF";

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_unreserved(char c) { return is_letter_or_digit(c) || std::strchr("-._~", c) != nullptr; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

// The byte that "%41" at `at` stands for, or -1.
int escaped_byte(std::string_view text, size_t at) {
  if (text[at] != '%' || at + 2 >= text.size()) return -1;
  const int high = hex_value(text[at + 1]);
  const int low = hex_value(text[at + 2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits[byte >> 4U];
  out += kDigits[byte & 15U];
}

// One spelling of each path (2.2.2): unreserved characters plain, bytes outside
// printable ASCII escaped, escapes in upper case. `special` are escaped too.
std::string normal_form(std::string_view path, std::string_view special) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    const int byte = escaped_byte(path, i);
    const char c = byte < 0 ? path[i] : static_cast<char>(byte);
    const bool printable = c > 0x20 && c < 0x7F;
    const bool plain = byte < 0 ? printable && special.find(c) == std::string_view::npos
                                : c != '\0' && is_unreserved(c);
    if (plain)
      out += c;
    else
      append_escaped(out, c);
    if (byte >= 0) i += 2;
  }
  return out;
}

std::string normal_pattern(std::string_view pattern) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::string normal = normal_form(pattern, "$");
  if (anchored) normal += '$';
  return normal;
}

// Does `pattern` match the start of `path`? Each part between asterisks is taken
// where it first occurs, which loses nothing; only the last one may be anchored.
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  const size_t first = std::min(pattern.find('*'), pattern.size());
  if (!path.starts_with(pattern.substr(0, first))) return false;
  path.remove_prefix(first);
  if (first == pattern.size()) return !anchored || path.empty();
  pattern.remove_prefix(first + 1);
  for (;;) {
    const size_t end = std::min(pattern.find('*'), pattern.size());
    const std::string_view part = pattern.substr(0, end);
    if (end == pattern.size() && anchored) return path.ends_with(part);
    // memmem is linear whatever the two hold; string_view::find is not.
    const void* found =
        part.empty() ? path.data() : ::memmem(path.data(), path.size(), part.data(), part.size());
    if (found == nullptr) return false;
    if (end == pattern.size()) return true;
    path.remove_prefix(static_cast<size_t>(static_cast<const char*>(found) - path.data()) +
                       part.size());
    pattern.remove_prefix(end + 1);
  }
}

struct Record {
  std::string name;  // lower case
  std::string_view value;
};

// "Disallow: /x # why"; an empty name where there is none.
Record record_of(std::string_view line) {
  line = trimmed(line.substr(0, line.find('#')));
  const size_t separator = std::min(line.find(':'), line.find_first_of(" \t"));
  if (separator == std::string_view::npos) return {};
  const std::string_view name = line.substr(0, separator);
  std::string_view value = trimmed(line.substr(separator));
  if (value.starts_with(':')) value.remove_prefix(1);
  return {lower_case(name), trimmed(value)};
}

// The product token that a User-agent line starts with: "OtherBot/2.1" is "otherbot".
std::string agent_of(std::string_view value) {
  size_t end = 0;
  while (end < value.size() &&
         (is_letter_or_digit(value[end]) || value[end] == '_' || value[end] == '-'))
    ++end;
  return lower_case(value.substr(0, end));
}

int64_t delay_of(std::string_view value) {
  int64_t whole = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, whole);
  if (error != std::errc() || whole < 0) return 0;
  int64_t milliseconds = std::min(whole, kMaxDelayMs / 1000) * 1000;
  if (end - stop > 1 && *stop == '.' && hex_value(stop[1]) >= 0 && hex_value(stop[1]) < 10)
    milliseconds += hex_value(stop[1]) * 100;
  return milliseconds;
}

}  // namespace

class RobotsParser {
 public:
  explicit RobotsParser(std::string_view product_token) : token_(lower_case(product_token)) {}

  void line(std::string_view line) {
    if (line.size() > kMaxLine) return;
    const Record record = record_of(line);
    if (record.name == "user-agent") return user_agent(record.value);
    const bool allow = record.name == "allow";
    if (allow || record.name == "disallow") return rule(record.value, allow);
    if (record.name == "crawl-delay") delay(record.value);
  }

  Robots result() && { return named_ ? std::move(ours_) : std::move(everybodys_); }

 private:
  void user_agent(std::string_view value) {
    if (!in_agents_) for_us_ = for_everybody_ = false;
    in_agents_ = true;
    const bool star = value == "*" || value.starts_with("* ");
    for_everybody_ = for_everybody_ || star;
    if (star || agent_of(value) != token_) return;
    for_us_ = named_ = true;
  }

  void rule(std::string_view value, bool allow) {
    in_agents_ = false;
    if (value.empty()) return;
    const Robots::Rule rule{normal_pattern(value), allow};
    if (for_us_) ours_.rules_.push_back(rule);
    if (for_everybody_) everybodys_.rules_.push_back(rule);
  }

  void delay(std::string_view value) {
    in_agents_ = false;
    if (for_us_) ours_.crawl_delay_ms_ = delay_of(value);
    if (for_everybody_) everybodys_.crawl_delay_ms_ = delay_of(value);
  }

  std::string token_;
  Robots ours_;
  Robots everybodys_;
  bool named_ = false;  // some group names us, be it an empty one
  bool in_agents_ = false;
  bool for_us_ = false;
  bool for_everybody_ = false;
};

Robots Robots::parse(std::string_view bytes, std::string_view product_token) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  const bool cut = bytes.size() > kMaxBytes;
  if (cut) bytes = bytes.substr(0, kMaxBytes);
  RobotsParser parser(product_token);
  while (!bytes.empty()) {
    const size_t end = bytes.find_first_of("\r\n");
    if (end == std::string_view::npos && cut) break;  // half a line may say the opposite
    parser.line(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end, bytes.size() - 1) + 1);
  }
  return std::move(parser).result();
}

bool Robots::allows(const Url& url) const {
  if (url.path() == "/robots.txt") return true;
  std::string path = url.path();
  if (!url.query().empty()) path += "?" + url.query();
  const std::string normal = normal_form(path, "*$");
  const Rule* best = nullptr;
  for (const Rule& rule : rules_) {
    const bool better = best == nullptr || rule.pattern.size() > best->pattern.size() ||
                        (rule.pattern.size() == best->pattern.size() && rule.allow);
    if (better && matches(rule.pattern, normal)) best = &rule;
  }
  return best == nullptr || best->allow;
}

std::vector<std::string> sitemaps_in(std::string_view robots_txt, size_t max) {
  constexpr std::string_view kName = "sitemap:";
  std::vector<std::string> addresses;
  robots_txt = robots_txt.substr(0, Robots::kMaxBytes);
  while (!robots_txt.empty() && addresses.size() < max) {
    const size_t end = std::min(robots_txt.find_first_of("\r\n"), robots_txt.size());
    const std::string_view line = trimmed(robots_txt.substr(0, end));
    robots_txt.remove_prefix(std::min(end + 1, robots_txt.size()));
    if (lower_case(line.substr(0, kName.size())) != kName) continue;
    const std::string_view address = trimmed(line.substr(kName.size()));
    if (!address.empty()) addresses.emplace_back(address);
  }
  return addresses;
}

}  // namespace vectora::http
