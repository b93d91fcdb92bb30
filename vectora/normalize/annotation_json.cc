// The stored form of an annotation: three members of a curated item,
// docs/data_formats.md. Durations and cache hits are no part of it, so that the
// same inputs give the same bytes.
#include "vectora/normalize/annotation.h"
#include "vectora/normalize/span.h"

namespace vectora::normalize {
namespace {

Error wrong(std::string_view member, std::string_view what) {
  return {ErrorCode::kMalformed, std::string(member) + ": " + std::string(what)};
}

Json evidence_json(const std::optional<Span>& span) {
  return span ? to_json(*span) : Json(nullptr);
}

Json mention_json(const EntityMention& mention) {
  Json json = Json::object();
  json["text"] = mention.text;
  json["start"] = mention.span.begin;
  json["end"] = mention.span.end;
  json["field"] = std::string(to_string(mention.span.field));
  json["type"] = std::string(to_string(mention.kind));
  json["canonical"] = mention.canonical;
  json["status"] = mention.status;
  if (!mention.rule.empty()) json["rule"] = mention.rule;
  return json;
}

Json mentions_json(const Annotation& annotation) {
  Json json = Json::array();
  for (const EntityMention& mention : annotation.mentions) json.push_back(mention_json(mention));
  return json;
}

Json entities_json(const Annotation& annotation) {
  Json json = Json::object();
  for (const EntityKind kind : kAllEntityKinds)
    json[std::string(plural_name(kind))] = annotation.entities(kind);
  return json;
}

Json event_json(const EventClass& event) {
  Json json = Json::object();
  json["primary_type"] = event.primary;
  json["secondary_types"] = event.secondary;
  json["confidence"] = event.confidence;
  json["evidence"] = evidence_json(event.evidence);
  json["config"] = event.config.str();
  return json;
}

Json engine_json(const Annotation& annotation) {
  Json json = Json::object();
  json["engine"] = annotation.engine;
  json["model"] = annotation.model;
  json["rejected_entities"] = annotation.rejected_entities;
  json["fallback_reason"] = annotation.fallback_reason;
  return json;
}

Json content_json(const Annotation& annotation) {
  Json json = Json::object();
  json["summary"] = annotation.summary;
  json["entities"] = entities_json(annotation);
  json["mentions"] = mentions_json(annotation);
  json["event_classification"] = event_json(annotation.event);
  json["content_type"] = annotation.content_type.name;
  json["content_type_evidence"] = evidence_json(annotation.content_type.evidence);
  json["content_type_config"] = annotation.content_type.config.str();
  json["language"] = annotation.language;
  json["normalization_metadata"] = engine_json(annotation);
  return json;
}

Json date_metadata_json(const Annotation& annotation) {
  const bool from_text = annotation.effective_date_source == "text";
  Json json = Json::object();
  json["source"] = annotation.effective_date_source;
  json["extracted_date"] = from_text && annotation.effective_date
                               ? Json(annotation.effective_date->str())
                               : Json(nullptr);
  json["confidence"] = annotation.effective_date_confidence;
  return json;
}

std::optional<Span> evidence_of(const Json& object, std::string_view name) {
  const Json* member = find_member(object, name);
  return member == nullptr ? std::nullopt : span_from_json(*member);
}

Result<EntityMention> mention_from(const Json& json) {
  EntityMention mention;
  const std::optional<Span> span = span_from_json(json);
  if (!span) return wrong("mentions", "a mention without a place");
  mention.span = *span;
  mention.kind = TRY(entity_kind_from(string_member(json, "type")));
  mention.text = string_member(json, "text");
  mention.canonical = string_member(json, "canonical", mention.text);
  mention.status = string_member(json, "status", "exact");
  mention.rule = string_member(json, "rule");
  return mention;
}

Result<void> read_mentions(const Json& content, Annotation& annotation) {
  const Json* mentions = find_member(content, "mentions");
  if (mentions == nullptr) return {};
  if (!mentions->is_array()) return wrong("mentions", "not a list");
  for (const Json& mention : *mentions) annotation.mentions.push_back(TRY(mention_from(mention)));
  return {};
}

Result<void> read_event(const Json& content, EventClass& event) {
  const Json* json = find_member(content, "event_classification");
  if (json == nullptr) return wrong("event_classification", "is missing");
  event.primary = string_member(*json, "primary_type", "other");
  event.secondary = texts_member(*json, "secondary_types");
  event.confidence = number_member(*json, "confidence");
  event.evidence = evidence_of(*json, "evidence");
  event.config = config_ref_from(string_member(*json, "config"));
  return {};
}

void read_engine(const Json& content, Annotation& annotation) {
  const Json* json = find_member(content, "normalization_metadata");
  if (json == nullptr) return;
  annotation.engine = string_member(*json, "engine", "rules");
  annotation.model = string_member(*json, "model");
  annotation.rejected_entities = texts_member(*json, "rejected_entities");
  annotation.fallback_reason = string_member(*json, "fallback_reason");
}

void read_dates(const Json& json, Annotation& annotation) {
  annotation.effective_date = Date::parse(string_member(json, "effective_date"));
  const Json* metadata = find_member(json, "date_metadata");
  if (metadata == nullptr) return;
  annotation.effective_date_source = string_member(*metadata, "source", "none");
  annotation.effective_date_confidence = number_member(*metadata, "confidence");
}

}  // namespace

Json to_json(const Annotation& annotation) {
  Json json = Json::object();
  json["effective_date"] =
      annotation.effective_date ? Json(annotation.effective_date->str()) : Json(nullptr);
  json["date_metadata"] = date_metadata_json(annotation);
  json["normalized_content"] = content_json(annotation);
  return json;
}

Json to_json(const Annotation& annotation, const Item& item) {
  Json json = to_json(annotation);
  json["date_metadata"]["published_at"] =
      item.published_at ? Json(item.published_at->str()) : Json(nullptr);
  return json;
}

Result<Annotation> annotation_from_json(const Json& json) {
  const Json* content = find_member(json, "normalized_content");
  if (content == nullptr || !content->is_object()) return wrong("normalized_content", "is missing");
  Annotation annotation;
  read_dates(json, annotation);
  TRY(read_mentions(*content, annotation));
  TRY(read_event(*content, annotation.event));
  annotation.summary = string_member(*content, "summary");
  annotation.content_type.name = string_member(*content, "content_type", "other");
  annotation.content_type.evidence = evidence_of(*content, "content_type_evidence");
  annotation.content_type.config = config_ref_from(string_member(*content, "content_type_config"));
  annotation.language = string_member(*content, "language");
  read_engine(*content, annotation);
  return annotation;
}

}  // namespace vectora::normalize
