#include "vectora/pipeline/ingest.h"

#include <unordered_map>

#include "vectora/base/url.h"
#include "vectora/normalize/scan.h"

namespace vectora::pipeline {
namespace {

using normalize::Entry;
using normalize::Item;
using normalize::Outcome;
using normalize::OutcomeKind;

constexpr size_t kSnippetBytes = 1000;
constexpr size_t kSummaryBytes = 2000;
constexpr size_t kArticleBytes = 20000;

size_t content_bytes(const config::Source& source) {
  if (source.max_content_length > 0) return source.max_content_length;
  switch (source.enrichment) {
    case config::Enrichment::kBasic: return kSnippetBytes;
    case config::Enrichment::kSummary: return kSummaryBytes;
    case config::Enrichment::kFullArticle: return kArticleBytes;
  }
  return kSnippetBytes;
}

// How an item that is stored already relates to what is offered now.
enum class Known { kNo, kUnchanged, kChanged };

// A run that is made again with the same clock meets its own items: they are
// new to it, as they were the first time.
Known known_state(const StoredItem* stored, const Digest& offer, Instant now) {
  if (stored == nullptr || stored->item.first_seen_at == now) return Known::kNo;
  if (stored->item.offer_hash != offer) return Known::kChanged;
  return stored->item.ingested_at == now ? Known::kChanged : Known::kUnchanged;
}

// Whether the entry has no day, and none that it can have lies in the window.
bool changed_before(const Entry& entry, Date first) {
  return !entry.published && entry.changed && *entry.changed < first;
}

// One client's walk over the entries of a run.
class Ingestion {
 public:
  Ingestion(const config::ClientPlan& client, const config::Canonical& canonical, ItemStore& items,
            Instant now)
      : client_(client), canonical_(canonical), items_(items), now_(now) {}

  void add(const Entry& entry, const config::Source& source) {
    Item item = normalize::to_item(entry, source.facts, content_bytes(source), now_);
    Fate fate{item.id, entry.source, entry.url, entry.title, std::nullopt};
    fate.outcome = decide(entry, source, item);
    count(fate);
    result_.fates.push_back(std::move(fate));
  }

  Ingested result() && { return std::move(result_); }

 private:
  std::optional<Outcome> decide(const Entry& entry, const config::Source& source, Item& item) {
    const auto url = Url::parse(entry.url);
    if (!url) return Outcome{OutcomeKind::kUnparsable, "no http address"};
    if (changed_before(entry, client_.gate.window.first))
      return Outcome{OutcomeKind::kOutsideWindow, "last changed on " + entry.changed->str()};
    if (entry.title.empty()) return Outcome{OutcomeKind::kUnparsable, "no title"};
    const std::string address = url->canonical();
    if (const auto first = met_.find(address); first != met_.end())
      return Outcome{OutcomeKind::kDuplicateOf, first->second.str()};
    const StoredItem* stored = items_.find(item.id);
    const Known known = known_state(stored, item.offer_hash, now_);
    if (known == Known::kUnchanged) {
      met_.emplace(address, item.id);
      return Outcome{OutcomeKind::kSeenBefore, stored->day.str()};
    }
    if (const StoredItem* other = items_.find_url(address);
        other != nullptr && other->item.id != item.id)
      return Outcome{OutcomeKind::kDuplicateOf, other->item.id.str()};
    met_.emplace(address, item.id);
    if (known == Known::kChanged) item.first_seen_at = stored->item.first_seen_at;
    const auto rejected =
        normalize::gate(item, normalize::scan(item, canonical_.lexicon), canonical_.lexicon,
                        profile_for(client_, canonical_, source), client_.gate);
    // What a profile rejects is stored all the same: profiles change, and each
    // issue asks them again.
    if (rejected && rejected->kind != OutcomeKind::kProfileRejected) return rejected;
    const ItemId id = item.id;
    items_.put(now_.date(), std::move(item));
    if (known == Known::kChanged) return Outcome{OutcomeKind::kRevisionOf, id.str()};
    return std::nullopt;
  }

  void count(const Fate& fate) {
    ++result_.offered;
    if (!fate.outcome)
      ++result_.stored;
    else if (fate.outcome->kind == OutcomeKind::kRevisionOf)
      ++result_.revised;
    else if (fate.outcome->kind == OutcomeKind::kDuplicateOf)
      ++result_.duplicates;
    else if (fate.outcome->kind != OutcomeKind::kSeenBefore)
      ++result_.filtered_out;
  }

  const config::ClientPlan& client_;
  const config::Canonical& canonical_;
  ItemStore& items_;
  Instant now_;
  std::unordered_map<std::string, ItemId> met_;  // canonical address -> first entry of this run
  Ingested result_;
};

}  // namespace

const normalize::IngestionProfile& profile_for(const config::ClientPlan& client,
                                               const config::Canonical& canonical,
                                               const config::Source& source) {
  const auto override_name = client.profile_overrides.find(source.facts.key);
  const std::string& name =
      override_name == client.profile_overrides.end() ? source.profile : override_name->second;
  static const normalize::IngestionProfile kEverything;
  const auto found = canonical.profiles.find(name);
  return found == canonical.profiles.end() ? kEverything : found->second;
}

bool may_want_detail(const Entry& entry, const config::Source& source) {
  if (source.mode == config::SourceMode::kSitemap && entry.title.empty()) return true;
  return source.enrichment != config::Enrichment::kBasic && !entry.title.empty();
}

bool wants_detail(const Entry& entry, const config::Source& source,
                  const config::ClientPlan& client, const config::Canonical& canonical,
                  const ItemStore& items, Instant now) {
  if (!may_want_detail(entry, source) || changed_before(entry, client.gate.window.first))
    return false;
  if (entry.published && !client.gate.window.contains(entry.published->day)) return false;
  Item item = normalize::to_item(entry, source.facts, content_bytes(source), now);
  const StoredItem* stored = items.find(item.id);
  if (known_state(stored, item.offer_hash, now) == Known::kUnchanged) return false;
  // Only what the list shows can speak against an entry yet, not what it lacks.
  normalize::GateOptions only_exclusions = client.gate;
  only_exclusions.temporal = normalize::TemporalMode::kFlexible;
  only_exclusions.min_word_count = 0;
  const auto rejected =
      normalize::gate(item, normalize::scan(item, canonical.lexicon), canonical.lexicon,
                      profile_for(client, canonical, source), only_exclusions);
  return !rejected || rejected->kind == OutcomeKind::kProfileRejected;
}

Ingested ingest(const std::vector<Reading>& readings, const config::ClientPlan& client,
                const config::Canonical& canonical, ItemStore& items, Instant now) {
  Ingestion ingestion(client, canonical, items, now);
  for (const Reading& reading : readings)
    for (const Entry& entry : reading.entries)
      ingestion.add(entry, canonical.sources.at(reading.source));
  return std::move(ingestion).result();
}

}  // namespace vectora::pipeline
