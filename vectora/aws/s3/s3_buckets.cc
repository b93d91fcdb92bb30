#include "vectora/aws/s3/s3_buckets.h"

#include <array>

namespace vectora::aws {
namespace {

constexpr std::array kRoles = {"config", "data", "newsletters", "lambda-code"};

std::string first_of(std::initializer_list<std::string> texts) {
  for (const std::string& text : texts)
    if (!text.empty()) return text;
  return {};
}

std::shared_ptr<CredentialsSource> credentials_of(const S3Account& account) {
  return find_credentials({.profile = account.profile, .variable = account.variable});
}

}  // namespace

Result<S3Options> options_of(const S3Account& account, const std::string& bucket) {
  const auto variable = [&](const char* name) { return account.variable(name).value_or(""); };
  const std::string name = first_of({account.profile, variable("AWS_PROFILE"), "default"});
  Profiles profiles = TRY(read_profiles(account.variable));
  Profile& profile = profiles[name];
  S3Options options{.name = {.bucket = bucket, .style = account.style}};
  options.name.region =
      first_of({account.region, variable("AWS_REGION"), variable("AWS_DEFAULT_REGION"),
                profile["region"], options.name.region});
  options.name.endpoint = account.endpoint;
  if (variable("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS") != "true")
    options.name.endpoint = first_of({account.endpoint, variable("AWS_ENDPOINT_URL_S3"),
                                      variable("AWS_ENDPOINT_URL"), profile["endpoint_url"]});
  options.transport.ca_file = variable("AWS_CA_BUNDLE");
  return options;
}

Result<store::Buckets> open_s3_buckets(const S3Account& account, std::string_view project,
                                       std::string_view env) {
  const auto credentials = credentials_of(account);
  std::array<std::unique_ptr<store::ObjectStore>, kRoles.size()> opened;
  for (size_t i = 0; i < kRoles.size(); ++i) {
    const std::string bucket = store::bucket_name(project, kRoles[i], env);
    const S3Options options = TRY(options_of(account, bucket));
    opened[i] = TRY(open_s3(options, credentials));
  }
  return store::Buckets{std::move(opened[0]), std::move(opened[1]), std::move(opened[2]),
                        std::move(opened[3])};
}

Result<void> create_s3_buckets(const S3Account& account, std::string_view project,
                               std::string_view env) {
  const auto credentials = credentials_of(account);
  for (const char* role : kRoles) {
    const S3Options options = TRY(options_of(account, store::bucket_name(project, role, env)));
    TRY(create_bucket(options, credentials));
  }
  return {};
}

}  // namespace vectora::aws
