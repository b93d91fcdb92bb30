#include "vectora/page/list/list_page.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

std::string targets(std::string_view html) {
  const Dom dom = *Dom::parse(html);
  ListingOptions options;
  options.url = Url::parse("https://www.a.example/news/");
  const ListPage page(dom, options);
  std::string out;
  for (const PageLink& link : page.links) {
    const LinkTarget& target = page.targets[link.target];
    out += (out.empty() ? "" : " ") + target.address + (target.secondary ? "?" : "");
  }
  return out;
}

TEST(ListPage, CollectsLinksAsAbsoluteAddresses) {
  EXPECT_EQ(targets("<a href=b>x</a><a href=/c>x</a><a href='//d.example/e'>x</a>"),
            "https://www.a.example/news/b https://www.a.example/c https://d.example/e");
  EXPECT_EQ(targets("<base href='/base/'><a href=b>x</a>"), "https://www.a.example/base/b");
}

TEST(ListPage, KnowsOneTargetInManySpellings) {
  EXPECT_EQ(targets("<a href='/b?utm_source=x'>1</a><a href='http://a.example/b/'>2</a>"),
            "https://www.a.example/b?utm_source=x https://www.a.example/b?utm_source=x");
}

TEST(ListPage, FindsAddressesOutsideAnchors) {
  EXPECT_EQ(targets("<div data-href='/b'></div><div onclick=\"location.href='/c'\"></div>"
                    "<link itemprop='url' href='/d'><tr data-url='/e'>"),
            "https://www.a.example/b https://www.a.example/c https://www.a.example/d");
}

TEST(ListPage, PassesOverWhatLeadsNowhere) {
  EXPECT_EQ(targets("<a href='#x'>1</a><a href='mailto:x@a.example'>2</a><a "
                    "href='javascript:go()'>3</a><a href='/news/'>4</a><a>5</a>"
                    "<a href='https://s.example/share?url=x'>6</a>"),
            "");
}

TEST(ListPage, MarksTargetsThatAreSeldomEntries) {
  EXPECT_EQ(targets("<a href='/tag/x'>1</a><a href='/b' rel=tag>2</a><a "
                    "href='/c#comments'>3</a><a href='https://x.com/name'>4</a>"
                    "<a href='https://youtube.com/watch?v=1'>5</a>"),
            "https://www.a.example/tag/x? https://www.a.example/b? "
            "https://www.a.example/c#comments? https://x.com/name? https://youtube.com/watch?v=1");
}

// The zone of the element with id "x".
Zone zone(std::string_view html) {
  const Dom dom = *Dom::parse(html);
  const ListingOptions options;
  const ListPage page(dom, options);
  for (NodeId n = 1; n < dom.size(); ++n) {
    if (dom.attribute(n, "id") == "x") return page.zones[n];
  }
  return Zone::kContent;
}

constexpr std::string_view kRest =
    "<p>Enough text of the page around it, so that no part of it is the most of it.</p>"
    "<a href=1>1</a><a href=2>2</a><a href=3>3</a><a href=4>4</a><a href=5>5</a>";

TEST(ListPage, TellsFurnitureFromContent) {
  const auto with = [](std::string_view html) {
    return zone(std::string(html) + std::string(kRest));
  };
  constexpr std::string_view kLinks = "<a href=7>7</a><a href=8>8</a><a href=9>9</a>";
  EXPECT_EQ(with("<nav id=x>a</nav>"), Zone::kOut);
  EXPECT_EQ(with("<div role=navigation id=x>a</div>"), Zone::kOut);
  EXPECT_EQ(with("<div class=main-menu id=x>" + std::string(kLinks) + "</div>"), Zone::kOut);
  EXPECT_EQ(with("<div class=main-menu id=x><article>" + std::string(kLinks) + "</article></div>"),
            Zone::kContent);
  EXPECT_EQ(with("<a class=nav-link id=x href=/y>a</a>"), Zone::kContent);
  EXPECT_EQ(with("<footer id=x>a</footer>"), Zone::kOut);
  EXPECT_EQ(with("<article><footer id=x>a</footer></article>"), Zone::kContent);
  EXPECT_EQ(with("<aside id=x>a</aside>"), Zone::kSide);
  EXPECT_EQ(with("<div class='sidebar widget' id=x>a</div>"), Zone::kSide);
  EXPECT_EQ(zone("<div class=with-sidebar id=x>" + std::string(kRest) + "</div>"), Zone::kContent);
  EXPECT_EQ(with("<div class=pager id=x><a href=?p=2>2</a></div>"), Zone::kOut);
}

}  // namespace
}  // namespace vectora::page
