#include "vectora/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace vectora {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return Error{ErrorCode::kInvalidArgument, "odd"};
  return number / 2;
}

Result<int> quarter(int number) {
  const int once = TRY(half(number));
  return TRY_IN("second half", half(once));
}

Result<void> check_even(int number) {
  TRY(half(number));
  return {};
}

TEST(ResultTest, CarriesTheValueThrough) { EXPECT_EQ(*quarter(12), 3); }

TEST(ResultTest, TheFirstErrorReturnsEarly) {
  EXPECT_EQ(quarter(7).error(), (Error{ErrorCode::kInvalidArgument, "odd"}));
}

TEST(ResultTest, ContextStandsInFrontOfTheMessage) {
  EXPECT_EQ(quarter(6).error().message, "second half: odd");
}

TEST(ResultTest, OfVoidIsSuccessUnlessAnErrorIsGiven) {
  EXPECT_TRUE(check_even(2));
  EXPECT_EQ(check_even(1).error().message, "odd");
}

Result<std::string> word() { return std::string("a word that is too long to stand in place"); }

TEST(ResultTest, ALoopOverATemporaryResultIsSafe) {
  std::string copy;
  for (const char c : *word()) copy += c;
  EXPECT_EQ(copy, *word());
}

TEST(ResultTest, MovesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> boxed = std::make_unique<int>(7);
  EXPECT_EQ(*std::unique_ptr<int>(*std::move(boxed)), 7);
}

}  // namespace
}  // namespace vectora
