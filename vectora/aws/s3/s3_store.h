// Objects in a bucket of S3, or of a server that speaks its language.
//
//   const auto store = TRY(open_s3({.name = {.bucket = "vectora-inbox-data-dev",
//                                            .region = "eu-west-3"}},
//                                  find_credentials({.variable = getenv_of_app})));
//
// A put carries its SHA-256 in the signature, which the server checks, and in a header
// of ours, which a get checks; objects of other programs are checked by their ETag where
// that is an MD5. Objects of more than 16 MB go in parts, side by side; a conditional put
// goes whole (S3 takes 5 GB). Conditional writes are If-Match and If-None-Match; a server
// of which that is not known is asked once, by a few writes to the key ".vectora-probe".
// A conditional write whose answer was lost, and which then meets its own object, is
// known by a header of ours, and succeeds.
#pragma once

#include <memory>
#include <string>

#include "vectora/aws/credentials/credentials.h"
#include "vectora/aws/s3/call.h"
#include "vectora/aws/s3/client.h"
#include "vectora/base/clock.h"
#include "vectora/store/object_store.h"

namespace vectora::aws {

struct S3Options {
  BucketName name;
  S3Transport transport = {};
  size_t part_bytes = 8'000'000;         // at least 5 MiB, which S3 asks for
  size_t max_single_bytes = 16'000'000;  // larger objects go in parts
};

// kInvalidArgument for a name or an endpoint that cannot be; nothing is asked yet.
Result<std::unique_ptr<store::ObjectStore>> open_s3(
    const S3Options& options, std::shared_ptr<CredentialsSource> credentials,
    std::shared_ptr<const Clock> clock = system_clock());

// Success also where it exists and is ours.
Result<void> create_bucket(const S3Options& options, std::shared_ptr<CredentialsSource> credentials,
                           std::shared_ptr<const Clock> clock = system_clock());

}  // namespace vectora::aws
