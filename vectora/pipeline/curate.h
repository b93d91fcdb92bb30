// Curate: a client's items become annotated, matched and scored: curated/.
//
// Every stored item of the window is judged again on each run, with the rules
// and the day of the run; what it says is worked out once for all clients and
// kept as long as its text, the canonical pack and the engine stay the same.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/normalize/annotator.h"
#include "vectora/normalize/outcome.h"
#include "vectora/pipeline/item_store.h"
#include "vectora/pipeline/observer.h"
#include "vectora/score/judge.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

struct CuratedItem {
  Date day;  // of the file, that of the ingested item
  normalize::Item item;
  normalize::Annotation annotation;
  score::Judgement judgement;
};

Json to_json(const CuratedItem& curated, const Digest& canonical, Instant normalized_at);
Result<CuratedItem> curated_from_json(const Json& json, Date day);

// Curated items of the files from `first_day` to `last_day`.
Result<std::vector<CuratedItem>> load_curated(store::ObjectStore& data, const ClientId& client,
                                              Date first_day, Date last_day);

// Merges into curated/ by item_id.
Result<void> save_curated(store::ObjectStore& data, const ClientId& client,
                          const std::vector<CuratedItem>& items, const Digest& canonical,
                          Instant normalized_at);

struct Rejected {
  ItemId item;
  normalize::Outcome outcome;
};

struct Curated {
  std::vector<CuratedItem> items;
  std::vector<Rejected> rejected;  // items of the window that the gate refuses now
};

// Annotations worked out in this run, by text: shared by the clients.
class AnnotationCache {
 public:
  // The annotation for the item, made by `annotator` the first time.
  const normalize::Annotation& get(const normalize::Item& item, const normalize::Scan& scan,
                                   const normalize::SourceFacts& source,
                                   const normalize::Annotator& annotator);

 private:
  std::map<std::string, normalize::Annotation> by_text_;
};

struct CurateInput {
  const config::ClientPlan& client;
  const config::Canonical& canonical;
  const normalize::Annotator& annotator;
  const ItemStore& items;
  Date as_of;
};

Curated curate(const CurateInput& input, AnnotationCache& cache, Observer& observer);

}  // namespace vectora::pipeline
