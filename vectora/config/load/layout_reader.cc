#include "vectora/config/load/layout_reader.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using newsletter::Section;

// Without a priority, a section that filters events goes before one that takes
// all, each in file order.
constexpr int kTakesAll = 1000;

score::Points points_of(double points) {
  return score::Points::from_tenths(std::llround(points * 10));
}

std::vector<std::string> domain_ids(const YamlNode& client) {
  std::vector<std::string> ids;
  for (const YamlNode& domain : client["watch_domains"].items()) {
    ids.push_back(text_or(domain["id"], ""));
  }
  return ids;
}

class LayoutReader {
 public:
  LayoutReader(const YamlNode& client, const Market& market, Findings& findings)
      : client_(client), market_(market), findings_(findings), domains_(domain_ids(client)) {}

  newsletter::Layout read();

 private:
  Section read_section(const YamlNode& node, int position);
  // Two keys say the same, and one always wins.
  void warn_of_silent(const YamlNode& silent, const YamlNode& winner);
  void read_selection();
  void check_sections(const std::vector<Section>& sections, const YamlNode& list);

  YamlNode client_;
  const Market& market_;
  Findings& findings_;
  std::vector<std::string> domains_;
  newsletter::Layout layout_;
};

Section LayoutReader::read_section(const YamlNode& node, int position) {
  Section section;
  section.id = text_or(node["id"], "");
  section.title = text_or(node["title"], "");
  for (const YamlNode& domain : scalars(node["source_domains"])) {
    if (std::find(domains_.begin(), domains_.end(), domain.text()) == domains_.end()) {
      findings_.unknown(domain.ref(), "watch domain", domain.text(), domains_);
    }
    section.source_domains.emplace_back(domain.text());
  }
  section.event_types = read_event_types(node["filter_event_types"], market_.types, findings_);
  section.max_items = int_or(node["max_items"], 0);
  section.sort_by = text_or(node["sort_by"], "") == "date_desc" ? newsletter::SortBy::kDate
                                                                : newsletter::SortBy::kScore;
  const int by_order = position + 1 + (section.event_types.empty() ? kTakesAll : 0);
  section.priority = int_or(node["priority"], by_order);
  if (node["min_score"].is_scalar()) {
    section.min_score = points_of(number_or(node["min_score"], 0));
  }
  section.config = node.ref();
  return section;
}

void LayoutReader::check_sections(const std::vector<Section>& sections, const YamlNode& list) {
  std::set<std::string> ids;
  for (size_t i = 0; i < sections.size(); ++i) {
    if (ids.insert(sections[i].id).second) continue;
    findings_.error(list.items()[i]["id"].ref(), "a second section '" + sections[i].id + "'",
                    "give it a name of its own");
  }
  if (sections.empty()) findings_.error(list.ref(), "a newsletter without sections", "add one");
}

void LayoutReader::warn_of_silent(const YamlNode& silent, const YamlNode& winner) {
  if (silent.is_scalar() && winner.is_scalar())
    findings_.warning(silent.ref(), "has no effect: " + winner.ref().key + " wins",
                      "remove one of them");
}

void LayoutReader::read_selection() {
  const YamlNode selection = client_["newsletter_selection"];
  const YamlNode overrides = client_["scoring_config"]["selection_overrides"];
  const YamlNode trimming = selection["trimming_policy"];
  warn_of_silent(overrides["min_score"], selection["min_score_threshold"]);
  warn_of_silent(overrides["max_items_total"], selection["max_items_total"]);
  warn_of_silent(overrides["min_items_per_section"], trimming["min_items_per_section"]);
  layout_.max_items_total =
      int_or(selection["max_items_total"], int_or(overrides["max_items_total"], 0));
  layout_.min_score =
      points_of(number_or(selection["min_score_threshold"],
                          number_or(overrides["min_score"], market_.scoring.min_score.value)));
  for (const YamlNode& type : scalars(selection["critical_event_types"])) {
    const std::string name = event_type_name(type.text());
    if (market_.types.events.count(name) == 0) {
      findings_.warning(type.ref(), "no event has the type '" + name + "'",
                        "the types are those of canonical/events/");
    }
    layout_.critical_event_types.push_back(name);
  }
  layout_.trimming.preserve_critical_events = bool_or(trimming["preserve_critical_events"], false);
  layout_.trimming.min_items_per_section =
      int_or(trimming["min_items_per_section"],
             int_or(overrides["min_items_per_section"], market_.scoring.min_items_per_section));
  layout_.trimming.max_section_dominance = number_or(trimming["max_section_dominance"], 1);
  layout_.trimming.prefer_recent_items = bool_or(trimming["prefer_recent_items"], false);
  const YamlNode duplicates = selection["deduplication"];
  layout_.deduplication.enabled = bool_or(duplicates["enabled"], true);
  layout_.deduplication.similarity_threshold =
      number_or(duplicates["similarity_threshold"], layout_.deduplication.similarity_threshold);
  layout_.deduplication.prefer_critical_events =
      bool_or(duplicates["prefer_critical_events"], false);
  layout_.deduplication.prefer_higher_score = bool_or(duplicates["prefer_higher_score"], true);
  layout_.deduplication.company_based = bool_or(duplicates["company_based_dedup"], false);
}

newsletter::Layout LayoutReader::read() {
  const YamlNode node = client_["newsletter_layout"];
  const YamlNode mode = client_["pipeline"]["newsletter_mode"];
  layout_.mode = text_or(mode, "") == "latest_run_only" ? newsletter::Mode::kLatestRunOnly
                                                        : newsletter::Mode::kPeriodBased;
  layout_.distribution = text_or(node["distribution_strategy"], "") == "default"
                             ? newsletter::Distribution::kDefault
                             : newsletter::Distribution::kSpecializedWithFallback;
  for (const YamlNode& section : node["sections"].items()) {
    layout_.sections.push_back(read_section(section, static_cast<int>(layout_.sections.size())));
  }
  if (node["sections"].is_list()) check_sections(layout_.sections, node["sections"]);
  read_selection();
  return std::move(layout_);
}

}  // namespace

newsletter::Layout read_layout(const YamlNode& client, const Market& market, Findings& findings) {
  return LayoutReader(client, market, findings).read();
}

newsletter::Profile read_profile(const YamlNode& client, const Market& market) {
  const YamlNode node = client["client_profile"];
  const YamlNode delivery = client["newsletter_delivery"];
  const YamlNode metrics = delivery["metrics_config"];
  newsletter::Profile profile;
  profile.client = ClientId(text_or(node["client_id"], ""));
  profile.name = text_or(node["name"], profile.client.str());
  profile.language = text_or(node["language"], "en");
  for (const normalize::TypePattern& type : market.vocabulary.event_types) {
    const auto words = type.words.find(profile.language);
    if (words != type.words.end()) profile.event_words[type.name] = words->second;
  }
  profile.frequency = text_or(node["frequency"], "weekly");
  profile.tone = text_or(node["tone"], "");
  profile.voice = text_or(node["voice"], "");
  profile.target_audience = text_or(node["target_audience"], "");
  profile.include_tldr = bool_or(delivery["include_tldr"], true);
  profile.include_intro = bool_or(delivery["include_intro"], true);
  profile.include_metrics = bool_or(delivery["include_metrics"], false);
  profile.include_source_breakdown = bool_or(metrics["include_source_breakdown"], false);
  profile.include_domain_breakdown = bool_or(metrics["include_domain_breakdown"], false);
  return profile;
}

}  // namespace vectora::config
