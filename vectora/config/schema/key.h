// Key: one line of the table of all configuration keys.
//
// The table is the only place where a key is declared. The validator
// (vectora/config/schema/check.h) walks a document against it, and
// docs/configuration.md is printed from it, so a key cannot be accepted without
// being documented or documented without being accepted.
//
// A path is written as in messages: "watch_domains[].id" is a member of each
// element of a list, "profiles.*.strategy" a member of a mapping with free
// names. Two rows may give one place two shapes: "*[]" and "*.*[]" accept a list
// or a mapping of lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vectora::config {

enum class Type {
  kBool,
  kInt,       // allowed: "0..100"
  kNumber,    // allowed: "0..1"
  kText,      // any scalar; allowed "!": not empty
  kEnum,      // allowed: "en|fr"
  kRegex,     // RE2, compiled
  kSelector,  // CSS, compiled
  kUrl,       // absolute, http or https
  kAny,       // whatever; not looked into
  kGroup,     // describes a mapping or list whose members have rows of their own
  kAlias,     // an older name of the key in `allowed`, same shape
};

// When a key has its effect.
enum class Acts { kRun, kDelivery, kModel, kOperations, kDocumentation };

enum class Status { kActive, kInert, kDeprecated };

struct Key {
  std::string path;
  Type type = Type::kText;
  std::string_view allowed = {};
  std::string_view fallback = {};  // the default as documented; "required" where there is none
  Acts acts = Acts::kRun;
  std::string_view effect = {};  // one sentence
  Status status = Status::kActive;
  std::string_view note = {};  // of an inert or deprecated key: what to know
  std::string_view since = "0.1";
};

constexpr std::string_view kRequired = "required";

// All keys of one kind of file.
struct Schema {
  std::string_view name;     // "client"
  std::string_view title;    // "Client"
  std::string_view files;    // "clients/**/{client_id}.yaml"
  std::string_view purpose;  // a sentence or two
  std::vector<Key> keys;
};

// One file each; see vectora/config/schema/*_keys.cc.
const Schema& workspace_schema();
const Schema& client_schema();
const Schema& catalog_schema();
const Schema& extractors_schema();
const Schema& profiles_schema();
const Schema& scopes_schema();
const Schema& domain_schema();
const Schema& matching_schema();
const Schema& scoring_schema();
const Schema& events_schema();
const Schema& editorial_schema();
const Schema& entities_schema();
const Schema& open_world_schema();
const Schema& texts_schema();

// In the order of the documentation.
std::vector<const Schema*> all_schemas();

}  // namespace vectora::config
