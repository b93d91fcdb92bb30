#include "vectora/ops/configuration/redaction.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace vectora::ops {
namespace {

constexpr std::array<std::string_view, 15> kSecretWords = {
    "password",   "passwd",      "passphrase",    "pwd",  "pass",   "secret",  "secrets", "token",
    "credential", "credentials", "authorization", "auth", "cookie", "webhook", "apikey"};
constexpr std::array<std::string_view, 5> kSecretKeys = {"api", "access", "private", "signing",
                                                         "account"};
// How services begin what they give out as keys, and from how many characters on.
constexpr std::array<std::string_view, 9> kIssued = {
    "AKIA", "ASIA", "sk-", "ghp_", "gho_", "github_pat_", "xoxb-", "xoxp-", "AIza"};
constexpr size_t kIssuedLength = 20;
constexpr std::string_view kPrivateKey = "-----BEGIN ";

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_name(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.'; }

template <size_t kCount>
bool contains(const std::array<std::string_view, kCount>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "apiKey", "api-key" and "API_KEY" alike: {"api", "key"}.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (size_t i = 0; i < name.size(); ++i) {
    const bool begins = is_upper(name[i]) && i > 0 && !is_upper(name[i - 1]);
    if ((begins || !is_letter(name[i])) && !words.back().empty()) words.emplace_back();
    if (is_letter(name[i]))
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
  }
  return words;
}

// What one place of a text hides: so many bytes of it, told as `shown`.
struct Hit {
  size_t length = 0;
  std::string shown;
};

// "://user:password@"
Hit credentials(std::string_view text) {
  if (!text.starts_with("://")) return {};
  const size_t end = text.find_first_of("/?#\"'<> \t\n@", 3);
  if (end == std::string_view::npos || text[end] != '@') return {};
  return {end, "://" + std::string(kHidden)};
}

// "AKIAIOSFODNN7EXAMPLE"
Hit issued(std::string_view text) {
  const bool begins = std::any_of(kIssued.begin(), kIssued.end(),
                                  [text](std::string_view mark) { return text.starts_with(mark); });
  size_t end = 0;
  while (begins && end < text.size() && is_name(text[end]) && text[end] != '.') ++end;
  return end >= kIssuedLength ? Hit{end, std::string(kHidden)} : Hit{};
}

// A key in PEM form: the rest of the text.
Hit private_key(std::string_view text) {
  return text.starts_with(kPrivateKey) ? Hit{text.size(), std::string(kHidden)} : Hit{};
}

// "?token=abc", "api_key: abc"
Hit parameter(std::string_view text) {
  size_t end = 0;
  while (end < text.size() && is_name(text[end])) ++end;
  if (end == 0 || !is_secret_name(text.substr(0, end))) return {};
  size_t value = end;
  while (value < text.size() && (text[value] == ' ' || text[value] == '"')) ++value;
  if (value == text.size() || (text[value] != '=' && text[value] != ':')) return {};
  value = text.find_first_not_of(" \"'", value + 1);
  if (value == std::string_view::npos) return {};
  const size_t stop = std::min(text.find_first_of("&#\"' \t\n", value), text.size());
  return {stop, std::string(text.substr(0, value)) + std::string(kHidden)};
}

Hit hit_at(std::string_view text, bool at_word) {
  for (const auto find : {credentials, private_key})
    if (const Hit hit = find(text); hit.length > 0) return hit;
  if (!at_word) return {};
  const Hit hit = issued(text);
  return hit.length > 0 ? hit : parameter(text);
}

}  // namespace

bool is_secret_name(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  for (size_t i = 0; i < words.size(); ++i) {
    if (contains(kSecretWords, words[i])) return true;
    if (words[i] == "key" && i > 0 && contains(kSecretKeys, words[i - 1])) return true;
  }
  return false;
}

std::string without_secrets(std::string_view text) {
  std::string shown;
  bool at_word = true;
  for (size_t i = 0; i < text.size();) {
    const Hit hit = hit_at(text.substr(i), at_word);
    if (hit.length > 0) {
      shown += hit.shown;
      i += hit.length;
      at_word = true;
      continue;
    }
    at_word = !is_name(text[i]);
    shown += text[i++];
  }
  return shown;
}

}  // namespace vectora::ops
