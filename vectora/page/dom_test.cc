#include "vectora/page/dom.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

Dom parse(std::string_view html) {
  Result<Dom> dom = Dom::parse(html);
  EXPECT_TRUE(dom.ok());
  return *std::move(dom);
}

// The tree as one line of text: html(head body(p("a")))
std::string dump(const Dom& dom, NodeId node) {
  if (dom.is_text(node)) return "\"" + std::string(dom.text(node)) + "\"";
  std::string out(dom.name(node));
  for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    out += "[" + std::string(a->name) + "=" + std::string(a->value) + "]";
  }
  std::string inside;
  for (NodeId child = dom.first_child(node); child != kNoNode; child = dom.next_sibling(child)) {
    inside += (inside.empty() ? "" : " ") + dump(dom, child);
  }
  return inside.empty() ? out : out + "(" + inside + ")";
}

NodeId find(const Dom& dom, std::string_view tag) {
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (dom.is(n, tag)) return n;
  }
  return kNoNode;
}

TEST(DomTest, BuildsTheTreeThatBrowsersBuild) {
  const struct {
    std::string_view html;
    std::string_view tree;
  } cases[] = {
      {"", "(html(head body))"},
      {"<p>a<p>b", "(html(head body(p(\"a\") p(\"b\"))))"},
      {"<!doctype html><title>T</title>x", "(html(head(title(\"T\")) body(\"x\")))"},
      {"<ul><li>1<li>2</ul>", "(html(head body(ul(li(\"1\") li(\"2\")))))"},
      {"<b><p>x</b>y", "(html(head body(b p(b(\"x\") \"y\"))))"},
      {"<table><tr><td>1", "(html(head body(table(tbody(tr(td(\"1\")))))))"},
      {"a<!-- no -->b", "(html(head body(\"a\" \"b\")))"},
      {"<P CLASS=Big Id='x'>&amp;&eacute;&#8364;",
       "(html(head body(p[class=Big][id=x](\"&é€\"))))"},
      {"<script>a<b&amp;</script>", "(html(head(script(\"a<b&amp;\")) body))"},
  };
  for (const auto& c : cases) {
    const Dom dom = parse(c.html);
    EXPECT_EQ(dump(dom, dom.root()), c.tree) << c.html;
  }
}

TEST(DomTest, ARawTextElementOpenAtTheEndIsNotDecoded) {
  const Dom dom = parse("<p>x<script>a &amp; b");
  EXPECT_EQ(dump(dom, find(dom, "script")), "script(\"a &amp; b\")");
}

TEST(DomTest, DescendantsAreTheIdsUpToTheEnd) {
  const Dom dom = parse("<div><p>a<i>b</i></p><p>c</p></div><hr>");
  const NodeId div = find(dom, "div");
  const NodeId hr = find(dom, "hr");
  EXPECT_EQ(dom.end_of(div), hr);
  EXPECT_EQ(dom.next_sibling(div), hr);
  EXPECT_EQ(dom.next_sibling(hr), kNoNode);
  EXPECT_EQ(dom.parent(div + 1), div);
  EXPECT_TRUE(dom.contains(div, find(dom, "i")));
  EXPECT_FALSE(dom.contains(div, hr));
  EXPECT_EQ(dom.first_child(hr), kNoNode);
  EXPECT_EQ(dom.next_sibling(dom.root()), kNoNode);
}

TEST(DomTest, KnowsElementsByNameAndByNumber) {
  const Dom dom = parse("<section><x-card></x-card></section>");
  EXPECT_EQ(dom.tag(find(dom, "section")), Tag::kSection);
  EXPECT_EQ(dom.tag(find(dom, "x-card")), Tag::kOther);
  EXPECT_EQ(dom.tag(dom.root()), Tag::kNone);
  EXPECT_FALSE(dom.is_element(dom.root()));
}

TEST(DomTest, AttributesAreFoundByName) {
  const Dom dom = parse("<a href='/x' hidden>y</a>");
  const NodeId a = find(dom, "a");
  EXPECT_EQ(dom.attribute(a, "href"), "/x");
  EXPECT_EQ(dom.attribute(a, "title"), "");
  EXPECT_TRUE(dom.has_attribute(a, "hidden"));
  EXPECT_FALSE(dom.has_attribute(a, "title"));
  EXPECT_FALSE(dom.has_attribute(a + 1, "href"));
}

TEST(DomTest, TextSeparatesBlocksAndJoinsInlineElements) {
  const struct {
    std::string_view html;
    std::string_view text;
    std::string_view lines;
  } cases[] = {
      {"<p>a <b>b</b>c</p><p>d</p>", "a bc d", "a bc\nd"},
      {"<div>x<div>y</div>z</div>", "x y z", "x\ny\nz"},
      {"a<br>b", "a b", "a\nb"},
      {"  a \n\t b&nbsp;c\xE3\x80\x80\x64 ", "a b c d", "a b c d"},
      {"hy\xC2\xADphen zero\xE2\x80\x8Bwidth", "hyphen zerowidth", "hyphen zerowidth"},
      {"<td>1<p>2", "1 2", "1\n2"},
      {"<table><tr><td>1<td>2</table>", "1 2", "1\n2"},
      {"a<script>s</script><style>t</style><template>u</template><noscript>v</noscript>b", "ab",
       "ab"},
      {"<head><title>T</title></head>x", "x", "x"},
      {"<p>漢<b>字</b></p><p>仮名</p>", "漢字 仮名", "漢字\n仮名"},
  };
  for (const auto& c : cases) {
    const Dom dom = parse(c.html);
    EXPECT_EQ(dom.text_content(dom.root()), c.text) << c.html;
    EXPECT_EQ(dom.block_text(dom.root()), c.lines) << c.html;
  }
}

TEST(DomTest, AnUnseenElementAskedForItselfGivesItsText) {
  const Dom dom = parse("<title> The  title </title>");
  EXPECT_EQ(dom.text_content(find(dom, "title")), "The title");
}

TEST(DomTest, DeepNestingIsFlattenedWithItsText) {
  std::string html;
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  const Dom dom = parse(html + "bottom");
  EXPECT_LT(dom.size(), 5000U);
  EXPECT_EQ(dom.text_content(dom.root()), "bottom");
}

TEST(DomTest, OpenFormattingElementsDoNotMultiply) {
  std::string html;
  for (int i = 0; i < 2000; ++i) html += "<p><font size=" + std::to_string(i) + ">x";
  EXPECT_LT(parse(html).size(), 200'000U);
}

TEST(DomTest, RefusesAPageBeyondTheBound) {
  const Result<Dom> dom = Dom::parse(std::string((size_t{64} << 20) + 1, ' '));
  ASSERT_FALSE(dom.ok());
  EXPECT_EQ(dom.error().code, ErrorCode::kTooLarge);
}

TEST(DomTest, NulIsNoPartOfAText) {
  const std::string html("a\n\0\0b\0c<b ti\0tle='d\0e'>f\0\xC3\xBE", 27);
  const Dom dom = parse(html);
  EXPECT_EQ(dom.text_content(dom.root()), "a bcf\xC3\xBE");
}

TEST(DomTest, SurvivesBeingMoved) {
  Dom first = parse("<p>a</p>");
  const Dom second = std::move(first);
  EXPECT_EQ(second.text_content(second.root()), "a");
}

}  // namespace
}  // namespace vectora::page
