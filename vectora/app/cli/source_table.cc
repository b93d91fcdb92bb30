#include "vectora/app/cli/source_table.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vectora::app {
namespace {

constexpr size_t kColumns = 9;
using Row = std::array<std::string, kColumns>;

const Row kHeading = {"SOURCE", "MODE", "LAST READ", "ENTRIES", "NEWEST",
                      "RHYTHM", "304",  "FAILED",    "MARKS"};

bool is_number_column(size_t column) {
  return column == 3 || column == 5 || column == 6 || column == 7;
}

std::string rhythm(const SourceHealth& source, Date today) {
  const auto days = source.days_since_newest(today);
  std::string text = days ? std::to_string(*days) : "-";
  if (source.silent_after_days() > 0) text += "/" + std::to_string(source.silent_after_days());
  return text == "-" ? text : text + " d";
}

std::string percent(const std::optional<double>& share) {
  return share ? std::to_string(std::lround(100 * *share)) + "%" : "-";
}

std::string marks(const SourceHealth& source, Date today) {
  std::string text;
  const auto add = [&text](bool holds, std::string_view mark) {
    if (holds) text += (text.empty() ? "" : ", ") + std::string(mark);
  };
  add(!source.enabled, "off");
  add(source.state.failures_in_a_row > 0, "failing");
  add(source.is_silent(today), "silent");
  add(source.is_drifting(), "drifting");
  add(!source.state.moved_to.empty(), "moved");
  return text;
}

Row row(const SourceHealth& source, Date today) {
  const pipeline::SourceState& state = source.state;
  return {source.key.str(),
          std::string(to_string(source.mode)),
          state.last_success ? state.last_success->date().str() : "never",
          state.last_success ? std::to_string(state.last_entries) : "-",
          state.newest_entry ? state.newest_entry->str() : "-",
          rhythm(source, today),
          percent(source.share_not_modified()),
          std::to_string(state.failures_in_a_row),
          marks(source, today)};
}

std::string line(const Row& row, const std::array<size_t, kColumns>& widths) {
  std::string text;
  for (size_t i = 0; i < kColumns; ++i) {
    const std::string space(widths[i] - row[i].size(), ' ');
    text += is_number_column(i) ? space + row[i] : row[i] + space;
    text += "  ";
  }
  text.erase(text.find_last_not_of(' ') + 1);
  return text + "\n";
}

}  // namespace

std::string_view to_string(config::SourceMode mode) {
  switch (mode) {
    case config::SourceMode::kRss: return "rss";
    case config::SourceMode::kHtml: return "html";
    case config::SourceMode::kApi: return "api";
    case config::SourceMode::kSitemap: return "sitemap";
    case config::SourceMode::kNone: break;
  }
  return "none";
}

std::optional<int> SourceHealth::days_since_newest(Date today) const {
  if (!state.newest_entry) return std::nullopt;
  return std::max(0, today - *state.newest_entry);  // announced for a later day: today's
}

int SourceHealth::silent_after_days() const {
  constexpr int kGapsOfSilence = 4;
  constexpr int kShortestSilence = 14;
  if (expected_period_days > 0) return expected_period_days;
  return state.rhythm_days > 0 ? std::max(kGapsOfSilence * state.rhythm_days, kShortestSilence) : 0;
}

bool SourceHealth::is_silent(Date today) const {
  const auto days = days_since_newest(today);
  return enabled && silent_after_days() > 0 && days && *days > silent_after_days();
}

std::optional<double> SourceHealth::share_not_modified() const {
  if (state.requests <= 0) return std::nullopt;
  return static_cast<double>(state.not_modified) / static_cast<double>(state.requests);
}

std::string source_table(const std::vector<SourceHealth>& sources, Date today) {
  std::vector<Row> rows = {kHeading};
  for (const SourceHealth& source : sources) rows.push_back(row(source, today));
  std::array<size_t, kColumns> widths{};
  for (const Row& cells : rows)
    for (size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], cells[i].size());
  std::string text = line(rows[0], widths);
  for (size_t i = 0; i < sources.size(); ++i) {
    const pipeline::SourceState& state = sources[i].state;
    text += line(rows[i + 1], widths);
    if (!state.last_error.empty()) text += "  last error: " + state.last_error + "\n";
    if (!state.drift.empty()) text += "  drifting: " + state.drift + "\n";
    if (!state.moved_to.empty())
      text += "  moved for good: put " + state.moved_to + " into the catalog\n";
  }
  return text;
}

Json source_json(const SourceHealth& source, Date today) {
  const pipeline::SourceState& state = source.state;
  const auto days = source.days_since_newest(today);
  const auto share = source.share_not_modified();
  Json json;
  json["source_key"] = source.key.str();
  json["mode"] = to_string(source.mode);
  json["enabled"] = source.enabled;
  json["last_success"] = state.last_success ? Json(state.last_success->str()) : Json();
  json["last_failure"] = state.last_failure ? Json(state.last_failure->str()) : Json();
  json["last_entries"] = state.last_success ? Json(state.last_entries) : Json();
  json["newest_entry"] = state.newest_entry ? Json(state.newest_entry->str()) : Json();
  json["days_since_newest"] = days ? Json(*days) : Json();
  json["expected_period_days"] =
      source.expected_period_days > 0 ? Json(source.expected_period_days) : Json();
  json["rhythm_days"] = state.rhythm_days > 0 ? Json(state.rhythm_days) : Json();
  json["silent_after_days"] =
      source.silent_after_days() > 0 ? Json(source.silent_after_days()) : Json();
  json["requests"] = state.requests;
  json["not_modified"] = state.not_modified;
  json["share_not_modified"] = share ? Json(*share) : Json();
  json["failures_in_a_row"] = state.failures_in_a_row;
  json["silent"] = source.is_silent(today);
  json["drifting"] = source.is_drifting();
  json["drift"] = state.drift;
  json["last_error"] = state.last_error;
  json["moved_to"] = state.moved_to;
  return json;
}

}  // namespace vectora::app
