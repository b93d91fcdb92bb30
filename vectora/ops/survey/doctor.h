// Doctor: whether an environment can do what commands will ask of it.
//
//   for (const Finding& finding : examine(stage, clock)) ...
//
//   ok       vectora-inbox-data-stage: can be read, written, and holds conditions
//   warning  copies: clients/a.yaml is not what the release says; ...
//   failed   vectora-inbox-config-stage: cannot be read: NoSuchBucket ...; create the bucket ...
#pragma once

#include <string>
#include <vector>

#include "vectora/base/clock.h"
#include "vectora/base/json.h"
#include "vectora/ops/environment.h"

namespace vectora::ops {

enum class Health { kOk, kWarning, kFailed };
std::string_view to_string(Health health);

struct Finding {
  Health health = Health::kOk;
  std::string check;  // a bucket, "clock", "release"
  std::string what;
  std::string advice;  // what to do; empty where nothing is to be done
};

// Writes one object into each bucket, under locks/, and removes it again.
std::vector<Finding> examine(Environment& environment, const Clock& clock);

bool has_failed(const std::vector<Finding>& findings);
std::string findings_text(const std::vector<Finding>& findings);
Json findings_json(const std::vector<Finding>& findings);

}  // namespace vectora::ops
