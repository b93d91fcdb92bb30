#include "vectora/page/article/metadata.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

Metadata read(std::string_view html) { return read_metadata(*Dom::parse(html)); }

TEST(MetadataTest, ReadsNamedValues) {
  const Dom dom = *Dom::parse(
      "<html lang='en-GB'><title> The\n title </title><meta property='article:published_time' "
      "content=' 2026-02-03 '><meta name='DC.Date' content='x'><meta itemprop=author content=A>"
      "<meta name=empty content=''><link rel=canonical href='/a'>");
  const Metadata found = read_metadata(dom);
  EXPECT_EQ(found.title, "The title");
  EXPECT_EQ(found.language, "en");
  EXPECT_EQ(found.region, "gb");
  EXPECT_EQ(found.canonical, "/a");
  EXPECT_EQ(found.first("articlepublishedtime"), "2026-02-03");
  EXPECT_EQ(found.first_of({"nothing", "dcdate", "author"}), "x");
  EXPECT_EQ(found.first("empty"), "");
}

TEST(MetadataTest, AnSvgsTitleIsNotThePages) {
  EXPECT_EQ(read("<svg><title>Logo</title></svg>").title, "");
}

TEST(MetadataTest, LanguageAndAddressHaveSubstitutes) {
  const Metadata found = read(
      "<meta property='og:locale' content='fr_CA'><meta property='og:url' "
      "content='https://a.example/'>");
  EXPECT_EQ(found.language, "fr");
  EXPECT_EQ(found.region, "ca");
  EXPECT_EQ(found.canonical, "https://a.example/");
  EXPECT_EQ(read("<html lang='{{ lang }}'>").language, "");
}

}  // namespace
}  // namespace vectora::page
