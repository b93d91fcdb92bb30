#include "vectora/pipeline/run_record.h"

#include <algorithm>
#include <numeric>

namespace vectora::pipeline {
namespace {

constexpr std::string_view kStored = "stored";

int total(const std::map<std::string, int>& counts) {
  return std::accumulate(counts.begin(), counts.end(), 0,
                         [](int sum, const auto& count) { return sum + count.second; });
}

Json counts_to_json(const std::map<std::string, int>& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[name] = count;
  return json;
}

std::map<std::string, int> counts_from_json(const Json& json, std::string_view name) {
  std::map<std::string, int> counts;
  if (const Json* object = find_member(json, name); object && object->is_object())
    for (const auto& [key, value] : object->items())
      if (value.is_number()) counts[key] = value.get<int>();
  return counts;
}

std::optional<normalize::Outcome> outcome_from_json(const Json& json) {
  const std::string name = string_member(json, "outcome");
  for (const normalize::OutcomeKind kind : normalize::kAllOutcomes)
    if (normalize::to_string(kind) == name)
      return normalize::Outcome{kind, string_member(json, "detail")};
  return std::nullopt;
}

Json fate_to_json(const Fate& fate) {
  return {{"item_id", fate.item.str()},
          {"source_key", fate.source.str()},
          {"url", fate.url},
          {"title", fate.title},
          {"outcome", fate.outcome ? normalize::to_string(fate.outcome->kind) : kStored},
          {"detail", fate.outcome ? fate.outcome->detail : ""}};
}

Json source_to_json(const RunRecord::SourceOutcome& source) {
  return {{"source_key", source.source.str()},
          {"outcome", source.outcome},
          {"reason", source.reason},
          {"detail", source.detail},
          {"entries", source.entries}};
}

std::string rule_of(const normalize::Outcome& outcome) {
  std::string name(normalize::to_string(outcome.kind));
  // "scope: "words"", "pattern EXPRESSION: "words"", "editorial_rule", "profile: why"
  const size_t quote = outcome.detail.find(": \"");
  const size_t end = quote == std::string::npos ? outcome.detail.find(": ") : quote;
  const std::string rule = outcome.detail.substr(0, end);
  return rule.empty() ? name : name + "." + rule;
}

void read_lists(const Json& json, RunRecord& record) {
  if (const Json* captures = find_member(json, "captures"))
    for (const Json& capture : *captures)
      if (const auto digest = Digest::parse(capture.is_string() ? capture.get<std::string>() : ""))
        record.captures.push_back(*digest);
  if (const Json* sources = find_member(json, "source_outcomes"))
    for (const Json& source : *sources)
      record.source_outcomes.push_back(
          {SourceKey(string_member(source, "source_key")), string_member(source, "outcome"),
           string_member(source, "reason"), string_member(source, "detail"),
           static_cast<int>(number_member(source, "entries"))});
  if (const Json* notes = find_member(json, "notes"))
    for (const Json& note : *notes)
      record.notes.emplace_back(SourceKey(string_member(note, "source_key")),
                                string_member(note, "note"));
}

}  // namespace

RunId run_id(const ClientId& client, Date as_of, const Digest& config,
             const std::vector<Digest>& captures) {
  std::string text = client.str() + "\n" + as_of.str() + "\n" + config.str();
  for (const Digest& capture : captures) text += "\n" + capture.str();
  return RunId(sha256(text).hex().substr(0, 16));
}

void count_sources(RunRecord& record, const std::vector<Reading>& readings) {
  for (const Reading& reading : readings) {
    ++record.sources[std::string(to_string(reading.end))];
    if (reading.end == SourceEnd::kFailed)
      record.failures.push_back({reading.source, reading.reason, reading.detail});
    if (!reading.drift.empty()) record.notes.emplace_back(reading.source, reading.drift);
    for (const std::string& note : reading.notes) record.notes.emplace_back(reading.source, note);
    record.source_outcomes.push_back({reading.source, std::string(to_string(reading.end)),
                                      reading.reason, reading.detail,
                                      static_cast<int>(reading.entries.size())});
  }
  std::sort(record.source_outcomes.begin(), record.source_outcomes.end(),
            [](const auto& a, const auto& b) { return a.source < b.source; });
}

void count_entries(RunRecord& record) {
  record.entries.clear();
  record.rules_fired.clear();
  for (const Fate& fate : record.fates) {
    ++record.entries[fate.outcome ? std::string(normalize::to_string(fate.outcome->kind))
                                  : std::string(kStored)];
    if (!fate.outcome) continue;
    switch (fate.outcome->kind) {
      case normalize::OutcomeKind::kExcludedBy:
      case normalize::OutcomeKind::kProfileRejected: ++record.rules_fired[rule_of(*fate.outcome)];
      default: break;
    }
  }
  record.entries_offered = static_cast<int>(record.fates.size());
}

void count_rules(RunRecord& record, const std::vector<CuratedItem>& items) {
  for (const CuratedItem& curated : items) {
    for (const normalize::EntityMention& mention : curated.annotation.mentions)
      if (!mention.rule.empty()) ++record.rules_fired["name." + mention.rule];
    const score::Judgement& judgement = curated.judgement;
    for (const score::DomainVerdict& verdict : judgement.domains)
      if (!verdict.rule.empty())
        ++record.rules_fired["match." + verdict.domain.str() + "." + verdict.rule];
    if (!judgement.editorial_rule.empty())
      ++record.rules_fired["editorial." + judgement.editorial_rule];
    for (const score::Term& term : judgement.receipt) ++record.rules_fired[term.rule];
  }
}

bool balances(const RunRecord& record, size_t sources_asked) {
  return total(record.sources) == static_cast<int>(sources_asked) &&
         record.source_outcomes.size() == sources_asked &&
         total(record.entries) == record.entries_offered;
}

Json to_json(const RunRecord& record) {
  Json json;
  json["version"] = 1;
  json["run_id"] = record.id.str();
  json["client_id"] = record.client.str();
  json["as_of"] = record.as_of.str();
  json["window"] = {{"first", record.window.first.str()}, {"last", record.window.last.str()}};
  json["status"] = record.status;
  json["config_digest"] = record.config_digest.str();
  json["captures"] = Json::array();
  for (const Digest& capture : record.captures) json["captures"].push_back(capture.str());
  json["sources"] = counts_to_json(record.sources);
  json["source_outcomes"] = Json::array();
  for (const RunRecord::SourceOutcome& source : record.source_outcomes)
    json["source_outcomes"].push_back(source_to_json(source));
  json["entries_offered"] = record.entries_offered;
  json["entries"] = counts_to_json(record.entries);
  json["failures"] = Json::array();
  for (const RunRecord::Failure& failure : record.failures)
    json["failures"].push_back({{"source_key", failure.source.str()},
                                {"reason", failure.reason},
                                {"detail", failure.detail}});
  json["notes"] = Json::array();
  for (const auto& [source, note] : record.notes)
    json["notes"].push_back({{"source_key", source.str()}, {"note", note}});
  json["rules_fired"] = counts_to_json(record.rules_fired);
  json["items"] = Json::array();
  for (const Fate& fate : record.fates) json["items"].push_back(fate_to_json(fate));
  json["candidates"] = Json::array();
  for (const auto& [item, outcome] : record.candidates)
    json["candidates"].push_back({{"item_id", item.str()},
                                  {"outcome", normalize::to_string(outcome.kind)},
                                  {"detail", outcome.detail}});
  return json;
}

Result<RunRecord> run_record_from_json(const Json& json) {
  RunRecord record;
  record.id = RunId(string_member(json, "run_id"));
  record.client = ClientId(string_member(json, "client_id"));
  const auto as_of = Date::parse(string_member(json, "as_of"));
  if (record.id.empty() || !as_of) return Error{ErrorCode::kMalformed, "not a run record"};
  record.as_of = *as_of;
  record.status = string_member(json, "status");
  if (const auto digest = Digest::parse(string_member(json, "config_digest")))
    record.config_digest = *digest;
  read_lists(json, record);
  record.sources = counts_from_json(json, "sources");
  record.entries = counts_from_json(json, "entries");
  record.rules_fired = counts_from_json(json, "rules_fired");
  record.entries_offered = static_cast<int>(number_member(json, "entries_offered"));
  if (const Json* failures = find_member(json, "failures"))
    for (const Json& failure : *failures)
      record.failures.push_back({SourceKey(string_member(failure, "source_key")),
                                 string_member(failure, "reason"),
                                 string_member(failure, "detail")});
  if (const Json* items = find_member(json, "items"))
    for (const Json& item : *items)
      record.fates.push_back(
          {ItemId(string_member(item, "item_id")), SourceKey(string_member(item, "source_key")),
           string_member(item, "url"), string_member(item, "title"), outcome_from_json(item)});
  if (const Json* candidates = find_member(json, "candidates"))
    for (const Json& candidate : *candidates)
      if (const auto outcome = outcome_from_json(candidate))
        record.candidates.emplace_back(ItemId(string_member(candidate, "item_id")), *outcome);
  return record;
}

}  // namespace vectora::pipeline
