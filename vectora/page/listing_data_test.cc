// Lists that a page holds as data alone, in the shapes that frameworks write.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/listing.h"

namespace vectora::page {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> entries(const std::string& body) {
  ListingOptions options;
  options.url = Url::parse("https://www.orla.example/news/");
  options.now = Date::from_civil(2026, 3, 10);
  const Result<Listing> listing = read_listing("<!doctype html><body>" + body + "</body>", options);
  std::vector<std::string> out;
  for (const ListingEntry& entry : listing->entries)
    out.push_back((entry.published ? entry.published->day.str() : "-") + " " + entry.title + " " +
                  entry.url.substr(entry.url.find('/', 8)));
  return out;
}

std::string state(std::string_view json) {
  return "<div id=root></div><script id=__NEXT_DATA__ type=application/json>" + std::string(json) +
         "</script>";
}
std::string linked(std::string_view json) {
  return "<script type=application/ld+json>" + std::string(json) + "</script>";
}

TEST(DataLists, AreReadWhereThePageShowsNothing) {
  EXPECT_THAT(entries(state(R"({"props":{"news":[
      {"title":"Orla opens a second works","url":"/news/1","date":"2026-03-03"},
      {"title":"Weller takes the chair","url":"/news/2","date":"2026-03-02"}]}})")),
              ElementsAre("2026-03-03 Orla opens a second works /news/1",
                          "2026-03-02 Weller takes the chair /news/2"));
}

TEST(DataLists, OfLinksOnThePageGiveTheirDays) {
  EXPECT_THAT(
      entries(linked(R"([{"@type":"NewsArticle","headline":"x","url":"/news/1","datePublished":
          "2026-03-03"},{"@type":"NewsArticle","headline":"y","url":"https://orla.example/news/2/",
          "datePublished":"2026-03-02"}])") +
              "<ul><li><h3><a href=/news/1>Orla opens a second works</a></h3>"
              "<li><h3><a href=/news/2>Weller takes the chair</a></h3></ul>"),
      ElementsAre("2026-03-03 Orla opens a second works /news/1",
                  "2026-03-02 Weller takes the chair /news/2"));
}

TEST(DataLists, TakeTitlesWithoutTheirMarkup) {
  EXPECT_THAT(entries(state(R"([{"title":{"rendered":"Orla &#8211; a <em>second<\/em> works"},
      "link":"/news/1","date":"2026-03-03"},{"headline":"  Weller\n takes the chair ",
      "permalink":"/news/2","date":"2026-03-02"}])")),
              ElementsAre("2026-03-03 Orla – a second works /news/1",
                          "2026-03-02 Weller takes the chair /news/2"));
}

TEST(DataLists, MayWriteDaysInManyWays) {
  EXPECT_THAT(entries(state(R"([{"title":"Orla opens","url":"/1","published_at":"3 March 2026"},
      {"title":"Weller leaves","url":"/2","publishDate":"2026-03-02T23:30:00-05:00"},
      {"title":"Sales rise","url":"/3","date":"20260301"}])")),
              SizeIs(3));
}

TEST(DataLists, PassOverWhatIsNoAddress) {
  EXPECT_THAT(entries(state(R"([{"title":"Orla opens","url":"javascript:open","date":"2026-03-03"},
      {"title":"Weller leaves","url":"mailto:ann@orla.example","date":"2026-03-02"}])")),
              IsEmpty());
  EXPECT_THAT(entries(state(R"([{"title":"Orla opens","url":null,"date":"2026-03-03"},
      {"title":"Weller leaves","url":{},"date":"2026-03-02"}])")),
              IsEmpty());
}

TEST(DataLists, ComeAfterWhatThePageShows) {
  EXPECT_THAT(entries(state(R"([{"title":"Chamber kiln","url":"/shop/1","date":"2026-03-03"},
          {"title":"Tunnel kiln","url":"/shop/2","date":"2026-03-03"},
          {"title":"Small kiln","url":"/shop/3","date":"2026-03-03"}])") +
                      "<ul><li><i>3 March 2026</i><a href=/news/1>Orla opens a second works</a>"
                      "<li><i>2 March 2026</i><a href=/news/2>Weller takes the chair</a></ul>"),
              SizeIs(2));
}

TEST(DataLists, TheLongestListOfNewsIsTaken) {
  std::string news = "[";
  for (int i = 1; i <= 9; ++i)
    news += (i > 1 ? "," : "") + std::string("{\"title\":\"Story number ") + std::to_string(i) +
            "\",\"url\":\"/news/" + std::to_string(i) + "\",\"date\":\"2026-03-0" +
            std::to_string(i) + "\"}";
  EXPECT_THAT(entries(state("{\"top\":[{\"title\":\"One\",\"url\":\"/1\",\"date\":\"2026-03-01\"},"
                            "{\"title\":\"Two\",\"url\":\"/2\",\"date\":\"2026-03-01\"}],\"all\":" +
                            news + "]}")),
              SizeIs(9));
}

TEST(DataLists, ThatAreBrokenOrDeepAreNone) {
  EXPECT_THAT(entries(state("[{\"title\":\"Orla opens\",\"url\":\"/1\"")), IsEmpty());
  EXPECT_THAT(entries(state("null")), IsEmpty());
  EXPECT_THAT(entries(state("[[],[],{}]")), IsEmpty());
  EXPECT_THAT(entries(state(std::string(100'000, '['))), IsEmpty());
  EXPECT_THAT(entries(linked(std::string(50'000, '[') + std::string(50'000, ']'))), IsEmpty());
}

}  // namespace
}  // namespace vectora::page
