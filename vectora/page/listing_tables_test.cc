// Lists set as tables: rows of cells, headings of columns, entries over two rows,
// documents beside titles, tables that lay out a page, tables that are no lists.
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

// "2026-03-03 Title <last part of the address>".
std::vector<std::string> entries(const std::string& body) {
  ListingOptions options;
  options.url = Url::parse("https://www.orla.example/notices/");
  options.now = Date::from_civil(2026, 3, 10);
  const Result<Listing> listing = read_listing("<!doctype html><body>" + body + "</body>", options);
  std::vector<std::string> out;
  for (const ListingEntry& entry : listing->entries)
    out.push_back((entry.published ? entry.published->day.str() : "-") + " " + entry.title + " <" +
                  entry.url.substr(entry.url.rfind('/') + 1) + ">");
  return out;
}

std::string td(const std::string& inside) { return "<td>" + inside + "</td>"; }
std::string tr(const std::string& inside) { return "<tr>" + inside + "</tr>"; }
std::string link(const std::string& address, const std::string& title) {
  return "<a href=/notices/" + address + ">" + title + "</a>";
}

const std::vector<std::string> kExpected = {
    "2026-03-03 Works council elects a new chair <a>",
    "2026-02-27 Kiln hall closed for repairs in May <b>",
    "2026-02-20 New rules for the storage of glaze <c>",
};

struct Row {
  std::string day;
  std::string title;
  std::string address;
};
const std::vector<Row> kRows = {
    {"3 March 2026", "Works council elects a new chair", "a"},
    {"27 February 2026", "Kiln hall closed for repairs in May", "b"},
    {"20 February 2026", "New rules for the storage of glaze", "c"},
};

// One table of what `row` makes of each.
template <class MakeRow>
std::string table(const MakeRow& row, const std::string& head = {}) {
  std::string out = "<table>" + head;
  for (const Row& one : kRows) out += row(one);
  return out + "</table>";
}

TEST(ListingTables, TakeTheCellsInAnyOrder) {
  EXPECT_EQ(entries(table(
                [](const Row& row) { return tr(td(row.day) + td(link(row.address, row.title))); })),
            kExpected);
  EXPECT_EQ(entries(table([](const Row& row) {
              return tr(td(link(row.address, row.title)) + td("Notice") + td(row.day));
            })),
            kExpected);
}

TEST(ListingTables, PassOverTheHeadingsOfColumns) {
  const std::string heading =
      "<thead><tr><th><a href='?sort=day'>Day</a></th><th><a href='?sort=title'>Title of the "
      "notice</a></th></tr></thead>";
  EXPECT_EQ(entries(table(
                [](const Row& row) { return tr(td(row.day) + td(link(row.address, row.title))); },
                heading)),
            kExpected);
}

TEST(ListingTables, TakeTheStoryBeforeItsDocuments) {
  EXPECT_EQ(entries(table([](const Row& row) {
              return tr(td(row.day) + td(link(row.address, row.title)) +
                        td("<a href=/files/" + row.address + ".pdf>PDF (120 kB)</a>"));
            })),
            kExpected);
}

TEST(ListingTables, ReadDocumentsWhereThereIsNothingElse) {
  EXPECT_THAT(entries(table([](const Row& row) {
                return tr(td(row.day) + td(row.title) +
                          td("<a href=/files/" + row.address + ".pdf>Download</a>"));
              })),
              ElementsAre("2026-03-03 Works council elects a new chair <a.pdf>",
                          "2026-02-27 Kiln hall closed for repairs in May <b.pdf>",
                          "2026-02-20 New rules for the storage of glaze <c.pdf>"));
}

TEST(ListingTables, KnowNumbersOfABoardFromTitles) {
  int number = 512;
  EXPECT_EQ(entries(table([&](const Row& row) {
              return tr(td(std::to_string(number--)) + td(link(row.address, row.title)) +
                        td("A. Weller") + td(row.day) + td("1,204"));
            })),
            kExpected);
}

TEST(ListingTables, JoinTheTwoRowsOfAnEntry) {
  EXPECT_EQ(entries(table([](const Row& row) {
              return tr("<td colspan=2>" + row.day + "</td>") +
                     tr(td("&bull;") + td(link(row.address, row.title)));
            })),
            kExpected);
}

TEST(ListingTables, NeedNoLinkBesideTheRowsOwn) {
  EXPECT_EQ(entries(table([](const Row& row) {
              return "<tr data-href=/notices/" + row.address + ">" + td(row.day) + td(row.title) +
                     "</tr>";
            })),
            kExpected);
}

TEST(ListingTables, MayLieInTablesThatLayOutThePage) {
  const std::string menu = table([](const Row& row) {
    return tr(td("<a href=/" + row.address + row.address + ">Our works and people</a>"));
  });
  const std::string list =
      table([](const Row& row) { return tr(td(row.day) + td(link(row.address, row.title))); });
  EXPECT_EQ(entries("<table><tr><td width=150>" + menu + "</td><td>" + list + "</td></tr></table>"),
            kExpected);
}

TEST(ListingTables, AreReadWithoutTheirEndTags) {
  std::string body = "<table>";
  for (const Row& row : kRows) body += "<tr><td>" + row.day + "<td>" + link(row.address, row.title);
  EXPECT_EQ(entries(body), kExpected);
}

TEST(ListingTables, OfFiguresAreNoLists) {
  EXPECT_THAT(entries("<table><tr><th>Year<th>Sales<th>Kilns<tr><td>2024<td>74.1<td>310<tr><td>2025"
                      "<td>90.4<td>352</table>"),
              IsEmpty());
  EXPECT_THAT(entries("<table><tr><td><a href=?m=1>1</a><td><a href=?m=2>2</a><td><a "
                      "href=?m=3>3</a><tr><td><a href=?m=8>8</a><td><a href=?m=9>9</a><td><a "
                      "href=?m=10>10</a></table>"),
              IsEmpty())
      << "a calendar";
}

}  // namespace
}  // namespace vectora::page
