#include "vectora/http/decoder.h"

#include <gtest/gtest.h>

#include "vectora/http/test_codings.h"

namespace vectora::http {
namespace {

constexpr size_t kBound = 1000000;

// The decoded bytes, or the message of what is wrong.
std::string decoded(const std::string& codings, std::string_view bytes, size_t step = 1 << 20,
                    size_t max_bytes = kBound) {
  Result<Decoder> decoder = Decoder::for_codings(codings, max_bytes);
  if (!decoder) return decoder.error().message;
  std::string body;
  for (size_t at = 0; at < bytes.size(); at += step)
    if (const auto written = decoder->write(bytes.substr(at, step), body); !written)
      return written.error().message;
  const auto whole = decoder->finish();
  return whole ? body : whole.error().message;
}

std::string text() {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::to_string(i * 7919) + " ";
  return text;
}

struct Form {
  std::string coding;
  std::string bytes;
};

std::vector<Form> forms_of(const std::string& bytes) {
  return {{"gzip", gzip(bytes)},
          {"X-GZIP", gzip(bytes)},
          {"deflate", deflated(bytes)},
          {"deflate", bare_deflated(bytes)},
          {"br", brotli(bytes)},
          {"zstd", zstd(bytes)},
          {"gzip, br", brotli(gzip(bytes))}};
}

TEST(DecoderTest, UndoesEachCodingHoweverTheBytesArrive) {
  for (const std::string& bytes : {text(), std::string("x"), std::string()})
    for (const auto& [coding, packed] : forms_of(bytes))
      for (const size_t step : {size_t{1}, size_t{1000}, packed.size() + 1})
        EXPECT_EQ(decoded(coding, packed, step), bytes) << coding << " by " << step;
}

TEST(DecoderTest, WhatIsCutOffIsNotTakenForWhole) {
  for (const auto& [coding, packed] : forms_of(text()))
    for (const size_t kept : {packed.size() / 2, packed.size() - 1})
      EXPECT_EQ(decoded(coding, packed.substr(0, kept)), "the compressed body ends early")
          << coding;
}

TEST(DecoderTest, WhatIsSomethingElseIsNamed) {
  EXPECT_EQ(decoded("gzip", "<html>"), "the body is not gzip");
  EXPECT_EQ(decoded("deflate", "\xff\xff\xff\xff"), "the body is not deflate");
  EXPECT_EQ(decoded("br", "\xff\xff\xff\xff"), "the body is not brotli");
  EXPECT_EQ(decoded("zstd", "<html>"), "the body is not zstd");
}

TEST(DecoderTest, ABombIsStoppedAtTheBound) {
  for (const auto& [coding, packed] : forms_of(std::string(3000000, 'x')))
    EXPECT_EQ(decoded(coding, packed), "too large once decompressed") << coding;
  // A bomb inside another: the first layer alone breaks the bound.
  EXPECT_EQ(decoded("gzip, gzip", gzip(gzip(std::string(1000, 'x'))), 1 << 20, 20),
            "too large once decompressed");
}

TEST(DecoderTest, TheBoundIsExact) {
  for (const std::string coding : {"gzip", "identity"}) {
    const std::string bytes(1000, 'x');
    const std::string packed = coding == "gzip" ? gzip(bytes) : bytes;
    EXPECT_EQ(decoded(coding, packed, 100, 1000), bytes);
    EXPECT_NE(decoded(coding, packed, 100, 999).find("large"), std::string::npos);
  }
}

TEST(DecoderTest, GzipMayHaveSeveralMembersAndATail) {
  EXPECT_EQ(decoded("gzip", gzip("one ") + gzip("two"), 3), "one two");
  EXPECT_EQ(decoded("gzip", gzip("one") + std::string(16, '\0')), "one");
  EXPECT_EQ(decoded("br", brotli("one") + "tail"), "one");
  EXPECT_EQ(decoded("zstd", zstd("one ") + zstd("two"), 5), "one two");
  EXPECT_EQ(decoded("zstd", zstd("one") + "tail"), "one");
}

TEST(DecoderTest, AFileIsUnpackedByItsFirstBytes) {
  EXPECT_EQ(*unpacked(gzip("map"), 100), "map");
  EXPECT_EQ(*unpacked("map", 100), "map");
  EXPECT_FALSE(unpacked(gzip("map").substr(0, 20), 100));
  EXPECT_EQ(unpacked(gzip(std::string(101, 'x')), 100).error().code, ErrorCode::kTooLarge);
}

TEST(DecoderTest, AnUnknownCodingIsPassedOn) {
  for (const char* coding : {"", "identity", "utf-8", "none, ,"})
    EXPECT_EQ(decoded(coding, "plain"), "plain");
}

TEST(DecoderTest, AnEmptyBodyNeedsNoCoding) { EXPECT_EQ(decoded("gzip", ""), ""); }

TEST(DecoderTest, TooManyLayersAreRefused) {
  EXPECT_EQ(decoded("gzip,gzip,gzip,gzip", ""), "");
  EXPECT_EQ(decoded("gzip,gzip,gzip,gzip,gzip", ""),
            "more codings on top of one another than anybody needs");
}

}  // namespace
}  // namespace vectora::http
