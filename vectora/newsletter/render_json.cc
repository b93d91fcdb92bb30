#include "vectora/base/json.h"
#include "vectora/newsletter/breakdown.h"
#include "vectora/newsletter/render.h"

namespace vectora::newsletter {
namespace {

Json span_to_json(const normalize::Span& span) {
  return {{"field", normalize::to_string(span.field)}, {"start", span.begin}, {"end", span.end}};
}

Json item_to_json(const IssueItem& item) {
  Json json;
  json["item_id"] = item.id.str();
  json["title"] = item.title;
  std::string summary;
  Json evidence = Json::array();
  for (const Evidence& sentence : item.summary) {
    summary += (summary.empty() ? "" : " ") + sentence.sentence;
    Json spans = Json::array();
    for (const normalize::Span& span : sentence.spans) spans.push_back(span_to_json(span));
    evidence.push_back({{"sentence", sentence.sentence}, {"spans", spans}});
  }
  json["summary"] = summary;
  json["score"] = item.score.value();
  json["published_at"] = item.published_at ? Json(item.published_at->str()) : Json(nullptr);
  json["source_key"] = item.source.str();
  json["source_name"] = item.source_name;
  json["source_url"] = item.url;
  json["event_type"] = item.event_type;
  json["entities"] = Json::object();
  for (const auto& [kind, names] : item.entities) json["entities"][kind] = names;
  if (!item.follow_up.empty()) json["follow_up"] = item.follow_up;
  if (!item.also_told_by.empty()) json["also_told_by"] = item.also_told_by;
  json["evidence"] = evidence;
  return json;
}

Json counts_to_json(const std::vector<std::pair<std::string, int>>& counts) {
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[name] = count;
  return json;
}

Json metrics_of(const Issue& issue) {
  int64_t tenths = 0;
  Json by_section = Json::object();
  for (const IssueSection& section : issue.sections) {
    by_section[section.id] = section.items.size();
    for (const IssueItem& item : section.items) tenths += item.score.tenths();
  }
  const int count = issue.item_count();
  const double average = count == 0 ? 0 : static_cast<double>(tenths) / 10.0 / count;
  Json json;
  json["items_analyzed"] = issue.items_analyzed;
  json["items_selected"] = count;
  json["sources_monitored"] = issue.monitored.press_sources + issue.monitored.newsrooms;
  json["average_score"] = score::Points::round(average).value();
  json["items_by_section"] = by_section;
  json["source_breakdown"] = counts_to_json(items_by_source(issue));
  json["domain_breakdown"] = counts_to_json(items_by_domain(issue));
  return json;
}

}  // namespace

std::string render_json(const Issue& issue) {
  Json json;
  json["newsletter_id"] = issue.newsletter_id;
  json["client_id"] = issue.profile.client.str();
  json["generated_at"] = issue.generated_at.str();
  json["period"] = {{"start_date", issue.period.first.str()},
                    {"end_date", issue.period.last.str()}};
  json["title"] = issue.profile.name;
  json["language"] = issue.profile.language;
  json["frequency"] = issue.profile.frequency;
  json["editorial_content"] = {{"tldr", issue.tldr},
                               {"introduction", issue.introduction},
                               {"section_summaries", Json::object()},
                               {"scope", issue.scope_line}};
  json["sections"] = Json::array();
  for (const IssueSection& section : issue.sections) {
    Json items = Json::array();
    for (const IssueItem& item : section.items) items.push_back(item_to_json(item));
    json["sections"].push_back(
        {{"section_id", section.id}, {"title", section.title}, {"items", items}});
  }
  json["metrics"] = metrics_of(issue);
  json["outcomes"] = Json::object();
  for (const auto& [outcome, count] : issue.outcomes) json["outcomes"][outcome] = count;
  json["troubles"] = Json::array();
  for (const SourceTrouble& trouble : issue.troubles)
    json["troubles"].push_back({{"source_name", trouble.source_name},
                                {"kind", trouble.what == Trouble::kUnread ? "unread" : "silent"},
                                {"days", trouble.days}});
  json["generation_metadata"] = {{"engine", issue.engine},
                                 {"model", nullptr},
                                 {"calls", 0},
                                 {"tokens", 0},
                                 {"cost_usd", 0},
                                 {"config_digest", issue.config_digest.str()},
                                 {"version", VECTORA_VERSION}};
  return to_json_text(json);
}

std::string render_manifest(const Issue& issue, const std::map<std::string, std::string>& files) {
  Json json;
  json["generation_date"] = issue.generated_at.str();
  json["target_date"] = issue.target_day.str();
  json["status"] = "complete";
  json["total_items"] = issue.item_count();
  json["files"] = Json::object();
  for (const auto& [name, bytes] : files)
    json["files"][name] = {{"sha256", sha256(bytes).hex()}, {"bytes", bytes.size()}};
  return to_json_text(json);
}

}  // namespace vectora::newsletter
