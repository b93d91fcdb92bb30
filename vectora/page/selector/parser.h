// Selector text to its compiled form. Selectors Level 3
// (https://www.w3.org/TR/selectors-3/) with :is, :where, :not, :has of level 4
// and :contains, :-soup-contains as scrapers write it. Left out aloud:
// namespaces, pseudo-elements and "of S" inside :nth-child are errors.
#pragma once

#include <string_view>

#include "vectora/base/result.h"
#include "vectora/page/selector/program.h"

namespace vectora::page {

constexpr int kMaxSelectorNesting = 16;
constexpr size_t kMaxSelectorBytes = 16384;

// kMalformed: "column 5: expected a class name after \".\"".
Result<SelectorAlternatives> parse_selector(std::string_view css);

}  // namespace vectora::page
