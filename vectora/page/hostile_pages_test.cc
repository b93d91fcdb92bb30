// Whatever the bytes are, what is read of them keeps the promises of article.h and
// listing.h: text is UTF-8 in lines, addresses are absolute, no day is yet to come.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/utf8.h"
#include "vectora/page/article.h"
#include "vectora/page/listing.h"

namespace vectora::page {
namespace {

const Date kToday = *Date::from_civil(2026, 3, 10);

// A page of all that the readers look for.
constexpr std::string_view kPage = R"(<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Orla opens a second works | Courier</title>
<link rel="canonical" href="/news/works"><meta property="og:site_name" content="Courier">
<meta property="article:published_time" content="2026-03-03T09:30:00+01:00">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Orla opens a second works","datePublished":"2026-03-03","author":[{"name":"Ann"}]}</script>
<style>.a > b { color: red }</style></head><body class="post"><!-- a comment -->
<nav><ul><li><a href="/">Home</a><li><a href="/news/">News</a></ul></nav>
<main><article><h1>Orla opens a second works</h1><time datetime="2026-03-03">3 March 2026</time>
<p>Orla Kilns has opened its second works on the river at Tamber, where two hundred people will
build kilns for <a href="/p">potteries</a> &amp; for makers of technical ceramics.</p>
<p>The works cost 31&nbsp;million euros; a third of it came from the region, says Élodie Grün.</p>
<table><tr><td rowspan=2>2 March 2026<td><a href="/news/a">Works council elects a new chair</a>
<tr><td><a href="/news/b">Kiln hall closed for repairs in May</a></table></article>
<ul class="news"><li><span class=date>01.03.2026</span><a href="/news/c">Sales of kilns rise by a
fifth</a><li><span class=date>27.02.2026</span><a href="/news/d">New glaze passes its tests</a></ul>
<ul class="pager"><li class="active">1<li><a href="?p=2" rel="next">2</a></ul></main>
<aside><h2>Most read</h2><a href="https://x.example/y">Weller takes the chair</a></aside>
<footer>© 2026 Courier</footer></body></html>)";

bool is_text(const std::string& text) {
  return is_valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return (c >= 0 && c < ' ' && c != '\n') || c == '\x7F';
         });
}

bool is_line(const std::string& text) {
  return is_text(text) && text.find('\n') == std::string::npos && !text.starts_with(' ') &&
         !text.ends_with(' ');
}

bool is_address(const std::string& text) {
  return text.empty() || (Url::parse(text) && text.starts_with("http"));
}

void check_article(std::string_view bytes) {
  ArticleOptions options;
  options.url = Url::parse("https://www.orla.example/news/works");
  options.now = kToday;
  const Article article = read_article(bytes, options);
  EXPECT_TRUE(is_text(article.text));
  EXPECT_TRUE(is_line(article.title)) << article.title;
  EXPECT_TRUE(is_line(article.author) && is_line(article.description)) << article.author;
  EXPECT_TRUE(is_address(article.canonical_url)) << article.canonical_url;
  EXPECT_EQ(article.text.find("\n\n"), std::string::npos) << "an empty paragraph";
  EXPECT_EQ(article.published.has_value(), article.date_source != DateSource::kNone);
  EXPECT_LE(article.published ? article.published->day : kToday, kToday + 1);
}

void check_listing(std::string_view bytes) {
  ListingOptions options;
  options.url = Url::parse("https://www.orla.example/news/");
  options.now = kToday;
  options.max_items = 50;
  const Result<Listing> listing = read_listing(bytes, options);
  if (!listing) return;
  EXPECT_LE(listing->entries.size(), options.max_items);
  EXPECT_TRUE(is_address(listing->next_page)) << listing->next_page;
  for (const ListingEntry& entry : listing->entries) {
    EXPECT_TRUE(!entry.title.empty() && is_line(entry.title)) << entry.title;
    EXPECT_TRUE(!entry.url.empty() && is_address(entry.url)) << entry.url;
    EXPECT_TRUE(is_text(entry.description)) << entry.description;
    EXPECT_EQ(entry.published.has_value(), entry.date_source != DateSource::kNone);
    EXPECT_LE(entry.published ? entry.published->day : kToday, kToday + 1) << entry.date_text;
  }
}

void check(std::string_view bytes) {
  check_article(bytes);
  check_listing(bytes);
}

TEST(HostilePages, MayEndAnywhere) {
  for (size_t length = 0; length <= kPage.size(); length += 7) {
    SCOPED_TRACE(length);
    check(kPage.substr(0, length));
    check(kPage.substr(length));
  }
}

TEST(HostilePages, MayHaveBytesChangedAndLost) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    SCOPED_TRACE(round);
    std::string page(kPage);
    for (size_t n = 1 + random() % 40; n > 0; --n) {
      const size_t at = random() % page.size();
      if (random() % 3 == 0)
        page.erase(at, 1 + random() % 9);
      else
        page[at] = static_cast<char>(random());
    }
    check(page);
  }
}

TEST(HostilePages, MayBePutTogetherAtRandom) {
  std::vector<std::string_view> pieces;
  for (size_t at = 0; at < kPage.size();) {
    const size_t end = std::min(kPage.find_first_of("<> \"", at + 1), kPage.size());
    pieces.push_back(kPage.substr(at, end - at));
    at = end;
  }
  std::mt19937 random(5);
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(round);
    std::string page;
    for (size_t n = random() % 400; n > 0; --n) page += pieces[random() % pieces.size()];
    check(page);
  }
}

TEST(HostilePages, MayBeInAnyCharset) {
  std::string wide;
  for (const char c : kPage) wide += {c, '\0'};
  for (const std::string& bytes : {
           "\xFF\xFE" + wide,
           wide,
           "\xEF\xBB\xBF" + std::string(kPage),
           "\x00\x01\x02" + std::string(kPage),
           "\xFE\xFF" + std::string(kPage),
           std::string(kPage) + std::string(300, '\xE9'),
           std::string("\0\0\0", 3),
           std::string(2000, '\x1B') + "$B" + std::string(kPage),
       })
    check(bytes);
}

TEST(HostilePages, SayTheSameEachTime) {
  const Article first = read_article(kPage);
  const Article again = read_article(kPage);
  EXPECT_EQ(first.text, again.text);
  EXPECT_EQ(first.title, again.title);
  const Result<Listing> list = read_listing(kPage);
  const Result<Listing> list_again = read_listing(kPage);
  ASSERT_EQ(list->entries.size(), list_again->entries.size());
  for (size_t i = 0; i < list->entries.size(); ++i)
    EXPECT_EQ(list->entries[i].title, list_again->entries[i].title);
}

TEST(HostilePages, OfOneRepeatedPieceEndSoon) {
  for (const std::string_view piece :
       {"<li><a href=/news/x>One more story of the day</a>", "<a href=?p=2>2</a>",
        "<h2>3 March 2026</h2>", "<td rowspan=9>3 March 2026</td>", "<div class=news>",
        "<time datetime=2026-03-03>", "<p>3 March 2026, 2 March 2026, ",
        "<meta name=date content=1>", "<script type=application/ld+json>[{\"@type\":\"Article\",",
        "<ul><li>", "<a href=/a title=b>", "{\"@graph\":[", "| ", "&#x0;", "<h1>Orla | ",
        "<link rel=next href=a>"}) {
    SCOPED_TRACE(piece);
    std::string page = "<body>";
    while (page.size() < 60'000) page += piece;
    check(page);
  }
}

}  // namespace
}  // namespace vectora::page
