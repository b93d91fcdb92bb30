// The stored form of an item: docs/data_formats.md, "Ingested item".
#include <utility>

#include "vectora/normalize/item.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr page::DateSource kDateSources[] = {
    page::DateSource::kFeed,      page::DateSource::kJsonLd,      page::DateSource::kMeta,
    page::DateSource::kMicrodata, page::DateSource::kTimeElement, page::DateSource::kSelector,
    page::DateSource::kText,      page::DateSource::kUrl,         page::DateSource::kNone};

Error wrong(std::string_view member, std::string_view what) {
  return {ErrorCode::kMalformed, std::string(member) + ": " + std::string(what)};
}

Result<std::string> text_of(const Json& json, std::string_view name) {
  const Json* member = find_member(json, name);
  if (member == nullptr || !member->is_string()) return wrong(name, "a text is missing");
  return member->get<std::string>();
}

Result<Instant> instant_of(const Json& json, std::string_view name) {
  const std::optional<Instant> instant = Instant::parse(string_member(json, name));
  if (!instant) return wrong(name, "not an RFC 3339 time");
  return *instant;
}

Result<Digest> digest_of(const Json& json, std::string_view name) {
  const std::string text = string_member(json, name);
  if (text.empty()) return Digest();
  const std::optional<Digest> digest = Digest::parse(text);
  if (!digest) return wrong(name, "not a sha256 digest");
  return *digest;
}

Result<void> read_date(const Json& json, Item& item) {
  const Json* member = find_member(json, "published_at");
  if (member != nullptr && !member->is_null()) {
    item.published_at = Date::parse(string_member(json, "published_at"));
    if (!item.published_at) return wrong("published_at", "neither YYYY-MM-DD nor null");
  }
  const std::string source = string_member(json, "published_at_source", "none");
  for (const page::DateSource known : kDateSources) {
    if (page::to_string(known) != source) continue;
    item.published_at_source = known;
    item.published_at_confidence = number_member(json, "published_at_confidence");
    return {};
  }
  return wrong("published_at_source", "unknown source '" + source + "'");
}

void read_metadata(const Json& json, Item& item) {
  const Json* metadata = find_member(json, "metadata");
  if (metadata == nullptr) return;
  item.author = string_member(*metadata, "author");
  item.note = string_member(*metadata, "note");
  item.offer_hash = Digest::parse(string_member(*metadata, "offer")).value_or(Digest());
  const Json* tags = find_member(*metadata, "tags");
  if (tags == nullptr || !tags->is_array()) return;
  for (const Json& tag : *tags)
    if (tag.is_string()) item.tags.push_back(tag.get<std::string>());
}

Json metadata_of(const Item& item) {
  Json metadata = Json::object();
  metadata["author"] = item.author;
  metadata["tags"] = item.tags;
  metadata["word_count"] = text::count_words(item.content);
  if (!item.offer_hash.empty()) metadata["offer"] = item.offer_hash.str();
  if (!item.note.empty()) metadata["note"] = item.note;
  return metadata;
}

Json digest_json(const Digest& digest) {
  return digest.empty() ? Json(nullptr) : Json(digest.str());
}

}  // namespace

Json to_json(const Item& item) {
  Json json = Json::object();
  json["item_id"] = item.id.str();
  json["source_key"] = item.source.str();
  json["source_type"] = item.source_type;
  json["title"] = item.title;
  json["content"] = item.content;
  json["url"] = item.url;
  json["published_at"] = item.published_at ? Json(item.published_at->str()) : Json(nullptr);
  json["published_at_source"] = std::string(page::to_string(item.published_at_source));
  json["published_at_confidence"] = item.published_at_confidence;
  json["ingested_at"] = item.ingested_at.str();
  json["first_seen_at"] = item.first_seen_at.str();
  json["language"] = item.language;
  json["content_hash"] = digest_json(item.content_hash);
  json["capture"] = digest_json(item.capture);
  json["metadata"] = metadata_of(item);
  return json;
}

Result<Item> item_from_json(const Json& json) {
  if (!json.is_object()) return Error{ErrorCode::kMalformed, "an item must be an object"};
  Item item;
  item.id = ItemId(TRY(text_of(json, "item_id")));
  if (item.id.empty()) return wrong("item_id", "is empty");
  item.source = SourceKey(TRY(text_of(json, "source_key")));
  item.source_type = string_member(json, "source_type");
  item.title = TRY(text_of(json, "title"));
  item.content = TRY(text_of(json, "content"));
  item.url = TRY(text_of(json, "url"));
  TRY(read_date(json, item));
  item.ingested_at = TRY(instant_of(json, "ingested_at"));
  const bool has_first_seen = find_member(json, "first_seen_at") != nullptr;
  item.first_seen_at = has_first_seen ? TRY(instant_of(json, "first_seen_at")) : item.ingested_at;
  item.language = string_member(json, "language");
  item.content_hash = TRY(digest_of(json, "content_hash"));
  item.capture = TRY(digest_of(json, "capture"));
  read_metadata(json, item);
  return item;
}

}  // namespace vectora::normalize
