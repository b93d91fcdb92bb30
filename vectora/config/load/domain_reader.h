// Domain definitions: canonical/domains/*_domain_definition.yaml.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/load/type_names.h"
#include "vectora/config/yaml.h"
#include "vectora/score/rules.h"

namespace vectora::config {

// What a watch domain takes over from its definition.
struct DomainDefinition {
  std::string id;
  std::vector<score::SignalGroup> signals;
  std::vector<score::MatchingRule> rules;
  score::DomainScoring scoring;
  ConfigRef config;
};

// Terms written in place become scopes "{domain_id}.{group}" of the book.
DomainDefinition read_domain(const YamlNode& root, ScopeBook& scopes, const TypeNames& types,
                             Findings& findings);

// 0.9, 0.6, 0.3 for high, medium, low.
double confidence_of(std::string_view word);

}  // namespace vectora::config
