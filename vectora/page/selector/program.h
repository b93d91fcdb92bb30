// The compiled form of a CSS selector: what selector_parser makes and what
// selector_match reads. A list is a set of alternatives; an alternative is a
// chain of compounds joined by combinators; a compound is a set of simple tests.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "vectora/page/selector.h"

namespace vectora::page {

enum class SimpleKind {
  kType,
  kClass,
  kId,
  kAttribute,
  kNthChild,
  kNthLastChild,
  kNthOfType,
  kNthLastOfType,
  kOnlyChild,
  kOnlyOfType,
  kIs,
  kNot,
  kHas,
  kContains,
  kContainsOwn,
  kLang,
  kRoot,
  kEmpty,
  kLink,
  kChecked,
  kEnabled,
  kDisabled,
  kAnchor,  // the element itself: `:scope`, and the left end of what stands in :has(...)
  kNever,   // states that a saved page does not have: :hover, :visited, ...
};

enum class AttributeTest { kPresent, kEquals, kWord, kDashPrefix, kPrefix, kSuffix, kPart };

enum class LetterCase { kSensitive, kIgnored };

enum class Combinator { kDescendant, kChild, kNextSibling, kLaterSibling };

struct ComplexSelector;
using SelectorAlternatives = std::vector<ComplexSelector>;

// One test on one element. Which members mean something depends on `kind`.
struct SimpleSelector {
  SimpleKind kind = SimpleKind::kNever;
  std::string name = {};                // of the type, class, id or attribute
  std::vector<std::string> texts = {};  // attribute value; what :contains or :lang accept
  AttributeTest test = AttributeTest::kPresent;
  LetterCase letter_case = LetterCase::kSensitive;
  int step = 0;                                            // of an+b
  int offset = 0;                                          // of an+b
  std::shared_ptr<const SelectorAlternatives> inner = {};  // of :is, :not, :has
};

using CompoundSelector = std::vector<SimpleSelector>;  // empty: "*"

// joins[i] stands between compounds[i] and compounds[i + 1].
struct ComplexSelector {
  std::vector<CompoundSelector> compounds;
  std::vector<Combinator> joins;
};

struct Selector::Program {
  SelectorAlternatives alternatives;
};

}  // namespace vectora::page
