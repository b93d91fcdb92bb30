// Figures: how well answers agree with labels, with 95 % intervals.
//
//   const std::vector<Comparison> items = ...;      one label and its answer each
//   for (const Figure& figure : figures_of(items))
//     figure.name, figure.value, figure.interval    "relevance.f1", 0.93, 0.88..0.97
//
// Names and meaning:
//   event.strict          share of labelled events that are answered
//   event.lenient         the same, an alternative of the label counting too
//   event.macro_f1        mean F1 of the types with at least 10 labels
//   relevance.precision, .recall, .f1
//   relevance.average_precision   of the items in order of their score
//   entities.KIND.precision, .recall, .f1    over all names of all items
// A figure without a label to measure it by is left out.
//
// Intervals: the items are drawn again with replacement, 1000 times, and the
// middle 95 % of what comes out is the interval (Efron's percentile bootstrap).
// The draws come from a seed, so that the same labels and answers give the same
// intervals.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/evaluation/entity_match.h"
#include "vectora/normalize/annotation.h"

namespace vectora::evaluation {

// One item: what its label says and what was answered.
struct Comparison {
  std::string event_type;  // labelled; empty: not measured
  std::vector<std::string> event_alts;
  std::string answered_event;
  std::optional<bool> relevant;  // labelled; nothing: not measured
  bool answered_relevant = false;
  double score = 0;
  std::map<normalize::EntityKind, NameMatch> names;  // of the labelled kinds
};

struct Interval {
  double low = 0;
  double high = 0;
};

struct Figure {
  std::string name;
  double value = 0;
  Interval interval;
};

struct Resampling {
  int draws = 1000;
  uint64_t seed = 20260203;
};

std::vector<Figure> figures_of(const std::vector<Comparison>& items, const Resampling& how = {});

// What `after` gains over `before`, item by item the same labels in the same
// order: both are drawn together, so that what is hard for both cancels out. A
// gate that must not fall behind asks `interval.low`.
std::vector<Figure> gains(const std::vector<Comparison>& before,
                          const std::vector<Comparison>& after, const Resampling& how = {});

}  // namespace vectora::evaluation
