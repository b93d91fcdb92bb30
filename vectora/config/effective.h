// The configuration that holds, with the origin of each value.
//
//   for (const EffectiveValue& value : effective_workspace(files, {"dev", Origin::kFlag, "--env"}))
//     value.key, value.value, value.origin_text()     "http.delay_ms", "500", "default"
//
// Flags win over environment variables, these over files, files over defaults.
#pragma once

#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"

namespace vectora::config {

enum class Origin { kFlag, kEnvironment, kFile, kDefault };

std::string_view to_string(Origin origin);  // flag, environment, file, default

struct EffectiveValue {
  std::string key;  // "http.delay_ms", "watch_domains[0].priority"
  std::string value;
  Origin origin = Origin::kDefault;
  std::string name = {};  // of the flag or the variable
  ConfigRef config = {};  // of a value from a file

  std::string origin_text() const;  // "flag --env", "vectora.yaml:8:13", "default"
};

// The environment that a command works on, and who chose it.
struct ChosenEnvironment {
  std::string environment;
  Origin origin = Origin::kDefault;
  std::string name = {};  // of the flag or the variable
};

// Keys of vectora.yaml; those of the chosen environment as "environment.store",
// inherited values at the place where they stand.
std::vector<EffectiveValue> effective_workspace(const Files& files,
                                                const ChosenEnvironment& chosen);

// Keys of a client's file, for each element of its lists. kNotFound: no such file.
Result<std::vector<EffectiveValue>> effective_client(const Files& files, const std::string& file);

enum class ShowOrigin { kNo, kYes };

std::string effective_text(const std::vector<EffectiveValue>& values, ShowOrigin show);
// [{key, value, origin, name, file, line, column}]
Json effective_json(const std::vector<EffectiveValue>& values);

}  // namespace vectora::config
