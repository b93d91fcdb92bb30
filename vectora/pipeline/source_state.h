// What is remembered of a source between live runs: how to ask it again without
// moving the same bytes, and how healthy it is.
//
// Stored as state/sources/{source_key}.json, shared by all clients. A replay
// reads and writes none of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/base/json.h"
#include "vectora/pipeline/collect/stored_answer.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

struct SourceState {
  std::vector<StoredAnswer> answers;  // the last that were read to their end, by address
  std::string moved_from;  // the catalog's address, where permanent redirects lead away from it;
  std::string moved_to;    // and where to: it is asked instead, as long as that can be read
  std::optional<Instant> last_success;
  std::optional<Instant> last_failure;
  std::string last_error;  // "status: 503 Service Unavailable"; empty after a success
  std::optional<Date> newest_entry;
  int last_entries = 0;
  int rhythm_days = 0;  // usual days between two days with entries; 0: unknown
  int64_t requests = 0;
  int64_t not_modified = 0;
  int failures_in_a_row = 0;
  std::string drift;  // what is odd about the last reading; empty: nothing

  bool operator==(const SourceState&) const = default;
};

Json to_json(const SourceState& state);
SourceState source_state_from_json(const Json& json);

// A source that was never read has the default state.
Result<SourceState> load_source_state(store::ObjectStore& data, const SourceKey& source);

// What a visit found: the state that it began with, and that it ended with.
struct SourceChange {
  SourceState before;
  SourceState after;
};

// Runs may read a source side by side: what each has counted adds up, and of the rest
// that of the later visit stands.
SourceState merged(const SourceState& present, const SourceChange& change);
Result<void> save_source_state(store::ObjectStore& data, const SourceKey& source,
                               const SourceChange& change);

}  // namespace vectora::pipeline
