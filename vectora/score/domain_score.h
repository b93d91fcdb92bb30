// The 0-100 score of a domain: shown beside the verdict, decides nothing.
#pragma once

#include "vectora/score/matching.h"

namespace vectora::score {

// Fills domain_score and domain_score_parts; leaves them empty where the domain
// has no scoring.
void score_domain(const WatchDomain& domain, const Matter& matter, DomainVerdict& verdict);

// "high", "medium", "low": the word nearest to a confidence.
std::string confidence_word(double confidence);

}  // namespace vectora::score
