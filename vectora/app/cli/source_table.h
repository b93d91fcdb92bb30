// How the sources of the catalog are doing, as a table for people and as JSON.
//
//   SOURCE            MODE  LAST READ   ENTRIES  NEWEST      RHYTHM  304  FAILED  MARKS
//   press__alpha      rss   2026-02-03       20  2026-02-02  1/30 d  75%       0
//   press__beta       html  2026-01-20        0  2025-11-02  93/30 d  0%       3  failing, silent
//     last error: status: the server answered with status 503
//
// RHYTHM is the days since the newest entry, and after how many of them silence is
// remarkable: expected_period_days, else four times what is usual between two days
// with entries, at least 14. Pure.
#pragma once

#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/pipeline/source_state.h"

namespace vectora::app {

struct SourceHealth {
  SourceKey key;
  config::SourceMode mode = config::SourceMode::kRss;
  bool enabled = true;
  int expected_period_days = 0;  // 0: unknown
  pipeline::SourceState state;

  std::optional<int> days_since_newest(Date today) const;
  int silent_after_days() const;  // 0: unknown
  // Whether more days passed without a new entry than is usual for the source.
  bool is_silent(Date today) const;
  bool is_drifting() const { return !state.drift.empty(); }
  // Answers of 304 among all, 0..1; nothing before the first request.
  std::optional<double> share_not_modified() const;
};

std::string_view to_string(config::SourceMode mode);  // rss, html, api, sitemap, none

// Ends with a newline; a heading, a row for each source, and beneath it what its
// marks are about.
std::string source_table(const std::vector<SourceHealth>& sources, Date today);

// Members that are not known are null.
Json source_json(const SourceHealth& source, Date today);

}  // namespace vectora::app
