#include "vectora/page/article/visible_date.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

// The day that a page with the title "Alpha buys Beta" shows, or "none".
std::string shown(std::string_view body) {
  const Result<Dom> dom = Dom::parse("<body>" + std::string(body));
  EXPECT_TRUE(dom);
  const PageMeasures measures = measure_page(*dom, "Alpha buys Beta");
  const auto found = find_visible_date(*dom, measures, {});
  return found ? found->day.str() : "none";
}

const std::string kTitle = "<h1>Alpha buys Beta</h1>";
const std::string kText =
    "<p>Alpha and Beta said today that they will work together on a new plant near the river, "
    "which is to open within the next three years and to give work to two hundred people.</p>";

std::string lines(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += "<p>A line without any number</p>";
  return out;
}

struct Case {
  std::string_view what;
  std::string body;
  std::string_view day;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(shown(c.body), c.day) << c.what;
}

TEST(VisibleDateTest, ALineAtTheTitleIsBelieved) {
  expect_all({
      {"below", kTitle + "<p>3 February 2026</p>" + kText, "2026-02-03"},
      {"above", "<p>3 February 2026</p>" + kTitle + kText, "2026-02-03"},
      {"far below, before the text", kTitle + lines(12) + "<p>3 February 2026</p>" + kText,
       "2026-02-03"},
      {"far below the text", kTitle + kText + kText + lines(12) + "<p>3 February 2026</p>", "none"},
      {"far above", "<p>3 February 2026</p>" + lines(6) + kTitle + kText, "none"},
  });
}

TEST(VisibleDateTest, AnywhereElseItMustSayWhatItIs) {
  const std::string far = kTitle + kText + kText + lines(12);
  expect_all({
      {"no label", far + "<p>3 February 2026</p>", "none"},
      {"a label before", far + "<p>Posted on 3 February 2026</p>", "2026-02-03"},
      {"a label behind", far + "<p>Am 3. Februar 2026 veröffentlicht</p>", "2026-02-03"},
      {"a label in the line above", far + "<dl><dt>Published</dt><dd>3 February 2026</dd></dl>",
       "2026-02-03"},
      {"the label of another part",
       far + "<div><div><p>Published</p></div></div><ul><li>3 February 2026</li></ul>", "none"},
      {"an element named for it", far + "<p><span class=date>3 February 2026</span></p>",
       "2026-02-03"},
      {"of itself",
       far + "<p>This entry was posted in the category of deals by the editor on 3 February 2026 "
             "and has had no comment so far.</p>",
       "2026-02-03"},
  });
}

TEST(VisibleDateTest, TheShareOfItsLineDecides) {
  expect_all({
      {"most of it", kTitle + "<p>3 February 2026, Paris</p>" + kText, "2026-02-03"},
      {"of a part of the line",
       kTitle + "<p>News | Deals and mergers | 3 February 2026</p>" + kText, "2026-02-03"},
      {"on a line of a block",
       kTitle + "<p>3 February 2026<br>The letter will be in the printed edition</p>" + kText,
       "2026-02-03"},
      {"at the head", kTitle + "<p>3 February 2026 Category: Deals, Mergers and Plants</p>" + kText,
       "2026-02-03"},
      {"a stamp behind names",
       kTitle + "<p>A. Writer, B. Writer and C. Writer, London 3 February 2026 10:38 GMT</p>" +
           kText,
       "2026-02-03"},
      {"a caption",
       kTitle + "<p>The old plant at the river in Riverton, 3 February 2026</p>" + kText, "none"},
  });
}

TEST(VisibleDateTest, ABylineMayBeLong) {
  EXPECT_EQ(shown(kTitle +
                  "<p>By Anna Writer, senior correspondent for industry and energy of the paper, "
                  "3 February 2026.</p>" +
                  kText),
            "2026-02-03");
}

TEST(VisibleDateTest, RunningTextTellsOfEvents) {
  expect_all({
      {"at the begin of a paragraph",
       kTitle +
           "<p>On 3 February 2026 Alpha bought a plant near the river from Beta, which had "
           "built it, and paid for it at once.</p>" +
           kText,
       "none"},
      {"in French",
       kTitle +
           "<p>Le 3 février 2026, le ministre a mis en garde contre une vente de ce genre, "
           "dont il ne veut pas.</p>" +
           kText,
       "none"},
      {"in Chinese",
       kTitle +
           "<p>2026年2月3日，公司正式宣布收购位于河边的新工厂，并计划在未来三年内开业，为两百"
           "人提供就业机会，双方对此表示满意，期待合作。</p>" +
           kText,
       "none"},
      {"a dateline",
       kTitle + "<p>RIVERTON, Feb. 3, 2026 (Wire) -- Alpha said today that it bought Beta, which "
                "had built a plant near the river.</p>",
       "2026-02-03"},
      {"a dateline with a dash",
       kTitle + "<p>Hamburg, 3. Februar 2026 – Alpha hat heute gesagt, dass es Beta kauft, und "
                "zwar mit dem Werk am Fluss.</p>",
       "2026-02-03"},
      {"a dash far behind the date",
       kTitle +
           "<p>By Feb. 3, 2026 the old plant -- the one at the river -- was to be closed, "
           "said the town's council.</p>" +
           kText,
       "none"},
  });
}

