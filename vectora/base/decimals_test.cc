#include "vectora/base/decimals.h"

#include <gtest/gtest.h>

namespace vectora {
namespace {

TEST(ShortDecimals, KeepsFourDigits) {
  EXPECT_EQ(short_decimals(0), "0");
  EXPECT_EQ(short_decimals(12), "12");
  EXPECT_EQ(short_decimals(-0.5), "-0.5");
  EXPECT_EQ(short_decimals(0.85), "0.85");
  EXPECT_EQ(short_decimals(4.0 / 3), "1.333");
  EXPECT_EQ(short_decimals(1000000), "1e+06");
}

}  // namespace
}  // namespace vectora
