#include "vectora/page/article/boilerplate.h"

#include <gtest/gtest.h>

#include "vectora/page/text_builder.h"

namespace vectora::page {
namespace {

const std::string kText =
    "<p>Alpha and Beta said today that they will work together on a new plant near the river, "
    "which is to open within the next three years and to give work to two hundred people.</p>"
    "<p>Both of them have worked in the town for more than thirty years, and the council, which "
    "has wanted such a plant for long, said that it is glad of what the two of them plan.</p>";
const std::string kPage = "<article><h1>Alpha buys Beta</h1>" + kText + kText;

// Whether the words "apart words" inside `html`, after a text, are cut off.
bool is_cut(const std::string& html, Pruning pruning) {
  const Dom dom = *Dom::parse("<body>" + kPage + html + "</article>");
  const std::vector<bool> out =
      find_boilerplate(dom, measure_page(dom, "Alpha buys Beta"), pruning);
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (!dom.is_text(n) || dom.text(n).find("apart words") == std::string_view::npos) continue;
    for (NodeId up = n; up != dom.root(); up = dom.parent(up)) {
      if (out[up]) return true;
    }
    return false;
  }
  ADD_FAILURE() << "the words are not there";
  return false;
}

TEST(BoilerplateTest, WhatIsSurelyApartIsCutCarefully) {
  for (const std::string html :
       {"<nav>apart words</nav>", "<aside>apart words</aside>", "<dialog>apart words</dialog>",
        "<div class=comments>apart words</div>", "<div class=cookie-notice>apart words</div>",
        "<button>apart words</button>", "<figcaption>apart words</figcaption>",
        "<div hidden>apart words</div>", "<div aria-hidden=true>apart words</div>",
        "<div style='display: none'>apart words</div>", "<form>apart words</form>"}) {
    EXPECT_TRUE(is_cut(html, Pruning::kCareful)) << html;
    EXPECT_FALSE(is_cut(html, Pruning::kNone)) << html;
  }
}

TEST(BoilerplateTest, NamesAreBelievedWhenStrict) {
  for (const std::string html :
       {"<div class=related-posts><a href=1>apart words</a></div>",
        "<div class=share-bar>apart words</div>", "<div class=newsletter-signup>apart words</div>",
        "<div class=author-bio>apart words</div>", "<p class=advertisement>apart words</p>",
        "<ul class=tags><li>apart words</li></ul>", "<div class=advert>apart words</div>"}) {
    EXPECT_TRUE(is_cut(html, Pruning::kStrict)) << html;
    EXPECT_FALSE(is_cut(html, Pruning::kCareful)) << html;
  }
}

TEST(BoilerplateTest, NamesThatSayNothingCutNothing) {
  for (const std::string html :
       {"<div class=paragraph>apart words</div>", "<div class='entry-content'>apart words</div>",
        "<section>apart words</section>", "<blockquote class=quote>apart words</blockquote>",
        "<div class=has-sidebar>apart words</div>", "<p>apart words</p>"}) {
    EXPECT_FALSE(is_cut(html, Pruning::kStrict)) << html;
  }
}

TEST(BoilerplateTest, WhatHoldsTheTextIsNotCutForItsName) {
  const std::string body = "<h1>Alpha buys Beta</h1>" + kText + kText;
  for (const std::string begin :
       {"<div class=related>", "<aside>", "<form>", "<div class=sidebar>"}) {
    const Dom dom = *Dom::parse("<body>" + begin + body);
    const PageMeasures measures = measure_page(dom, "Alpha buys Beta");
    const std::vector<bool> out = find_boilerplate(dom, measures, Pruning::kStrict);
    EXPECT_FALSE(out[dom.first_child(measures.body)]) << begin;
  }
}

TEST(BoilerplateTest, AnotherArticleIsApart) {
  const Dom dom = *Dom::parse("<body>" + kPage + "</article><article id=x><h2>Gamma</h2>" + kText);
  const std::vector<bool> out =
      find_boilerplate(dom, measure_page(dom, "Alpha buys Beta"), Pruning::kCareful);
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (dom.tag(n) != Tag::kArticle) continue;
    EXPECT_EQ(out[n], dom.attribute(n, "id") == "x");
  }
}

TEST(BoilerplateTest, CardsOfLinksAreApart) {
  std::string cards;
  for (const std::string n : {"1", "2", "3", "4"}) {
    cards += "<div><a href='/" + n + "'>apart words of another story number " + n + "</a></div>";
  }
  EXPECT_TRUE(is_cut("<div>" + cards + "</div>", Pruning::kStrict));
  EXPECT_FALSE(is_cut("<div><div><a href='/1'>apart words</a></div></div>", Pruning::kStrict));
}

TEST(PageMeasuresTest, WeighsTextLinksAndParagraphs) {
  const Dom dom = *Dom::parse("<body><h1>Alpha buys Beta</h1><div>" + kText +
                              "</div><p><a href=1>twelve signs</a>");
  const PageMeasures measures = measure_page(dom, "Alpha buys Beta");
  EXPECT_EQ(dom.tag(measures.title_heading), Tag::kH1);
  EXPECT_EQ(dom.tag(measures.trunk), Tag::kDiv);
  EXPECT_FLOAT_EQ(measures.links[measures.body], 12);
  EXPECT_GT(measures.paragraphs[measures.body], 300);
  EXPECT_LT(measures.paragraphs[measures.body], measures.text[measures.body]);
}

TEST(BoilerplateTest, RolesSpeakLikeElements) {
  for (const std::string html :
       {"<div role=navigation>apart words</div>", "<div role=complementary>apart words</div>",
        "<div role=dialog>apart words</div>"}) {
    EXPECT_TRUE(is_cut(html, Pruning::kStrict)) << html;
  }
}

TEST(BoilerplateTest, NamesAreReadInAnySpelling) {
  for (const std::string html :
       {"<div class=RelatedPosts>apart words</div>", "<div class=related_posts>apart words</div>",
        "<div id=relatedPosts>apart words</div>",
        "<div class='x y--related z'>apart words</div>"}) {
    EXPECT_TRUE(is_cut(html, Pruning::kStrict)) << html;
  }
}

}  // namespace
}  // namespace vectora::page
