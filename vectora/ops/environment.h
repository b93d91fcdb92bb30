// An environment that stands open: what the operations of this module act on.
//
//   Environment stage{"vectora-inbox", "stage", "file:///srv/watch/stage", ...};
//   TRY(may_lease(stage));                        // a store without conditional writes cannot
//   store::ObjectStore& config = *stage.buckets.config;
//
// Whoever opens one has chosen the kind of its store (a directory, a server) and
// says so here in words; nothing below asks again.
#pragma once

#include <string>

#include "vectora/base/result.h"
#include "vectora/store/buckets.h"

namespace vectora::ops {

// Whether destructive commands ask for the environment's name.
enum class Protection { kNone, kByName };

// Whether two writers of one object can be told apart. Without conditional writes
// nobody can hold a lease, and what needs one is refused.
enum class Writers { kMany, kSingle };

struct Environment {
  std::string project;
  std::string name;   // local, dev, stage, prod
  std::string store;  // for messages: "file:///srv/watch/dev", "s3:// in eu-west-3"
  Protection protection = Protection::kNone;
  Writers writers = Writers::kMany;
  store::Buckets buckets;

  // "vectora-inbox-config-dev": what messages name beside a key.
  std::string bucket(std::string_view role) const {
    return store::bucket_name(project, role, name);
  }
};

// kUnavailable on a single-writer store, with what that means.
Result<void> may_lease(const Environment& environment);

}  // namespace vectora::ops
