// Annotator: the port between an item and what it says.
//
// The rules engine (below) needs nothing but the market's vocabulary. Another
// implementation may ask a language model; its answers are verified against the
// text before they become an Annotation. Threads: `annotate` is const and may
// be called from several threads.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/annotation.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/name_rule.h"
#include "vectora/normalize/news_words.h"
#include "vectora/normalize/scan.h"
#include "vectora/normalize/type_pattern.h"

namespace vectora::normalize {

class Annotator {
 public:
  virtual ~Annotator() = default;
  virtual Annotation annotate(const Item& item, const Scan& scan,
                              const SourceFacts& source) const = 0;
};

struct RulesVocabulary {
  std::vector<TypePattern> event_types;
  std::vector<TypePattern> content_types;
  // Which scopes name which kind; hits of other scopes are signals, no entities.
  // Where two scopes find the same words, the earlier one gives the shown name.
  std::vector<std::pair<lexicon::ScopeIndex, EntityKind>> entity_scopes;
  std::vector<NameRule> name_rules;  // canonical/open_world/*.yaml, in file order; may be empty
  NewsWords news_words;              // canonical/texts/news_words.yaml
};

// kMalformed, with the rule's place, for a pattern that does not compile.
Result<std::unique_ptr<Annotator>> make_rules_annotator(const lexicon::Lexicon& lexicon,
                                                        RulesVocabulary vocabulary);

}  // namespace vectora::normalize
