#include "vectora/ops/plan/line_diff.h"

#include <gtest/gtest.h>

namespace vectora::ops {
namespace {

TEST(LineDifference, OfEqualTextsIsEmpty) {
  EXPECT_EQ(line_difference("", ""), "");
  EXPECT_EQ(line_difference("a\nb\n", "a\nb\n"), "");
}

TEST(LineDifference, ShowsWhatWentAndCameWithItsSurroundings) {
  EXPECT_EQ(line_difference("1\n2\n3\nold\n5\n6\n7\n", "1\n2\n3\nnew\n5\n6\n7\n"),
            " 2\n 3\n-old\n+new\n 5\n 6\n");
  EXPECT_EQ(line_difference("", "a\nb"), "+a\n+b\n");
  EXPECT_EQ(line_difference("a\nb\n", ""), "-a\n-b\n");
}

TEST(LineDifference, KeepsEqualLinesBetweenChanges) {
  EXPECT_EQ(line_difference("a\nx\nb\nc\nd\ny\n", "a\nb\nc\nd\nz\n"),
            " a\n-x\n b\n c\n d\n-y\n+z\n");
}

TEST(LineDifference, LeavesOutWhatIsFarFromAnyChange) {
  EXPECT_EQ(line_difference("x\n1\n2\n3\n4\n5\n6\ny\n", "1\n2\n3\n4\n5\n6\n"),
            "-x\n 1\n 2\n...\n 5\n 6\n-y\n");
}

TEST(LineDifference, VeryLongTextsAreComparedAsOneBlock) {
  std::string before;
  std::string after;
  for (int i = 0; i < 5000; ++i) {
    before += "b" + std::to_string(i) + "\n";
    after += "a" + std::to_string(i) + "\n";
  }
  const std::string difference = line_difference("same\n" + before, "same\n" + after);
  EXPECT_TRUE(difference.starts_with(" same\n-b0\n-b1\n"));
  EXPECT_TRUE(difference.ends_with("+a4999\n"));
}

}  // namespace
}  // namespace vectora::ops
