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

Read read_item(const Json& json, const InspectContext& context) {
  Read read;
  const std::string source = string_member(json, "source");
  const auto known = context.sources.find(SourceKey(source));
  if (known != context.sources.end()) {
    read.source = known->second;
  } else {
    read.source.key = SourceKey(source);
    read.source.display_name = source;
  }
  normalize::Entry entry;
  entry.source = read.source.key;
  entry.url = string_member(json, "url");
  entry.title = string_member(json, "title");
  entry.body = string_member(json, "content");
  if (const auto day = Date::parse(string_member(json, "published_at").substr(0, 10))) {
    entry.published = text::ParsedDate{*day, {}};
    entry.date_source = page::DateSource::kFeed;
  }
  read.item = normalize::to_item(entry, read.source, kMaxContent, Instant());
  return read;
}

normalize::Fingerprint fingerprint_of(const Json& json, const InspectContext& context) {
  const Read read = read_item(json, context);
  const normalize::Scan scan = normalize::scan(read.item, context.lexicon, read.source);
  return normalize::fingerprint(read.item,
                                context.annotator.annotate(read.item, scan, read.source));
}

// The item's own day stands for today where none is given; an undated item then
// has the unknown-date factor whatever the day.
Date day_of(const normalize::Item& item, const InspectContext& context) {
  return context.as_of.value_or(item.published_at.value_or(Date()));
}

// The names as the item writes them, so that a reader finds them in its text.
Json entities_json(const normalize::Annotation& annotation) {
  std::map<normalize::EntityKind, std::vector<std::string>> written;
  for (const normalize::EntityMention& mention : annotation.mentions)
    if (!contains(written[mention.kind], mention.text))
      written[mention.kind].push_back(mention.text);
  Json json = Json::object();
  for (const normalize::EntityKind kind : normalize::kAllEntityKinds)
    json[std::string(normalize::plural_name(kind))] = written[kind];
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

Result<std::string> inspect_item_json(std::string_view line, const InspectContext& context) {
  const Json json = TRY(read_object(line));
  const Read read = read_item(json, context);
  const normalize::Scan scan = normalize::scan(read.item, context.lexicon, read.source);
  const normalize::Annotation annotation = context.annotator.annotate(read.item, scan, read.source);
  const Judgement judgement =
      judge({read.item, annotation, scan, read.source}, context.rules, day_of(read.item, context));
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
  answer["same"] = same_story(fingerprint_of(*a, context), fingerprint_of(*b, context));
  return to_json_line(answer);
}

}  // namespace vectora::score
