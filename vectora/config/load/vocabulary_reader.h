// The vocabulary of annotation: event and content types, kinds of entities,
// names known by their form.
#pragma once

#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/load/type_names.h"
#include "vectora/config/yaml.h"
#include "vectora/normalize/annotator.h"

namespace vectora::config {

// The types of one file of canonical/events/; may be called for several files.
void read_type_patterns(const YamlNode& root, normalize::RulesVocabulary& vocabulary,
                        Findings& findings);

// What the types of all files are called. Content types must belong to a known event type.
TypeNames names_of_types(const normalize::RulesVocabulary& vocabulary, Findings& findings);

// canonical/entities/entity_kinds.yaml; a missing root takes the kinds of the scope files.
void read_entity_kinds(const YamlNode& root, const ScopeBook& scopes,
                       normalize::RulesVocabulary& vocabulary, Findings& findings);

// One file of canonical/open_world/.
void read_name_rules(const YamlNode& root, normalize::RulesVocabulary& vocabulary,
                     Findings& findings);

// canonical/texts/news_words.yaml; a missing root has no words.
void read_news_words(const YamlNode& root, normalize::RulesVocabulary& vocabulary);

}  // namespace vectora::config
