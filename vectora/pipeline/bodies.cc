#include "vectora/pipeline/bodies.h"

#include <map>
#include <set>

namespace vectora::pipeline {
namespace {

Json outcomes_of(const ClientResult& result) {
  Json json = Json::object();
  for (const auto& [outcome, count] : result.record.entries) json[outcome] = count;
  return json;
}

int count_of(const std::map<std::string, int>& counts, const std::string& name) {
  const auto found = counts.find(name);
  return found == counts.end() ? 0 : found->second;
}

std::string status_of_many(const RunResult& result) {
  if (result.clients.empty()) return "no_active_clients";
  const std::string status = result.status();
  if (status == "failed") return "error";
  return status == "partial" ? "partial_success" : "success";
}

double ratio(int part, int whole) { return whole == 0 ? 0 : static_cast<double>(part) / whole; }

Json statistics_of(const ClientResult& result) {
  Json json;
  json["items_input"] = result.items_input;
  json["items_normalized"] = result.items_normalized;
  json["items_matched"] = result.items_matched;
  json["items_scored"] = result.items_normalized;
  json["normalization_success_rate"] = ratio(result.items_normalized, result.items_input);
  json["matching_success_rate"] = ratio(result.items_matched, result.items_normalized);
  json["score_distribution"] = Json::object();
  for (const auto& [band, count] : result.score_bands) json["score_distribution"][band] = count;
  json["entity_statistics"] = Json::object();
  for (const auto& [kind, count] : result.entity_counts) json["entity_statistics"][kind] = count;
  json["domain_statistics"] = Json::object();
  for (const auto& [domain, count] : result.domain_counts)
    json["domain_statistics"][domain] = count;
  return json;
}

}  // namespace

Json ingest_body(const ClientResult& result, const config::ClientPlan& client,
                 const BodyContext& context) {
  const Ingested& ingested = result.ingested;
  const RunRecord& record = result.record;
  Json json;
  json["client_id"] = result.client.str();
  json["execution_date"] = context.execution_date;
  json["sources_processed"] =
      count_of(record.sources, "fetched") + count_of(record.sources, "not_modified");
  json["sources_failed"] = count_of(record.sources, "failed");
  json["items_ingested"] = ingested.offered;
  json["items_filtered_out"] = ingested.filtered_out;
  json["items_deduplicated"] = ingested.duplicates;
  json["items_final"] = ingested.stored + ingested.revised;
  json["period_days_used"] = client.gate.window.last - client.gate.window.first;
  json["s3_output_path"] = store::keys::ingested(result.client, record.as_of);
  json["execution_time_seconds"] = context.seconds;
  json["dry_run"] = context.dry_run;
  json["ingestion_mode"] = context.ingestion_mode;
  json["temporal_mode"] = context.temporal_mode;
  json["status"] = result.status;
  json["run_id"] = record.id.str();
  json["outcomes"] = outcomes_of(result);
  if (!result.error.empty()) json["error"] = result.error;
  return json;
}

Json normalize_body(const ClientResult& result, const config::ClientPlan& client,
                    const BodyContext& context) {
  Json json;
  json["client_id"] = result.client.str();
  json["status"] = result.status;
  json["last_run_path"] = store::keys::ingested(result.client, result.record.as_of);
  json["output_path"] = store::keys::curated(result.client, result.record.as_of);
  json["processing_time_ms"] = context.seconds * 1000;
  json["statistics"] = statistics_of(result);
  json["configuration"] = {{"scoring_mode", context.scoring_mode},
                           {"engine", "rules"},
                           {"config_digest", client.digest.str()}};
  if (!result.error.empty()) json["error"] = result.error;
  return json;
}

Json newsletter_body(const ClientResult& result, const config::ClientPlan& client,
                     const BodyContext& context) {
  Json json;
  json["client_id"] = client.id.str();
  json["status"] = result.status;
  json["target_date"] = result.record.as_of.str();
  json["items_processed"] = result.issue ? result.issue->issue.items_analyzed : 0;
  json["items_selected"] = result.issue ? result.issue->issue.item_count() : 0;
  json["newsletter_generated"] = result.issue.has_value() && result.error.empty();
  json["s3_paths"] = Json::object();
  if (result.issue)
    for (const auto& [file, bytes] : result.issue->files)
      json["s3_paths"][file] = issue_key(client.id, result.record.as_of, file);
  json["llm_calls"] = Json::object();
  json["selection_metadata"] = Json::object();
  if (result.issue)
    for (const auto& [outcome, count] : result.issue->issue.outcomes)
      json["selection_metadata"][outcome] = count;
  json["dry_run"] = context.dry_run;
  if (!result.error.empty()) json["error"] = result.error;
  return json;
}

Json many_body(const RunResult& result, const BodyContext& context) {
  Json json;
  int succeeded = 0;
  int items = 0;
  Json clients = Json::array();
  for (const ClientResult& client : result.clients) {
    const bool failed = client.status == "failed";
    succeeded += failed ? 0 : 1;
    items += client.ingested.stored + client.ingested.revised;
    Json entry{{"client_id", client.client.str()},
               {"status", client.status},
               {"items_final", client.ingested.stored + client.ingested.revised},
               {"execution_time", context.seconds}};
    if (!client.error.empty()) entry["error"] = client.error;
    clients.push_back(std::move(entry));
  }
  const auto processed = static_cast<int>(result.clients.size());
  json["execution_date"] = context.execution_date;
  json["clients_discovered"] = context.clients_discovered;
  json["clients_active"] = context.clients_active;
  json["clients_processed"] = processed;
  json["clients_succeeded"] = succeeded;
  json["clients_failed"] = processed - succeeded;
  json["total_items_ingested"] = items;
  json["execution_time_seconds"] = context.seconds;
  json["dry_run"] = context.dry_run;
  json["status"] = status_of_many(result);
  json["client_results"] = clients;
  return json;
}

}  // namespace vectora::pipeline
