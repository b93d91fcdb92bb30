#include "vectora/config/load/vocabulary_reader.h"

#include <algorithm>

#include "vectora/config/load/read.h"
#include "vectora/config/schema/scalar.h"

namespace vectora::config {

namespace {

using normalize::EntityKind;
using Use = ScopeBook::Use;

std::vector<normalize::Keyword> read_keywords(const YamlNode& list, Findings& findings) {
  std::vector<normalize::Keyword> keywords;
  for (const YamlNode& item : list.items()) {
    if (!item.is_scalar() && !item.is_mapping()) continue;
    keywords.push_back({read_term(item, findings), number_or(item["weight"], 1)});
  }
  return keywords;
}

normalize::TypePattern read_pattern(const std::string& name, const YamlNode& node,
                                    Findings& findings) {
  normalize::TypePattern pattern;
  pattern.name = event_type_name(name);
  pattern.event_type = event_type_name(text_or(node["event_type"], ""));
  pattern.title = read_keywords(node["title_keywords"], findings);
  pattern.body = read_keywords(node["body_keywords"], findings);
  pattern.negative = read_keywords(node["negative_keywords"], findings);
  for (const auto& [language, words] : node["words"].members())
    pattern.words[language] = text_or(words, "");
  pattern.config = node.key_ref();
  return pattern;
}

void read_patterns(const YamlNode& node, std::vector<normalize::TypePattern>& patterns,
                   Findings& findings) {
  for (const auto& [name, type] : node.members()) {
    const std::string known_as = event_type_name(name);
    const auto same = [&](const auto& pattern) { return pattern.name == known_as; };
    if (std::any_of(patterns.begin(), patterns.end(), same)) {
      findings.error(type.key_ref(), "a second type '" + known_as + "'", "merge the two");
    }
    patterns.push_back(read_pattern(name, type, findings));
  }
}

}  // namespace

void read_type_patterns(const YamlNode& root, normalize::RulesVocabulary& vocabulary,
                        Findings& findings) {
  read_patterns(root["event_types"], vocabulary.event_types, findings);
  read_patterns(root["content_types"], vocabulary.content_types, findings);
}

TypeNames names_of_types(const normalize::RulesVocabulary& vocabulary, Findings& findings) {
  TypeNames names;
  names.events.insert("other");  // what fits no pattern
  names.contents.insert("other");
  for (const auto& pattern : vocabulary.event_types) names.events.insert(pattern.name);
  for (const auto& pattern : vocabulary.content_types) {
    names.contents.insert(pattern.name);
    if (pattern.event_type.empty() || names.events.count(pattern.event_type) > 0) continue;
    findings.unknown(pattern.config, "event type", pattern.event_type,
                     {names.events.begin(), names.events.end()});
  }
  return names;
}

void read_entity_kinds(const YamlNode& root, const ScopeBook& scopes,
                       normalize::RulesVocabulary& vocabulary, Findings& findings) {
  for (const EntityKind kind : normalize::kAllEntityKinds) {
    if (!root.exists()) {
      for (const auto scope : scopes.of_kind(std::string(normalize::to_string(kind)))) {
        vocabulary.entity_scopes.emplace_back(scope, kind);
      }
      continue;
    }
    const YamlNode node = root["entity_kinds"][normalize::plural_name(kind)];
    for (const auto scope : scopes.resolve_all(node["scopes"], Use::kAgainst, findings)) {
      vocabulary.entity_scopes.emplace_back(scope, kind);
    }
  }
}

void read_name_rules(const YamlNode& root, normalize::RulesVocabulary& vocabulary,
                     Findings& findings) {
  for (const YamlNode& node : root["rules"].items()) {
    const auto kind = normalize::entity_kind_from(text_or(node["kind"], ""));
    const auto method = normalize::name_method_from(text_or(node["method"], ""));
    if (!kind.ok() || !method.ok()) continue;  // reported by the table of keys
    normalize::NameRule rule;
    rule.id = text_or(node["id"], "");
    rule.kind = *kind;
    rule.method = *method;
    rule.words = texts(node["words"]);
    rule.headline_words = texts(node["headline_words"]);
    rule.except = texts(node["except"]);
    rule.config = node.ref();
    if (rule.method == normalize::NameMethod::kPattern) {
      for (const char* list : {"words", "headline_words"})
        for (const YamlNode& word : scalars(node[list])) findings.add(check_regex(word));
    } else if (node["headline_words"].exists()) {
      findings.warning(node["headline_words"].ref(), "has no effect: only a pattern has them",
                       "move them to a rule with method: pattern");
    }
    vocabulary.name_rules.push_back(std::move(rule));
  }
}

void read_news_words(const YamlNode& root, normalize::RulesVocabulary& vocabulary) {
  normalize::NewsWords& words = vocabulary.news_words;
  words.endings = texts(root["endings"]);
  words.boilerplate = texts(root["boilerplate"]);
  const YamlNode stories = root["stories"];
  words.common = texts(stories["common"]);
  words.commentary = texts(stories["commentary"]);
  for (const auto& [word, others] : stories["synonyms"].members()) {
    words.synonyms.push_back({word});
    for (const std::string& other : texts(others)) words.synonyms.back().push_back(other);
  }
}

}  // namespace vectora::config
