#include "vectora/pipeline/curate.h"

#include "vectora/normalize/scan.h"
#include "vectora/pipeline/ingest.h"
#include "vectora/store/buckets.h"

namespace vectora::pipeline {
namespace {

void add_members(Json& target, const Json& source) {
  for (const auto& [name, value] : source.items()) target[name] = value;
}

// Whether an item may be in an issue of the window at all; who is outside stays
// stored and says nothing.
bool concerns(const config::ClientPlan& client, const StoredItem& stored, Date as_of) {
  if (stored.item.first_seen_at > Instant::end_of(as_of)) return false;
  return !stored.item.published_at || client.gate.window.contains(*stored.item.published_at);
}

const normalize::SourceFacts& facts_of(const config::Canonical& canonical,
                                       const normalize::Item& item) {
  static const normalize::SourceFacts kUnknown;
  const auto found = canonical.sources.find(item.source);
  return found == canonical.sources.end() ? kUnknown : found->second.facts;
}

}  // namespace

Json to_json(const CuratedItem& curated, const Digest& canonical, Instant normalized_at) {
  Json json = normalize::to_json(curated.item);
  json["normalized_at"] = normalized_at.str();
  Json annotation = normalize::to_json(curated.annotation, curated.item);
  if (Json* content =
          annotation.contains("normalized_content") ? &annotation["normalized_content"] : nullptr)
    (*content)["normalization_metadata"]["canonical_version"] = canonical.str();
  add_members(json, annotation);
  add_members(json, score::to_json(curated.judgement, curated.item));
  return json;
}

Result<CuratedItem> curated_from_json(const Json& json, Date day) {
  normalize::Item item = TRY(normalize::item_from_json(json));
  normalize::Annotation annotation = TRY_IN(item.id.str(), normalize::annotation_from_json(json));
  score::Judgement judgement = TRY_IN(item.id.str(), score::judgement_from_json(json));
  return CuratedItem{day, std::move(item), std::move(annotation), std::move(judgement)};
}

Result<std::vector<CuratedItem>> load_curated(store::ObjectStore& data, const ClientId& client,
                                              Date first_day, Date last_day) {
  std::vector<CuratedItem> items;
  for (const store::ObjectInfo& info : TRY(data.list(store::keys::curated_prefix(client)))) {
    const auto day = store::keys::day_of(info.key);
    if (!day || *day < first_day || *day > last_day) continue;
    const store::Object object = TRY(data.get(info.key));
    const Json array = TRY_IN(info.key, parse_json(object.bytes));
    if (!array.is_array()) return Error{ErrorCode::kMalformed, info.key + ": not a JSON array"};
    for (const Json& json : array) items.push_back(TRY_IN(info.key, curated_from_json(json, *day)));
  }
  return items;
}

Result<void> save_curated(store::ObjectStore& data, const ClientId& client,
                          const std::vector<CuratedItem>& items, const Digest& canonical,
                          Instant normalized_at) {
  std::map<Date, Json> by_day;
  for (const CuratedItem& curated : items) {
    Json& day = by_day.try_emplace(curated.day, Json::array()).first->second;
    day.push_back(to_json(curated, canonical, normalized_at));
  }
  for (const auto& [day, fresh] : by_day) {
    const auto merge = [&fresh_items =
                            fresh](const std::optional<std::string>& old) -> Result<std::string> {
      if (!old) return to_json_text(fresh_items);
      const Json before = TRY(parse_json(*old));
      return to_json_text(merge_by_item_id(before, fresh_items));
    };
    TRY(store::update(data, store::keys::curated(client, day), merge));
  }
  return {};
}

const normalize::Annotation& AnnotationCache::get(const normalize::Item& item,
                                                  const normalize::Scan& scan,
                                                  const normalize::SourceFacts& source,
                                                  const normalize::Annotator& annotator) {
  const std::string name = item.id.str() + "\n" + item.title + "\n" + item.content_hash.hex();
  const auto found = by_text_.find(name);
  if (found != by_text_.end()) return found->second;
  return by_text_.emplace(name, annotator.annotate(item, scan, source)).first->second;
}

Curated curate(const CurateInput& input, AnnotationCache& cache, Observer& observer) {
  const std::vector<const StoredItem*> all = input.items.all();
  Curated curated;
  observer.begin("normalize", static_cast<int64_t>(all.size()));
  int64_t done = 0;
  for (const StoredItem* stored : all) {
    observer.advance(++done);
    if (!concerns(input.client, *stored, input.as_of)) continue;
    const normalize::Item& item = stored->item;
    const normalize::SourceFacts& facts = facts_of(input.canonical, item);
    const normalize::Scan scan = normalize::scan(item, input.canonical.lexicon, facts);
    const auto source = input.canonical.sources.find(item.source);
    if (source != input.canonical.sources.end()) {
      const auto rejected = normalize::gate(
          item, scan, input.canonical.lexicon,
          profile_for(input.client, input.canonical, source->second), input.client.gate);
      if (rejected) {
        curated.rejected.push_back({item.id, *rejected});
        continue;
      }
    }
    const normalize::Annotation& annotation = cache.get(item, scan, facts, input.annotator);
    score::Judgement judgement =
        score::judge({item, annotation, scan, facts}, input.client.rules, input.as_of);
    curated.items.push_back({stored->day, item, annotation, std::move(judgement)});
  }
  observer.finish();
  return curated;
}

}  // namespace vectora::pipeline
