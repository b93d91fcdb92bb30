// Articles of many families of sites: each layout with each piece of furniture that
// sites put around and into their articles, in several languages. Whatever the
// mixture, title, day and text are those of the article, and nothing of the furniture.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/article.h"

namespace vectora::page {
namespace {

struct Story {
  std::string_view language;
  std::string_view title;
  std::string_view day;  // as shown; always 3 February 2026
  std::vector<std::string_view> paragraphs;
};

const std::vector<Story>& stories() {
  static const std::vector<Story> all = {
      {"en",
       "Orla Kilns opens a second works in Tamber",
       "3 February 2026",
       {"Orla Kilns has opened its second works on the river at Tamber, where two hundred people "
        "will build kilns for potteries and for makers of technical ceramics.",
        "The works cost 31 million euros and took two years to build; a third of the money came "
        "from the region, which lost its last brickyard ten years ago.",
        "“We could have built it abroad, but the people who know how to do this live here,” said "
        "Ann Weller, who has led the company since its founding.",
        "The first kilns are to leave the works in June. Orla expects sales of 90 million euros "
        "this year, after 74 million in the year before."}},
      {"de",
       "Orla Öfen eröffnet ein zweites Werk in Tamber",
       "3. Februar 2026",
       {"Orla Öfen hat sein zweites Werk am Fluss in Tamber eröffnet, in dem zweihundert "
        "Beschäftigte Öfen für Töpfereien und für technische Keramik bauen werden.",
        "Das Werk hat 31 Millionen Euro gekostet, und der Bau hat zwei Jahre gedauert; ein Drittel "
        "des Geldes kam von der Region, die vor zehn Jahren ihre letzte Ziegelei verlor.",
        "„Wir hätten auch im Ausland bauen können, aber die Leute, die das können, leben hier“, "
        "sagte Anna Weller, die das Unternehmen seit der Gründung führt."}},
      {"fr",
       "Orla Fours ouvre une deuxième usine à Tamber",
       "3 février 2026",
       {"Orla Fours a ouvert sa deuxième usine au bord du fleuve à Tamber, où deux cents personnes "
        "construiront des fours pour les poteries et pour la céramique technique.",
        "L’usine a coûté 31 millions d’euros et sa construction a duré deux ans ; un tiers de la "
        "somme vient de la région, qui a perdu sa dernière briqueterie il y a dix ans.",
        "« Nous aurions pu construire à l’étranger, mais ceux qui savent le faire vivent ici », a "
        "dit Anne Weller, qui dirige l’entreprise depuis sa fondation."}},
      {"ja",
       "オルラ窯業、タンバーに第二工場を開設",
       "2026年2月3日",
       {"オルラ窯業は、タンバーの川沿いに第二工場を開設したと発表した。二百人が陶器工房や工業用セラ"
        "ミックスの窯を製造する予定である。",
        "工場の建設には三千百万ユーロと二年を要した。資金の三分の一は、十年前に最後の煉瓦工場を失っ"
        "た地域が負担した。",
        "「海外に建てることもできたが、この仕事を知る人々はここに住んでいる」と、創業以来同社を率い"
        "るアン・ウェラー氏は語った。"}},
      {"ru",
       "«Орла» открыла второй завод в Тамбере",
       "3 февраля 2026",
       {"Компания «Орла» открыла второй завод на берегу реки в Тамбере, где двести человек будут "
        "строить печи для гончарных мастерских и технической керамики.",
        "Завод обошёлся в 31 миллион евро, и строили его два года; треть денег дала область, "
        "которая десять лет назад потеряла последний кирпичный завод.",
        "«Мы могли построить его за границей, но люди, которые умеют это делать, живут здесь», "
        "сказала Анна Веллер, которая руководит компанией со дня её основания."}},
  };
  return all;
}

struct Layout {
  std::string_view name;
  // {top} {title} {day} {body} {in} {bottom}; {p} and {/p} are around each paragraph.
  std::string_view page;
  std::string_view open = "<p>";
  std::string_view close = "</p>";
};

constexpr Layout kLayouts[] = {
    {"semantic",
     "{top}<main><article><header><h1>{title}</h1><time>{day}</time></header>{body}{in}</article>"
     "</main>{bottom}"},
    {"wordpress",
     "<div id=page class=site>{top}<div id=content class=site-content><div id=primary "
     "class=content-area><article class='post type-post hentry'><header class=entry-header><h1 "
     "class=entry-title>{title}</h1><div class=entry-meta><span class=posted-on>{day}</span></div>"
     "</header><div class=entry-content>{body}{in}</div></article></div></div>{bottom}</div>"},
    {"drupal",
     "<div class=dialog-off-canvas-main-canvas>{top}<div class='region region-content'><div "
     "class=block-page-title><h1 class=page-title>{title}</h1></div><div class='node "
     "node--type-press-release'><div class=node__content><div class='field field--name-field-date'"
     ">{day}</div><div class='clearfix text-formatted field field--name-body'>{body}</div>{in}"
     "</div></div></div>{bottom}</div>"},
    {"investor_module",
     "<div class=pane>{top}<div class='module module-news-detail'><div class=module_container>"
     "<h1 class='module_headline'>{title}</h1><div class=module_date-time><span "
     "class=module_date-text>{day}</span></div><div class=module_body>{body}</div>{in}</div></div>"
     "{bottom}</div>"},
    {"newswire_widget",
     "{top}<div class='nir-widget nir-widget--news-detail'><div class='nir-widget--field "
     "nir-widget--news--headline'><h1>{title}</h1></div><div class='nir-widget--field "
     "nir-widget--news--date-time'>{day}</div><div class='nir-widget--field "
     "nir-widget--news--body'>"
     "<div class=xn-content>{body}</div></div>{in}</div>{bottom}"},
    {"nordic_widget",
     "{top}<div id=mfn-article class=mfn-article><h1 class=mfn-title>{title}</h1><div "
     "class=mfn-date>{day}</div><div class='mfn-body'><div class=mfn-preamble></div>{body}</div>"
     "{in}</div>{bottom}"},
    {"page_builder",
     "{top}<div class='elementor elementor-12'><section class=elementor-section><div "
     "class=elementor-container><div class=elementor-column><div class=elementor-widget-wrap><div "
     "class='elementor-element elementor-widget-heading'><div class=elementor-widget-container><h1 "
     "class=elementor-heading-title>{title}</h1></div></div><div class='elementor-element'><div "
     "class=elementor-widget-container><ul class=elementor-post-info><li><span "
     "class='elementor-post-info__item--type-date'>{day}</span></ul></div></div><div "
     "class='elementor-element elementor-widget-theme-post-content'><div "
     "class=elementor-widget-container>{body}</div></div>{in}</div></div></div></section></div>"
     "{bottom}"},
    {"typo3",
     "{top}<div class='news news-single'><div class=article itemscope "
     "itemtype='http://schema.org/Article'><div class=header><h1 itemprop=headline>{title}</h1>"
     "</div><p class=date-line><span class=news-list-date>{day}</span></p><div "
     "class=news-text-wrap "
     "itemprop=articleBody>{body}</div>{in}</div></div>{bottom}"},
    {"style_modules",
     "<div id=__next>{top}<div class='Page_root__x81Kd'><div class='css-1q2w3e'><h1 "
     "class='Article_title__9sKd2'>{title}</h1><p class='css-9o8i7u'>{day}</p><div "
     "class='Article_text__2kS9d'>{body}</div>{in}</div></div>{bottom}</div>"},
    {"divs_without_names",
     "<div>{top}<div><div><h1>{title}</h1></div><div>{day}</div><div>{body}</div><div>{in}</div>"
     "</div>{bottom}</div>"},
    {"paragraphs_that_are_divs",
     "{top}<div class=content><h1>{title}</h1><div class=date>{day}</div><div class=text>{body}"
     "</div>{in}</div>{bottom}",
     "<div>", "</div>"},
    {"lines_with_breaks",
     "{top}<div class=content><h1>{title}</h1><div class=date>{day}</div><div class=text>{body}"
     "</div>{in}</div>{bottom}",
     "", "<br><br>"},
    {"tables",
     "<table width=760><tr><td colspan=2>{top}</td></tr><tr><td width=160><font size=1><a href=/a>"
     "Home</a><br><a href=/b>Products</a><br><a href=/c>Contact</a></font></td><td><h1><font "
     "size=5>{title}</font></h1><p><i>{day}</i></p>{body}{in}</td></tr><tr><td colspan=2>{bottom}"
     "</td></tr></table>"},
    {"the_article_in_a_section_of_many",
     "{top}<div class=container><div class=row><div class=col-md-8><section><h1>{title}</h1><p "
     "class=meta>{day}</p>{body}</section>{in}</div><div "
     "class=col-md-4></div></div></div>{bottom}"},
};

struct Furniture {
  std::string_view name;
  std::string_view html;
};

constexpr Furniture kFurniture[] = {
    {"nothing", ""},
    {"cookies",
     "<div id=cookie-consent class=cc-window role=dialog><p>We use cookies to improve your visit "
     "and to show you content that fits your interests. Read our cookie policy to learn more about "
     "how we use them and how you can refuse them.</p><button>Accept all</button><button>Reject"
     "</button></div>"},
    {"cookies of a manager",
     "<div id=onetrust-consent-sdk><div class=ot-sdk-container><h2>Your privacy</h2><div>By "
     "clicking “Accept all”, you agree to the storing of cookies on your device to enhance site "
     "navigation, analyse site usage and assist in our marketing efforts.</div><a href=/cookies>"
     "Cookie notice</a></div></div>"},
    {"a mega menu",
     "<nav class=mega><ul><li><a href=/products>Products</a><p>Kilns for potteries, for schools "
     "and for technical ceramics, built to last for thirty years and more.</p><ul><li><a "
     "href=/p1>Small kilns</a><li><a href=/p2>Large kilns</a></ul><li><a href=/about>About us</a>"
     "</ul></nav>"},
    {"breadcrumbs",
     "<ol class=breadcrumb><li><a href=/>Home</a><li><a href=/news>News</a><li>This page</ol>"},
    {"share buttons",
     "<div class=social-share><span>Share this article</span><a href=https://x.example/s>X</a><a "
     "href=https://f.example/s>Facebook</a><a href=mailto:a@b.example>E-mail</a></div>"},
    {"related stories",
     "<div class=related-posts><h3>Related articles</h3><ul><li><a href=/n/1>Weller takes the "
     "chair of the ceramics union</a><li><a href=/n/2>Kiln makers meet in Lyon for their yearly "
     "fair</a><li><a href=/n/3>Brickyards of the north find new owners</a></ul></div>"},
    {"related cards",
     "<section class=more-news><h2>More news</h2><div class=card><a href=/n/1><h3>Weller takes the "
     "chair</h3></a><p>The head of the kiln maker will lead the union for two years, it was said "
     "on Monday after the meeting of its members.</p></div><div class=card><a href=/n/2><h3>Kiln "
     "makers meet</h3></a><p>The fair of the makers opens in Lyon with four hundred exhibitors "
     "from thirty countries, more than ever.</p></div></section>"},
    {"a newsletter form",
     "<div class=newsletter-signup><h3>Stay informed</h3><p>Sign up for our newsletter and receive "
     "the latest news of kilns and ceramics in your inbox every week.</p><form><input type=email>"
     "<button>Subscribe</button></form></div>"},
    {"comments",
     "<div id=comments class=comments-area><h2>2 comments</h2><ol class=comment-list><li "
     "class=comment><p>What good news for the valley, my grandfather worked in the brickyard for "
     "forty years and would have loved to see this.</p><li class=comment><p>I hope they will train "
     "young people there, for the trade needs them more than anything else.</p></ol></div>"},
    {"tags",
     "<div class=tags><span>Tags:</span> <a href=/t/kilns rel=tag>kilns</a>, <a href=/t/works "
     "rel=tag>works</a></div>"},
    {"the neighbours",
     "<nav class='navigation post-navigation'><div class=nav-previous><a href=/n/0>The union "
     "elects a new board</a></div><div class=nav-next><a href=/n/9>Clay prices rise again</a>"
     "</div></nav>"},
    {"an author's box",
     "<div class=author-box><img src=a.jpg alt=''><h4>About the author</h4><p>Jo Writer has "
     "covered "
     "industry in the north for twenty years and lives in Tamber with two cats.</p></div>"},
    {"attachments",
     "<div class=attachments><h4>Attachments</h4><ul><li><a href=/f.pdf>Press release (PDF)</a>"
     "<li><a href=/i.jpg>Picture of the works</a></ul></div>"},
    {"an advertisement",
     "<div class='ad advertisement'><small>Advertisement</small><a href=/ad>Buy clay of the best "
     "kind at Claymore, now with free delivery in the whole region</a></div>"},
    {"a share price",
     "<div class=stock-quote><span>ORLA</span> <b>12.34</b> <span>+0.56 (4.76%)</span> "
     "<small>Minimum 15 minutes delayed</small></div>"},
    {"a footer",
     "<footer><p>Orla Kilns Ltd, 12 River Road, Tamber. Registered office and place of business as "
     "above. All rights reserved to the company and its owners.</p><a href=/imprint>Imprint</a> <a "
     "href=/privacy>Privacy</a></footer>"},
    {"a footer that is a div",
     "<div class=site-footer><p>© 2026 Orla Kilns Ltd, 12 River Road, Tamber. All rights reserved. "
     "No part of this site may be copied without our consent in writing.</p><ul><li><a "
     "href=/imprint>Imprint</a><li><a href=/privacy>Privacy</a></ul></div>"},
    {"most read",
     "<aside class=sidebar><h4>Most read</h4><ol><li><a href=/m/1>Ten glazes that every potter "
     "should know</a><li><a href=/m/2>How to fire without gas</a><li><a href=/m/3>The oldest kiln "
     "of the country</a></ol></aside>"},
    {"a search form",
     "<form class=search role=search><label>Search this site</label><input name=q><button>Search"
     "</button></form>"},
    {"no script",
     "<noscript><p>Please enable JavaScript in your browser to see this site as it is meant to "
     "be seen, or use another browser.</p></noscript>"},
    {"languages",
     "<ul class=language-switcher><li><a href=/en hreflang=en>English</a><li><a href=/de "
     "hreflang=de>Deutsch</a><li><a href=/fr hreflang=fr>Français</a></ul>"},
    {"what must be accepted",
     "<div class=modal aria-hidden=true><div class=modal-body><h3>Are you an investor?</h3><p>The "
     "information on the following pages is meant for investors only. Please confirm that you have "
     "read the terms of use before you go on.</p><button>I agree</button></div></div>"},
};

std::string filled(std::string_view page,
                   const std::vector<std::pair<std::string_view, std::string>>& slots) {
  std::string out(page);
  for (const auto& [name, value] : slots) {
    const size_t at = out.find(name);
    if (at != std::string::npos) out.replace(at, name.size(), value);
  }
  return out;
}

enum class Slot { kTop, kIn, kBottom };

std::string page_of(const Layout& layout, const Story& story, const Furniture& furniture,
                    Slot slot) {
  std::string body;
  for (const std::string_view paragraph : story.paragraphs)
    body += std::string(layout.open) + std::string(paragraph) + std::string(layout.close);
  const auto at = [&](Slot here) {
    return here == slot ? std::string(furniture.html) : std::string();
  };
  const std::string inside = filled(layout.page, {{"{top}", at(Slot::kTop)},
                                                  {"{title}", std::string(story.title)},
                                                  {"{day}", std::string(story.day)},
                                                  {"{body}", body},
                                                  {"{in}", at(Slot::kIn)},
                                                  {"{bottom}", at(Slot::kBottom)}});
  return "<!doctype html><html lang=" + std::string(story.language) + "><head><title>" +
         std::string(story.title) + " | Orla</title></head><body>" + inside + "</body></html>";
}

std::string text_of(const Story& story) {
  std::string text;
  for (const std::string_view paragraph : story.paragraphs)
    text += (text.empty() ? "" : "\n") + std::string(paragraph);
  return text;
}

std::string seen(const std::string& html) {
  ArticleOptions options;
  options.url = Url::parse("https://www.orla.example/news/second-works");
  options.now = Date::from_civil(2026, 3, 10);
  const Article article = read_article(html, options);
  return article.title + "\n" + (article.published ? article.published->day.str() : "no day") +
         "\n" + article.text;
}

class ArticleFamilies : public ::testing::TestWithParam<Layout> {};

TEST_P(ArticleFamilies, FurnitureIsNoPartOfTheArticle) {
  const Story& story = stories().front();
  const std::string expected = std::string(story.title) + "\n2026-02-03\n" + text_of(story);
  for (const Furniture& furniture : kFurniture)
    for (const Slot slot : {Slot::kTop, Slot::kIn, Slot::kBottom})
      EXPECT_EQ(seen(page_of(GetParam(), story, furniture, slot)), expected)
          << furniture.name << " in place " << static_cast<int>(slot);
}

TEST_P(ArticleFamilies, AllFurnitureAtOnceIsNone) {
  const Story& story = stories().front();
  std::string before;
  std::string after;
  for (const Furniture& furniture : kFurniture) {
    const bool early = &furniture - kFurniture < 6;
    (early ? before : after) += furniture.html;
  }
  const Layout wrapped = GetParam();
  std::string page = page_of(wrapped, story, {"", ""}, Slot::kTop);
  page.insert(page.find("<body>") + 6, before);
  page.insert(page.rfind("</body>"), after);
  EXPECT_EQ(seen(page), std::string(story.title) + "\n2026-02-03\n" + text_of(story));
}

TEST_P(ArticleFamilies, EachLanguageIsRead) {
  for (const Story& story : stories())
    EXPECT_EQ(seen(page_of(GetParam(), story, kFurniture[6], Slot::kIn)),
              std::string(story.title) + "\n2026-02-03\n" + text_of(story))
        << story.language;
}

INSTANTIATE_TEST_SUITE_P(Layouts, ArticleFamilies, ::testing::ValuesIn(kLayouts),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace vectora::page
