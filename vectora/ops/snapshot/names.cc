#include "vectora/ops/snapshot/names.h"

#include <algorithm>

namespace vectora::ops::snapshot {
namespace {

constexpr size_t kMaxNameBytes = 100;
constexpr std::string_view kObjects = "objects";
constexpr std::string_view kActivity = "activity.json";
constexpr std::string_view kShown =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

bool is_letter_or_digit(char c) { return kShown.find(c) != std::string_view::npos; }

bool is_allowed(char c) { return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-'; }

Error bad_name(std::string_view name, std::string_view why) {
  std::string shown(name.substr(0, kMaxNameBytes));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return !is_allowed(c) && c != '/' && c != ' '; },
      '?');
  return {ErrorCode::kInvalidArgument,
          "'" + shown + "' is no name of a snapshot: " + std::string(why)};
}

}  // namespace

Result<void> check_name(std::string_view name) {
  if (name.empty()) return bad_name(name, "it is empty");
  if (name.size() > kMaxNameBytes) return bad_name(name, "longer than 100 characters");
  if (!is_letter_or_digit(name[0])) return bad_name(name, "it begins with a letter or a digit");
  if (!std::all_of(name.begin(), name.end(), is_allowed))
    return bad_name(name, "only letters, digits, '.', '_' and '-' may stand in it");
  if (name == kObjects || name == kActivity) return bad_name(name, "it is taken");
  return {};
}

std::string name_at(Instant now) {
  std::string name = now.str();
  std::erase_if(name, [](char c) { return c == '-' || c == ':'; });
  return name;
}

std::string name_before(std::string_view act, Instant now) {
  return "before-" + std::string(act) + "-" + name_at(now);
}

std::string manifest_key(std::string_view name) {
  return std::string(kPrefix) + std::string(name) + "/manifest.json";
}

std::string readme_key(std::string_view name) {
  return std::string(kPrefix) + std::string(name) + "/README.md";
}

std::string object_key(const Digest& digest) {
  return std::string(kObjectsPrefix) + digest.hex().substr(0, 2) + "/" + digest.hex();
}

std::optional<std::string> snapshot_of(std::string_view key) {
  if (!key.starts_with(kPrefix)) return std::nullopt;
  key.remove_prefix(kPrefix.size());
  const std::string_view name = key.substr(0, key.find('/'));
  if (name.size() == key.size() || !check_name(name).ok()) return std::nullopt;
  return std::string(name);
}

std::optional<Digest> digest_of(std::string_view key) {
  if (!key.starts_with(kObjectsPrefix)) return std::nullopt;
  const auto digest = Digest::parse(key.substr(key.rfind('/') + 1));
  if (!digest || object_key(*digest) != key) return std::nullopt;
  return digest;
}

}  // namespace vectora::ops::snapshot
