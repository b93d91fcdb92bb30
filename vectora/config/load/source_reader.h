// The catalog of sources and the extractors, merged.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/load/findings.h"
#include "vectora/config/load/scope_book.h"
#include "vectora/config/plan.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

struct Catalog {
  std::map<SourceKey, Source> sources;
  std::map<std::string, std::vector<SourceKey>> bouquets;
};

struct CatalogInput {
  YamlNode catalog;     // source_catalog.yaml
  YamlNode extractors;  // html_extractors.yaml; may be missing
  const std::map<std::string, normalize::IngestionProfile>& profiles;
  const ScopeBook& scopes;
  // Scopes that name companies, to which company_id refers.
  std::vector<lexicon::ScopeIndex> company_scopes;
};

Catalog read_catalog(const CatalogInput& input, Findings& findings);

// "Merck & Co" -> "merck_co", as company ids are written.
std::string company_slug(std::string_view name);

}  // namespace vectora::config
