#include "vectora/pipeline/collect/page_memory.h"

#include <algorithm>
#include <vector>

#include "vectora/store/buckets.h"

namespace vectora::pipeline {

Result<PageMemory> PageMemory::load(store::ObjectStore& data, const SourceKey& source) {
  PageMemory memory;
  const std::string key = store::keys::page_memory(source);
  const Result<store::Object> object = data.get(key);
  if (!object) {
    if (object.error().code == ErrorCode::kNotFound) return memory;
    return object.error();
  }
  const Json json = TRY_IN(key, parse_json(object->bytes));
  const Json* pages = find_member(json, "pages");
  if (pages == nullptr || !pages->is_array()) return memory;
  for (const Json& page : *pages) {
    auto answer = stored_answer_from_json(page);
    const auto offer = Digest::parse(string_member(page, "offer"));
    if (answer && offer) memory.keep(*offer, *std::move(answer));
  }
  memory.changed_ = false;
  return memory;
}

const StoredAnswer* PageMemory::find(const std::string& url, const Digest& offer) const {
  const auto found = pages_.find(url);
  return found != pages_.end() && found->second.offer == offer ? &found->second.answer : nullptr;
}

void PageMemory::keep(const Digest& offer, StoredAnswer answer) {
  Page& page = pages_[answer.url];
  Page kept{offer, std::move(answer)};
  changed_ = changed_ || page != kept;
  page = std::move(kept);
}

Result<void> PageMemory::save(store::ObjectStore& data, const SourceKey& source, Instant now) {
  const size_t before = pages_.size();
  std::erase_if(pages_, [now](const auto& page) {
    return page.second.answer.received + kGoodForSeconds <= now;
  });
  std::vector<const Page*> latest;
  for (const auto& [url, page] : pages_) latest.push_back(&page);
  std::stable_sort(latest.begin(), latest.end(), [](const Page* a, const Page* b) {
    return a->answer.received > b->answer.received;
  });
  if (latest.size() > kMaxPages) latest.resize(kMaxPages);
  if (!changed_ && latest.size() == before) return {};
  Json json;
  json["version"] = 1;
  json["pages"] = Json::array();
  for (const Page* page : latest) {
    Json entry = to_json(page->answer);
    entry["offer"] = page->offer.str();
    json["pages"].push_back(std::move(entry));
  }
  TRY(data.put(store::keys::page_memory(source), to_json_text(json)));
  return {};
}

}  // namespace vectora::pipeline
