// Documents as JSON values, and changes of one place in them.
#pragma once

#include <set>
#include <string>

#include "vectora/base/json.h"
#include "vectora/config/yaml.h"

namespace vectora::keys {

// Plain scalars that read as a bool or a number become one; all others are text.
Json to_json(const config::YamlNode& node);

// "a.b[0].c: VALUE", VALUE in YAML; null removes the member. False where the
// place cannot be: a list's element that is not there, a member of a text.
bool apply_change(Json& document, const std::string& change);

// The places in which two documents differ, as paths of the table of keys'
// shape with all names kept: "sources[].api.title". A list or mapping that only
// one of them has differs in all of its members.
std::set<std::string> differing_places(const Json& a, const Json& b);

// Whether a place is one of the key's: "*" stands for any name.
bool is_place_of(const std::string& place, const std::string& key);

}  // namespace vectora::keys
