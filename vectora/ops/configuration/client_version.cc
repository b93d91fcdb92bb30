#include "vectora/ops/configuration/client_version.h"

#include <algorithm>
#include <charconv>

#include "vectora/config/yaml.h"
#include "vectora/ops/configuration/difference.h"

namespace vectora::ops {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kIdentifier =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of(kDigits) == std::string_view::npos;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('.', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<uint32_t> number(std::string_view text) {
  uint32_t value = 0;
  if (!is_number(text) || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  return value;
}

std::strong_ordering order(size_t a, size_t b) { return a <=> b; }

// Numbers by value and before words, words by their bytes (section 11.4).
std::strong_ordering compare_identifiers(const std::string& a, const std::string& b) {
  if (is_number(a) != is_number(b))
    return is_number(a) ? std::strong_ordering::less : std::strong_ordering::greater;
  if (is_number(a) && a.size() != b.size()) return order(a.size(), b.size());
  return a.compare(b) <=> 0;
}

config::YamlNode version_node(const config::YamlDocument& document) {
  return document.root["client_profile"]["version"];
}

// Where a place in a text begins; nothing beyond its end.
std::optional<size_t> offset_of(const std::string& text, const ConfigRef& place) {
  size_t at = 0;
  for (int line = 1; line < place.line; ++line) {
    at = text.find('\n', at);
    if (at == std::string::npos) return std::nullopt;
    ++at;
  }
  at += static_cast<size_t>(place.column - 1);
  return at < text.size() ? std::optional(at) : std::nullopt;
}

std::optional<config::YamlDocument> parsed(const std::string& bytes, const std::string& file) {
  auto document = config::parse_yaml(bytes, file);
  if (!document) return std::nullopt;
  return *std::move(document);
}

bool same_values(const std::string& file, const std::string& before, const std::string& after) {
  const std::vector<FileChange> changes = differences({{file, before}}, {{file, after}});
  return changes.empty() || changes.front().values.empty();
}

std::optional<config::Problem> version_problem(const std::string& file, const std::string& before,
                                               const std::string& after) {
  const auto old_document = parsed(before, file);
  const auto new_document = parsed(after, file);
  if (!old_document || !new_document || same_values(file, before, after)) return std::nullopt;
  const std::string was = version_node(*old_document).text();
  const config::YamlNode node = version_node(*new_document);
  const auto old_version = Version::parse(was);
  const auto new_version = Version::parse(node.text());
  const std::string id = new_document->root["client_profile"]["client_id"].text();
  if (!new_version)
    return config::Problem{config::Severity::kError, node.ref(),
                           "'" + node.text() + "' is no semantic version",
                           "write three numbers, as 1.0.0"};
  if (!old_version || *new_version > *old_version) return std::nullopt;
  return config::Problem{config::Severity::kError, node.ref(),
                         "the client has changed and its version " + node.text() +
                             " is not above " + was + ", which is released",
                         "`vectora client bump " + id + "`"};
}

}  // namespace

std::optional<Version> Version::parse(std::string_view text) {
  const size_t dash = std::min(text.find('-'), text.size());
  const auto core = split(text.substr(0, dash));
  if (core.size() != 3) return std::nullopt;
  const auto major = number(core[0]);
  const auto minor = number(core[1]);
  const auto patch = number(core[2]);
  if (!major || !minor || !patch) return std::nullopt;
  Version version;
  version.major_ = *major;
  version.minor_ = *minor;
  version.patch_ = *patch;
  if (dash == text.size()) return version;
  for (const std::string_view identifier : split(text.substr(dash + 1))) {
    const bool is_zero_led = is_number(identifier) && !number(identifier);
    const bool is_foreign = identifier.find_first_not_of(kIdentifier) != std::string_view::npos;
    if (identifier.empty() || is_foreign || is_zero_led) return std::nullopt;
    version.pre_release_.emplace_back(identifier);
  }
  return version;
}

std::string Version::str() const {
  std::string text =
      std::to_string(major_) + "." + std::to_string(minor_) + "." + std::to_string(patch_);
  for (size_t i = 0; i < pre_release_.size(); ++i) text += (i == 0 ? "-" : ".") + pre_release_[i];
  return text;
}

Version Version::next(Part part) const {
  Version next = *this;
  next.pre_release_.clear();
  switch (part) {
    case Part::kMajor:
      ++next.major_;
      next.minor_ = next.patch_ = 0;
      break;
    case Part::kMinor:
      ++next.minor_;
      next.patch_ = 0;
      break;
    case Part::kPatch:
      if (pre_release_.empty()) ++next.patch_;
      break;
  }
  return next;
}

std::strong_ordering Version::operator<=>(const Version& other) const {
  if (const auto major = major_ <=> other.major_; major != 0) return major;
  if (const auto minor = minor_ <=> other.minor_; minor != 0) return minor;
  if (const auto patch = patch_ <=> other.patch_; patch != 0) return patch;
  if (pre_release_.empty() || other.pre_release_.empty())
    return order(pre_release_.empty() ? 1 : 0, other.pre_release_.empty() ? 1 : 0);
  const size_t count = std::min(pre_release_.size(), other.pre_release_.size());
  for (size_t i = 0; i < count; ++i)
    if (const auto at = compare_identifiers(pre_release_[i], other.pre_release_[i]); at != 0)
      return at;
  return order(pre_release_.size(), other.pre_release_.size());
}

Result<Bumped> bumped(const std::string& bytes, const std::string& file, Part part) {
  const config::YamlDocument document = TRY(config::parse_yaml(bytes, file));
  const config::YamlNode node = version_node(document);
  const ConfigRef place = node.ref();
  const std::string where = place.str() + " client_profile.version";
  if (!node.is_scalar())
    return Error{ErrorCode::kMalformed, where + ": missing; write `version: 1.0.0` there"};
  const auto before = Version::parse(node.text());
  if (!before)
    return Error{ErrorCode::kMalformed, where + ": '" + node.text() +
                                            "' is no semantic version; write three numbers, as "
                                            "1.0.0"};
  const Version after = before->next(part);
  std::optional<size_t> at = offset_of(bytes, place);
  if (at && !node.is_plain()) ++*at;  // behind the quote
  if (!at || bytes.compare(*at, node.text().size(), node.text()) != 0)
    return Error{ErrorCode::kMalformed,
                 where + ": cannot be replaced; write it plainly on its line"};
  std::string changed = bytes;
  changed.replace(*at, node.text().size(), after.str());
  return Bumped{std::move(changed), *before, after};
}

std::vector<config::Problem> version_problems(const config::Files& before,
                                              const config::Files& after) {
  std::vector<config::Problem> problems;
  for (const auto& [file, bytes] : after) {
    const auto found = before.find(file);
    if (!file.starts_with("clients/") || found == before.end() || found->second == bytes) continue;
    if (const auto problem = version_problem(file, found->second, bytes))
      problems.push_back(*problem);
  }
  return problems;
}

}  // namespace vectora::ops
