#include "vectora/page/article/main_text.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

std::string text_of(std::string_view html, std::string_view title = "Alpha buys Beta") {
  const Dom dom = *Dom::parse(html);
  return read_main_text(dom, measure_page(dom, title), title);
}

const std::string kFirst =
    "The first paragraph says what happened today in the town, and it is long enough to be read.";
const std::string kSecond =
    "The second paragraph adds what people on the street thought of it, in their own words, at "
    "length.";
const std::string kArticle =
    "<article><h1>Alpha buys Beta</h1><p>" + kFirst + "</p><p>" + kSecond + "</p>";
const std::string kBoth = kFirst + "\n" + kSecond;

TEST(MainTextTest, LeavesOutWhatStandsAroundTheArticle) {
  const std::pair<std::string_view, std::string> cases[] = {
      {"nothing", kArticle},
      {"navigation", "<nav><a href=/>Home</a> <a href=/n>News of today</a></nav>" + kArticle},
      {"a byline and a date", kArticle.substr(0, 33) +
                                  "<div class=byline>By A. Writer</div><p>3 February "
                                  "2026, 10:00</p>" +
                                  kArticle.substr(33)},
      {"share buttons",
       kArticle + "<div class=share-bar><a href=#>Share</a> on all the networks there are, "
                  "and on some more of them.</div>"},
      {"related stories",
       kArticle + "<h2>Related stories</h2><p>Gamma has sold Delta to Epsilon for a sum "
                  "that nobody wants to name.</p>"},
      {"cards",
       kArticle + "</article><div><div><a href=/1>Gamma has sold Delta to Epsilon</a></div><div><a "
                  "href=/2>Zeta looks for a new home by the sea</a></div><div><a href=/3>Eta says "
                  "no to Theta once "
                  "more</a></div></div>"},
      {"comments",
       kArticle + kArticle.substr(9, 0) + "<p>" + kFirst +
           "</p></article><div class=comments><p>I do "
           "not agree with this at all, and I have said so many times before.</p></div>"},
      {"a caption", kArticle + "<figure><img><figcaption>The river near the town, seen from the "
                               "bridge in the morning.</figcaption></figure>"},
      {"an author's box", kArticle +
                              "<div class=author-bio>A. Writer has written about the town for ten "
                              "years.</div>"},
      {"a sign-up box", kArticle +
                            "<div class=newsletter-signup><p>Get all the news of the town every "
                            "morning, before you leave the house.</p></div>"},
      {"a call", kArticle + "<p>Sign up for our newsletter.</p>"},
      {"a notice of rights", kArticle + "<p>© 2026 Alpha Media. All rights reserved.</p>"},
      {"a cookie notice",
       "<div id=cookie-banner><p>We use small files to make this page work better for "
       "you and for our partners.</p></div>" +
           kArticle},
      {"what is hidden",
       "<div style='display:none'><p>Your browser is too old for this page, please get "
       "a new one.</p></div>" +
           kArticle},
      {"another article",
       kArticle + "</article><article><h2>Gamma</h2><p>Gamma has sold Delta to Epsilon for a "
                  "sum that nobody wants to name.</p></article>"},
      {"a footer",
       kArticle + "</article><footer><p>Alpha Media is a company of the town, founded a long time "
                  "ago by its people.</p></footer>"},
  };
  for (const auto& [what, html] : cases) {
    const std::string text = text_of(html);
    EXPECT_TRUE(text == kBoth || text == kBoth + "\n" + kFirst) << what << ":\n" << text;
  }
}

TEST(MainTextTest, KeepsWhatBelongsToTheText) {
  EXPECT_EQ(text_of(kArticle + "<h2>A heading</h2><p>" + kFirst +
                    "</p><ul><li>one thing</li><li>two</li></ul>"
                    "<blockquote>So it goes.</blockquote>"),
            kBoth + "\nA heading\n" + kFirst + "\none thing\ntwo\nSo it goes.");
}

TEST(MainTextTest, AHeadingWithoutTextIsLeftOut) {
  EXPECT_EQ(text_of(kArticle + "<h2>What comes next</h2>"), kBoth);
}

TEST(MainTextTest, InlineElementsJoinAndBlocksPart) {
  EXPECT_EQ(
      text_of(
          "<article><p>会社は<b>本日</b>、新しい<a href=/x>契約</a>を結んだことを発表しました。</p>"
          "<div>来月から<span class=tag>工場</span>で生産が始まる予定です。詳細は未定です。</div>"),
      "会社は本日、新しい契約を結んだことを発表しました。\n"
      "来月から工場で生産が始まる予定です。詳細は未定です。");
}

TEST(MainTextTest, NamesAreNotBelievedAgainstTheText) {
  EXPECT_EQ(text_of("<div class=sidebar><h1>Alpha buys Beta</h1><p>" + kFirst + "</p><p>" +
                    kSecond + "</p></div>"),
            kBoth);
  EXPECT_EQ(
      text_of("<div class='comment newsletter'><p>" + kFirst + "</p><p>" + kSecond + "</p></div>"),
      kBoth);
}

TEST(MainTextTest, AnyPageWithTextGivesAText) {
  EXPECT_EQ(text_of("<p>Short.</p>"), "Short.");
  EXPECT_EQ(text_of("<a href=/>Only a link</a>"), "Only a link");
  EXPECT_EQ(text_of("<script>x()</script><noscript><p>For those without.</p></noscript>"),
            "For those without.");
  EXPECT_EQ(text_of(""), "");
}

}  // namespace
}  // namespace vectora::page
