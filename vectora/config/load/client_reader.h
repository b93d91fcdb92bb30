// One client's file as a plan.
#pragma once

#include <optional>

#include "vectora/config/load/findings.h"
#include "vectora/config/load/market.h"
#include "vectora/config/plan.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

// Whether the text is a client's name: [a-z][a-z0-9_]{1,62}.
bool is_client_id(std::string_view text);

// The digest is not filled. `market` receives the client's own scopes.
ClientPlan read_client(const YamlNode& root, Market& market, Findings& findings);

}  // namespace vectora::config
