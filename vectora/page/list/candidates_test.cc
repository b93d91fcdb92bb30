#include "vectora/page/list/candidates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace vectora::page {
namespace {

// The texts of each candidate's entries: "a|b", sorted; a prefix tells stretches.
std::vector<std::string> candidates(std::string_view html) {
  const Dom dom = *Dom::parse(html);
  ListingOptions options;
  options.url = Url::parse("https://a.example/");
  const ListPage page(dom, options);
  std::vector<std::string> out;
  for (const Candidate& candidate : candidates_of(page)) {
    std::string line = candidate.stretch == Stretch::kAlone     ? ""
                       : candidate.stretch == Stretch::kForward ? "> "
                                                                : "< ";
    for (const NodeRange& range : candidate.ranges) {
      for (const Fragment& fragment : fragments_of(page, range)) line += fragment.text + " ";
      line.back() = '|';
    }
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

using Lines = std::vector<std::string>;

TEST(Candidates, AreSiblingsThatHoldLinks) {
  EXPECT_EQ(candidates("<ul><li><a href=1>a</a></li><li><a href=2>b</a></li><li>no link</li></ul>"),
            (Lines{"a|b|"}));
}

TEST(Candidates, JoinGroupsOfOneShape) {
  EXPECT_EQ(candidates("<div class=row><p><a href=1>a</a></p><p><a href=2>b</a></p></div>"
                       "<div class='row odd'><p><a href=3>c</a></p></div>"),
            (Lines{"a b|c|", "a|b|c|"}));
}

TEST(Candidates, AreAlsoStretchesWhereTextStandsBetween) {
  EXPECT_EQ(
      candidates("<dl><dt>1</dt><dd><a href=1>a</a></dd><dt>2</dt><dd><a href=2>b</a></dd></dl>"),
      (Lines{"< 1 a|2 b|", "> a 2|b|", "a|b|"}));
}

TEST(Candidates, MayHaveNothingBeforeTheirFirstMember) {
  EXPECT_EQ(candidates("<div>9<p><a href=1>a</a></p><p><a href=2>b</a></p>2<p><a href=3>c</a></p>3"
                       "<p><a href=4>d</a></p></div>"),
            (Lines{"< a|b|2 c|3 d|", "> a|b 2|c 3|d|", "a|b|c|d|"}));
}

TEST(Candidates, AreNotTheLinksOfASentence) {
  EXPECT_EQ(
      candidates(
          "<p>They met with <a href=1>a</a>, who was joined by <a href=2>b</a> for the rest.</p>"),
      Lines{});
}

TEST(Candidates, AreNotFoundInFurniture) {
  EXPECT_EQ(candidates("<nav><a href=1>a</a><a href=2>b</a></nav>"), Lines{});
}

}  // namespace
}  // namespace vectora::page
