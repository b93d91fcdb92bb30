// Ingest: what the sources offered becomes a client's items. Pure but for the
// ItemStore, which the caller loads and saves.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/normalize/outcome.h"
#include "vectora/pipeline/item_store.h"
#include "vectora/pipeline/reading.h"

namespace vectora::pipeline {

// What became of one offered entry. Entries without an outcome were stored, and
// their issue decides.
struct Fate {
  ItemId item;
  SourceKey source;
  std::string url;
  std::string title;
  std::optional<normalize::Outcome> outcome;
};

struct Ingested {
  std::vector<Fate> fates;  // one an entry, in the order of the sources
  int offered = 0;
  int stored = 0;  // new items
  int revised = 0;
  int duplicates = 0;
  int filtered_out = 0;  // by the gate
};

// Whether the page of such an entry is read at all: where the source is enriched, and
// where a sitemap gives an address alone.
bool may_want_detail(const normalize::Entry& entry, const config::Source& source);

// Whether an entry is new enough to the client, and plausible enough, for its
// own page to be read: not stored before, or changed since; not excluded by its
// title; inside the window or undated.
bool wants_detail(const normalize::Entry& entry, const config::Source& source,
                  const config::ClientPlan& client, const config::Canonical& canonical,
                  const ItemStore& items, Instant now);

Ingested ingest(const std::vector<Reading>& readings, const config::ClientPlan& client,
                const config::Canonical& canonical, ItemStore& items, Instant now);

// The profile that a client applies to a source.
const normalize::IngestionProfile& profile_for(const config::ClientPlan& client,
                                               const config::Canonical& canonical,
                                               const config::Source& source);

}  // namespace vectora::pipeline
