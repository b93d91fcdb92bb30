#include "vectora/newsletter/sent_memory.h"

namespace vectora::newsletter {
namespace {

constexpr int kVersion = 1;

Result<SentItem> sent_item_from_json(const Json& json) {
  const Json* print = find_member(json, "fingerprint");
  if (print == nullptr) return Error{ErrorCode::kMalformed, "a sent item without fingerprint"};
  SentItem item;
  item.title = string_member(json, "title");
  item.print = TRY(normalize::fingerprint_from_json(*print));
  return item;
}

}  // namespace

void SentMemory::record(Date target_day, std::vector<SentItem> items) {
  issues[target_day] = std::move(items);
}

Json to_json(const SentMemory& memory) {
  Json json;
  json["version"] = kVersion;
  json["issues"] = Json::object();
  for (const auto& [day, items] : memory.issues) {
    Json& issue = json["issues"][day.str()] = Json::array();
    for (const SentItem& item : items)
      issue.push_back({{"title", item.title}, {"fingerprint", normalize::to_json(item.print)}});
  }
  return json;
}

Result<SentMemory> sent_memory_from_json(const Json& json) {
  const Json* issues = find_member(json, "issues");
  if (number_member(json, "version") != kVersion || issues == nullptr || !issues->is_object())
    return Error{ErrorCode::kMalformed, "not a sent memory of version 1"};
  SentMemory memory;
  for (const auto& [name, items] : issues->items()) {
    const auto day = Date::parse(name);
    if (!day) return Error{ErrorCode::kMalformed, "'" + name + "' is not a day"};
    std::vector<SentItem>& issue = memory.issues[*day];
    for (const Json& item : items) issue.push_back(TRY_IN(name, sent_item_from_json(item)));
  }
  return memory;
}

}  // namespace vectora::newsletter
