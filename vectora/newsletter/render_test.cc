#include "vectora/newsletter/render.h"

#include <gtest/gtest.h>

#include "vectora/newsletter/test_items.h"
#include "vectora/testing/golden.h"

namespace vectora::newsletter {
namespace {

// Two sections, a follow-up, a copy, a hostile title, a source in trouble.
Issue sample(const std::string& language) {
  TestItems items;
  auto& deal = items.add("a", "Alpha & Bravo sign a licence for Depotril® <b>injection</b>",
                         "partnership", 117);
  deal.item.content =
      "Alpha receives USD 3 million upfront. Milestones may reach USD 500 million. "
      "The agreement covers five compounds.";
  deal.annotation.summary =
      "Alpha receives USD 3 million upfront. The agreement covers five compounds.";
  items.add("b", "[Charlie](javascript:alert(1)) *files* for approval_in_Japan", "regulatory", 90)
      .item.url = "javascript:alert(1)";
  const std::vector<Candidate> candidates = items.candidates();
  Layout layout;
  layout.sections = {section("Deals", {"partnership"}, 5, 1), section("Regulation", {}, 5, 2)};
  Choice choice = choose(candidates, layout, {}, *Date::parse("2026-02-03"), {});
  choice.chosen[0].follow_up_of = "Alpha extends its pact with Bravo";
  EditContext context;
  context.profile.client = ClientId("sample");
  context.profile.name = "Depot Weekly";
  context.profile.language = language;
  context.profile.event_words = {
      {"partnership", std::string(language) == "fr" ? "partenariats" : "partnerships"}};
  context.profile.include_source_breakdown = true;
  context.generated_at = *Instant::parse("2026-02-03T23:59:59Z");
  context.target_day = *Date::parse("2026-02-03");
  context.period = {*Date::parse("2026-01-28"), *Date::parse("2026-02-03")};
  context.monitored = {3, 5, 14};
  context.troubles = {{"Delta Newsroom", Trouble::kUnread, 0}, {"Echo", Trouble::kSilent, 41}};
  context.config_digest = sha256("config");
  normalize::SourceFacts facts;
  facts.key = SourceKey("press__example");
  facts.display_name = "Example Press";
  return edit({candidates, choice, layout, {facts}}, context);
}

TEST(RenderTest, MarkdownIsAsApproved) {
  testing::expect_golden(render_markdown(sample("en")), "newsletter/sample.md");
}

TEST(RenderTest, HtmlIsAsApproved) {
  testing::expect_golden(render_html(sample("en")), "newsletter/sample.html");
}

TEST(RenderTest, PlainTextIsAsApproved) {
  testing::expect_golden(render_text(sample("fr")), "newsletter/sample_fr.txt");
}

TEST(RenderTest, JsonIsAsApproved) {
  testing::expect_golden(render_json(sample("en")), "newsletter/sample.json");
}

TEST(RenderTest, NothingFromOutsideBecomesMarkup) {
  const Issue issue = sample("en");
  const std::string html = render_html(issue);
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(html.find("href=\"javascript"), std::string::npos);
  const std::string markdown = render_markdown(issue);
  EXPECT_NE(markdown.find("\\[Charlie\\](javascript:alert(1)) \\*files\\*"), std::string::npos);
  EXPECT_NE(markdown.find("\\<b\\>injection\\</b\\>"), std::string::npos);
}

TEST(RenderTest, EverySentencePointsAtItsWords) {
  const Issue issue = sample("en");
  const std::string content =
      "Alpha receives USD 3 million upfront. Milestones may reach USD 500 million. "
      "The agreement covers five compounds.";
  ASSERT_EQ(issue.sections[0].items[0].summary.size(), 2U);
  for (const Evidence& evidence : issue.sections[0].items[0].summary) {
    ASSERT_EQ(evidence.spans.size(), 1U);
    const normalize::Span& span = evidence.spans[0];
    EXPECT_EQ(content.substr(span.begin, span.end - span.begin), evidence.sentence);
  }
}

TEST(RenderTest, AnEmptyIssueSaysSo) {
  EditContext context;
  context.profile.name = "Depot Weekly";
  context.period = {*Date::parse("2026-01-28"), *Date::parse("2026-02-03")};
  const Issue issue = edit({{}, {}, {}, {}}, context);
  EXPECT_NE(render_text(issue).find("Nothing of this period met the criteria"), std::string::npos);
  EXPECT_EQ(issue.item_count(), 0);
}

TEST(RenderTest, TheManifestNamesEveryFileByDigest) {
  const std::string manifest = render_manifest(sample("en"), {{"newsletter.md", "abc"}});
  EXPECT_NE(manifest.find(sha256("abc").hex()), std::string::npos);
  EXPECT_NE(manifest.find("\"bytes\": 3"), std::string::npos);
  EXPECT_NE(manifest.find("\"total_items\": 2"), std::string::npos);
}

}  // namespace
}  // namespace vectora::newsletter
