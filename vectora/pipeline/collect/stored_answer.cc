#include "vectora/pipeline/collect/stored_answer.h"

namespace vectora::pipeline {

Json headers_to_json(const http::Headers& headers) {
  Json json = Json::object();
  for (const auto& [name, value] : headers) json[name] = value;
  return json;
}

http::Headers headers_from_json(const Json& json, std::string_view member) {
  http::Headers headers;
  if (const Json* object = find_member(json, member); object && object->is_object())
    for (const auto& [name, value] : object->items())
      if (value.is_string()) headers[name] = value.get<std::string>();
  return headers;
}

Json to_json(const StoredAnswer& answer) {
  return {{"url", answer.url},
          {"final_url", answer.final_url},
          {"headers", headers_to_json(answer.headers)},
          {"body", answer.body.str()},
          {"received", answer.received.str()},
          {"fresh_until", answer.fresh_until.str()}};
}

std::optional<StoredAnswer> stored_answer_from_json(const Json& json) {
  StoredAnswer answer;
  answer.url = string_member(json, "url");
  answer.final_url = string_member(json, "final_url", answer.url);
  answer.headers = headers_from_json(json, "headers");
  const auto body = Digest::parse(string_member(json, "body"));
  const auto received = Instant::parse(string_member(json, "received"));
  if (answer.url.empty() || !body || !received) return std::nullopt;
  answer.body = *body;
  answer.received = *received;
  answer.fresh_until = Instant::parse(string_member(json, "fresh_until")).value_or(*received);
  return answer;
}

}  // namespace vectora::pipeline
