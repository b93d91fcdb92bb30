// Mentions: what the scopes know and what the rules found, weighed into one list.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/annotation.h"
#include "vectora/normalize/names/name_finder.h"
#include "vectora/normalize/names/tokens.h"

namespace vectora::normalize::names {

using EntityScopes = std::vector<std::pair<lexicon::ScopeIndex, EntityKind>>;

// The hits of the scopes that name entities: title first, then by position;
// one mention for each place and kind, the first scope's.
std::vector<EntityMention> scope_mentions(const Item& item, const Scan& scan,
                                          const lexicon::Lexicon& lexicon,
                                          const EntityScopes& scopes);

// Adds the names of one field. A name gives way to a scope's mention of the
// same kind that it overlaps, and to one of any kind that covers it.
void add_names(const Tokens& tokens, Field field, const std::vector<Name>& names,
               std::vector<EntityMention>& mentions);

// A name that the text also gives in full: "Acme" of "Acme Bio, Inc".
struct ShortForm {
  std::string words;
  std::string canonical;  // of the full name: without what a comma sets off
  EntityKind kind = EntityKind::kCompany;
  std::string rule;
};

std::vector<ShortForm> short_forms(const Tokens& tokens, const std::vector<Name>& names);

// Adds the places of one field where a short form stands alone.
void add_short_forms(const Tokens& tokens, Field field, const std::vector<ShortForm>& forms,
                     std::vector<EntityMention>& mentions);

// Title first, then by position.
void order(std::vector<EntityMention>& mentions);

}  // namespace vectora::normalize::names
