#include "vectora/aws/hash.h"

#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace vectora::aws {
namespace {

TEST(HashTest, AgreesWithTheExamplesOfTheStandards) {
  EXPECT_EQ(hex(*md5("abc")), "900150983cd24fb0d6963f7d28e17f72");      // RFC 1321
  EXPECT_EQ(hex(*hmac_sha256("Jefe", "what do ya want for nothing?")),  // RFC 4231
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(base64("abcd"), "YWJjZA==");
}

TEST(HashTest, WhereOpenSslRefusesThereIsAnError) {
  ASSERT_EQ(EVP_set_default_properties(nullptr, "fips=yes"), 1);  // and no provider that has it
  const auto digest = md5("abc");
  const auto code = hmac_sha256("key", "text");
  EVP_set_default_properties(nullptr, "");
  ASSERT_FALSE(digest);
  ASSERT_FALSE(code);
  EXPECT_EQ(digest.error(),
            (Error{ErrorCode::kUnavailable, "the OpenSSL of this machine gives no MD5"}));
  EXPECT_EQ(code.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace vectora::aws
