#include "vectora/page/list/zones.h"

#include <gtest/gtest.h>

#include "vectora/page/list/page_for_tests.h"

namespace vectora::page {
namespace {

const std::string kLinks = "<a href=1>one</a> <a href=2>two</a> <a href=3>three</a>";
const std::string kContent =
    "<main><p>Much text that is the content of the page, so that nothing beside it can be taken "
    "for the most of it, and links: <a href=a>a</a> <a href=b>b</a> <a href=c>c</a> "
    "<a href=d>d</a> <a href=e>e</a> <a href=f>f</a> <a href=g>g</a> <a href=h>h</a></p></main>";

// Of the element with id "x", before a page's content.
std::string zone(const std::string& html) {
  const PageForTests tested(html + kContent);
  switch (zones_of_nodes(tested.dom, roles_of_nodes(tested.dom))[tested.by_id("x")]) {
    case Zone::kContent: return "content";
    case Zone::kSide: return "side";
    case Zone::kOut: return "out";
  }
  return "";
}

TEST(ZonesTest, ElementsSayWhereTheyStand) {
  const std::pair<std::string, std::string_view> cases[] = {
      {"<nav id=x>" + kLinks + "</nav>", "out"},
      {"<header id=x>" + kLinks + "</header>", "out"},
      {"<footer id=x>" + kLinks + "</footer>", "out"},
      {"<aside id=x>" + kLinks + "</aside>", "side"},
      {"<section id=x>" + kLinks + "</section>", "content"},
      {"<article><header id=x><h2>Alpha</h2></header></article>", "content"},
      {"<nav><p id=x>inside</p></nav>", "out"},
      {"<aside><p id=x>inside</p></aside>", "side"},
      {"<noscript id=x>" + kLinks + "</noscript>", "out"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(zone(html), expected) << html;
}

TEST(ZonesTest, RolesSayWhereTheyStand) {
  const std::pair<std::string, std::string_view> cases[] = {
      {"<div id=x role=navigation>" + kLinks + "</div>", "out"},
      {"<div id=x role=navigation>" + kLinks + "<article>a</article></div>", "content"},
      {"<div id=x role=contentinfo>" + kLinks + "</div>", "out"},
      {"<div id=x role=complementary>" + kLinks + "</div>", "side"},
      {"<div id=x role=list>" + kLinks + "</div>", "content"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(zone(html), expected) << html;
}

TEST(ZonesTest, NamesAreBelievedWhereNothingSpeaksAgainstThem) {
  const std::pair<std::string, std::string_view> cases[] = {
      {"<div id=x class=main-menu>" + kLinks + "</div>", "out"},
      {"<div id=x class=main-menu><time>2026</time>" + kLinks + "</div>", "content"},
      {"<div id=x class=sidebar>" + kLinks + "</div>", "side"},
      {"<div id=x class=pagination>" + kLinks + "</div>", "out"},
      {"<div id=x class=stories>" + kLinks + "</div>", "content"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(zone(html), expected) << html;
}

TEST(ZonesTest, TheMainColumnIsContentWhateverItsName) {
  const PageForTests tested("<aside id=x>" + kContent + "</aside>");
  EXPECT_EQ(zones_of_nodes(tested.dom, roles_of_nodes(tested.dom))[tested.by_id("x")],
            Zone::kContent);
}

TEST(ZonesTest, AnEntryAsAWholeIsNoDateOrTitle) {
  const PageForTests tested(
      "<div id=x class=title><h3>Alpha</h3></div><div id=y class=title>Alpha</div>");
  const std::vector<Roles> roles = roles_of_nodes(tested.dom);
  EXPECT_EQ(roles[tested.by_id("x")] & kTitleRole, 0u);
  EXPECT_NE(roles[tested.by_id("y")] & kTitleRole, 0u);
}

}  // namespace
}  // namespace vectora::page
