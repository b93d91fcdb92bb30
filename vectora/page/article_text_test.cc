// What belongs to the text of an article and what does not, where the markup is odd:
// lists and tables, boxes between paragraphs, broken and deep markup, huge pages.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/article.h"
#include "vectora/page/test_article.h"

namespace vectora::page {
namespace {

std::string text_of(const std::string& body) {
  return read_article("<!doctype html><html lang=en><body>" + body + "</body></html>").text;
}

std::string in_article(const std::string& inside) {
  return text_of("<main><article><h1>Orla opens a second works</h1>" + inside +
                 "</article></main>");
}

TEST(ArticleText, WhatStandsBetweenParagraphsIsPassedOver) {
  for (const std::string_view box :
       {"<aside class=pullquote><a href=/x>Read also: Weller takes the chair</a></aside>",
        "<div class=inline-related><h4>Read more</h4><a href=/x>Weller takes the chair of the "
        "union of kiln makers</a></div>",
        "<p><strong>Read also: <a href=/x>Weller takes the chair of the union</a></strong></p>",
        "<div class=ad-slot id=ad-2><span>Advertisement</span></div>",
        "<figure><img src=a.jpg alt='The works'><figcaption>The new works at Tamber. Photo: A. "
        "Weller</figcaption></figure>",
        "<div class=newsletter-inline><p>Get the news of clay by e-mail every "
        "week.</p><form><input>"
        "<button>Sign up</button></form></div>",
        "<script>var a = '<p>not a text at all but a program of some length</p>';</script>",
        "<style>p{color:red}</style>",
        "<template><p>A template that nobody sees yet.</p></template>",
        "<div hidden><p>What is hidden is no part of what a reader sees on the page.</p></div>",
        "<div style='display:none'><p>What is hidden is no part of what a reader sees.</p></div>",
        "<!-- <p>A paragraph that was taken out by its author.</p> -->",
        "<iframe src=/v title=Video></iframe>",
        "<button class=listen>Listen to this article</button>",
        "<div class=share><a href=https://x.example>Share</a> <a href=https://f.example>Post</a>"
        "</div>",
        "<svg><title>Arrow</title><text>Chart of sales</text></svg>",
        "<select><option>January<option>February</select>"})
    EXPECT_EQ(in_article(p(kOne) + std::string(box) + p(kTwo) + p(kThree)),
              kOne + "\n" + kTwo + "\n" + kThree)
        << box;
}

TEST(ArticleText, WhatTheAuthorWroteIsKept) {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  for (const Case& c : {
           Case{"<h2>The costs</h2>", "The costs"},
           Case{"<ul><li>Two hundred people</li><li>Thirty kilns a year</li></ul>",
                "Two hundred people\nThirty kilns a year"},
           Case{"<ol><li>First the clay is dug.</li><li>Then it is fired.</li></ol>",
                "First the clay is dug.\nThen it is fired."},
           Case{"<blockquote><p>We could have built it abroad, but people live here.</p>"
                "</blockquote>",
                "We could have built it abroad, but people live here."},
           Case{"<p>The <a href=/r>report of the union</a> speaks of more works to come.</p>",
                "The report of the union speaks of more works to come."},
           Case{"<p>Kilns reach 1,300&nbsp;°C; CO<sub>2</sub> falls by 40&#37;.</p>",
                "Kilns reach 1,300 °C; CO2 falls by 40%."},
           Case{"<p>One line<br>and another of the same paragraph.</p>",
                "One line\nand another of the same paragraph."},
           Case{"<div>A paragraph that is a div, of a fair length and with a full stop.</div>",
                "A paragraph that is a div, of a fair length and with a full stop."},
           Case{"<p><em>Orla</em><b> Kilns</b> is <span>a maker</span> of kilns, as all know.</p>",
                "Orla Kilns is a maker of kilns, as all know."},
       })
    EXPECT_EQ(in_article(p(kOne) + std::string(c.html) + p(kTwo) + p(kThree)),
              kOne + "\n" + std::string(c.text) + "\n" + kTwo + "\n" + kThree)
        << c.html;
}

TEST(ArticleText, BrokenMarkupIsReadAsBrowsersDo) {
  const std::string whole = kOne + "\n" + kTwo + "\n" + kThree;
  for (const std::string& body : {
           "<p>" + kOne + "<p>" + kTwo + "<p>" + kThree,
           p(kOne) + "</div></div></section>" + p(kTwo) + p(kThree),
           "<div><div>" + p(kOne) + p(kTwo) + p(kThree),
           "<p>" + kOne + "</P><P class=>" + kTwo + "</p\n><p a=\"1\"b=2>" + kThree,
           "<p><b>" + kOne + "</p><p>" + kTwo + "</b></p>" + p(kThree),
           "<p><a href=\"/x>" + kOne + "</a>\"></a>" + kOne + "</p>" + p(kTwo) + p(kThree),
           "<table>" + p(kOne) + "<tr><td>" + p(kTwo) + p(kThree) + "</table>",
           "<p><![CDATA[x]]>" + kOne + "</p><?php echo 1 ?>" + p(kTwo) + p(kThree),
           "<font><center>" + p(kOne) + "</font>" + p(kTwo) + "</center>" + p(kThree),
           "<html><body>" + p(kOne) + "</body></html><html><body>" + p(kTwo) + p(kThree),
       })
    EXPECT_EQ(in_article(body), whole) << body.substr(0, 60);
}

TEST(ArticleText, AFollowUpArticleIsNotPartOfIt) {
  const std::string next =
      "<article><h1>Weller takes the chair</h1><p>Ann Weller, the head of Orla, will lead the "
      "union of kiln makers for the next two years, its members decided on Monday.</p><p>She "
      "follows Al Speaker, who had held the office for nine years and did not run again.</p>"
      "</article>";
  const std::string text = text_of("<main><article><h1>Orla opens a second works</h1>" + p(kOne) +
                                   p(kTwo) + p(kThree) + "</article>" + next + "</main>");
  EXPECT_EQ(text, kOne + "\n" + kTwo + "\n" + kThree);
}

TEST(ArticleText, DeepNestingIsNoObstacle) {
  for (const int depth : {30, 300, 3000}) {
    std::string open;
    std::string close;
    for (int i = 0; i < depth; ++i) {
      open += "<div class=w>";
      close += "</div>";
    }
    EXPECT_EQ(text_of(open + "<h1>Orla opens a second works</h1>" + p(kOne) + p(kTwo) + p(kThree) +
                      close),
              kOne + "\n" + kTwo + "\n" + kThree)
        << depth;
  }
}

TEST(ArticleText, LongTextsComeWhole) {
  std::string body;
  std::string expected;
  for (int i = 0; i < 2000; ++i) {
    const std::string paragraph = "Part " + std::to_string(i) + ": " + kOne;
    body += p(paragraph);
    expected += (i == 0 ? "" : "\n") + paragraph;
  }
  EXPECT_EQ(in_article(body), expected);
}

TEST(ArticleText, PagesBuiltToTakeLongEndSoon) {
  for (const std::string_view piece :
       {"<div><p>word word word, word. ", "<table><tr><td>", "<a href=/x>", "<b><i>", "<ul><li>one",
        "<p>3 February 2026</p>", "<h1>Title of it</h1>", "&amp;", "<time>", "<script>", "<!--",
        "<svg><math>"}) {
    std::string page;
    while (page.size() < 60000) page += piece;
    EXPECT_LE(read_article(page).text.size(), page.size()) << piece;
  }
}

TEST(ArticleText, TextOfLinksAloneIsNoText) {
  std::string links;
  for (int i = 0; i < 40; ++i)
    links += "<li><a href=/n/" + std::to_string(i) + ">Another story of the day, number " +
             std::to_string(i) + "</a></li>";
  EXPECT_EQ(in_article(p(kOne) + p(kTwo) + p(kThree) + "<ul>" + links + "</ul>"),
            kOne + "\n" + kTwo + "\n" + kThree);
}

}  // namespace
}  // namespace vectora::page