TEST(VisibleDateTest, WordsSayThatItIsAnothersDate) {
  for (const std::string_view words :
       {"Deadline:", "Events:", "Valid until", "Born", "©", "Today is",
        "Current date:", "Aktuelles Datum und Uhrzeit:", "Photo:", "Membre depuis"}) {
    EXPECT_EQ(shown(kTitle + "<p>" + std::string(words) + " 3 February 2026</p>" + kText), "none")
        << words;
  }
  EXPECT_EQ(shown(kTitle + "<p>Prevention 3 February 2026</p>" + kText), "2026-02-03");
}

TEST(VisibleDateTest, DaysOfAnEventAreASpan) {
  for (const std::string_view span :
       {"14. - 20. Januar 2026", "14–20 January 2026", "14 to 20 January 2026",
        "January 14 to January 20, 2026", "28 January – 3 February 2026", "2026-01-14 – 2026-01-20",
        "Du 14 au 20 janvier 2026", "2026年1月14日~20日", "14 and 15 January 2026",
        "Date: 14 to 20 January 2026"}) {
    EXPECT_EQ(shown(kTitle + "<p>" + std::string(span) + "</p>" + kText), "none") << span;
  }
  EXPECT_EQ(shown(kTitle + "<p>News - 20 January 2026</p>" + kText), "2026-01-20");
  EXPECT_EQ(shown(kTitle + "<p>3 December 2025</p><p>14 to 20 January 2026, Lyon</p>" + kText),
            "2025-12-03");
}

TEST(VisibleDateTest, ATitlesDateIsOfWhatItTells) {
  expect_all({
      {"words of the title", "<h1>Alpha buys Beta on 3 February 2026</h1>" + kText, "none"},
      {"an element for dates",
       "<h1>Alpha buys Beta <span class=date>3 February 2026</span></h1>" + kText, "2026-02-03"},
      {"small print", "<h1>Alpha buys Beta<br><small>3 February 2026 by A.</small></h1>" + kText,
       "2026-02-03"},
      {"another heading", kTitle + "<h3>Results of 3 February 2026</h3>" + kText, "none"},
      {"a heading that is a date", kTitle + "<h3>3 February 2026</h3>" + kText, "2026-02-03"},
  });
}

TEST(VisibleDateTest, ModifiedIsSecondToPublished) {
  expect_all({
      {"both", kTitle + "<p>Updated: 9 March 2026</p><p>3 February 2026</p>" + kText, "2026-02-03"},
      {"on one line", kTitle + "<p>3 February 2026. Updated: 9 March 2026</p>" + kText,
       "2026-02-03"},
      {"alone", kTitle + "<p class=date>Updated: 9 March 2026</p>" + kText, "2026-03-09"},
  });
}

TEST(VisibleDateTest, LinesOfAListAreOfOtherTexts) {
  std::string list;
  for (const std::string_view day : {"1", "2", "3"}) {
    list += "<div class=post-date>" + std::string(day) + " March 2026</div><p>Another story</p>";
  }
  expect_all({
      {"after the text", kTitle + "<p>3 February 2026</p>" + kText + list, "2026-02-03"},
      {"without its own", kTitle + kText + kText + lines(8) + list, "none"},
      {"between title and text",
       "<div class=meta>3 February 2026</div>" + kTitle + lines(5) + list + kText, "2026-02-03"},
  });
}

TEST(VisibleDateTest, APartThatIsCutOffMayHoldTheDate) {
  expect_all({
      {"an aside before the text", kTitle + "<aside><p>3 February 2026</p></aside>" + kText,
       "2026-02-03"},
      {"an aside behind it", kTitle + kText + "<aside><p>3 February 2026</p></aside>", "none"},
      {"a footer", kTitle + kText + "<footer><p>3 February 2026</p></footer>", "none"},
      {"comments",
       kTitle + kText + kText + "<div class=comments><p class=date>3 February 2026</p></div>",
       "none"},
  });
}

}  // namespace
}  // namespace vectora::page
