// How a client wants the newsletter: sections, caps, language. Filled by config.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/id.h"
#include "vectora/score/judge.h"

namespace vectora::newsletter {

enum class SortBy { kScore, kDate };  // both descending
enum class Distribution { kSpecializedWithFallback, kDefault };
enum class Mode { kLatestRunOnly, kPeriodBased };

struct Section {
  std::string id;
  std::string title;
  std::vector<DomainId> source_domains;  // empty: all
  std::vector<std::string> event_types;  // empty: all ("*")
  int max_items = 0;                     // 0: no cap
  SortBy sort_by = SortBy::kScore;
  int priority = 0;  // lower goes first; filled from file order where absent
  std::optional<score::Points> min_score;
  ConfigRef config;
};

struct Trimming {
  bool preserve_critical_events = false;
  int min_items_per_section = 0;
  double max_section_dominance = 1;  // share of all items that one section may hold
  bool prefer_recent_items = false;
};

struct Deduplication {
  bool enabled = true;
  double similarity_threshold = 0.85;
  bool prefer_critical_events = false;
  bool prefer_higher_score = true;
  bool company_based = false;
};

struct Layout {
  Mode mode = Mode::kPeriodBased;
  Distribution distribution = Distribution::kSpecializedWithFallback;
  std::vector<Section> sections;  // file order
  int max_items_total = 0;        // 0: no cap
  score::Points min_score;
  std::vector<std::string> critical_event_types;
  Trimming trimming;
  Deduplication deduplication;
};

// What is written about, and for whom.
struct Profile {
  ClientId client;
  std::string name;      // title of the newsletter
  std::string language;  // en, fr
  std::string frequency;
  std::string tone;
  std::string voice;
  std::string target_audience;
  std::map<std::string, std::string> event_words;  // by event type, in the language
  bool include_tldr = true;
  bool include_intro = true;
  bool include_metrics = false;
  bool include_source_breakdown = false;
  bool include_domain_breakdown = false;
};

// What the closing scope line counts: what is monitored, not what appears.
struct Monitored {
  int press_sources = 0;
  int newsrooms = 0;
  int companies = 0;
};

}  // namespace vectora::newsletter
