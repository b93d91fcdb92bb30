// History: who changed what in an environment, when, and why.
//
//   HistoryEntry entry;
//   entry.action = "promote";
//   entry.why = "newsrooms of the spring";
//   const std::string id = TRY(record(*stage.buckets.config, entry));
//   for (const HistoryEntry& past : TRY(read_history(*stage.buckets.config, 20))) ...
//
// Stored as history/{YYYY}/{MM}/{DD}/{id}.json in the config bucket, one object
// an entry, never changed afterwards (version 1):
//   {"version": 1, "id", "at": RFC 3339, "who", "action", "environment", "outcome",
//    "before": digest or null, "after": digest or null, "snapshot", "why", "details": {}}
// `id` is a time and a number, "20261121T090000Z-0000": entries sort in the order in
// which they were written. One that is written within the second of the entry before,
// or by a clock that is behind, takes that entry's time and the next number; `at` is
// what its own clock said. Writing the same entry twice writes one object.
#pragma once

#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/json.h"
#include "vectora/store/object_store.h"

namespace vectora::ops {

struct HistoryEntry {
  std::string id;  // given by `record`
  Instant at;
  std::string who;     // "anna@laptop"
  std::string action;  // sync, promote, rollback, restore, snapshot, clean
  std::string environment;
  std::string outcome = "done";  // done, refused, undone
  Digest before;                 // of the configuration; empty: there was none
  Digest after;
  std::string snapshot;  // the one taken before; empty: none
  std::string why;
  Json details = Json::object();  // of the action: counts, gates, overrides; no secrets
};

// Writes the entry and returns its id.
Result<std::string> record(store::ObjectStore& config, const HistoryEntry& entry);

// The newest `limit` entries, newest first. An entry that cannot be read is an
// error that names its key.
Result<std::vector<HistoryEntry>> read_history(store::ObjectStore& config, size_t limit);

// Where an entry lies; its report, where it has one, is "md" and "report.json".
std::string history_key(const HistoryEntry& entry, std::string_view extension = "json");

Json to_json(const HistoryEntry& entry);
Result<HistoryEntry> history_entry_from_json(const Json& json);

// A line for people: "2026-11-21T09:00:00Z  promote  done  sha256:1a2b... -> 3c4d...  anna@laptop
// why".
std::string history_line(const HistoryEntry& entry);

}  // namespace vectora::ops
