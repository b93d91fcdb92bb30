// The clock as a port: the only way by which the present enters.
//
// Stages never hold a Clock; they are given an Instant or a Date. Threads:
// `now` may be called from any thread.
#pragma once

#include <memory>

#include "vectora/base/date.h"

namespace vectora {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

// The machine's clock, UTC.
std::unique_ptr<Clock> system_clock();

// Stands still until it is moved: replays and tests.
class ManualClock : public Clock {
 public:
  explicit ManualClock(Instant now) : now_(now) {}
  Instant now() const override { return now_; }
  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

}  // namespace vectora
