// Item: an entry with an identity, as stored in ingested/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/base/json.h"
#include "vectora/normalize/entry.h"
#include "vectora/page/article.h"

namespace vectora::normalize {

struct Item {
  ItemId id;  // "{source_key}_{12 hex}": of source key and canonical URL, never of date or text
  SourceKey source;
  std::string source_type;
  std::string title;
  std::string content;  // plain text; the title is not repeated in it
  std::string url;
  std::optional<Date> published_at;
  page::DateSource published_at_source = page::DateSource::kNone;
  double published_at_confidence = 0;  // 0..1
  Instant first_seen_at;               // by the run that stored it first
  Instant ingested_at;                 // by the run that stored this text
  std::string language;
  Digest offer_hash;    // Entry::offer, stored as metadata.offer
  Digest content_hash;  // of the lower-cased, white-space-collapsed content
  Digest capture;
  std::string author;
  std::vector<std::string> tags;
  std::string note;  // e.g. why the detail page is missing; empty: nothing to say
};

ItemId item_id(const SourceKey& source, std::string_view url);

// `max_content_bytes` cuts at a sentence's end. `now` becomes both stamps.
Item to_item(const Entry& entry, const SourceFacts& source, size_t max_content_bytes, Instant now);

// The shape of contracts: docs/data_formats.md. from_json reports the member that is wrong.
Json to_json(const Item& item);
Result<Item> item_from_json(const Json& json);

}  // namespace vectora::normalize
