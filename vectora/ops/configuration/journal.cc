#include "vectora/ops/configuration/journal.h"

#include <array>

namespace vectora::ops {
namespace {

constexpr int kVersion = 1;
constexpr std::array<std::string_view, 3> kAcceptances = {"at_once", "waiting", "accepted"};

std::optional<Acceptance> acceptance_named(const std::string& name) {
  for (size_t i = 0; i < kAcceptances.size(); ++i)
    if (kAcceptances[i] == name) return static_cast<Acceptance>(i);
  return std::nullopt;
}

}  // namespace

Json to_json(const PendingChange& change) {
  Json added = Json::array();
  for (const Digest& digest : change.added) added.push_back(digest.hex());
  return {{"version", kVersion},
          {"entry", to_json(change.entry)},
          {"before", change.before ? Json(*change.before) : Json(nullptr)},
          {"after", change.after},
          {"added", std::move(added)},
          {"removed", change.removed},
          {"accept", kAcceptances[static_cast<size_t>(change.acceptance)]}};
}

Result<PendingChange> pending_change_from_json(const Json& json) {
  const Json* entry = find_member(json, "entry");
  const Json* added = find_member(json, "added");
  const Json* removed = find_member(json, "removed");
  const auto acceptance = acceptance_named(string_member(json, "accept"));
  if (number_member(json, "version") != kVersion || entry == nullptr || added == nullptr ||
      removed == nullptr || !acceptance)
    return Error{
        ErrorCode::kMalformed,
        "no journal of version 1; restore a snapshot of the configuration, then remove it"};
  PendingChange change;
  change.entry = TRY(history_entry_from_json(*entry));
  const Json* before = find_member(json, "before");
  if (before != nullptr && before->is_string()) change.before = before->get<std::string>();
  change.after = string_member(json, "after");
  for (const Json& text : *added)
    if (const auto digest =
            text.is_string() ? Digest::parse(text.get<std::string>()) : std::nullopt)
      change.added.push_back(*digest);
  for (const Json& path : *removed)
    if (path.is_string()) change.removed.push_back(path.get<std::string>());
  change.acceptance = *acceptance;
  return change;
}

Result<std::optional<StoredChange>> read_pending(store::ObjectStore& data) {
  Result<store::Object> object = data.get(kJournalKey);
  if (!object && object.error().code == ErrorCode::kNotFound) return std::optional<StoredChange>();
  if (!object) return object.error();
  const Json json = TRY_IN(kJournalKey, parse_json(object->bytes));
  PendingChange change = TRY_IN(kJournalKey, pending_change_from_json(json));
  return std::optional(StoredChange{std::move(change), std::move(object->etag)});
}

}  // namespace vectora::ops
