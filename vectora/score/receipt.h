// The receipt: how the score comes about, one term a rule.
#pragma once

#include "vectora/normalize/item.h"
#include "vectora/score/matching.h"

namespace vectora::score {

// Fills score, receipt and the factors of `judgement`, whose domains are decided.
//
//   score = min(maximum, max(0, mode * (base * domain factor * recency factor
//                                       + priority + bonuses and penalties)))
//
// rounded to a tenth. A factor is written as the difference it makes; mode,
// clamp and rounding are terms of their own; the terms add up exactly.
void write_receipt(const Rules& rules, const Matter& matter, Judgement& judgement);

}  // namespace vectora::score
