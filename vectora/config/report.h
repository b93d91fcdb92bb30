// What commands show of a configuration: problems and clients, as text and JSON.
#pragma once

#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/config/problem.h"

namespace vectora::config {

// One line a problem, "error: " or "warning: " in front, then a line with their
// numbers; "no problems" where there are none.
std::string problems_text(const std::vector<Problem>& problems);

// {"errors": n, "warnings": n, "problems": [{severity, file, line, column, key, what, hint}]}
Json problems_json(const std::vector<Problem>& problems);

// One client as `vectora client list` and `show` tell it; the plan where it is valid.
struct ClientSummary {
  ClientId id;
  std::string file;
  std::string name;
  bool valid = false;
  bool active = false;
  std::string language;
  int period_days = 0;
  std::vector<std::string> domains;
  std::vector<std::string> sources;
  std::vector<std::string> sections;
  int errors = 0;
  int warnings = 0;
};

// By client_id; invalid clients included.
std::vector<ClientSummary> client_summaries(const LoadedWorkspace& loaded);

std::string client_list_text(const std::vector<ClientSummary>& clients);
std::string client_text(const ClientSummary& client);
Json client_json(const ClientSummary& client);

}  // namespace vectora::config
