// NameFinder: all name rules of a market, compiled, over one field's text.
//
// What it finds is a claim by form; vectora/normalize/names/mentions.h weighs it
// against what the scopes know.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "vectora/normalize/name_rule.h"
#include "vectora/normalize/names/tokens.h"

namespace vectora::normalize::names {

struct Name {
  EntityKind kind = EntityKind::kCompany;
  uint32_t begin = 0;
  uint32_t end = 0;
  NameMethod method = NameMethod::kPattern;
  std::string_view rule = {};  // its id; lives as long as the finder
  uint32_t core_end =
      0;  // of an ends_with name: where its own words end ("Acme" of "Acme Bio Inc")
};

// Immutable; safe between threads.
class NameFinder {
 public:
  // kMalformed, with the rule's place, for a pattern that does not compile.
  static Result<NameFinder> compile(const std::vector<NameRule>& rules);

  // By begin; names of one kind do not overlap (the longest wins).
  std::vector<Name> find(const Tokens& tokens) const;

 private:
  struct Compiled;
  std::shared_ptr<const Compiled> compiled_;  // immutable, shared by copies
};

}  // namespace vectora::normalize::names
