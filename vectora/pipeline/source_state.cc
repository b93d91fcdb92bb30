#include "vectora/pipeline/source_state.h"

#include <algorithm>

#include "vectora/store/buckets.h"

namespace vectora::pipeline {
namespace {

void put_instant(Json& json, const char* name, const std::optional<Instant>& instant) {
  if (instant) json[name] = instant->str();
}

Instant last_visit(const SourceState& state) {
  return std::max(state.last_success.value_or(Instant()), state.last_failure.value_or(Instant()));
}

}  // namespace

Json to_json(const SourceState& state) {
  Json json;
  json["version"] = 1;
  json["answers"] = Json::array();
  for (const StoredAnswer& answer : state.answers) json["answers"].push_back(to_json(answer));
  if (!state.moved_to.empty()) {
    json["moved_from"] = state.moved_from;
    json["moved_to"] = state.moved_to;
  }
  put_instant(json, "last_success", state.last_success);
  put_instant(json, "last_failure", state.last_failure);
  json["last_error"] = state.last_error;
  if (state.newest_entry) json["newest_entry"] = state.newest_entry->str();
  json["last_entries"] = state.last_entries;
  if (state.rhythm_days > 0) json["rhythm_days"] = state.rhythm_days;
  json["requests"] = state.requests;
  json["not_modified"] = state.not_modified;
  json["failures_in_a_row"] = state.failures_in_a_row;
  json["drift"] = state.drift;
  return json;
}

SourceState source_state_from_json(const Json& json) {
  SourceState state;
  if (const Json* answers = find_member(json, "answers"); answers && answers->is_array())
    for (const Json& answer : *answers)
      if (auto stored = stored_answer_from_json(answer))
        state.answers.push_back(*std::move(stored));
  state.moved_from = string_member(json, "moved_from");
  state.moved_to = string_member(json, "moved_to");
  state.last_success = Instant::parse(string_member(json, "last_success"));
  state.last_failure = Instant::parse(string_member(json, "last_failure"));
  state.last_error = string_member(json, "last_error");
  state.newest_entry = Date::parse(string_member(json, "newest_entry"));
  state.last_entries = static_cast<int>(number_member(json, "last_entries"));
  state.rhythm_days = static_cast<int>(number_member(json, "rhythm_days"));
  state.requests = static_cast<int64_t>(number_member(json, "requests"));
  state.not_modified = static_cast<int64_t>(number_member(json, "not_modified"));
  state.failures_in_a_row = static_cast<int>(number_member(json, "failures_in_a_row"));
  state.drift = string_member(json, "drift");
  return state;
}

Result<SourceState> load_source_state(store::ObjectStore& data, const SourceKey& source) {
  const std::string key = store::keys::source_state(source);
  const Result<store::Object> object = data.get(key);
  if (!object) {
    if (object.error().code == ErrorCode::kNotFound) return SourceState{};
    return object.error();
  }
  const Json json = TRY_IN(key, parse_json(object->bytes));
  return source_state_from_json(json);
}

SourceState merged(const SourceState& present, const SourceChange& change) {
  SourceState state = last_visit(change.after) < last_visit(present) ? present : change.after;
  state.requests = present.requests + change.after.requests - change.before.requests;
  state.not_modified =
      present.not_modified + change.after.not_modified - change.before.not_modified;
  return state;
}

Result<void> save_source_state(store::ObjectStore& data, const SourceKey& source,
                               const SourceChange& change) {
  const auto add = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    SourceState present;
    if (bytes) present = source_state_from_json(TRY(parse_json(*bytes)));
    return to_json_text(to_json(merged(present, change)));
  };
  return store::update(data, store::keys::source_state(source), add);
}

}  // namespace vectora::pipeline
