// An environment that stands open: what the operations of this module act on.
//
//   Environment stage{"vectora-inbox", "stage", "file:///srv/watch/stage", ...};
//   store::ObjectStore& config = *stage.buckets.config;
//
// Whoever opens one has chosen the kind of its store (a directory, a server) and
// says so here in words; nothing below asks again.
#pragma once

#include <memory>
#include <string>

#include "vectora/store/buckets.h"

namespace vectora::ops {

// Whether destructive commands ask for the environment's name.
enum class Protection { kNone, kByName };

struct Environment {
  std::string project;
  std::string name;   // local, dev, stage, prod
  std::string store;  // for messages: "file:///srv/watch/dev", "s3:// in eu-west-3"
  Protection protection = Protection::kNone;
  store::Buckets buckets;
  // Holds the configuration of an environment with `config: workspace`; else nothing.
  std::unique_ptr<store::ObjectStore> workspace = nullptr;

  // "vectora-inbox-config-dev": what messages name beside a key.
  std::string bucket(std::string_view role) const {
    return store::bucket_name(project, role, name);
  }
};

}  // namespace vectora::ops
