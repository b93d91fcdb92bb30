#include "vectora/config/load/documents.h"

#include <charconv>

#include "vectora/config/schema/check.h"

namespace vectora::config {

namespace {

// The place at the front of a reader's message becomes the problem's place.
Problem problem_of(const Error& error, const std::string& path) {
  Problem problem;
  problem.where.file = path;
  std::string_view rest = error.message;
  if (rest.substr(0, path.size() + 1) == path + ":") {
    rest.remove_prefix(path.size() + 1);
    const auto [line_end, line_error] =
        std::from_chars(rest.data(), rest.data() + rest.size(), problem.where.line);
    rest.remove_prefix(static_cast<size_t>(line_end - rest.data()) + 1);
    const auto [column_end, column_error] =
        std::from_chars(rest.data(), rest.data() + rest.size(), problem.where.column);
    rest.remove_prefix(static_cast<size_t>(column_end - rest.data()) + 2);
  }
  problem.what = std::string(rest);
  return problem;
}

bool is_yaml(const std::string& path) {
  return has_suffix(path, ".yaml") || has_suffix(path, ".yml");
}

}  // namespace

bool has_prefix(const std::string& text, std::string_view prefix) {
  return text.compare(0, prefix.size(), prefix) == 0;
}

bool has_suffix(const std::string& text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         text.compare(text.size() - suffix.size(), suffix.size(), suffix) == 0;
}

const Schema* schema_of(const std::string& path) {
  if (path == "canonical/sources/source_catalog.yaml") return &catalog_schema();
  if (path == "canonical/sources/html_extractors.yaml") return &extractors_schema();
  if (path == "canonical/ingestion/ingestion_profiles.yaml") return &profiles_schema();
  if (path == "canonical/matching/domain_matching_rules.yaml") return &matching_schema();
  if (path == "canonical/scoring/scoring_rules.yaml") return &scoring_schema();
  if (path == "canonical/rules/editorial_rules.yaml") return &editorial_schema();
  if (path == "canonical/entities/entity_kinds.yaml") return &entities_schema();
  if (path == "canonical/texts/news_words.yaml") return &texts_schema();
  const bool is_scopes = has_prefix(path, "canonical/scopes/");
  if (is_scopes && has_suffix(path, "_scopes.yaml")) return &scopes_schema();
  const bool is_domain = has_prefix(path, "canonical/domains/");
  if (is_domain && has_suffix(path, "_domain_definition.yaml")) return &domain_schema();
  if (has_prefix(path, "canonical/events/") && is_yaml(path)) return &events_schema();
  if (has_prefix(path, "canonical/open_world/") && is_yaml(path)) return &open_world_schema();
  return nullptr;
}

YamlNode read_document(const std::string& path, const std::string& bytes, const Schema& schema,
                       Findings& findings) {
  const Result<YamlDocument> document = parse_yaml(bytes, path);
  if (!document.ok()) {
    findings.add({problem_of(document.error(), path)});
    return {};
  }
  findings.add(check(schema, document->root));
  return document->root;
}

std::map<std::string, YamlNode> read_canonical_documents(const Files& files, Findings& findings) {
  std::map<std::string, YamlNode> documents;
  for (const auto& [path, bytes] : files) {
    if (!has_prefix(path, "canonical/") || !is_yaml(path)) continue;
    const Schema* schema = schema_of(path);
    if (schema != nullptr) {
      documents[path] = read_document(path, bytes, *schema, findings);
      continue;
    }
    const bool is_prompt = has_prefix(path, "canonical/prompts/");
    findings.warning({path, 0, 0, ""},
                     is_prompt ? "prompts have no effect: this version has no language model"
                               : "nothing reads this file",
                     is_prompt ? "" : "docs/configuration.md lists the files of a pack");
  }
  return documents;
}

Digest digest_of(const Files& files, const std::string& prefix) {
  std::string all;
  for (const auto& [path, bytes] : files) {
    if (!has_prefix(path, prefix)) continue;
    all += path + "\n" + std::to_string(bytes.size()) + "\n" + bytes + "\n";
  }
  return sha256(all);
}

}  // namespace vectora::config
