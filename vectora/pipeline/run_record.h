// Run record: what one run of one client took in, decided and gave out.
//
// Stored as runs/{client_id}/{run_id}.json. Two tables add up: `sources` (one
// outcome a source) and `entries` (one outcome an entry that a source offered).
// Everything in it follows from captures, configuration and clock; durations go
// to the log alone.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/pipeline/curate.h"
#include "vectora/pipeline/ingest.h"
#include "vectora/pipeline/reading.h"

namespace vectora::pipeline {

struct RunRecord {
  RunId id;
  ClientId client;
  Date as_of;
  normalize::Window window;
  std::string status;  // success, partial, no_items, failed
  Digest config_digest;
  std::vector<Digest> captures;
  std::map<std::string, int> sources;  // by SourceEnd name
  struct SourceOutcome {
    SourceKey source;
    std::string outcome;  // SourceEnd name
    std::string reason;   // of a failure
    std::string detail;
    int entries = 0;  // that it offered

    bool operator==(const SourceOutcome&) const = default;
  };
  std::vector<SourceOutcome> source_outcomes;  // what `sources` counts, by source_key
  int entries_offered = 0;
  std::map<std::string, int> entries;  // by outcome name; "stored" while no issue decided
  struct Failure {
    SourceKey source;
    std::string reason;
    std::string detail;
  };
  std::vector<Failure> failures;
  // Drift, a move for good, a certificate or robots.txt that is not looked at.
  std::vector<std::pair<SourceKey, std::string>> notes;
  std::map<std::string, int> rules_fired;
  std::vector<Fate> fates;
  // How each candidate of the issue ended, offered in this run or earlier.
  std::vector<std::pair<ItemId, normalize::Outcome>> candidates;
};

// sha256 over client, as_of, configuration and captures: 16 hexadecimal digits.
RunId run_id(const ClientId& client, Date as_of, const Digest& config,
             const std::vector<Digest>& captures);

void count_sources(RunRecord& record, const std::vector<Reading>& readings);
void count_entries(RunRecord& record);
// Adds the rules that judged the items: "match.DOMAIN.RULE", "editorial.RULE" and
// each rule of a receipt, "event.TYPE", "bonus.NAME", "penalty.NAME" among them.
void count_rules(RunRecord& record, const std::vector<CuratedItem>& items);

// Whether both tables add up to what was asked and offered.
bool balances(const RunRecord& record, size_t sources_asked);

Json to_json(const RunRecord& record);
Result<RunRecord> run_record_from_json(const Json& json);

}  // namespace vectora::pipeline
