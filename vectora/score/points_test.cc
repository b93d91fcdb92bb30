#include "vectora/score/points.h"

#include <gtest/gtest.h>

namespace vectora::score {
namespace {

TEST(PointsTest, CountTenths) {
  EXPECT_EQ(Points::round(11.66).str(), "11.7");
  EXPECT_EQ(Points::round(-0.26).str(), "-0.3");
  EXPECT_EQ(Points::from_tenths(-5).str(), "-0.5");
  EXPECT_EQ((Points::round(1.5) + Points::round(2.5)).value(), 4.0);
  EXPECT_LT(Points::round(1.4), Points::round(1.5));
  EXPECT_EQ(Points().str(), "0.0");
}

}  // namespace
}  // namespace vectora::score
