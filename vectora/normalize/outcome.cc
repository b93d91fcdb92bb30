#include "vectora/normalize/outcome.h"

namespace vectora::normalize {

std::string_view to_string(OutcomeKind kind) {
  switch (kind) {
    case OutcomeKind::kSeenBefore: return "seen_before";
    case OutcomeKind::kRevisionOf: return "revision_of";
    case OutcomeKind::kDuplicateOf: return "duplicate_of";
    case OutcomeKind::kUnparsable: return "unparsable";
    case OutcomeKind::kUndated: return "undated";
    case OutcomeKind::kOutsideWindow: return "outside_window";
    case OutcomeKind::kThin: return "thin";
    case OutcomeKind::kExcludedBy: return "excluded_by";
    case OutcomeKind::kProfileRejected: return "profile_rejected";
    case OutcomeKind::kNotRelevant: return "not_relevant";
    case OutcomeKind::kBelowThreshold: return "below_threshold";
    case OutcomeKind::kCapped: return "capped";
    case OutcomeKind::kSentBefore: return "sent_before";
    case OutcomeKind::kSelected: return "selected";
  }
  return "unparsable";
}

}  // namespace vectora::normalize
