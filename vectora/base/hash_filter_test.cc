#include "vectora/base/hash_filter.h"

#include <gtest/gtest.h>

#include <random>

namespace vectora {
namespace {

TEST(HashFilter, HoldsNothingAtFirst) {
  const HashFilter filter;
  EXPECT_FALSE(filter.may_hold(0));
  EXPECT_FALSE(filter.may_hold(~uint64_t{0}));
}

TEST(HashFilter, HoldsAllThatWasAddedAndLittleElse) {
  for (const size_t count : {1UL, 7UL, 9UL, 1000UL, 30000UL, 60000UL}) {
    std::mt19937_64 random(5);
    HashFilter filter;
    std::vector<uint64_t> added;
    for (size_t i = 0; i < count; ++i) added.push_back(random());
    for (const uint64_t hash : added) filter.add(hash);
    for (const uint64_t hash : added) filter.add(hash);
    for (const uint64_t hash : added) EXPECT_TRUE(filter.may_hold(hash)) << count;
    int others = 0;
    for (int i = 0; i < 1000; ++i) others += filter.may_hold(random()) ? 1 : 0;
    EXPECT_LT(others, 300) << count;
  }
}

}  // namespace
}  // namespace vectora
