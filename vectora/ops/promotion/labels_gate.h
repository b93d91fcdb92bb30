// The gate of labels: a configuration that is promoted must not judge what people have
// labelled worse than the one before.
//
// For each client with labels (labels/{client_id}.jsonl of the target's data bucket,
// else of the source's) both configurations are measured on the same labels. The
// gate refuses where the lower end of the 95 % interval of the paired difference
// (a bootstrap over the labels) lies below -0.02, for the share of right events, the F1
// of relevance, and the F1 of the names of each labelled kind. A client that the target
// does not have yet, and one without labels, is not asked.
#pragma once

#include "vectora/ops/promotion/gate.h"

namespace vectora::ops {

constexpr double kLabelsMargin = 0.02;

Gate labels_gate();

}  // namespace vectora::ops
