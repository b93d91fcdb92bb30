// Clean: what test clients left behind goes when its days are over.
//
//   const std::vector<Lifetime> lifetimes = lifetimes_of(loaded.clients);
//   const Cleaned cleaned = TRY(clean(context, lifetimes, Archive::kYes,
//   CleanMode::kRemove));
//
// A client's issues, items and run records are as old as the day in their key
// or record; they expire when `metadata.s3_ttl_days` have passed since. Its
// state goes with the last of them. Labels, which people wrote, and captures,
// which all clients share, stay.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/ops/snapshot/create.h"

namespace vectora::ops {

struct Lifetime {
  ClientId client;
  int days = 0;
};

// Of the clients that have one.
std::vector<Lifetime> lifetimes_of(const std::map<ClientId, config::ClientPlan>& clients);

struct Expired {
  snapshot::Place place;
  ClientId client;
  uint64_t bytes = 0;
};

// By client, in the order in which they may go: manifests of issues first,
// state last.
Result<std::vector<Expired>> find_expired(Environment& environment,
                                          const std::vector<Lifetime>& lifetimes, Date today);

enum class Archive { kNo, kYes };
enum class CleanMode { kTell, kRemove };

struct Cleaned {
  std::vector<Expired> expired;
  std::string archive;  // the snapshot that holds them; empty: none was taken
};

// Safe to repeat: what was cut short goes on. With `Archive::kYes` nothing goes
// before a snapshot "archive-{time}" holds it.
Result<Cleaned> clean(const snapshot::Context& context, const std::vector<Lifetime>& lifetimes,
                      Archive archive, CleanMode mode);

// What S3 would remove by itself: a lifecycle configuration for each bucket by
// its name, as `aws s3api put-bucket-lifecycle-configuration` takes it. S3
// counts from the day on which an object was written. Parts of uploads that never
// came to their end go after a day, in every bucket that this program writes to.
Json lifecycle_rules(const Environment& environment, const std::vector<Lifetime>& lifetimes);

}  // namespace vectora::ops
