// Ingestion profiles: canonical/ingestion/ingestion_profiles.yaml.
#pragma once

#include <map>
#include <string>

#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/yaml.h"
#include "vectora/normalize/gate.h"

namespace vectora::config {

std::map<std::string, normalize::IngestionProfile> read_profiles(const YamlNode& root,
                                                                 const ScopeBook& scopes,
                                                                 Findings& findings);

}  // namespace vectora::config
