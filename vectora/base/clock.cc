#include "vectora/base/clock.h"

#include <chrono>

namespace vectora {
namespace {

class SystemClock : public Clock {
 public:
  Instant now() const override {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return Instant::from_unix(
        std::chrono::duration_cast<std::chrono::seconds>(since_1970).count());
  }
};

}  // namespace

std::unique_ptr<Clock> system_clock() { return std::make_unique<SystemClock>(); }

}  // namespace vectora
