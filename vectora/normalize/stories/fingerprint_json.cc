// The stored form of a fingerprint, one object: state/clients/{id}/stories.json.
#include "vectora/normalize/stories/stories.h"

namespace vectora::normalize {
namespace {

Result<std::vector<std::string>> words_of(const Json& json, std::string_view name) {
  std::vector<std::string> words;
  const Json* member = find_member(json, name);
  if (member == nullptr) return words;
  if (!member->is_array())
    return Error{ErrorCode::kMalformed, std::string(name) + ": not a list of texts"};
  for (const Json& word : *member) {
    if (!word.is_string())
      return Error{ErrorCode::kMalformed, std::string(name) + ": not a list of texts"};
    words.push_back(word.get<std::string>());
  }
  return words;
}

}  // namespace

Json to_json(const Fingerprint& print) {
  Json json = Json::object();
  json["item_id"] = print.item.str();
  json["url"] = print.url;
  json["content_hash"] = print.content_hash.empty() ? "" : print.content_hash.str();
  json["body"] = print.body.hex();
  json["title_words"] = print.title_words;
  json["names"] = print.names;
  json["figures"] = print.figures;
  json["event_type"] = print.event_type;
  json["day"] = print.day ? Json(print.day->str()) : Json(nullptr);
  return json;
}

Result<Fingerprint> fingerprint_from_json(const Json& json) {
  Fingerprint print;
  print.item = ItemId(string_member(json, "item_id"));
  if (print.item.empty()) return Error{ErrorCode::kMalformed, "item_id: is missing"};
  print.url = string_member(json, "url");
  print.content_hash = Digest::parse(string_member(json, "content_hash")).value_or(Digest());
  print.body = BodySketch::parse(string_member(json, "body")).value_or(BodySketch());
  print.title_words = TRY(words_of(json, "title_words"));
  print.names = TRY(words_of(json, "names"));
  print.figures = TRY(words_of(json, "figures"));
  print.event_type = string_member(json, "event_type");
  print.day = Date::parse(string_member(json, "day"));
  return print;
}

}  // namespace vectora::normalize
