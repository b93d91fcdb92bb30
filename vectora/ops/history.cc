#include "vectora/ops/history.h"

#include <algorithm>

namespace vectora::ops {
namespace {

constexpr std::string_view kPrefix = "history/";
constexpr std::string_view kSuffix = ".json";
constexpr std::string_view kReport = ".report.json";
constexpr int kVersion = 1;
constexpr size_t kShownDigits = 12;

Json digest_or_null(const Digest& digest) {
  return digest.empty() ? Json(nullptr) : Json(digest.str());
}

Digest digest_member(const Json& json, std::string_view name) {
  return Digest::parse(string_member(json, name)).value_or(Digest());
}

// Everything but the id, which is made of it.
Json content_of(const HistoryEntry& entry) {
  return {{"at", entry.at.str()},
          {"who", entry.who},
          {"action", entry.action},
          {"environment", entry.environment},
          {"outcome", entry.outcome},
          {"before", digest_or_null(entry.before)},
          {"after", digest_or_null(entry.after)},
          {"snapshot", entry.snapshot},
          {"why", entry.why},
          {"details", entry.details}};
}

std::string id_of(const HistoryEntry& entry) {
  std::string id = entry.at.str();
  std::erase_if(id, [](char c) { return c == '-' || c == ':'; });
  return id + "-" + sha256(to_json_line(content_of(entry))).hex().substr(0, 8);
}

std::string shown(const Digest& digest) {
  return digest.empty() ? "none" : digest.hex().substr(0, kShownDigits);
}

}  // namespace

std::string history_key(const HistoryEntry& entry, std::string_view extension) {
  return std::string(kPrefix) + entry.at.date().path() + "/" + entry.id + "." +
         std::string(extension);
}

Json to_json(const HistoryEntry& entry) {
  Json json = {{"version", kVersion}, {"id", entry.id}};
  json.update(content_of(entry));
  return json;
}

Result<HistoryEntry> history_entry_from_json(const Json& json) {
  if (number_member(json, "version") != kVersion)
    return Error{ErrorCode::kMalformed, "no history entry of version 1"};
  const auto at = Instant::parse(string_member(json, "at"));
  if (!at) return Error{ErrorCode::kMalformed, "a history entry without its time"};
  HistoryEntry entry;
  entry.id = string_member(json, "id");
  entry.at = *at;
  entry.who = string_member(json, "who");
  entry.action = string_member(json, "action");
  entry.environment = string_member(json, "environment");
  entry.outcome = string_member(json, "outcome");
  entry.before = digest_member(json, "before");
  entry.after = digest_member(json, "after");
  entry.snapshot = string_member(json, "snapshot");
  entry.why = string_member(json, "why");
  if (const Json* details = find_member(json, "details")) entry.details = *details;
  return entry;
}

Result<std::string> record(store::ObjectStore& config, const HistoryEntry& entry) {
  HistoryEntry named = entry;
  named.id = id_of(entry);
  TRY(config.put(history_key(named), to_json_text(to_json(named))));
  return named.id;
}

Result<std::vector<HistoryEntry>> read_history(store::ObjectStore& config, size_t limit) {
  std::vector<std::string> keys;
  for (const store::ObjectInfo& info : TRY(config.list(std::string(kPrefix))))
    if (info.key.ends_with(kSuffix) && !info.key.ends_with(kReport)) keys.push_back(info.key);
  // Keys sort by day, and then, as ids, by time.
  std::sort(keys.rbegin(), keys.rend());
  keys.resize(std::min(keys.size(), limit));
  std::vector<HistoryEntry> entries;
  for (const std::string& key : keys) {
    const store::Object object = TRY(config.get(key));
    const Json json = TRY_IN(key, parse_json(object.bytes));
    entries.push_back(TRY_IN(key, history_entry_from_json(json)));
  }
  return entries;
}

std::string history_line(const HistoryEntry& entry) {
  std::string line = entry.at.str() + "  " + entry.action + "  " + entry.outcome + "  " +
                     shown(entry.before) + " -> " + shown(entry.after) + "  " + entry.who;
  if (!entry.snapshot.empty()) line += "  snapshot " + entry.snapshot;
  return entry.why.empty() ? line : line + "  " + entry.why;
}

}  // namespace vectora::ops
