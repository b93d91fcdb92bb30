// Outcome: how an entry ended. Every entry that a fetched source offered has
// exactly one; a run's counts add up to what was offered.
#pragma once

#include <string>
#include <string_view>

namespace vectora::normalize {

// Persisted by name in run records; never renumbered.
enum class OutcomeKind {
  kSeenBefore,       // stored by an earlier run and unchanged
  kRevisionOf,       // stored earlier; its text changed; detail: item id
  kDuplicateOf,      // tells what another entry tells; detail: item id
  kUnparsable,       // no address or no title
  kUndated,          // no publication date, in strict mode
  kOutsideWindow,    // detail: its day
  kThin,             // too few words; detail: count
  kExcludedBy,       // detail: scope or pattern and the words
  kProfileRejected,  // detail: profile and what it missed
  kNotRelevant,      // no watch domain matched; detail: nearest miss
  kBelowThreshold,   // detail: score and threshold
  kCapped,           // no room; detail: section
  kSentBefore,       // detail: day of that issue
  kSelected,         // detail: section
};

constexpr OutcomeKind kAllOutcomes[] = {
    OutcomeKind::kSeenBefore,  OutcomeKind::kRevisionOf,     OutcomeKind::kDuplicateOf,
    OutcomeKind::kUnparsable,  OutcomeKind::kUndated,        OutcomeKind::kOutsideWindow,
    OutcomeKind::kThin,        OutcomeKind::kExcludedBy,     OutcomeKind::kProfileRejected,
    OutcomeKind::kNotRelevant, OutcomeKind::kBelowThreshold, OutcomeKind::kCapped,
    OutcomeKind::kSentBefore,  OutcomeKind::kSelected,
};

std::string_view to_string(OutcomeKind kind);  // "seen_before", ...

struct Outcome {
  OutcomeKind kind = OutcomeKind::kNotRelevant;
  std::string detail;  // rule, item or section; one line

  bool operator==(const Outcome&) const = default;
};

}  // namespace vectora::normalize
