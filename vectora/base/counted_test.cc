#include "vectora/base/counted.h"

#include <gtest/gtest.h>

namespace vectora {
namespace {

TEST(CountedTest, OneThingIsSingular) {
  EXPECT_EQ(counted(1, "error"), "1 error");
  EXPECT_EQ(counted(0, "error"), "0 errors");
  EXPECT_EQ(counted(12, "entry", "entries"), "12 entries");
  EXPECT_EQ(counted(1, "entry", "entries"), "1 entry");
}

}  // namespace
}  // namespace vectora
