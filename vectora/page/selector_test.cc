#include "vectora/page/selector.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vectora::page {
namespace {

// A small board and its surroundings; the ids are what the tests speak of.
constexpr std::string_view kPage = R"(<html lang="en-GB"><body id="body">
<div id="top" class="menu wide"><a id="home" href="/">Home</a><a id="news" href="/news/index.html">News</a></div>
<div id="main" class="list">
  <article id="one" class="press-release-item first" data-kind="Report"><h2 id="t1"><a id="l1" href="/news/1.html">First</a></h2><p id="p1">Alpha</p></article>
  <article id="two" class="press item" data-kind="note"><h2 id="t2">Second</h2><p id="p2">Beta</p><p id="p3"></p></article>
  <section id="three" lang="fr"><h3 id="t3">Third</h3><ul id="ul"><li id="i1">a</li><li id="i2">b</li><li id="i3">c</li><li id="i4">d</li><li id="i5">e</li></ul></section>
</div>
<form id="form"><input id="in1" type="text" disabled><input id="in2" type="radio" checked></form>
</body></html>)";

const Dom& page() {
  static const Dom dom = *Dom::parse(kPage);
  return dom;
}

std::string ids(const Dom& dom, const std::vector<NodeId>& nodes) {
  std::string out;
  for (const NodeId node : nodes) {
    if (!out.empty()) out += ' ';
    out += dom.attribute(node, "id");
  }
  return out;
}

std::string found(std::string_view css) {
  const Result<Selector> selector = Selector::compile(css);
  if (!selector) return "error: " + selector.error().message;
  return ids(page(), selector->all(page(), page().root()));
}

struct Case {
  std::string_view css;
  std::string_view ids;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(found(c.css), c.ids) << c.css;
}

TEST(Selector, FindsByTypeClassIdAndList) {
  expect_all({
      {"h2", "t1 t2"},
      {"H2", "t1 t2"},
      {".press", "two"},
      {"article.press.item", "two"},
      {"#t3", "t3"},
      {"#main *:not(*)", ""},
      {"h3 , h2", "t1 t2 t3"},
      {".menu, #top, div.wide", "top"},
      {"nothing", ""},
  });
}

TEST(Selector, FindsByEveryAttributeOperator) {
  expect_all({
      {"[data-kind]", "one two"},
      {"[data-kind=note]", "two"},
      {"[DATA-KIND=\"note\"]", "two"},
      {"[data-kind=report]", ""},
      {"[data-kind=report i]", "one"},
      {"[data-kind='Report' s]", "one"},
      {"[class~=press]", "two"},
      {"[class~='press item']", ""},
      {"[lang|=fr]", "three"},
      {"[href^='/news']", "news l1"},
      {"[href$=\".html\"]", "news l1"},
      {"[href$='.HTML' i]", "news l1"},
      {"[class*=press]", "one two"},
      {"[class*='']", ""},
      {"a[href*='/news/']:not([href*=index])", "l1"},
      {"[type=text][disabled]", "in1"},
  });
}

TEST(Selector, FollowsEveryCombinator) {
  expect_all({
      {"#main h2", "t1 t2"},
      {"#main > h2", ""},
      {"#main>article>h2>a", "l1"},
      {"h2 + p", "p1 p2"},
      {"h2 ~ p", "p1 p2 p3"},
      {"article ~ section li", "i1 i2 i3 i4 i5"},
      {"article + article ~ section > ul > li + li", "i2 i3 i4 i5"},
      {"div article p", "p1 p2 p3"},
      {"body div > article p + p", "p3"},
      {"a\t/* menu */ ~ \n a", "news"},
  });
}

TEST(Selector, CountsPlacesAmongSiblings) {
  expect_all({
      {"li:first-child", "i1"},
      {"li:last-child", "i5"},
      {"li:nth-child(2n+1)", "i1 i3 i5"},
      {"li:nth-child(odd)", "i1 i3 i5"},
      {"li:nth-child( EVEN )", "i2 i4"},
      {"li:nth-child(-n + 2)", "i1 i2"},
      {"li:nth-child(3)", "i3"},
      {"li:nth-last-child(2)", "i4"},
      {"p:nth-of-type(2)", "p3"},
      {"p:nth-last-of-type(1)", "p1 p3"},
      {"p:first-of-type", "p1 p2"},
      {"article:last-of-type", "two"},
      {"a:only-child", "l1"},
      {"p:only-of-type", "p1"},
      {"li:nth-child(0)", ""},
      {"li:nth-child(n+4)", "i4 i5"},
  });
}

