#include "vectora/config/load/market.h"

#include <algorithm>

#include "vectora/config/load/documents.h"
#include "vectora/config/load/matching_reader.h"
#include "vectora/config/load/profile_reader.h"
#include "vectora/config/load/read.h"
#include "vectora/config/load/vocabulary_reader.h"

namespace vectora::config {

namespace {

using Documents = std::map<std::string, YamlNode>;

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";
constexpr const char* kExtractors = "canonical/sources/html_extractors.yaml";
constexpr const char* kProfiles = "canonical/ingestion/ingestion_profiles.yaml";
constexpr const char* kMatching = "canonical/matching/domain_matching_rules.yaml";
constexpr const char* kScoring = "canonical/scoring/scoring_rules.yaml";
constexpr const char* kEditorial = "canonical/rules/editorial_rules.yaml";
constexpr const char* kEntities = "canonical/entities/entity_kinds.yaml";
constexpr const char* kNewsWords = "canonical/texts/news_words.yaml";

YamlNode document(const Documents& documents, const std::string& path) {
  const auto found = documents.find(path);
  return found == documents.end() ? YamlNode() : found->second;
}

bool has_below(const Documents& documents, const std::string& folder) {
  return std::any_of(documents.begin(), documents.end(),
                     [&](const auto& entry) { return has_prefix(entry.first, folder); });
}

void check_needed(const Documents& documents, Findings& findings) {
  if (documents.empty()) {
    findings.error({"canonical/", 0, 0, ""}, "no market pack: the folder is missing or empty",
                   "`vectora init` writes one");
    return;
  }
  for (const char* path : {kCatalog, kProfiles, kScoring}) {
    if (documents.count(path) == 0) {
      findings.error({path, 0, 0, ""}, "the file is missing", "a market pack needs it");
    }
  }
  for (const char* folder : {"canonical/scopes/", "canonical/events/"}) {
    if (!has_below(documents, folder)) {
      findings.error({folder, 0, 0, ""}, "no file in this folder", "a market pack needs one");
    }
  }
}

// "canonical/scopes/company_scopes.yaml" -> "company"
std::string kind_of_scopes(const std::string& path) {
  const size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind("_scopes.yaml") - begin);
}

std::vector<lexicon::ScopeIndex> company_scopes(const normalize::RulesVocabulary& vocabulary) {
  std::vector<lexicon::ScopeIndex> scopes;
  for (const auto& [scope, kind] : vocabulary.entity_scopes) {
    if (kind == normalize::EntityKind::kCompany) scopes.push_back(scope);
  }
  return scopes;
}

void read_scopes_and_types(const Documents& documents, Market& market, Findings& findings) {
  for (const auto& [path, root] : documents) {
    if (has_prefix(path, "canonical/scopes/")) {
      market.scopes.read_file(root, kind_of_scopes(path), findings);
    } else if (has_prefix(path, "canonical/events/")) {
      read_type_patterns(root, market.vocabulary, findings);
    } else if (has_prefix(path, "canonical/open_world/")) {
      read_name_rules(root, market.vocabulary, findings);
    }
  }
  read_news_words(document(documents, kNewsWords), market.vocabulary);
  market.types = names_of_types(market.vocabulary, findings);
  read_entity_kinds(document(documents, kEntities), market.scopes, market.vocabulary, findings);
}

void read_domains(const Documents& documents, Market& market, Findings& findings) {
  for (const auto& [path, root] : documents) {
    if (!has_prefix(path, "canonical/domains/")) continue;
    DomainDefinition domain = read_domain(root, market.scopes, market.types, findings);
    const auto [known, is_new] = market.domains.emplace(domain.id, domain);
    if (!is_new) {
      findings.error(root["domain_id"].ref(), "a second domain definition '" + domain.id + "'",
                     "the first is " + known->second.config.file);
    }
  }
}

}  // namespace

Market read_market(const Files& files, Findings& findings) {
  Market market;
  const Documents documents = read_canonical_documents(files, findings);
  check_needed(documents, findings);
  const bool all_parsed = std::all_of(documents.begin(), documents.end(),
                                      [](const auto& entry) { return entry.second.exists(); });
  if (!all_parsed || documents.empty()) return market;

  read_scopes_and_types(documents, market, findings);
  read_domains(documents, market, findings);
  market.matching = document(documents, kMatching);
  check_matching(market.matching, market.scopes, findings);
  market.scoring =
      read_scoring(document(documents, kScoring), market.scopes, market.types, findings);
  read_editorial(document(documents, kEditorial), market.scopes, market.types, market.scoring.rules,
                 findings);
  market.profiles = read_profiles(document(documents, kProfiles), market.scopes, findings);
  market.catalog = read_catalog({document(documents, kCatalog), document(documents, kExtractors),
                                 market.profiles, market.scopes, company_scopes(market.vocabulary)},
                                findings);
  return market;
}

}  // namespace vectora::config
