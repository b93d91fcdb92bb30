// Market: the canonical pack, read; what clients' plans are made from.
#pragma once

#include <map>
#include <string>

#include "vectora/config/load/domain_reader.h"
#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/load/scoring_reader.h"
#include "vectora/config/load/source_reader.h"
#include "vectora/config/load/type_names.h"
#include "vectora/config/plan.h"
#include "vectora/config/yaml.h"
#include "vectora/normalize/annotator.h"

namespace vectora::config {

struct Market {
  ScopeBook scopes;  // clients add theirs
  TypeNames types;
  normalize::RulesVocabulary vocabulary;  // clients add the kinds of theirs
  std::map<std::string, normalize::IngestionProfile> profiles;
  Catalog catalog;
  std::map<std::string, DomainDefinition> domains;  // by domain_id
  YamlNode matching;                                // rules for domains without a definition
  ScoringDefaults scoring;
};

// Finds every problem of the pack. References are only followed when every file
// is YAML: what a broken file would have defined cannot be told from what is missing.
Market read_market(const Files& files, Findings& findings);

}  // namespace vectora::config
