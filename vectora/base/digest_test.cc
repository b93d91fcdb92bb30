#include "vectora/base/digest.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace vectora {
namespace {

// FIPS 180-4 examples.
TEST(DigestTest, AgreesWithTheStandardsExamples) {
  EXPECT_EQ(sha256("abc").hex(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(DigestTest, ReadsItsOwnTextAndNothingElse) {
  const Digest digest = sha256("x");
  EXPECT_EQ(Digest::parse(digest.str()), digest);
  EXPECT_EQ(Digest::parse(digest.hex()), digest);
  EXPECT_FALSE(Digest::parse("sha256:abc"));
  EXPECT_FALSE(Digest::parse(std::string(64, 'G')));
}

TEST(DigestDeathTest, IsNeverOneThatNamesNothing) {
  const auto without_provider = [] {
    EVP_set_default_properties(nullptr, "fips=yes");  // and no provider that has it
    sha256("abc");
  };
  EXPECT_DEATH(without_provider(), "gives no SHA-256");
}

}  // namespace
}  // namespace vectora
