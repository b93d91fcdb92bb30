// Programs and services that give credentials for a while.
#pragma once

#include <optional>
#include <string>

#include "vectora/aws/signature.h"
#include "vectora/base/date.h"
#include "vectora/base/result.h"

namespace vectora::aws {

struct Expiring {
  Credentials credentials;
  std::optional<Instant> expires;  // nothing: never
};

// Runs the command with the shell and reads the JSON that it prints (Version 1).
Result<Expiring> ask_process(const std::string& command);

// The credentials endpoint of a container.
Result<Expiring> ask_container(const std::string& url, const std::string& token);

// The instance metadata service, version 2, at `host`; waits a second at most.
Result<Expiring> ask_machine(const std::string& host);

struct RoleRequest {
  std::string role_arn;
  std::string session;
  std::string external_id;  // empty: none
  std::string region;
  std::string endpoint;  // empty: that of the region
};

// AssumeRole of the Security Token Service, for an hour.
Result<Expiring> assume_role(const RoleRequest& request, const Credentials& by, Instant now);

}  // namespace vectora::aws
