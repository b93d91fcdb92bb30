#include "vectora/ops/history.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "vectora/store/transfer.h"

namespace vectora::ops {
namespace {

constexpr std::string_view kPrefix = "history/";
constexpr std::string_view kSuffix = ".json";
constexpr std::string_view kReport = ".report.json";
constexpr int kVersion = 1;
constexpr size_t kShownDigits = 12;
constexpr size_t kStampChars = 16;
constexpr int kMaxTries = 100;

Json digest_or_null(const Digest& digest) {
  return digest.empty() ? Json(nullptr) : Json(digest.str());
}

Digest digest_member(const Json& json, std::string_view name) {
  return Digest::parse(string_member(json, name)).value_or(Digest());
}

// Everything but the id.
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

// "20261121T090000Z"
std::string stamp(Instant at) {
  std::string text = at.str();
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

bool is_entry(std::string_view key) { return key.ends_with(kSuffix) && !key.ends_with(kReport); }

std::string id_in(std::string_view key) {
  key.remove_suffix(kSuffix.size());
  return std::string(key.substr(key.rfind('/') + 1));
}

bool is_id(std::string_view id) { return id.size() > kStampChars && id[kStampChars] == '-'; }

std::string path_of(const std::string& id, std::string_view extension) {
  return std::string(kPrefix) + id.substr(0, 4) + "/" + id.substr(4, 2) + "/" + id.substr(6, 2) +
         "/" + id + "." + std::string(extension);
}

std::string id_with(const std::string& stamp, int number) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "-%04d", number);
  return stamp + text.data();
}

// The id that sorts behind `last`, the newest one there is: so entries have the order in
// which they were written, within a second and where clocks disagree.
std::string next_id(const std::string& now, const std::string& last) {
  const std::string last_stamp = last.substr(0, kStampChars);
  if (last_stamp < now) return id_with(now, 0);
  return id_with(last_stamp, std::atoi(last.c_str() + kStampChars + 1) + 1);
}

// Ids of a day and of all after it, oldest first.
Result<std::vector<std::string>> ids_since(store::ObjectStore& config, Date day) {
  std::vector<std::string> ids;
  store::ListQuery query{.prefix = std::string(kPrefix),
                         .after = std::string(kPrefix) + day.path()};
  for (bool more = true; more;) {
    const store::Page page = TRY(config.list_page(query));
    for (const store::ObjectInfo& info : page.objects) {
      query.after = info.key;
      if (is_entry(info.key) && is_id(id_in(info.key))) ids.push_back(id_in(info.key));
    }
    more = page.more;
  }
  return ids;
}

// Of these ids that of an entry with the same content; empty: there is none.
Result<std::string> id_of_same(store::ObjectStore& config, const HistoryEntry& entry,
                               const std::vector<std::string>& ids) {
  for (const std::string& id : ids) {
    if (id.substr(0, kStampChars) < stamp(entry.at)) continue;
    const Result<store::Object> object = config.get(path_of(id, "json"));
    if (!object) return object.error();
    const Result<Json> json = parse_json(object->bytes);
    const auto other = json ? history_entry_from_json(*json) : json.error();
    if (other && content_of(*other) == content_of(entry)) return id;
  }
  return std::string();
}

std::string shown(const Digest& digest) {
  return digest.empty() ? "none" : digest.hex().substr(0, kShownDigits);
}

}  // namespace

std::string history_key(const HistoryEntry& entry, std::string_view extension) {
  return path_of(entry.id, extension);
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
  for (int tries = 0; tries < kMaxTries; ++tries) {
    const std::vector<std::string> ids = TRY(ids_since(config, entry.at.date()));
    if (std::string id = TRY(id_of_same(config, entry, ids)); !id.empty()) return id;
    named.id = next_id(stamp(entry.at), ids.empty() ? std::string() : ids.back());
    const auto written = config.put_if_absent(history_key(named), to_json_text(to_json(named)));
    if (written) return named.id;
    if (written.error().code != ErrorCode::kConflict) return written.error();
  }
  return Error{ErrorCode::kConflict, history_key(named) + ": others keep writing entries"};
}

Result<std::vector<HistoryEntry>> read_history(store::ObjectStore& config, size_t limit) {
  std::vector<std::string> keys;
  for (const store::ObjectInfo& info : TRY(config.list(std::string(kPrefix))))
    if (is_entry(info.key)) keys.push_back(info.key);
  std::sort(keys.rbegin(), keys.rend());
  keys.resize(std::min(keys.size(), limit));
  const std::vector<store::Object> objects = TRY(store::get_all(config, keys));
  std::vector<HistoryEntry> entries;
  for (size_t i = 0; i < keys.size(); ++i) {
    const Json json = TRY_IN(keys[i], parse_json(objects[i].bytes));
    entries.push_back(TRY_IN(keys[i], history_entry_from_json(json)));
  }
  return entries;
}

std::string history_line(const HistoryEntry& entry) {
  std::string line = entry.at.str() + "  " + entry.action + "  " + entry.outcome + "  " +
                     shown(entry.before) + " -> " + shown(entry.after) + "  " + entry.who;
  if (!entry.snapshot.empty()) line += "  snapshot " + entry.snapshot;
  if (!entry.why.empty()) line += "  " + entry.why;
  if (const Json* overrides = find_member(entry.details, "overrides");
      overrides != nullptr && overrides->is_array())
    for (const Json& override : *overrides)
      line += "  " + string_member(override, "gate") +
              " overridden: " + string_member(override, "reason");
  for (const char* because : {"refused_because", "undone_because"})
    if (const std::string text = string_member(entry.details, because); !text.empty())
      line += "  because " + text;
  return line;
}

}  // namespace vectora::ops
