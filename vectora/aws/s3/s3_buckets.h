// The four buckets of an environment on S3.
//
//   store::Buckets buckets = TRY(open_s3_buckets({.region = "eu-west-3", .variable =
//   getenv_of_app},
//                                                "vectora-inbox", "dev"));
//
// What the account leaves open is looked for where AWS's own tools look: the region in
// AWS_REGION, AWS_DEFAULT_REGION and the profile; the endpoint in AWS_ENDPOINT_URL_S3,
// AWS_ENDPOINT_URL and the profile's endpoint_url (AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
// turns these off); trusted certificates in AWS_CA_BUNDLE.
#pragma once

#include <string>
#include <string_view>

#include "vectora/aws/credentials/credentials.h"
#include "vectora/aws/s3/s3_store.h"
#include "vectora/base/result.h"
#include "vectora/store/buckets.h"

namespace vectora::aws {

struct S3Account {
  std::string region = {};
  std::string endpoint = {};
  std::string profile = {};
  AddressStyle style = AddressStyle::kVirtual;
  Variable variable;
};

// Asks nothing yet. One source of credentials for all.
Result<store::Buckets> open_s3_buckets(const S3Account& account, std::string_view project,
                                       std::string_view env);

// Makes those that are missing.
Result<void> create_s3_buckets(const S3Account& account, std::string_view project,
                               std::string_view env);

// What is said, and what is found, for one bucket.
Result<S3Options> options_of(const S3Account& account, const std::string& bucket);

}  // namespace vectora::aws
