#include "vectora/http/robots.h"

#include <gtest/gtest.h>

#include <vector>

namespace vectora::http {
namespace {

bool allows(std::string_view file, const std::string& path) {
  return Robots::parse(file, "VectoraInbox").allows(*Url::parse("https://a.example" + path));
}

std::string for_all(const std::string& rules) { return "User-agent: *\n" + rules; }

TEST(RobotsTest, PatternsMatchAsTheStandardSays) {
  struct Case {
    std::string rules;
    std::string path;
    bool allowed;
  };
  const Case cases[] = {
      {"", "/a", true},
      {"Disallow: /", "/a", false},
      {"Disallow: /", "/robots.txt", true},
      {"Disallow:", "/a", true},
      {"Disallow: /a", "/a/b?c", false},
      {"Disallow: /a", "/A", true},
      {"Disallow: /a/", "/a", true},
      {"Disallow: /a$", "/a", false},
      {"Disallow: /a$", "/a/", true},
      {"Disallow: /a$b", "/a$b/c", false},
      {"Disallow: /*.pdf$", "/x/y.pdf", false},
      {"Disallow: /*.pdf$", "/x/y.pdf?z", true},
      {"Disallow: /*.pdf$", "/x.pdf/y.pdf", false},
      {"Disallow: *", "/a", false},
      {"Disallow: /*?", "/a?b", false},
      {"Disallow: /*?", "/a", true},
      {"Disallow: /a*b*c", "/aXbYcZ", false},
      {"Disallow: /a*b*c", "/aXcYbZ", true},
      {"Disallow: /a**c", "/a--c", false},
      {"Disallow: /ab*b$", "/ab", true},
      {"Disallow: /fish*", "/fish", false},
      {"Disallow: news", "/news", true},
      // The longest decides, allow wins a tie, order does not matter.
      {"Disallow: /\nAllow: /news", "/news/1", true},
      {"Allow: /news\nDisallow: /", "/other", false},
      {"Disallow: /p\nAllow: /p", "/p", true},
      {"Allow: /p\nDisallow: /p", "/p", true},
      {"Allow: /page\nDisallow: /*.htm", "/page.htm", false},
      // Spellings of one character.
      {"Disallow: /a%3cd.html", "/a%3Cd.html", false},
      {"Disallow: /%7Ejoe/", "/~joe/x", false},
      {"Disallow: /~joe/", "/%7ejoe/x", false},
      {"Disallow: /a%2fb", "/a/b", true},
      {"Disallow: /\xE3\x83\x84", "/%E3%83%84", false},
      {"Disallow: /%e3%83%84", "/\xE3\x83\x84", false},
      {"Disallow: /file-%2A.html", "/file-*.html", false},
      {"Disallow: /file-%2A.html", "/file-x.html", true},
      {"Disallow: /%", "/%zz", false},
  };
  for (const Case& test : cases)
    EXPECT_EQ(allows(for_all(test.rules), test.path), test.allowed)
        << test.rules << " for " << test.path;
}

TEST(RobotsTest, TheGroupThatNamesUsGoesBeforeTheGeneralOne) {
  const std::string_view file =
      "User-agent: *\nDisallow: /\n\n"
      "User-agent: OtherBot\nUser-agent: vectorainbox/2.0\nDisallow: /private\n";
  EXPECT_TRUE(allows(file, "/news"));
  EXPECT_FALSE(allows(file, "/private"));
  EXPECT_TRUE(
      allows("User-agent: VectoraInbox\n\nUser-agent: OtherBot\nDisallow:\n\n"
             "User-agent: *\nDisallow: /",
             "/news"))
      << "a group of ours without a rule for the path";
}

TEST(RobotsTest, OurTokenIsAWholeWord) {
  EXPECT_TRUE(allows("User-agent: Vectora\nDisallow: /", "/a"));
  EXPECT_TRUE(allows("User-agent: VectoraInboxPlus\nDisallow: /", "/a"));
  EXPECT_FALSE(allows("User-agent: VectoraInbox (any)\nDisallow: /", "/a"));
}

TEST(RobotsTest, GroupsOfOneAgentAddUp) {
  const std::string_view file =
      "User-agent: VectoraInbox\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\n"
      "User-agent: VectoraInbox\nDisallow: /b\n";
  EXPECT_FALSE(allows(file, "/a"));
  EXPECT_FALSE(allows(file, "/b"));
  EXPECT_TRUE(allows(file, "/c"));
}

TEST(RobotsTest, OtherRecordsDoNotCloseAGroup) {
  EXPECT_FALSE(
      allows("User-agent: *\nSitemap: https://a.example/s.xml\nUser-agent: x\n"
             "Disallow: /a",
             "/a"));
}

TEST(RobotsTest, ACrawlDelayBelongsToItsGroup) {
  const std::string_view file =
      "User-agent: *\nCrawl-delay: 2.5\n\nUser-agent: BadBot\nDisallow: /\nCrawl-delay: 100\n";
  const Robots robots = Robots::parse(file, "VectoraInbox");
  EXPECT_EQ(robots.crawl_delay_ms(), 2500);
  EXPECT_TRUE(robots.allows(*Url::parse("https://a.example/x")));
  for (const std::string value : {"", "soon", "-1", "1e9x", "."})
    EXPECT_LE(Robots::parse(for_all("Crawl-delay: " + value), "x").crawl_delay_ms(), 1000) << value;
  EXPECT_EQ(Robots::parse(for_all("Crawl-delay: 99999999999"), "x").crawl_delay_ms(), 86400000);
}

TEST(RobotsTest, SloppyFilesAreUnderstood) {
  EXPECT_FALSE(allows("\xEF\xBB\xBFUSER-AGENT : *\rdisallow\t:/a   # why\r\n", "/a"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow /a", "/a"));
  EXPECT_TRUE(allows("Disallow: /a\nUser-agent: *", "/a")) << "a rule before any group";
  EXPECT_TRUE(allows("<!DOCTYPE html><html><body>Not found: /</body></html>", "/a"));
  EXPECT_TRUE(allows(std::string("User-agent: *\nDis\0allow: /a", 27), "/a"));
}

TEST(RobotsTest, WhatIsBeyondTheBoundIsNotRead) {
  const std::string padding(Robots::kMaxBytes - 100, '#');
  const std::string within = for_all(padding + "\nDisallow: /a\n");
  EXPECT_FALSE(allows(within, "/a"));
  std::string cut = for_all(std::string(Robots::kMaxBytes - 27, '#') + "\n");
  cut += "Disallow: /a";  // here ends what is read, and not the line
  cut += std::string(100, 'b');
  EXPECT_TRUE(allows(cut, "/a"));
}

// The slow and obvious way: each character either matches or gives up.
bool matches_slowly(std::string_view pattern, std::string_view path) {
  if (pattern.empty() || (pattern == "$" && path.empty())) return true;
  if (pattern.front() == '*')
    return matches_slowly(pattern.substr(1), path) ||
           (!path.empty() && matches_slowly(pattern, path.substr(1)));
  return !path.empty() && pattern.front() == path.front() &&
         matches_slowly(pattern.substr(1), path.substr(1));
}

// All words of up to `length` letters of the alphabet, each after a slash.
std::vector<std::string> words(std::string_view alphabet, size_t length) {
  std::vector<std::string> words{"/"};
  for (size_t i = 0; i < words.size(); ++i)
    if (words[i].size() <= length)
      for (const char letter : alphabet) words.push_back(words[i] + letter);
  return words;
}

TEST(RobotsTest, AllShortPatternsMatchAsTheSlowWayDoes) {
  for (const std::string& start : words("ab*", 4))
    for (const std::string& pattern : {start, start + "$"})
      for (const std::string& path : words("ab", 5)) {
        const bool disallowed = !allows(for_all("Disallow: " + pattern), path);
        ASSERT_EQ(disallowed, matches_slowly(pattern, path)) << pattern << " for " << path;
      }
}

TEST(RobotsTest, ManyStarsTakeLinearTime) {
  std::string pattern = "Disallow: /";
  for (int i = 0; i < 2000; ++i) pattern += "a*";
  EXPECT_TRUE(allows(for_all(pattern + "b$"), "/" + std::string(8000, 'a')));
}

TEST(RobotsTest, SitemapsAreNamedOutsideOfGroups) {
  EXPECT_EQ(sitemaps_in("User-agent: *\r\nDisallow: /x\r\n  SiteMap :no\nSITEMAP:  /a.xml \n"
                        "Sitemap:\nsitemap: https://b.example/b.xml.gz",
                        5),
            (std::vector<std::string>{"/a.xml", "https://b.example/b.xml.gz"}));
  EXPECT_EQ(sitemaps_in("sitemap: a\nsitemap: b\nsitemap: c", 2).size(), 2U);
  EXPECT_TRUE(sitemaps_in("", 5).empty());
}

}  // namespace
}  // namespace vectora::http
