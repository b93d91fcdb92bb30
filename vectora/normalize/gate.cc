#include "vectora/normalize/gate.h"

#include <algorithm>

#include "vectora/base/decimals.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr double kStrictFactor = 1.25;
constexpr int kContentHitsToExclude = 2;

std::string quoted(std::string_view words) { return "\"" + std::string(words) + "\""; }

std::optional<Outcome> gate_by_date(const Item& item, const GateOptions& options) {
  if (!item.published_at) {
    if (options.temporal == TemporalMode::kFlexible) return {};
    return Outcome{OutcomeKind::kUndated, ""};
  }
  if (options.window.contains(*item.published_at)) return {};
  return Outcome{OutcomeKind::kOutsideWindow, item.published_at->str()};
}

std::optional<Outcome> gate_by_length(const Item& item, const GateOptions& options) {
  if (options.min_word_count <= 0) return {};
  const size_t count = text::count_words(item.title) + text::count_words(item.content);
  if (count >= static_cast<size_t>(options.min_word_count)) return {};
  return Outcome{OutcomeKind::kThin, std::to_string(count) + " of " +
                                         std::to_string(options.min_word_count) + " words"};
}

std::optional<Outcome> gate_by_patterns(const Item& item, const GateOptions& options) {
  for (const ExcludePattern& pattern : options.exclude_patterns) {
    for (const std::string_view text :
         {std::string_view(item.title), std::string_view(item.content)}) {
      const std::optional<text::RegexMatch> match = pattern.regex.search(text);
      if (!match) continue;
      return Outcome{OutcomeKind::kExcludedBy,
                     "pattern " + pattern.regex.pattern() + ": " +
                         quoted(text.substr(match->begin, match->end - match->begin))};
    }
  }
  return {};
}

// The hit that excludes by one scope: one in the title, or the second in the text.
const Hit* excluding_hit(const Scan& scan, lexicon::ScopeIndex scope) {
  int in_content = 0;
  for (const Hit& hit : scan.hits) {
    if (hit.scope != scope || hit.negated) continue;
    if (hit.span.field == Field::kTitle || ++in_content == kContentHitsToExclude) return &hit;
  }
  return nullptr;
}

struct Signals {
  std::vector<bool> matched;
  int count = 0;
  double weight = 0;
};

Signals signals_of(const Scan& scan, const IngestionProfile& profile) {
  Signals signals;
  for (const SignalGroup& group : profile.groups) {
    int terms = 0;
    for (const lexicon::ScopeIndex scope : group.scopes) terms += scan.distinct_terms(scope);
    const bool matched = terms >= std::max(1, group.min_matches);
    signals.matched.push_back(matched);
    if (!matched) continue;
    ++signals.count;
    signals.weight += group.weight;
  }
  return signals;
}

// In mode exclude_only the groups name what is kept whatever else it says.
bool is_kept(const Scan& scan, const IngestionProfile& profile) {
  if (profile.mode != ProfileMode::kExcludeOnly || profile.groups.empty()) return false;
  const Signals signals = signals_of(scan, profile);
  return signals.count > 0 && profile.logic.holds(signals.matched);
}

std::optional<Outcome> gate_by_exclusions(const Item& item, const Scan& scan,
                                          const lexicon::Lexicon& lexicon,
                                          const IngestionProfile& profile) {
  if (is_kept(scan, profile)) return {};
  for (const lexicon::ScopeIndex scope : profile.exclusions)
    if (const Hit* hit = excluding_hit(scan, scope))
      return Outcome{OutcomeKind::kExcludedBy,
                     lexicon.scope(scope).id + ": " + quoted(words(item, hit->span))};
  return {};
}

std::string missed_groups(const IngestionProfile& profile, const Signals& signals) {
  std::string missed;
  for (size_t i = 0; i < profile.groups.size(); ++i)
    if (!signals.matched[i]) missed += (missed.empty() ? "" : ", ") + profile.groups[i].id;
  return missed;
}

// What the profile misses, or empty when its signals are there.
std::string missing_signal(const Scan& scan, const IngestionProfile& profile, double factor) {
  const Signals signals = signals_of(scan, profile);
  // Several signals are the default of that mode; an expression says it better.
  const bool several = profile.mode == ProfileMode::kRequireMultiSignals &&
                       profile.groups.size() > 1 && profile.logic.postfix.empty();
  const int wanted = several ? 2 : 1;
  const double minimum = profile.minimum_total_weight * factor;
  if (!profile.logic.holds(signals.matched) || signals.count < wanted)
    return "no signal of " + missed_groups(profile, signals);
  if (signals.weight < minimum)
    return "weight " + short_decimals(signals.weight) + " of " + short_decimals(minimum);
  return {};
}

bool asks_for_signals(const IngestionProfile& profile) {
  return profile.mode == ProfileMode::kRequireSignals ||
         profile.mode == ProfileMode::kRequireMultiSignals;
}

bool is_privileged(const Scan& scan, const GateOptions& options) {
  return std::any_of(options.privileged.begin(), options.privileged.end(),
                     [&](lexicon::ScopeIndex scope) { return scan.distinct_terms(scope) > 0; });
}

std::optional<Outcome> gate_by_signals(const Scan& scan, const IngestionProfile& profile,
                                       IngestionMode mode) {
  if (mode == IngestionMode::kBroad || !asks_for_signals(profile)) return {};
  const double factor = mode == IngestionMode::kStrict ? kStrictFactor : 1;
  const std::string missing = profile.groups.empty()
                                  ? (profile.ingest_by_default ? "" : "no signal is configured")
                                  : missing_signal(scan, profile, factor);
  if (missing.empty()) return {};
  return Outcome{OutcomeKind::kProfileRejected, profile.name + ": " + missing};
}

}  // namespace

std::optional<Outcome> gate(const Item& item, const Scan& scan, const lexicon::Lexicon& lexicon,
                            const IngestionProfile& profile, const GateOptions& options) {
  if (auto outcome = gate_by_date(item, options)) return outcome;
  if (auto outcome = gate_by_length(item, options)) return outcome;
  if (auto outcome = gate_by_patterns(item, options)) return outcome;
  if (auto outcome = gate_by_exclusions(item, scan, lexicon, profile)) return outcome;
  if (is_privileged(scan, options)) return {};
  return gate_by_signals(scan, profile, options.mode);
}

}  // namespace vectora::normalize
