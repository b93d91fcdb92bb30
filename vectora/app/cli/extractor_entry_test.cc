#include "vectora/app/cli/extractor_entry.h"

#include <gtest/gtest.h>

#include "vectora/config/yaml.h"

namespace vectora::app {
namespace {

const SourceKey kKey("press_corporate__alpha");

page::ListingSelectors selectors() {
  page::ListingSelectors out;
  out.container = "#list";
  out.item = "a[href*='/news/']";
  out.title = "h3";
  out.date = ".date";
  return out;
}

TEST(ExtractorEntryTest, EachPartIsWritten) {
  EXPECT_EQ(extractor_entry(kKey, selectors()),
            "  press_corporate__alpha:\n"
            "    selectors:\n"
            "      container: '#list'\n"
            "      item: 'a[href*=''/news/'']'\n"
            "      title: 'h3'\n"
            "      url: ''\n"
            "      date: '.date'\n"
            "      description: ''\n");
}

TEST(ExtractorEntryTest, AFileTakesOneMoreAndKeepsWhatItHas) {
  const std::string files[] = {
      "",
      "# none yet\n",
      "extractors:\n",
      "extractors: {}\n",
      "# extractors: {}\nextractors: {}  # none",
      "global_settings:\n  default_max_items: 20\n",
      "extractors:\n  a:\n    selectors:\n      item: li",
      "# head\nextractors:\n  a:\n    selectors:\n      item: li  # one\n\nglobal_settings:\n"
      "  default_max_items: 20\n",
  };
  for (const std::string& file : files) {
    const Result<std::string> text = with_extractor(file, kKey, selectors());
    ASSERT_TRUE(text) << file << text.error().message;
    const auto document = config::parse_yaml(*text, "x");
    ASSERT_TRUE(document) << *text;
    const auto extractor = document->root["extractors"]["press_corporate__alpha"];
    EXPECT_EQ(extractor["selectors"]["item"].text(), "a[href*='/news/']") << *text;
    const bool had_one = file.find("item: li") != std::string::npos;
    EXPECT_EQ(document->root["extractors"]["a"].is_mapping(), had_one) << *text;
    const bool had_settings = file.find("global") != std::string::npos;
    EXPECT_EQ(document->root["global_settings"].is_mapping(), had_settings) << *text;
    EXPECT_EQ(text->find("# head") != std::string::npos, file.find("# head") == 0);
  }
}

TEST(ExtractorEntryTest, AFileThatCannotTakeItStaysAsItIs) {
  struct Case {
    const char* file;
    ErrorCode code;
  };
  const Case cases[] = {
      {"extractors:\n  press_corporate__alpha:\n    max_items: 3\n", ErrorCode::kConflict},
      {"extractors: {a: {max_items: 3}}\n", ErrorCode::kMalformed},
      {"extractors:\n    a:\n        max_items: 3\n", ErrorCode::kMalformed},
      {"extractors: [\n", ErrorCode::kMalformed},
  };
  for (const Case& c : cases) {
    const Result<std::string> text = with_extractor(c.file, kKey, selectors());
    ASSERT_FALSE(text) << c.file << "->\n" << *text;
    EXPECT_EQ(text.error().code, c.code) << c.file;
  }
}

}  // namespace
}  // namespace vectora::app
