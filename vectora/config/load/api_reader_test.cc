#include "vectora/config/load/api_reader.h"

#include <gtest/gtest.h>

#include "vectora/config/load/workspace_for_tests.h"
#include "vectora/config/report.h"

namespace vectora::config {
namespace {

constexpr const char* kCatalog = "canonical/sources/source_catalog.yaml";

// The toy market with one more source, read by its service.
LoadedWorkspace with_api(const std::string& api) {
  Files files = toy_files();
  files[kCatalog] = changed(files[kCatalog], "sources:\n",
                            "sources:\n"
                            "  - source_key: registry__trials\n"
                            "    api_url: https://registry.example/search?sort=new\n"
                            "    ingestion_mode: api\n"
                            "    source_type: regulator\n"
                            "    ingestion_profile: press_battery\n" +
                                api);
  return load_workspace(files);
}

TEST(ApiReaderTest, TheDescriptionComesToTheSource) {
  const LoadedWorkspace loaded = with_api(
      "    api:\n      items: answer.trials\n      title: '{maker}: {name}'\n"
      "      url: 'https://registry.example/{id}'\n      id: id\n      published: posted.day\n"
      "      updated: changes.*.day\n      summary: text\n");
  ASSERT_FALSE(has_errors(loaded.problems)) << problems_text(loaded.problems);
  const Source& source = loaded.canonical->sources.at(SourceKey("registry__trials"));
  EXPECT_EQ(source.mode, SourceMode::kApi);
  EXPECT_EQ(source.url, "https://registry.example/search?sort=new");
  const feed::JsonListShape expected{"answer.trials",
                                     "{maker}: {name}",
                                     "https://registry.example/{id}",
                                     "id",
                                     "posted.day",
                                     "changes.*.day",
                                     "text"};
  ASSERT_TRUE(source.api);
  EXPECT_EQ(*source.api, expected);
}

TEST(ApiReaderTest, IdsAndTheAddressOfTheirEntriesComeToTheSource) {
  const LoadedWorkspace loaded = with_api(
      "    api:\n      items: set.record\n      title: 'date[@kind=x].t'\n      url: link\n"
      "      ids: found.id.*\n      ids_url: 'https://registry.example/r?id={ids}'\n"
      "      ids_per_request: 7\n");
  ASSERT_FALSE(has_errors(loaded.problems)) << problems_text(loaded.problems);
  const feed::JsonListShape& api = *loaded.canonical->sources.at(SourceKey("registry__trials")).api;
  EXPECT_EQ(api.ids, "found.id.*");
  EXPECT_EQ(api.ids_url, "https://registry.example/r?id={ids}");
  EXPECT_EQ(api.ids_per_request, 7U);
}

TEST(ApiReaderTest, WithoutADescriptionTheAnswerIsAFeed) {
  const LoadedWorkspace loaded = with_api("");
  ASSERT_TRUE(loaded.canonical);
  EXPECT_FALSE(loaded.canonical->sources.at(SourceKey("registry__trials")).api);
}

TEST(ApiReaderTest, WhatIsWrongIsFoundAtItsPlace) {
  struct Case {
    const char* api;
    const char* says;
  };
  const Case cases[] = {
      {"    api: {items: results, url: link}\n", "sources[0].api.title: missing"},
      {"    api: {items: results, title: name}\n", "sources[0].api.url: missing"},
      {"    api: {items: a..b, title: name, url: link}\n",
       "sources[0].api.items: not a path: a step of no characters"},
      {"    api: {items: a, title: '{name', url: link}\n",
       "sources[0].api.title: not a path: a brace that is not closed"},
      {"    api: {items: a, title: name, url: 'x/{}'}\n",
       "sources[0].api.url: not a path: a path of no steps"},
      {"    api: {items: a, title: name, url: link, publishd: day}\n", "did you mean 'published'"},
      {"    api: {title: name, url: link, ids: found}\n",
       "sources[0].api: ids and ids_url belong together"},
      {"    api: {title: name, url: link, ids: a..b, ids_url: 'https://r.example/{ids}'}\n",
       "sources[0].api.ids: not a path"},
      {"    api: {title: name, url: link, ids: a, ids_url: 'https://r.example/'}\n",
       "sources[0].api.ids_url: no address of entries: without {ids}"},
      {"    api: results\n", "sources[0].api: expected"},
      {"    api: {items: [a], title: name, url: link}\n", "sources[0].api.items: expected"},
  };
  for (const Case& c : cases) {
    const LoadedWorkspace loaded = with_api(c.api);
    const std::string text = problems_text(loaded.problems);
    EXPECT_TRUE(has_errors(loaded.problems)) << c.api;
    EXPECT_NE(text.find(c.says), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace vectora::config
