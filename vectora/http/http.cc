#include "vectora/http/http.h"

#include <algorithm>

namespace vectora::http {
namespace {

constexpr std::string_view kBlanks = " \t";

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string origin(const Url& url) {
  std::string text = url.scheme() + "://" + url.host();
  const int usual = url.scheme() == "https" ? 443 : 80;
  if (url.port() != usual) text += ":" + std::to_string(url.port());
  return text;
}

std::string Response::header(std::string_view name) const {
  const auto found = headers.find(std::string(name));
  return found == headers.end() ? std::string() : found->second;
}

std::string Response::charset() const {
  const std::string type = lower_case(header("content-type"));
  for (size_t begin = type.find(';'); begin != std::string::npos;) {
    const size_t end = type.find(';', begin + 1);
    const std::string_view parameter =
        trimmed(std::string_view(type).substr(begin + 1, std::min(end, type.size()) - begin - 1));
    const size_t equals = parameter.find('=');
    if (equals != std::string_view::npos && trimmed(parameter.substr(0, equals)) == "charset") {
      std::string_view value = trimmed(parameter.substr(equals + 1));
      while (!value.empty() && (value.front() == '"' || value.front() == '\''))
        value.remove_prefix(1);
      while (!value.empty() && (value.back() == '"' || value.back() == '\''))
        value.remove_suffix(1);
      return std::string(value);
    }
    begin = end;
  }
  return {};
}

std::string_view to_string(FailureReason reason) {
  switch (reason) {
    case FailureReason::kDns: return "dns";
    case FailureReason::kConnect: return "connect";
    case FailureReason::kTls: return "tls";
    case FailureReason::kTimeout: return "timeout";
    case FailureReason::kTooLarge: return "too_large";
    case FailureReason::kRefused: return "refused";
    case FailureReason::kProtocol: return "protocol";
  }
  return "unknown";
}

}  // namespace vectora::http
