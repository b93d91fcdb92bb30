#include "vectora/score/points.h"

#include <cmath>
#include <cstdlib>

namespace vectora::score {

Points Points::round(double points) { return Points(std::llround(points * 10)); }

std::string Points::str() const {
  const int64_t magnitude = std::llabs(tenths_);
  return (tenths_ < 0 ? "-" : "") + std::to_string(magnitude / 10) + "." +
         std::to_string(magnitude % 10);
}

}  // namespace vectora::score