TEST(Selector, UnderstandsPseudoClasses) {
  expect_all({
      {"p:empty", "p3"},
      {"article:has(a)", "one"},
      {"article:has(> p + p)", "two"},
      {"h2:has(+ p:contains('Beta'))", "t2"},
      {"article:has(~ section)", "one two"},
      {":is(h2, h3):contains(Third)", "t3"},
      {"article:not(.press, .other) p", "p1"},
      {"p:-soup-contains('Beta', 'Alpha')", "p1 p2"},
      {"h2:-soup-contains-own(First)", ""},
      {"h2:-soup-contains-own(Second)", "t2"},
      {"h3:lang(fr)", "t3"},
      {"h2:lang(en)", "t1 t2"},
      {"a:link", "home news l1"},
      {"input:checked", "in2"},
      {"input:enabled", "in2"},
      {"input:disabled", "in1"},
      {"a:hover", ""},
      {"html:root > body", "body"},
      {"section :where(li:first-child)", "i1"},
  });
}

TEST(Selector, SearchesBelowTheScopeAndKnowsItByName) {
  const Dom& dom = page();
  const NodeId two = Selector::compile("#two")->first(dom, dom.root());
  EXPECT_EQ(ids(dom, Selector::compile("p")->all(dom, two)), "p2 p3");
  EXPECT_EQ(ids(dom, Selector::compile("#main p")->all(dom, two)), "p2 p3");
  EXPECT_EQ(ids(dom, Selector::compile(":scope > p")->all(dom, two)), "p2 p3");
  EXPECT_EQ(Selector::compile("article")->first(dom, two), kNoNode);
  EXPECT_TRUE(Selector::compile("div > article")->matches(dom, two));
  EXPECT_FALSE(Selector::compile("article p")->matches(dom, two));
}

TEST(Selector, DecodesEscapes) {
  const Dom dom = *Dom::parse(
      R"(<p id="a" class="w-1/2"></p><p id="1b"></p><p id="c" class="été"></p><p id="d" title='say "x"'></p>)");
  const auto hits = [&](std::string_view css) {
    return ids(dom, Selector::compile(css)->all(dom, dom.root()));
  };
  EXPECT_EQ(hits(".w-1\\/2"), "a");
  EXPECT_EQ(hits("#\\31 b"), "1b");
  EXPECT_EQ(hits("#\\000031b"), "1b");
  EXPECT_EQ(hits(".\\e9t\\e9"), "c");
  EXPECT_EQ(hits(".été"), "c");
  EXPECT_EQ(hits(R"([title="say \"x\""])"), "d");
}

TEST(Selector, ReadsTheListsThatCatalogsHold) {
  for (const std::string_view css :
       {"div.press-release-item, div.news-item, article, div[class*='press'], div[class*='news']",
        "h2 a, h3 a, .title a, a.title", "time, .date, span[class*='date'], [datetime]",
        "a[href*='/press-releases/'], a[href$='.pdf' i]", "table.board tbody > tr:not(.notice)",
        "ul.list>li", "main", "td:nth-child(2) > a", "span.meta-date", "td.subject a"}) {
    EXPECT_TRUE(Selector::compile(css).ok()) << css;
  }
  EXPECT_EQ(found("div.press-release-item, article, div[class*='press'], div[class*='list']"),
            "main one two");
}

