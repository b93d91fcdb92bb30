// Points: scores, counted in tenths so that sums are exact.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace vectora::score {

// Tenths of a point.
class Points {
 public:
  Points() = default;
  static Points from_tenths(int64_t tenths) { return Points(tenths); }
  static Points round(double points);

  int64_t tenths() const { return tenths_; }
  double value() const { return static_cast<double>(tenths_) / 10.0; }
  std::string str() const;  // "11.7"

  Points operator+(Points other) const { return Points(tenths_ + other.tenths_); }
  Points operator-(Points other) const { return Points(tenths_ - other.tenths_); }
  auto operator<=>(const Points&) const = default;

 private:
  explicit Points(int64_t tenths) : tenths_(tenths) {}

  int64_t tenths_ = 0;
};

}  // namespace vectora::score
