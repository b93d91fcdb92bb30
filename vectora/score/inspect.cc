#include "vectora/score/inspect.h"

#include "vectora/normalize/stories/stories.h"
#include "vectora/score/signals.h"

namespace vectora::score {
namespace {

constexpr size_t kMaxContent = 200000;

struct Read {
  normalize::Item item;
  normalize::SourceFacts source;
};

AskedItem asked_item(const Json& json) {
  return {string_member(json, "title"), string_member(json, "content"),
          string_member(json, "source"), string_member(json, "published_at"),
          string_member(json, "url")};
}

Read read_item(const AskedItem& asked, const InspectContext& context) {
  Read read;
  const auto known = context.sources.find(SourceKey(asked.source));
  if (known != context.sources.end()) {
    read.source = known->second;
  } else {
    read.source.key = SourceKey(asked.source);
    read.source.display_name = asked.source;
  }
  normalize::Entry entry;
  entry.source = read.source.key;
  entry.url = asked.url;
  entry.title = asked.title;
  entry.body = asked.content;
  if (const auto day = Date::parse(asked.published_at.substr(0, 10))) {
    entry.published = text::ParsedDate{*day, {}};
    entry.date_source = page::DateSource::kFeed;
  }
  read.item = normalize::to_item(entry, read.source, kMaxContent, Instant());
  return read;
}

normalize::Fingerprint fingerprint_of(const Json& json, const InspectContext& context) {
  const Read read = read_item(asked_item(json), context);
  const normalize::Scan scan = normalize::scan(read.item, context.lexicon, read.source);
  return normalize::fingerprint(read.item, context.annotator.annotate(read.item, scan, read.source),
                                context.story_words);
}

// The item's own day stands for today where none is given; an undated item then
// has the unknown-date factor whatever the day.
Date day_of(const normalize::Item& item, const InspectContext& context) {
  return context.as_of.value_or(item.published_at.value_or(Date()));
}

Json entities_json(const normalize::Annotation& annotation) {
  Json json = Json::object();
  for (const normalize::EntityKind kind : normalize::kAllEntityKinds)
    json[std::string(normalize::plural_name(kind))] = written_names(annotation, kind);
  return json;
}

Result<Json> read_object(std::string_view line) {
  Json json = TRY(parse_json(line));
  if (!json.is_object()) return Error{ErrorCode::kMalformed, "a JSON object is expected"};
  return json;
}

Json id_of(const Json& json) {
  const Json* id = find_member(json, "id");
  return id == nullptr ? Json(nullptr) : *id;
}

}  // namespace

Inspection inspect_item(const AskedItem& asked, const InspectContext& context) {
  Read read = read_item(asked, context);
  const normalize::Scan scan = normalize::scan(read.item, context.lexicon, read.source);
  Inspection inspection;
  inspection.annotation = context.annotator.annotate(read.item, scan, read.source);
  inspection.judgement = judge({read.item, inspection.annotation, scan, read.source}, context.rules,
                               day_of(read.item, context));
  inspection.item = std::move(read.item);
  return inspection;
}

std::vector<std::string> written_names(const normalize::Annotation& annotation,
                                       normalize::EntityKind kind) {
  std::vector<std::string> written;
  for (const normalize::EntityMention& mention : annotation.mentions)
    if (mention.kind == kind && !contains(written, mention.text)) written.push_back(mention.text);
  return written;
}

Result<std::string> inspect_item_json(std::string_view line, const InspectContext& context) {
  const Json json = TRY(read_object(line));
  const auto [item, annotation, judgement] = inspect_item(asked_item(json), context);
  Json answer = Json::object();
  answer["id"] = id_of(json);
  answer["event_type"] = annotation.event.primary;
  answer["relevant"] = judgement.relevant;
  answer["score"] = judgement.score.value();
  answer["dropped"] = judgement.editorial == Editorial::kDrop;
  answer["content_type"] = annotation.content_type.name;
  answer["entities"] = entities_json(annotation);
  return to_json_line(answer);
}

Result<std::string> inspect_pair_json(std::string_view line, const InspectContext& context) {
  const Json json = TRY(read_object(line));
  const Json* a = find_member(json, "a");
  const Json* b = find_member(json, "b");
  if (a == nullptr || b == nullptr)
    return Error{ErrorCode::kMalformed, "members a and b are expected"};
  Json answer = Json::object();
  answer["id"] = id_of(json);
  answer["same"] =
      same_story(fingerprint_of(*a, context), fingerprint_of(*b, context), context.story_words);
  return to_json_line(answer);
}

}  // namespace vectora::score