TEST(Selector, SaysWhereAndWhatIsWrong) {
  const std::vector<Case> cases = {
      {"", "column 1: expected a tag name, \"*\", \".\", \"#\", \"[\" or \":\""},
      {"div.", "column 5: expected a class name after \".\""},
      {"a, ", "column 4: expected a tag name, \"*\", \".\", \"#\", \"[\" or \":\""},
      {"a > > b", "column 5: expected a tag name, \"*\", \".\", \"#\", \"[\" or \":\""},
      {"a[href", "column 7: expected \"=\", \"~=\", \"|=\", \"^=\", \"$=\", \"*=\" or \"]\""},
      {"a[href!='x']", "column 7: expected \"=\", \"~=\", \"|=\", \"^=\", \"$=\", \"*=\" or \"]\""},
      {"a[href='x]", "column 8: expected a quoted value or a name"},
      {"a[href=x", "column 9: expected \"]\""},
      {"#", "column 2: expected an id after \"#\""},
      {"a::before", "column 3: expected a pseudo-class; pseudo-elements hold no content"},
      {"a:odd", "column 6: expected a known pseudo-class before here, not \":odd\""},
      {"a:eq(1)", "column 6: expected a known pseudo-class before here, not \":eq(\""},
      {"li:nth-child(2x)",
       "column 14: expected \"odd\", \"even\", a number or a pattern such as \"2n+1\""},
      {":not(a", "column 7: expected \")\""},
      {":contains()", "column 11: expected a text"},
      {"svg|a", "column 4: expected a name without a namespace"},
      {"a}b", "column 2: expected a selector, a combinator or the end"},
      {"a)", "column 2: expected a selector, a combinator or the end"},
  };
  for (const Case& c : cases) {
    const Result<Selector> selector = Selector::compile(c.css);
    ASSERT_FALSE(selector.ok()) << c.css;
    EXPECT_EQ(selector.error().code, ErrorCode::kMalformed);
    EXPECT_EQ(selector.error().message, c.ids) << c.css;
  }
}

TEST(Selector, RefusesEndlessNestingAndLength) {
  std::string deep = "a";
  for (int i = 0; i < 40; ++i) deep = ":not(" + deep + ")";
  EXPECT_FALSE(Selector::compile(deep).ok());
  EXPECT_FALSE(Selector::compile(std::string(20000, 'a')).ok());
  EXPECT_TRUE(Selector::compile(":not(:is(:not(:has(a:not(b)))))").ok());
}

TEST(Selector, TakesBoundedTimeOnChainsThatInviteBacktracking) {
  std::string html;
  for (int i = 0; i < 300; ++i) html += "<div>";
  html += "<b>x</b>";
  const Dom dom = *Dom::parse(html);
  std::string chain = "p";
  for (int i = 0; i < 30; ++i) chain += " div";
  EXPECT_TRUE(Selector::compile(chain + " b")->all(dom, dom.root()).empty());
  const Result<Selector> nested = Selector::compile("div:has(div:has(div:has(div:has(i))))");
  EXPECT_TRUE(nested->all(dom, dom.root()).empty());
}

// The obvious matcher for "a b c" and "a > b", by walking up with backtracking.
bool slow_chain(const Dom& dom, const std::vector<std::string>& names, size_t at, NodeId node) {
  if (dom.name(node) != names[at]) return false;
  if (at == 0) return true;
  for (NodeId up = dom.parent(node); up != dom.root(); up = dom.parent(up)) {
    if (slow_chain(dom, names, at - 1, up)) return true;
  }
  return false;
}

TEST(Selector, AgreesWithTheObviousMatcherOnGeneratedTrees) {
  uint32_t seed = 12345;
  const auto next = [&seed](uint32_t bound) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 16) % bound;
  };
  const std::vector<std::string> names = {"b", "i", "u"};
  for (int round = 0; round < 200; ++round) {
    std::string html;
    std::vector<std::string> open;
    for (int step = 0; step < 40; ++step) {
      if (!open.empty() && next(3) == 0) {
        html += "</" + open.back() + ">";
        open.pop_back();
      } else {
        open.push_back(names[next(3)]);
        html += "<" + open.back() + ">";
      }
    }
    const Dom dom = *Dom::parse(html);
    const std::vector<std::string> chain = {names[next(3)], names[next(3)], names[next(3)]};
    std::vector<NodeId> slow;
    for (NodeId n = 1; n < dom.size(); ++n) {
      if (slow_chain(dom, chain, 2, n)) slow.push_back(n);
    }
    const std::string css = chain[0] + " " + chain[1] + " " + chain[2];
    EXPECT_EQ(Selector::compile(css)->all(dom, dom.root()), slow) << css << " in " << html;
  }
}

}  // namespace
}  // namespace vectora::page
