// Evaluations as text and JSON.
#pragma once

#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/evaluation/evaluate.h"

namespace vectora::evaluation {

// Figures with intervals, the confusion table, the misses with their reasons.
std::string evaluation_text(const Evaluation& evaluation);
// {"items", "figures": {name: {value, low, high}}, "confusion": {}, "misses": []}
Json evaluation_json(const Evaluation& evaluation);

// What is gained, figure by figure; a star where the interval leaves out zero.
std::string gains_text(const std::vector<Figure>& gains);
Json figures_json(const std::vector<Figure>& figures);

}  // namespace vectora::evaluation
