#include "vectora/aws/credentials/credentials.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>

#include "vectora/aws/credentials/service.h"

namespace vectora::aws {
namespace {

constexpr int64_t kRenewBeforeSeconds = 300;
constexpr size_t kMaxProfileBytes = 1'000'000;
constexpr int kMaxSourceProfiles = 5;
const std::string kDefault = "default";

std::string value_or(const Profile& profile, const std::string& key, const std::string& fallback) {
  const auto found = profile.find(key);
  return found == profile.end() || found->second.empty() ? fallback : found->second;
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::string();
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (text.size() > kMaxProfileBytes)
    return Error{ErrorCode::kTooLarge, path + ": larger than a file of profiles can be"};
  return text;
}

// Keeps what was found until it is about to expire.
class FoundCredentials : public CredentialsSource {
 public:
  explicit FoundCredentials(CredentialsOptions options) : options_(std::move(options)) {}

  Result<Credentials> get(Instant now) override {
    const std::lock_guard lock(mutex_);
    if (found_ && (!found_->expires || now + kRenewBeforeSeconds < *found_->expires))
      return found_->credentials;
    found_ = TRY(find(now));
    return found_->credentials;
  }

 private:
  std::string variable(const std::string& name) const {
    return options_.variable(name).value_or("");
  }

  Result<Expiring> find(Instant now) {
    if (options_.profile.empty()) {
      const Credentials given{variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"),
                              variable("AWS_SESSION_TOKEN")};
      if (!given.access_key_id.empty() && !given.secret_access_key.empty())
        return Expiring{given, std::nullopt};
    }
    const std::string named = options_.profile.empty() ? variable("AWS_PROFILE") : options_.profile;
    const Profiles profiles = TRY(read_profiles(options_.variable));
    const std::string name = named.empty() ? kDefault : named;
    const auto profile = profiles.find(name);
    if (profile != profiles.end() && can_give(profile->second))
      return of_profile(profiles, name, now, 0);
    if (!named.empty()) return no_such_profile(name, profile != profiles.end());
    return of_services();
  }

  static bool can_give(const Profile& profile) {
    return profile.contains("aws_access_key_id") || profile.contains("credential_process") ||
           profile.contains("role_arn");
  }

  static Error no_such_profile(const std::string& name, bool exists) {
    return {ErrorCode::kUnavailable,
            "the AWS profile \"" + name + "\" " +
                (exists ? "has neither keys nor credential_process nor role_arn"
                        : "is not in ~/.aws/credentials or ~/.aws/config") +
                "; mend it, or name another"};
  }

  Result<Expiring> of_profile(const Profiles& profiles, const std::string& name, Instant now,
                              int depth) {
    const auto found = profiles.find(name);
    if (found == profiles.end() || !can_give(found->second))
      return no_such_profile(name, found != profiles.end());
    const Profile& profile = found->second;
    const std::string role = value_or(profile, "role_arn", "");
    const std::string source = value_or(profile, "source_profile", "");
    // A profile that names itself gives the keys for its own role.
    const bool by_another = !role.empty() && !source.empty() && source != name;
    if (by_another) return assume(profiles, profile, now, depth);
    if (profile.contains("credential_process"))
      return TRY_IN("profile " + name, ask_process(profile.at("credential_process")));
    const Credentials keys{value_or(profile, "aws_access_key_id", ""),
                           value_or(profile, "aws_secret_access_key", ""),
                           value_or(profile, "aws_session_token", "")};
    if (keys.access_key_id.empty() || keys.secret_access_key.empty())
      return no_such_profile(name, true);
    return Expiring{keys, std::nullopt};
  }

  Result<Expiring> assume(const Profiles& profiles, const Profile& profile, Instant now,
                          int depth) {
    if (depth == kMaxSourceProfiles)
      return Error{ErrorCode::kInvalidArgument, "AWS profiles name each other as source_profile"};
    const std::string source = value_or(profile, "source_profile", "");
    const Expiring by = TRY(of_profile(profiles, source, now, depth + 1));
    const std::string region = value_or(profile, "region", "us-east-1");
    RoleRequest request{.role_arn = profile.at("role_arn"),
                        .session = value_or(profile, "role_session_name", "vectora"),
                        .external_id = value_or(profile, "external_id", ""),
                        .region = region,
                        .endpoint = options_.sts_endpoint};
    return assume_role(request, by.credentials, now);
  }

  Result<Expiring> of_services() {
    const std::string relative = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    const std::string full = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    if (!relative.empty() || !full.empty()) {
      std::string token = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN");
      const std::string token_file = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
      if (!token_file.empty()) token = TRY(read_file(token_file));
      return ask_container(relative.empty() ? full : options_.container_host + relative, token);
    }
    if (variable("AWS_EC2_METADATA_DISABLED") != "true") {
      Result<Expiring> machine = ask_machine(options_.metadata_host);
      if (machine) return machine;
    }
    return Error{ErrorCode::kUnavailable,
                 "no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write a "
                 "profile to ~/.aws/credentials and name it (profile in vectora.yaml, or "
                 "AWS_PROFILE)"};
  }

  const CredentialsOptions options_;
  std::mutex mutex_;
  std::optional<Expiring> found_;
};

class FixedCredentials : public CredentialsSource {
 public:
  explicit FixedCredentials(Credentials credentials) : credentials_(std::move(credentials)) {}
  Result<Credentials> get(Instant) override { return credentials_; }

 private:
  const Credentials credentials_;
};

}  // namespace

std::shared_ptr<CredentialsSource> find_credentials(CredentialsOptions options) {
  return std::make_shared<FoundCredentials>(std::move(options));
}

std::shared_ptr<CredentialsSource> fixed_credentials(Credentials credentials) {
  return std::make_shared<FixedCredentials>(std::move(credentials));
}

Result<Profiles> read_profiles(const Variable& variable) {
  const std::string home = variable("HOME").value_or("") + "/.aws/";
  const std::string config = variable("AWS_CONFIG_FILE").value_or(home + "config");
  const std::string credentials =
      variable("AWS_SHARED_CREDENTIALS_FILE").value_or(home + "credentials");
  const std::string config_text = TRY(read_file(config));
  return merged(parse_profiles(config_text), parse_profiles(TRY(read_file(credentials))));
}

}  // namespace vectora::aws
