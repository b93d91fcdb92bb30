#include "vectora/config/load/scope_book.h"

#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using lexicon::ScopeIndex;

// "lai_keywords.negative_terms": terms that speak against their scope, or for nothing.
bool is_negative(const std::string& address) {
  const std::string category = address.substr(address.rfind('.') + 1);
  return category.rfind("negative_", 0) == 0 || category.rfind("generic_", 0) == 0;
}

void check_folding(const YamlNode& node, Findings& findings) {
  if (!node.is_folded()) return;
  findings.error(node.ref(), "two lines make one term: '" + node.text() + "'",
                 "put a dash before the second line, or quotes around the whole");
}

}  // namespace

lexicon::Term read_term(const YamlNode& node, Findings& findings) {
  lexicon::Term term;
  term.config = node.ref();
  if (node.is_scalar()) {
    check_folding(node, findings);
    term.name = node.text();
    return term;
  }
  for (const char* part : {"name", "acronym", "regex"}) check_folding(node[part], findings);
  for (const YamlNode& alias : node["aliases"].items()) check_folding(alias, findings);
  term.name = text_or(node["name"], "");
  term.aliases = texts(node["aliases"]);
  term.acronym = text_or(node["acronym"], "");
  term.regex = text_or(node["regex"], "");
  if (term.name.empty()) term.name = term.regex;
  if (term.name.empty()) findings.error(node.ref(), "a term without a name");
  return term;
}

std::vector<lexicon::Term> read_terms(const YamlNode& list, Findings& findings) {
  std::vector<lexicon::Term> terms;
  for (const YamlNode& item : list.items()) {
    if (item.is_scalar() || item.is_mapping()) terms.push_back(read_term(item, findings));
  }
  return terms;
}

ScopeIndex ScopeBook::add(std::string id, std::vector<lexicon::Term> terms, ConfigRef config) {
  scopes_.push_back({std::move(id), std::move(terms), std::move(config)});
  return static_cast<ScopeIndex>(scopes_.size() - 1);
}

void ScopeBook::read_scope(const std::string& name, const YamlNode& node, const std::string& kind,
                           Findings& findings) {
  Entry whole;
  whole.kind = kind;
  std::vector<lexicon::Term> terms = read_terms(node, findings);
  for (const auto& [category, list] : node.members()) {
    std::vector<lexicon::Term> part = read_terms(list, findings);
    terms.insert(terms.end(), part.begin(), part.end());
    const std::string address = name + "." + category;
    const ScopeIndex index = add(address, std::move(part), list.key_ref());
    entries_[address] = {index, kind, {}};
    whole.categories.push_back(index);
  }
  whole.index = add(name, std::move(terms), node.key_ref());
  entries_[name] = std::move(whole);
  whole_.push_back(name);
}

void ScopeBook::read_file(const YamlNode& root, const std::string& kind, Findings& findings) {
  for (const auto& [name, node] : root.members()) {
    const Entry* known = entry(name);
    if (known != nullptr) {
      findings.error(node.key_ref(), "a second scope '" + name + "'",
                     "the first is at " + scopes_[known->index].config.str());
      continue;
    }
    read_scope(name, node, kind, findings);
  }
}

// "exclusion_scopes.hr_content" is "hr_content" of that kind of file.
const ScopeBook::Entry* ScopeBook::entry(const std::string& address) const {
  const auto direct = entries_.find(address);
  if (direct != entries_.end()) return &direct->second;
  constexpr std::string_view kFile = "_scopes.";
  const size_t dot = address.find(kFile);
  if (dot == std::string::npos) return nullptr;
  const auto inner = entries_.find(address.substr(dot + kFile.size()));
  if (inner == entries_.end() || inner->second.kind != address.substr(0, dot)) return nullptr;
  return &inner->second;
}

ScopeIndex ScopeBook::find(const std::string& address) const {
  const Entry* found = entry(address);
  return found == nullptr ? lexicon::Lexicon::kNoScope : found->index;
}

std::vector<std::string> ScopeBook::names() const {
  std::vector<std::string> names;
  for (const auto& [address, entry] : entries_) names.push_back(address);
  return names;
}

std::vector<ScopeIndex> ScopeBook::resolve(const YamlNode& reference, Findings& findings) const {
  if (!reference.is_scalar() || reference.text().empty()) return {};
  const Entry* found = entry(reference.text());
  if (found == nullptr) {
    findings.unknown(reference.ref(), "scope", reference.text(), names());
    return {};
  }
  if (scopes_[found->index].terms.empty()) {
    findings.warning(reference.ref(), "the scope '" + reference.text() + "' names nothing",
                     "fill it at " + scopes_[found->index].config.str() + " or remove it here");
  }
  return {found->index};
}

void ScopeBook::check_mixture(const YamlNode& reference, Findings& findings) const {
  for (const ScopeIndex category : entry(reference.text())->categories) {
    if (!is_negative(scopes_[category].id)) continue;
    findings.error(
        reference.ref(),
        "'" + reference.text() + "' is taken as a whole, with the terms of " + scopes_[category].id,
        "name the categories that are meant");
  }
}

std::vector<ScopeIndex> ScopeBook::resolve_all(const YamlNode& references, Use use,
                                               Findings& findings) const {
  std::vector<ScopeIndex> all;
  for (const YamlNode& reference : scalars(references)) {
    const std::vector<ScopeIndex> found = resolve(reference, findings);
    all.insert(all.end(), found.begin(), found.end());
    if (use == Use::kFor && !found.empty()) check_mixture(reference, findings);
  }
  return all;
}

std::vector<ScopeIndex> ScopeBook::positive_parts(const YamlNode& reference,
                                                  Findings& findings) const {
  const std::vector<ScopeIndex> found = resolve(reference, findings);
  if (found.empty()) return {};
  const Entry* whole = entry(reference.text());
  if (whole->categories.empty()) return found;
  std::vector<ScopeIndex> parts;
  for (const ScopeIndex category : whole->categories) {
    if (!is_negative(scopes_[category].id)) parts.push_back(category);
  }
  return parts;
}

std::vector<ScopeIndex> ScopeBook::of_kind(const std::string& kind) const {
  std::vector<ScopeIndex> found;
  for (const std::string& name : whole_) {
    const Entry& known = entries_.at(name);
    if (known.kind == kind) found.push_back(known.index);
  }
  return found;
}

}  // namespace vectora::config
