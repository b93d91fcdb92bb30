// One pass over the drawn items counts everything; the figures follow from the
// counts. Which figures there are, and which types count for macro-F1, is decided
// once on all items, so that each draw gives the same list.
#include "vectora/evaluation/figures.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <random>

namespace vectora::evaluation {
namespace {

using Draw = std::vector<size_t>;  // positions of items

constexpr int kLabelsOfAType = 10;
constexpr double kTail = 0.025;

struct Rates {
  int right = 0;
  int answered = 0;
  int labelled = 0;

  double precision() const { return answered == 0 ? 0 : 1.0 * right / answered; }
  double recall() const { return labelled == 0 ? 0 : 1.0 * right / labelled; }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What is measured at all.
struct Plan {
  bool events = false;
  bool relevance = false;
  std::vector<std::string> types;  // of macro-F1
  std::vector<normalize::EntityKind> kinds;
};

Plan plan_of(const std::vector<Comparison>& items) {
  Plan plan;
  std::map<std::string, int> types;
  for (const Comparison& item : items) {
    if (!item.event_type.empty()) ++types[item.event_type];
    plan.relevance = plan.relevance || item.relevant.has_value();
  }
  plan.events = !types.empty();
  for (const auto& [type, count] : types)
    if (count >= kLabelsOfAType) plan.types.push_back(type);
  for (const normalize::EntityKind kind : normalize::kAllEntityKinds)
    if (std::any_of(items.begin(), items.end(),
                    [kind](const Comparison& item) { return item.names.contains(kind); }))
      plan.kinds.push_back(kind);
  return plan;
}

struct Named {
  std::string name;
  double value = 0;
};

void add_rates(const std::string& name, const Rates& rates, std::vector<Named>& figures) {
  figures.push_back({name + ".precision", rates.precision()});
  figures.push_back({name + ".recall", rates.recall()});
  figures.push_back({name + ".f1", rates.f1()});
}

void add_events(const std::vector<Comparison>& items, const Draw& draw, const Plan& plan,
                std::vector<Named>& figures) {
  int labelled = 0;
  int strict = 0;
  int lenient = 0;
  std::map<std::string, Rates> by_type;
  for (const size_t i : draw) {
    const Comparison& item = items[i];
    if (item.event_type.empty()) continue;
    const bool right = item.answered_event == item.event_type;
    ++labelled;
    strict += right ? 1 : 0;
    lenient += right || contains(item.event_alts, item.answered_event) ? 1 : 0;
    ++by_type[item.event_type].labelled;
    ++by_type[item.answered_event].answered;
    by_type[item.event_type].right += right ? 1 : 0;
  }
  const double all = std::max(labelled, 1);
  figures.push_back({"event.strict", strict / all});
  figures.push_back({"event.lenient", lenient / all});
  if (plan.types.empty()) return;
  double sum = 0;
  for (const std::string& type : plan.types) sum += by_type[type].f1();
  figures.push_back({"event.macro_f1", sum / static_cast<double>(plan.types.size())});
}

double average_precision(std::vector<std::pair<double, bool>> ranked) {
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  int hits = 0;
  double sum = 0;
  for (size_t i = 0; i < ranked.size(); ++i) {
    if (!ranked[i].second) continue;
    ++hits;
    sum += static_cast<double>(hits) / static_cast<double>(i + 1);
  }
  return hits == 0 ? 0 : sum / hits;
}

void add_relevance(const std::vector<Comparison>& items, const Draw& draw,
                   std::vector<Named>& figures) {
  Rates rates;
  std::vector<std::pair<double, bool>> ranked;
  for (const size_t i : draw) {
    const Comparison& item = items[i];
    if (!item.relevant) continue;
    rates.labelled += *item.relevant ? 1 : 0;
    rates.answered += item.answered_relevant ? 1 : 0;
    rates.right += *item.relevant && item.answered_relevant ? 1 : 0;
    ranked.emplace_back(item.score, *item.relevant);
  }
  add_rates("relevance", rates, figures);
  figures.push_back({"relevance.average_precision", average_precision(std::move(ranked))});
}

void add_names(const std::vector<Comparison>& items, const Draw& draw, const Plan& plan,
               std::vector<Named>& figures) {
  for (const normalize::EntityKind kind : plan.kinds) {
    Rates rates;
    for (const size_t i : draw) {
      const auto match = items[i].names.find(kind);
      if (match == items[i].names.end()) continue;
      rates.right += match->second.matched;
      rates.answered += match->second.answered;
      rates.labelled += match->second.labelled;
    }
    add_rates("entities." + std::string(normalize::plural_name(kind)), rates, figures);
  }
}

std::vector<Named> measure(const std::vector<Comparison>& items, const Draw& draw,
                           const Plan& plan) {
  std::vector<Named> figures;
  if (plan.events) add_events(items, draw, plan, figures);
  if (plan.relevance) add_relevance(items, draw, figures);
  add_names(items, draw, plan, figures);
  return figures;
}

Draw everything(size_t count) {
  Draw draw(count);
  for (size_t i = 0; i < count; ++i) draw[i] = i;
  return draw;
}

// The standard's distributions differ between libraries; its engine does not.
Draw next_draw(std::mt19937_64& engine, size_t count) {
  Draw draw(count);
  for (size_t& position : draw) position = engine() % count;
  return draw;
}

Interval middle(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&values](double share) {
    const double position = share * static_cast<double>(values.size() - 1);
    return values[static_cast<size_t>(std::lround(position))];
  };
  return {at(kTail), at(1 - kTail)};
}

// `measured` gives the same figures in the same order for each draw.
template <class Measured>
std::vector<Figure> resampled(size_t count, const Resampling& how, const Measured& measured) {
  std::vector<Figure> figures;
  for (const Named& named : measured(everything(count)))
    figures.push_back({named.name, named.value, {named.value, named.value}});
  if (count == 0 || how.draws <= 0) return figures;
  std::mt19937_64 engine(how.seed);
  std::vector<std::vector<double>> values(figures.size());
  for (int i = 0; i < how.draws; ++i) {
    const std::vector<Named> drawn = measured(next_draw(engine, count));
    for (size_t k = 0; k < drawn.size(); ++k) values[k].push_back(drawn[k].value);
  }
  for (size_t k = 0; k < figures.size(); ++k) figures[k].interval = middle(std::move(values[k]));
  return figures;
}

}  // namespace

std::vector<Figure> figures_of(const std::vector<Comparison>& items, const Resampling& how) {
  const Plan plan = plan_of(items);
  return resampled(items.size(), how, [&](const Draw& draw) { return measure(items, draw, plan); });
}

std::vector<Figure> gains(const std::vector<Comparison>& before,
                          const std::vector<Comparison>& after, const Resampling& how) {
  assert(before.size() == after.size());
  const Plan plan = plan_of(before);
  return resampled(before.size(), how, [&](const Draw& draw) {
    std::vector<Named> figures = measure(after, draw, plan);
    const std::vector<Named> old = measure(before, draw, plan);
    for (size_t k = 0; k < figures.size(); ++k) figures[k].value -= old[k].value;
    return figures;
  });
}

}  // namespace vectora::evaluation
