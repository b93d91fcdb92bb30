#include "vectora/aws/credentials/profile.h"

#include <algorithm>

#include "vectora/http/http.h"

namespace vectora::aws {
namespace {

constexpr std::string_view kProfile = "profile ";

bool is_comment(std::string_view line) { return line.starts_with('#') || line.starts_with(';'); }

// "[profile dev]" is "dev", "[sso-session x]" nothing.
std::string profile_named(std::string_view line) {
  std::string_view name = http::trimmed(line.substr(1, line.find(']') - 1));
  if (name.starts_with(kProfile)) return std::string(http::trimmed(name.substr(kProfile.size())));
  return name.find(' ') == std::string_view::npos ? std::string(name) : std::string();
}

}  // namespace

Profiles parse_profiles(std::string_view text) {
  Profiles profiles;
  std::string present;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const size_t equals = line.find('=');
    const bool indented = line.starts_with(' ') || line.starts_with('\t');
    if (is_comment(line) || indented) continue;
    if (line.starts_with('[') && line.find(']') != std::string_view::npos) {
      present = profile_named(line);
      if (!present.empty()) profiles[present];
    } else if (!present.empty() && equals != std::string_view::npos) {
      profiles[present][http::lower_case(http::trimmed(line.substr(0, equals)))] =
          http::trimmed(line.substr(equals + 1));
    }
  }
  return profiles;
}

Profiles merged(Profiles under, const Profiles& over) {
  for (const auto& [name, settings] : over)
    for (const auto& [key, value] : settings) under[name][key] = value;
  for (const auto& [name, settings] : over) under[name];
  return under;
}

}  // namespace vectora::aws
