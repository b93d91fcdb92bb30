#include "vectora/evaluation/label.h"

#include <unordered_map>

namespace vectora::evaluation {
namespace {

constexpr size_t kMaxBytes = 64u << 20u;
constexpr size_t kMaxLabels = 100000;
constexpr std::string_view kRelevant = "relevant";
constexpr std::string_view kPrefixedRelevant = "_relevant";

std::string first_of(const Json& json, std::string_view name, std::string_view other) {
  std::string text = string_member(json, name);
  return text.empty() ? string_member(json, other) : text;
}

Result<std::vector<std::string>> texts_of(const Json& json, std::string_view name) {
  std::vector<std::string> texts;
  if (!json.is_array())
    return Error{ErrorCode::kMalformed, std::string(name) + ": a list is expected"};
  for (const Json& text : json) {
    if (!text.is_string())
      return Error{ErrorCode::kMalformed, std::string(name) + ": texts are expected"};
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

Result<std::optional<bool>> relevance_of(const Json& json) {
  for (const auto& [name, value] : json.items()) {
    if (name != kRelevant && !name.ends_with(kPrefixedRelevant)) continue;
    if (value.is_null()) return std::optional<bool>();
    if (!value.is_boolean())
      return Error{ErrorCode::kMalformed, name + ": true, false or null is expected"};
    return std::optional<bool>(value.get<bool>());
  }
  return std::optional<bool>();
}

Result<void> read_entities(const Json& json, Label& label) {
  for (const normalize::EntityKind kind : normalize::kAllEntityKinds) {
    const std::string_view name = normalize::plural_name(kind);
    const Json* list = find_member(json, name);
    if (const Json* entities = find_member(json, "entities"); list == nullptr && entities)
      list = find_member(*entities, name);
    if (list != nullptr && !list->is_null()) label.entities[kind] = TRY(texts_of(*list, name));
  }
  return {};
}

}  // namespace

Json to_json(const Label& label) {
  Json json;
  json["id"] = label.id;
  json["title"] = label.title;
  json["content"] = label.content;
  json["source"] = label.source;
  json["published_at"] = label.published_at.empty() ? Json(nullptr) : Json(label.published_at);
  json["url"] = label.url;
  json["event_type"] = label.event_type.empty() ? Json(nullptr) : Json(label.event_type);
  json["event_type_alt"] = label.event_alts;
  json["relevant"] = label.relevant ? Json(*label.relevant) : Json(nullptr);
  for (const auto& [kind, names] : label.entities)
    json[std::string(normalize::plural_name(kind))] = names;
  return json;
}

Result<Label> label_from_json(const Json& json) {
  if (!json.is_object()) return Error{ErrorCode::kMalformed, "a JSON object is expected"};
  Label label;
  label.id = string_member(json, "id");
  if (label.id.empty()) return Error{ErrorCode::kMalformed, "id: a text is expected"};
  label.title = string_member(json, "title");
  label.content = first_of(json, "summary", "content");
  label.source = first_of(json, "source", "source_key");
  label.published_at = first_of(json, "date", "published_at");
  label.url = string_member(json, "url");
  label.event_type = string_member(json, "event_type");
  if (const Json* alts = find_member(json, "event_type_alt"); alts && !alts->is_null())
    label.event_alts = TRY(texts_of(*alts, "event_type_alt"));
  label.relevant = TRY(relevance_of(json));
  TRY(read_entities(json, label));
  return label;
}

Result<std::vector<Label>> labels_from_lines(std::string_view lines) {
  if (lines.size() > kMaxBytes) return Error{ErrorCode::kTooLarge, "more than 64 MB of labels"};
  std::vector<Label> labels;
  std::unordered_map<std::string, size_t> by_id;
  int number = 0;
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string where = "line " + std::to_string(number);
    const Json json = TRY_IN(where, parse_json(line));
    Label label = TRY_IN(where, label_from_json(json));
    const auto [known, is_new] = by_id.emplace(label.id, labels.size());
    if (!is_new) {
      labels[known->second] = std::move(label);
      continue;
    }
    if (labels.size() == kMaxLabels)
      return Error{ErrorCode::kTooLarge, where + ": more than 100,000 labels"};
    labels.push_back(std::move(label));
  }
  return labels;
}

std::string to_lines(const std::vector<Label>& labels) {
  std::string lines;
  for (const Label& label : labels) lines += to_json_line(to_json(label)) + "\n";
  return lines;
}

}  // namespace vectora::evaluation
