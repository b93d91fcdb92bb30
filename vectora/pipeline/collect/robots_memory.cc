#include "vectora/pipeline/collect/robots_memory.h"

#include "vectora/base/json.h"
#include "vectora/base/utf8.h"
#include "vectora/store/buckets.h"

namespace vectora::pipeline {
namespace {

constexpr size_t kMaxBody = 65536;
constexpr int64_t kGoodForSeconds = int64_t{30} * 86400;

Json to_json(const std::string& origin, const http::RobotsAnswer& answer) {
  return {{"origin", origin},
          {"status", answer.status},
          {"received", answer.received.str()},
          {"etag", answer.validators.etag},
          {"last_modified", answer.validators.last_modified},
          {"body", answer.body}};
}

Result<RobotsMemory> memory_from(const std::string& bytes) {
  const Json json = TRY(parse_json(bytes));
  RobotsMemory memory;
  const Json* sites = find_member(json, "sites");
  if (sites == nullptr || !sites->is_array()) return memory;
  for (const Json& site : *sites) {
    const auto received = Instant::parse(string_member(site, "received"));
    if (!received) continue;
    memory[string_member(site, "origin")] = {
        static_cast<int>(number_member(site, "status")),
        string_member(site, "body"),
        {string_member(site, "etag"), string_member(site, "last_modified")},
        *received};
  }
  return memory;
}

bool is_kept(const http::RobotsAnswer& answer, Instant now) {
  return answer.received + kGoodForSeconds > now && answer.body.size() <= kMaxBody &&
         is_valid_utf8(answer.body);
}

}  // namespace

Result<RobotsMemory> load_robots_memory(store::ObjectStore& data) {
  const std::string key = store::keys::robots_memory();
  const Result<store::Object> object = data.get(key);
  if (object) return TRY_IN(key, memory_from(object->bytes));
  if (object.error().code == ErrorCode::kNotFound) return RobotsMemory{};
  return object.error();
}

Result<void> save_robots_memory(store::ObjectStore& data, const RobotsMemory& learned,
                                Instant now) {
  if (learned.empty()) return {};
  const auto merged = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    RobotsMemory memory = bytes ? TRY(memory_from(*bytes)) : RobotsMemory{};
    for (const auto& [origin, answer] : learned) memory[origin] = answer;
    Json json;
    json["version"] = 1;
    json["sites"] = Json::array();
    for (const auto& [origin, answer] : memory)
      if (is_kept(answer, now)) json["sites"].push_back(to_json(origin, answer));
    return to_json_text(json);
  };
  return store::update(data, store::keys::robots_memory(), merged);
}

}  // namespace vectora::pipeline
