#include "vectora/page/list/next.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

std::string next(const std::string& html) {
  const Dom dom = *Dom::parse(html);
  ListingOptions options;
  options.url = Url::parse("https://a.example/news");
  const ListPage page(dom, options);
  const std::string address = next_page_of(page);
  return address.empty() ? "none" : address.substr(std::string("https://a.example").size());
}

TEST(NextPage, IsFoundByRelationWordsClassesAndNumbers) {
  EXPECT_EQ(next("<link rel=next href='?p=2'><a href='?p=9'>Next</a>"), "/news?p=2");
  EXPECT_EQ(next("<a rel='nofollow next' href='?p=2'>more</a>"), "/news?p=2");
  EXPECT_EQ(next("<a href='/other'>Next</a><div class=pager><a href='?p=2'>Next ›</a></div>"),
            "/news?p=2");
  EXPECT_EQ(next("<a href='?p=2' aria-label='Next page'><svg></svg></a>"), "/news?p=2");
  EXPECT_EQ(next("<ul class=pagination><li class=next><a href='?p=2'><i></i></a></li></ul>"),
            "/news?p=2");
  EXPECT_EQ(next("<a href='?p=1'>1</a> <b>2</b> <a href='?p=3'>3</a> <a href='?p=4'>4</a>"),
            "/news?p=3");
  EXPECT_EQ(next("<a class=current href='?p=1'>1</a> <a href='?p=2'>2</a>"), "/news?p=2");
}

TEST(NextPage, IsNoneWhereNothingFollows) {
  EXPECT_EQ(next(""), "none");
  EXPECT_EQ(next("<a href='?p=1'>Previous</a> <a href='?p=1'>1</a> <b>2</b>"), "none");
  EXPECT_EQ(next("<a href='#' class=next>Next</a>"), "none");
  EXPECT_EQ(next("<a href='https://b.example/x'>Next</a>"), "none");
  EXPECT_EQ(next("<p>Section <a href='/s/5'>5</a> of the act</p>"), "none");
}

TEST(NextPage, IsNamedInManyLanguages) {
  for (const std::string_view text :
       {"Next",       "Next page",     "next ›", "Older",         "Older posts",
        "Suivant",    "Page suivante", "Weiter", "Nächste Seite", "Siguiente",
        "Successivo", "Volgende",      "Nästa",  "Neste",         "Seuraava",
        "Следующая",  "下一页",        "次へ",   "다음",          "»",
        "→"}) {
    EXPECT_EQ(next("<div class=pagination><a href='?p=2'>" + std::string(text) + "</a></div>"),
              "/news?p=2")
        << text;
  }
}

TEST(NextPage, IsOfThisSite) {
  EXPECT_NE(next("<a rel=next href='https://www.a.example/news?p=2'>x</a>"), "none");
  EXPECT_EQ(next("<a rel=next href='https://b.example/news?p=2'>x</a>"), "none");
  EXPECT_EQ(next("<a rel=next href='javascript:next()'>x</a>"), "none");
  EXPECT_EQ(next("<a rel=next href='mailto:a@a.example'>x</a>"), "none");
  EXPECT_EQ(next("<a rel=next href=''>x</a>"), "none");
  EXPECT_EQ(next("<a rel=next href='/news'>x</a>"), "none") << "the page itself";
}

TEST(NextPage, OfNumbersIsTheOneBehindThePresent) {
  std::string pages;
  for (int i = 1; i <= 9; ++i) {
    const std::string number = std::to_string(i);
    pages += i == 4 ? "<span>4</span> " : "<a href='?p=" + number + "'>" + number + "</a> ";
  }
  EXPECT_EQ(next(pages), "/news?p=5");
  EXPECT_EQ(next("<a href='?p=1'>1</a> <a href='?p=2'>2</a> <a href='?p=3'>3</a>"), "none")
      << "which is present is not told";
  EXPECT_EQ(next("<span>99999999999999999999</span> <a href='?p=2'>100000000000000000000</a>"),
            "none");
}

}  // namespace
}  // namespace vectora::page
