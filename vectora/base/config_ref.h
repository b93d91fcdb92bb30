// Where a rule was written: carried by stages, never interpreted by them.
#pragma once

#include <string>

namespace vectora {

struct ConfigRef {
  std::string file;  // relative to the workspace: "clients/production/lai_weekly.yaml"
  int line = 0;      // 1-based; 0 = no place, a built-in default
  int column = 0;    // 1-based
  std::string key;   // "scoring_config.client_specific_bonuses.trademark_mentions"

  bool empty() const { return file.empty(); }
  // "clients/production/lai_weekly.yaml:88:13", empty for no place.
  std::string str() const {
    return empty() ? std::string()
                   : file + ":" + std::to_string(line) + ":" + std::to_string(column);
  }

  bool operator==(const ConfigRef&) const = default;
};

}  // namespace vectora
