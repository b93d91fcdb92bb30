// The day of an article as sites show it: where it stands, what is written beside it,
// in which language; and days that look like it and are another's.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/article.h"

namespace vectora::page {
namespace {

constexpr std::string_view kParagraphs =
    "<p>Orla Kilns has opened its second works on the river at Tamber, where two hundred people "
    "will build kilns for potteries and for makers of technical ceramics.</p><p>The works cost 31 "
    "million euros and took two years to build; a third of the money came from the region, which "
    "lost its last brickyard ten years ago.</p>";

std::string day_of(const std::string& body, std::string_view head = {}) {
  ArticleOptions options;
  options.url = Url::parse("https://www.orla.example/news/second-works");
  options.now = Date::from_civil(2026, 3, 10);
  const Article article = read_article(
      "<!doctype html><html><head>" + std::string(head) + "</head><body>" + body + "</body></html>",
      options);
  return article.published ? article.published->day.str() : "none";
}

std::string article(std::string_view before_title, std::string_view behind_title,
                    std::string_view behind_text) {
  return "<header><a href=/>Orla</a></header><main>" + std::string(before_title) +
         "<h1>Orla opens a second works</h1>" + std::string(behind_title) +
         std::string(kParagraphs) + std::string(behind_text) + "</main><footer>Orla Ltd</footer>";
}

// Far behind the text a date is believed only where words say what it is.
TEST(ArticleDates, WordsOfManyLanguagesLabelTheDay) {
  std::string far;
  for (int i = 0; i < 12; ++i) far += "<p>A line without any number</p>";
  EXPECT_EQ(day_of(article("", "", far + "<p class=note>3 February 2026</p>")), "none");
  for (const std::string_view line : {"Published on 3 February 2026",
                                      "Posted: 3 February 2026",
                                      "Date published: 3 February 2026",
                                      "Publication date: 3 February 2026",
                                      "Release date: February 3, 2026",
                                      "First published 3 February 2026",
                                      "Issued 3 February 2026",
                                      "Veröffentlicht am 3. Februar 2026",
                                      "Erschienen am 03.02.2026",
                                      "Stand: 3. Februar 2026",
                                      "Datum: 3. Februar 2026",
                                      "Publié le 3 février 2026",
                                      "Mis en ligne le 3 février 2026",
                                      "Date de publication : 3 février 2026",
                                      "Publicado el 3 de febrero de 2026",
                                      "Fecha de publicación: 3 de febrero de 2026",
                                      "Pubblicato il 3 febbraio 2026",
                                      "Data di pubblicazione: 3 febbraio 2026",
                                      "Publicado em 3 de fevereiro de 2026",
                                      "Gepubliceerd op 3 februari 2026",
                                      "Publicerad 3 februari 2026",
                                      "Publicerat: 3 februari 2026",
                                      "Publiceret 3. februar 2026",
                                      "Publisert 3. februar 2026",
                                      "Julkaistu 3.2.2026",
                                      "Opublikowano 3 lutego 2026",
                                      "Data publikacji: 3 lutego 2026",
                                      "Publikováno 3. února 2026",
                                      "Vydáno: 3. února 2026",
                                      "Publikované 3. februára 2026",
                                      "Megjelent: 2026. február 3.",
                                      "Publicat la 3 februarie 2026",
                                      "Δημοσιεύτηκε στις 3 Φεβρουαρίου 2026",
                                      "Yayınlanma tarihi: 3 Şubat 2026",
                                      "Опубликовано 3 февраля 2026",
                                      "Дата публикации: 3 февраля 2026",
                                      "Опубліковано 3 лютого 2026",
                                      "Публикувано на 3 февруари 2026",
                                      "公開日：2026年2月3日",
                                      "掲載日：2026年2月3日",
                                      "发布时间：2026-02-03",
                                      "发布日期：2026年2月3日",
                                      "發布日期：2026-02-03",
                                      "등록일 2026.02.03",
                                      "게시일: 2026년 2월 3일",
                                      "تاريخ النشر: 3 فبراير 2026",
                                      "תאריך פרסום: 3 בפברואר 2026"})
    EXPECT_EQ(day_of(article("", "", far + "<p class=note>" + std::string(line) + "</p>")),
              "2026-02-03")
        << line;
}

TEST(ArticleDates, WordsOfManyLanguagesSayThatADayIsAnothers) {
  for (const std::string_view line : {"Event date: 3 February 2026",
                                      "Deadline: 3 February 2026",
                                      "Valid until 3 February 2026",
                                      "Register by 3 February 2026",
                                      "Expires 3 February 2026",
                                      "Copyright 3 February 2026",
                                      "Closing date: 3 February 2026",
                                      "Apply by 3 February 2026",
                                      "Starts 3 February 2026",
                                      "Next review: 3 February 2026",
                                      "Save the date: 3 February 2026",
                                      "Anmeldeschluss: 3. Februar 2026",
                                      "Bewerbungsfrist: 3. Februar 2026",
                                      "Gültig bis 3. Februar 2026",
                                      "Veranstaltung am 3. Februar 2026",
                                      "Date limite : 3 février 2026",
                                      "Valable jusqu’au 3 février 2026",
                                      "Fecha límite: 3 de febrero de 2026",
                                      "Scadenza: 3 febbraio 2026",
                                      "Plazo: 3 de febrero de 2026",
                                      "Sista anmälningsdag: 3 februari 2026",
                                      "截止日期：2026年2月3日",
                                      "締切：2026年2月3日",
                                      "마감일: 2026년 2월 3일",
                                      "Срок подачи: 3 февраля 2026"})
    EXPECT_EQ(day_of(article("", "<p>" + std::string(line) + "</p>", "")), "none") << line;
}

TEST(ArticleDates, AtTheTitleTheDayNeedsNoWords) {
  const std::vector<std::string_view> lines = {
      "<p>3 February 2026</p>",
      "<div class=meta>3 February 2026 | Orla News | 3 min read</div>",
      "<p>By Jo Writer, 3 February 2026</p>",
      "<span>Tuesday, February 3, 2026</span>",
      "<p>Tamber, 3 February 2026</p>",
      "<p>Press release · 3 February 2026</p>",
      "<div>03/Feb/2026</div>",
      "<div>2026-02-03</div>",
      "<div>3 Feb 2026, 10:30 CET</div>",
      "<ul class=info><li>3 February 2026</li><li>Company</li></ul>",
      "<table><tr><td>3 February 2026</td><td>News</td></tr></table>",
      "<h4>3 February 2026</h4>",
      "<div><div><span><em>3 February 2026</em></span></div></div>"};
  for (const std::string_view line : lines) {
    EXPECT_EQ(day_of(article("", line, "")), "2026-02-03") << "behind: " << line;
    EXPECT_EQ(day_of(article(line, "", "")), "2026-02-03") << "before: " << line;
  }
}

TEST(ArticleDates, OtherDaysOfThePageAreNotTaken) {
  for (const std::string_view html :
       {"<aside><h4>Coming events</h4><p>3 February 2026: annual meeting</p></aside>",
        "<div class=related><article><time datetime=2026-02-03>3 February 2026</time><a href=/x>"
        "Another story</a></article></div>",
        "<div class=comments><div class=comment><b>Al</b> <time datetime=2026-02-03>3 February "
        "2026</time><p>Good news for all.</p></div></div>",
        "<div class=share-price>ORLA 12.34 as of <span>3 February 2026</span></div>",
        "<p>© 2019-2026 Orla. All rights reserved.</p>", "<p>Photo: A. Weller, 3 February 2026</p>",
        "<ul class=latest-news><li><span class=date>3 February 2026</span> <a href=/1>One story</a>"
        "<li><span class=date>1 February 2026</span> <a href=/2>Another one</a><li><span "
        "class=date>31 January 2026</span> <a href=/3>A third one</a></ul>",
        "<p>Retrieved 3 February 2026</p>"})
    EXPECT_EQ(day_of(article("", "", html)), "none") << html;
}

TEST(ArticleDates, DataOfThePageIsReadInEachWayOfWritingIt) {
  for (
      const std::string_view head :
      {R"(<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2026-02-03T10:00:00+01:00"}</script>)",
       R"(<script type="application/ld+json">[{"@type":"Organization"},{"@type":["Article","NewsArticle"],"datePublished":"2026-02-03"}]</script>)",
       R"(<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"WebPage","mainEntity":{"@type":"Article","datePublished":"2026-02-03"}}]}</script>)",
       R"(<script type="application/ld+json">{"@graph":[{"@type":"BlogPosting","dateCreated":"2026-02-01","datePublished":"Tue, 03 Feb 2026 10:00:00 GMT"}]}</script>)",
       "<script type='application/ld+json'>\n/*<![CDATA[*/{\"@type\":\"NewsArticle\","
       "\"datePublished\":\"2026-02-03\"}/*]]>*/</script>",
       "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"a\nb\","
       "\"datePublished\":\"2026-02-03\",}</script>",
       "<meta property='article:published_time' content='2026-02-03T09:00:00Z'>",
       "<meta name='article:published_time' content='2026-02-03'>",
       "<meta itemprop=datePublished content='2026-02-03'>",
       "<meta name=date content='2026-02-03'>", "<meta name='DC.date.issued' content='2026-02-03'>",
       "<meta name='dcterms.created' content='2026-02-03'>",
       "<meta name=pubdate content='20260203'>",
       "<meta name='parsely-pub-date' content='2026-02-03'>",
       "<meta name='citation_publication_date' content='2026/02/03'>",
       "<meta name='sailthru.date' content='2026-02-03 10:00:00 +0100'>",
       "<meta property='og:pubdate' content='2026-02-03'>",
       "<meta name='publish-date' content='February 3, 2026'>"})
    EXPECT_EQ(day_of(article("", "", ""), head), "2026-02-03") << head;
}

}  // namespace
}  // namespace vectora::page
