#include "vectora/text/lower.h"

#include <gtest/gtest.h>

namespace vectora::text {
namespace {

TEST(LowerInPlace, KeepsEveryCharacterAtItsPlace) {
  EXPECT_EQ(lower_in_place("ÉTÉ Œuvre ÄÖÜ Ω"), "été œuvre äöü ω");
  EXPECT_EQ(lower_in_place("İzmir, 300 \xE2\x84\xAA"), "İzmir, 300 \xE2\x84\xAA") << "would move";
  EXPECT_EQ(lower_in_place("A\xFF\xC3 B"), "a\xFF\xC3 b") << "not UTF-8";
  EXPECT_EQ(lower_in_place(""), "");
}

TEST(Lowered, CanBeReadEightBytesBehindItsEnd) {
  const Lowered lowered("Acme");
  EXPECT_EQ(lowered.text(), "acme");
  EXPECT_EQ(std::string(lowered.bytes_at(4), 8), std::string(8, '\0'));
}

}  // namespace
}  // namespace vectora::text
