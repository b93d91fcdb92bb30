#include "vectora/page/list/next.h"

#include <gtest/gtest.h>

#include <string>

namespace vectora::page {
namespace {

std::string next(std::string_view html) {
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

}  // namespace
}  // namespace vectora::page
