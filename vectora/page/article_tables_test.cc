// Articles in tables and with tables in them: pages laid out by tables, figures of a
// report, lists of terms, and what stands beside the text in such pages.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "vectora/page/article.h"
#include "vectora/page/test_article.h"

namespace vectora::page {
namespace {

const std::string kAll = kOne + "\n" + kTwo + "\n" + kThree;
const std::string kTitle = "<h1>Orla opens a second works</h1>";

std::string text_of(const std::string& body) {
  return read_article("<!doctype html><html lang=en><body>" + body + "</body></html>").text;
}

TEST(ArticleTables, MayHoldTheWholePage) {
  const std::string menu =
      "<td width=150><a href=/>Home</a><br><a href=/news>News</a><br><a href=/jobs>Jobs</a></td>";
  EXPECT_EQ(text_of("<table><tr>" + menu + "<td>" + kTitle + p(kOne) + p(kTwo) + p(kThree) +
                    "</td></tr></table>"),
            kAll);
  EXPECT_EQ(
      text_of("<table><tr><td colspan=2><img alt=Orla></td></tr><tr>" + menu +
              "<td><table><tr><td>" + kTitle + "</td></tr><tr><td>" + p(kOne) +
              "</td></tr><tr><td>" + p(kTwo) + p(kThree) + "</td></tr></table></td></tr></table>"),
      kAll);
}

TEST(ArticleTables, MayHoldParagraphsThatAreOnlyBroken) {
  EXPECT_EQ(text_of("<table><tr><td>" + kTitle + kOne + "<br><br>" + kTwo + "<br><br>" + kThree +
                    "</td></tr></table>"),
            kAll);
}

TEST(ArticleTables, OfFiguresBelongToTheText) {
  const std::string text = text_of(
      "<main><article>" + kTitle + p(kOne) + p(kTwo) +
      "<table><tr><th>Year</th><th>Sales</th></tr><tr><td>2025</td><td>74 million euros</td></tr>"
      "<tr><td>2026</td><td>90 million euros</td></tr></table>" +
      p(kThree) + "</article></main>");
  EXPECT_NE(text.find(kOne), std::string::npos);
  EXPECT_NE(text.find(kThree), std::string::npos);
  EXPECT_LT(text.find(kTwo), text.find(kThree));
  EXPECT_EQ(text.find("Sales2025"), std::string::npos) << "cells are apart";
}

TEST(ArticleTables, OfLinksDoNot) {
  std::string rows;
  for (int i = 0; i < 12; ++i)
    rows += "<tr><td><a href=/n/" + std::to_string(i) + ">Another story of the day, number " +
            std::to_string(i) + "</a></td></tr>";
  EXPECT_EQ(text_of("<main><article>" + kTitle + p(kOne) + p(kTwo) + p(kThree) +
                    "</article><table>" + rows + "</table></main>"),
            kAll);
}

TEST(ArticleTables, ListsOfTermsAreRead) {
  const std::string text = text_of(
      "<main><article>" + kTitle + p(kOne) + p(kTwo) +
      "<dl><dt>Chamber kiln</dt><dd>A kiln that is loaded and emptied for each firing of it.</dd>"
      "<dt>Tunnel kiln</dt><dd>A kiln through which the ware is moved while it is "
      "fired.</dd></dl>" +
      p(kThree) + "</article></main>");
  EXPECT_NE(text.find("A kiln that is loaded and emptied for each firing of it."),
            std::string::npos);
  EXPECT_NE(text.find(kThree), std::string::npos);
}

TEST(ArticleTables, ThatNeverEndAreRead) {
  EXPECT_EQ(text_of("<table><tr><td><table><tr><td>" + kTitle + p(kOne) + p(kTwo) + p(kThree)),
            kAll);
  EXPECT_EQ(
      text_of("</table></td></tr>" + kTitle + p(kOne) + "<td>" + p(kTwo) + "</tr>" + p(kThree)),
      kAll);
}

}  // namespace
}  // namespace vectora::page
