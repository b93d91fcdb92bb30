#include "vectora/base/url.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "vectora/base/utf8.h"

namespace vectora {
namespace {

constexpr std::string_view kTrackingParameters[] = {
    "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid", "_hsenc", "_hsmi",
};

bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// Leading and trailing C0 controls and spaces go; tabs and newlines go
// everywhere (basic URL parser, steps 1 and 3).
std::string cleaned(std::string_view text) {
  while (!text.empty() && is_control_or_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_control_or_space(text.back())) text.remove_suffix(1);
  std::string out;
  out.reserve(text.size());
  for (const char c : text)
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  return out;
}

int default_port(std::string_view scheme) { return scheme == "https" ? 443 : 80; }

// Percent-encodes what may not stand in a path or query as it is.
std::string encoded(std::string_view text, std::string_view also) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || also.find(c) != std::string_view::npos) {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    } else {
      out += c;
    }
  }
  return out;
}

bool is_single_dot(std::string_view segment) {
  return segment == "." || lower_case(segment) == "%2e";
}

bool is_double_dot(std::string_view segment) {
  const std::string s = lower_case(segment);
  return s == ".." || s == ".%2e" || s == "%2e." || s == "%2e%2e";
}

// Resolves "." and ".." of a path whose separators may be "\".
std::string normalized_path(std::string_view path) {
  std::vector<std::string_view> segments;
  bool ends_in_directory = true;
  size_t begin = path.empty() || (path[0] != '/' && path[0] != '\\') ? 0 : 1;
  while (begin <= path.size()) {
    const size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    ends_in_directory = is_single_dot(segment) || is_double_dot(segment);
    if (is_double_dot(segment)) {
      if (!segments.empty()) segments.pop_back();
    } else if (!is_single_dot(segment)) {
      segments.push_back(segment);
    }
    begin = end + 1;
  }
  std::string out;
  for (const std::string_view segment : segments) {
    out += '/';
    out += encoded(segment, "\"<>`{}");
  }
  if (ends_in_directory || out.empty()) out += '/';
  return out;
}

bool is_valid_host(std::string_view host) {
  if (host.empty()) return false;
  if (host.front() == '[')
    return host.size() > 2 && host.back() == ']' &&
           host.find_first_not_of("0123456789abcdef:.", 1) == host.size() - 1;
  return host.find_first_of(" \"#%/:<>?@[\\]^`{|}") == std::string_view::npos &&
         std::none_of(host.begin(), host.end(), is_control_or_space) && is_valid_utf8(host);
}

// Nothing when the port is no number of 1..65535; an empty port is the default.
std::optional<int> parse_port(std::string_view text, std::string_view scheme) {
  if (text.empty()) return default_port(scheme);
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65535)
    return std::nullopt;
  return port;
}

