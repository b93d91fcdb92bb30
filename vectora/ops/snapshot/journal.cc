#include "vectora/ops/snapshot/journal.h"

#include "vectora/base/json.h"
#include "vectora/ops/snapshot/names.h"

namespace vectora::ops::snapshot {
namespace {

constexpr const char* kKey = "journal/restore.json";
constexpr int kVersion = 1;

Result<Journal> journal_from_json(const Json& json) {
  const auto started_at = Instant::parse(string_member(json, "started_at"));
  if (number_member(json, "version") != kVersion || !started_at)
    return Error{ErrorCode::kMalformed, "no journal of a restore of version 1"};
  Journal journal;
  journal.snapshot = string_member(json, "snapshot");
  journal.from = string_member(json, "from");
  journal.before = string_member(json, "before");
  journal.started_at = *started_at;
  TRY(check_name(journal.snapshot));
  const Json* only = find_member(json, "only");
  if (only == nullptr || !only->is_array())
    return Error{ErrorCode::kMalformed, "a journal without 'only'"};
  for (const Json& pattern : *only)
    if (pattern.is_string()) journal.only.push_back(pattern.get<std::string>());
  return journal;
}

std::string command(const Journal& journal, const std::string& snapshot) {
  std::string text = "vectora snapshot restore --name " + snapshot;
  for (const std::string& pattern : journal.only) text += " --only '" + pattern + "'";
  return "`" + text + "`";
}

}  // namespace

Result<std::optional<Journal>> read_journal(store::ObjectStore& data) {
  const Result<store::Object> object = data.get(kKey);
  if (!object && object.error().code == ErrorCode::kNotFound) return std::optional<Journal>();
  if (!object) return object.error();
  const Json json = TRY_IN(kKey, parse_json(object->bytes));
  return std::optional(TRY_IN(kKey, journal_from_json(json)));
}

Result<void> write_journal(store::ObjectStore& data, const Journal& journal) {
  Json only = Json::array();
  for (const std::string& pattern : journal.only) only.push_back(pattern);
  TRY(data.put(kKey, to_json_text({{"version", kVersion},
                                   {"snapshot", journal.snapshot},
                                   {"from", journal.from},
                                   {"only", std::move(only)},
                                   {"before", journal.before},
                                   {"started_at", journal.started_at.str()}})));
  return {};
}

Result<void> remove_journal(store::ObjectStore& data) { return data.remove(kKey); }

std::string advice(const Journal& journal) {
  std::string text = "a restore of snapshot '" + journal.snapshot + "' of environment '" +
                     journal.from + "' was begun at " + journal.started_at.str() +
                     " and did not end: finish it with " + command(journal, journal.snapshot);
  if (!journal.before.empty()) text += " or undo it with " + command(journal, journal.before);
  return text;
}

Result<void> refuse_unfinished_restore(store::ObjectStore& data) {
  const std::optional<Journal> journal = TRY(read_journal(data));
  if (journal) return Error{ErrorCode::kConflict, advice(*journal)};
  return {};
}

}  // namespace vectora::ops::snapshot
