#include "vectora/page/list/fragments.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

// Texts in brackets, marked: d date, t title, h heading, l link, c in the line of the one before.
std::string pieces(std::string_view html) {
  const Dom dom = *Dom::parse(html);
  const ListingOptions options;
  const ListPage page(dom, options);
  std::string out;
  for (const Fragment& fragment : fragments_of(page, {1, static_cast<NodeId>(dom.size())})) {
    out += "[" + fragment.text + "]";
    if ((fragment.roles & kDateRole) != 0) out += 'd';
    if ((fragment.roles & kTitleRole) != 0) out += 't';
    if (fragment.heading != kNoNode) out += 'h';
    if (fragment.link != kNoNode) out += 'l';
    if (fragment.continues) out += 'c';
  }
  return out;
}

TEST(Fragments, EndWithBlocksLinksHeadingsAndRoles) {
  EXPECT_EQ(pieces("<p>one <b>two</b> three</p><p>four</p>"), "[one two three][four]");
  EXPECT_EQ(pieces("one<br>two"), "[one][two]");
  EXPECT_EQ(pieces("<h2>one<br>two</h2>"), "[one two]h");
  EXPECT_EQ(pieces("<span class=date>3 May</span><span class=title>A title</span>"),
            "[3 May]d[A title]t");
  EXPECT_EQ(pieces("said <a href='http://a.example/x'>the source</a> today"),
            "[said][the source]lc[today]c");
  EXPECT_EQ(pieces("<a href='http://a.example/x'><h3>A title</h3>text</a>"), "[A title]hl[text]l");
}

TEST(Fragments, PartFieldsThatAStyleSheetParts) {
  EXPECT_EQ(pieces("<span>09 January 2026</span><span>Regulatory</span><span>Orlabio opens</span>"),
            "[09 January 2026][Regulatory][Orlabio opens]");
  EXPECT_EQ(pieces("<span>02</span><span>mar</span><span>2026</span>"), "[02 mar 2026]");
  EXPECT_EQ(pieces("3<sup>rd</sup> March"), "[3rd March]");
  EXPECT_EQ(pieces("<b>O</b>rlabio"), "[Orlabio]");
}

TEST(Fragments, LeaveOutWhatIsNoContent) {
  EXPECT_EQ(pieces("<nav>menu</nav><p>text</p><script>x()</script><select><option>2026</select>"),
            "[text]");
  EXPECT_EQ(pieces(""), "");
}

}  // namespace
}  // namespace vectora::page
