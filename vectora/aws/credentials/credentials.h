// Who signs the requests: looked for where AWS's own tools look, in their order.
//
//   const auto source = find_credentials({.profile = "dev", .variable = getenv_of_app});
//   const Credentials credentials = TRY(source->get(clock.now()));
//
// 1. the profile, where one is named; else AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
//    AWS_SESSION_TOKEN; else the profile AWS_PROFILE or "default". A profile, in
//    ~/.aws/credentials and ~/.aws/config (or AWS_SHARED_CREDENTIALS_FILE and
//    AWS_CONFIG_FILE), has keys, or `credential_process`, or `role_arn` with
//    `source_profile`, for which the service STS is asked.
// 2. the container's (AWS_CONTAINER_CREDENTIALS_RELATIVE_URI or _FULL_URI).
// 3. the machine's, from the instance metadata service, version 2, unless
//    AWS_EC2_METADATA_DISABLED is true.
// Left out aloud: single sign-on and web identities; `credential_process` can wrap them.
// What expires is asked for again five minutes before. Secrets stand in no message.
// Threads: any.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "vectora/aws/credentials/profile.h"
#include "vectora/aws/signature.h"
#include "vectora/base/date.h"
#include "vectora/base/result.h"

namespace vectora::aws {

// The environment, which only the program itself reads. Nothing: not set.
using Variable = std::function<std::optional<std::string>(const std::string& name)>;

class CredentialsSource {
 public:
  virtual ~CredentialsSource() = default;
  virtual Result<Credentials> get(Instant now) = 0;
};

struct CredentialsOptions {
  std::string profile = {};  // empty: none is named
  Variable variable;
  // Where the services are that give credentials; tests put their own here.
  std::string container_host = "http://169.254.170.2";
  std::string metadata_host = "http://169.254.169.254";
  std::string sts_endpoint = {};  // empty: that of the region
};

std::shared_ptr<CredentialsSource> find_credentials(CredentialsOptions options);
std::shared_ptr<CredentialsSource> fixed_credentials(Credentials credentials);

// The profiles of both files, of which either may be absent.
Result<Profiles> read_profiles(const Variable& variable);

}  // namespace vectora::aws
