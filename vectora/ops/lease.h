// Lease: the right to change an environment's configuration, held by one process
// at a time.
//
//   Lease lease = TRY(Lease::acquire(stage, anna, "promote dev stage"));
//   ...
//   TRY(lease.renew());      // between long steps
//   TRY(lease.release());    // the destructor does too, and tells nobody of a failure
//
// locks/configuration.json in the data bucket, written under conditions (version 1):
//   {"version": 1, "owner", "process", "purpose", "acquired_at", "expires_at"}
// A lease that expired, or whose process has ended, is taken over. What is changed
// under a lease is changed by conditional writes all the same: a lease keeps two
// people from working against each other, conditions keep the store whole.
#pragma once

#include <memory>
#include <string>

#include "vectora/ops/environment.h"
#include "vectora/ops/operator.h"

namespace vectora::ops {

constexpr const char* kLeaseKey = "locks/configuration.json";
constexpr int64_t kLeaseSeconds = 600;

class Lease {
 public:
  // kConflict while another process holds it, with who, what for and until when;
  // kUnavailable on a single-writer store.
  static Result<Lease> acquire(Environment& environment, const Operator& who,
                               const std::string& purpose);

  Lease(Lease&&) noexcept;
  Lease& operator=(Lease&&) noexcept;
  ~Lease();

  // kConflict when it expired and another process took it.
  Result<void> renew();
  Result<void> release();

 private:
  struct Data;
  explicit Lease(std::unique_ptr<Data> data);

  std::unique_ptr<Data> data_;  // nothing: released, or moved from
};

}  // namespace vectora::ops