// The scheme in front of ':', lower-cased; empty where there is none.
std::string scheme_of(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string scheme = lower_case(text.substr(0, colon));
  if (scheme[0] < 'a' || scheme[0] > 'z') return {};
  if (scheme.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789+-.") != std::string::npos)
    return {};
  return scheme;
}

bool is_tracking(std::string_view parameter) {
  const std::string name = lower_case(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") ||
         std::find(std::begin(kTrackingParameters), std::end(kTrackingParameters), name) !=
             std::end(kTrackingParameters);
}

std::string canonical_query(std::string_view query) {
  std::vector<std::string_view> kept;
  for (size_t begin = 0; begin < query.size();) {
    const size_t end = std::min(query.find('&', begin), query.size());
    const std::string_view parameter = query.substr(begin, end - begin);
    if (!parameter.empty() && !is_tracking(parameter)) kept.push_back(parameter);
    begin = end + 1;
  }
  std::sort(kept.begin(), kept.end());
  std::string out;
  for (const std::string_view parameter : kept) {
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
}

}  // namespace

std::optional<Url> Url::parse(std::string_view raw) {
  if (raw.size() > kMaxLength) return std::nullopt;
  const std::string text = cleaned(raw);
  Url url;
  url.scheme_ = scheme_of(text);
  if (url.scheme_ != "http" && url.scheme_ != "https") return std::nullopt;
  std::string_view rest = std::string_view(text).substr(url.scheme_.size() + 1);
  // Special schemes accept any number of slashes, forward or back.
  while (!rest.empty() && (rest.front() == '/' || rest.front() == '\\')) rest.remove_prefix(1);

  std::string_view authority = rest.substr(0, rest.find_first_of("/\\?#"));
  rest.remove_prefix(authority.size());
  if (const size_t at = authority.rfind('@'); at != std::string_view::npos) {
    url.user_info_ = encoded(authority.substr(0, at), "\"<>`{}@");
    authority.remove_prefix(at + 1);
  }
  const size_t colon = authority.find(':', authority.starts_with('[') ? authority.find(']') : 0);
  url.host_ = lower_case(authority.substr(0, colon));
  if (!is_valid_host(url.host_)) return std::nullopt;
  const auto port = parse_port(
      colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1),
      url.scheme_);
  if (!port) return std::nullopt;
  url.port_ = *port;

  if (const size_t hash = rest.find('#'); hash != std::string_view::npos) {
    url.fragment_ = encoded(rest.substr(hash + 1), "\"<>`");
    rest = rest.substr(0, hash);
  }
  if (const size_t mark = rest.find('?'); mark != std::string_view::npos) {
    url.query_ = encoded(rest.substr(mark + 1), "\"<>'");
    url.has_query_ = true;
    rest = rest.substr(0, mark);
  }
  url.path_ = normalized_path(rest);
  return url;
}

std::optional<Url> Url::resolve(std::string_view raw) const {
  if (raw.size() > kMaxLength) return std::nullopt;
  const std::string reference = cleaned(raw);
  const std::string scheme = scheme_of(reference);
  // "http:page" without slashes is relative to a base of the same scheme.
  const bool same_scheme_relative =
      scheme == scheme_ && reference.find_first_of("/\\", scheme.size()) != scheme.size() + 1;
  if (!scheme.empty() && !same_scheme_relative) return parse(reference);
  std::string_view rest = reference;
  if (same_scheme_relative) rest.remove_prefix(scheme.size() + 1);

  const auto is_slash = [&rest](size_t i) {
    return i < rest.size() && (rest[i] == '/' || rest[i] == '\\');
  };
  if (is_slash(0) && is_slash(1)) return parse(scheme_ + ":" + std::string(rest));
  std::string root = scheme_ + "://";
  if (!user_info_.empty()) root += user_info_ + "@";
  root += host_ + ":" + std::to_string(port_);
  if (is_slash(0)) return parse(root + std::string(rest));
  root += path_;
  if (rest.empty() || rest[0] == '#')
    return parse(root + (has_query_ ? "?" + query_ : "") + std::string(rest));
  if (rest[0] == '?') return parse(root + std::string(rest));
  return parse(root.substr(0, root.rfind('/') + 1) + std::string(rest));
}

std::string Url::authority_and_path() const {
  std::string out = host_;
  if (port_ != default_port(scheme_)) out += ":" + std::to_string(port_);
  out += path_;
  if (has_query_) out += "?" + query_;
  return out;
}

std::string Url::without_fragment() const {
  return scheme_ + "://" + (user_info_.empty() ? "" : user_info_ + "@") + authority_and_path();
}

std::string Url::str() const {
  return fragment_.empty() ? without_fragment() : without_fragment() + "#" + fragment_;
}

std::string Url::without_credentials() const { return scheme_ + "://" + authority_and_path(); }

std::string_view Url::site() const {
  std::string_view site = host_;
  if (site.starts_with("www.")) site.remove_prefix(4);
  return site;
}

std::string Url::canonical() const {
  std::string out = "https://";
  out += site();
  if (port_ != default_port(scheme_)) out += ":" + std::to_string(port_);
  out += path_;
  while (out.ends_with('/')) out.pop_back();
  return out + canonical_query(query_);
}

}  // namespace vectora
