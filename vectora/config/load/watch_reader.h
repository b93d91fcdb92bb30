// The watch domains of a client, resolved against the market.
#pragma once

#include <vector>

#include "vectora/config/load/findings.h"
#include "vectora/config/load/market.h"
#include "vectora/config/yaml.h"
#include "vectora/score/rules.h"

namespace vectora::config {

// The client's companies and molecules join the market's scopes and kinds, and
// count like core companies (also in `rules`) and like the domain's molecules.
std::vector<score::WatchDomain> read_watch_domains(const YamlNode& client, Market& market,
                                                   score::Rules& rules, Findings& findings);

}  // namespace vectora::config
