#include "vectora/feed/json_list.h"

#include <gtest/gtest.h>

#include "vectora/base/json.h"
#include "vectora/testing/golden.h"

namespace vectora::feed {
namespace {

JsonListShape shape() {
  JsonListShape shape;
  shape.items = "answer.trials";
  shape.title = "names.short";
  shape.url = "https://registry.example/trial/{id}";
  shape.id = "id";
  shape.published = "posted";
  shape.updated = "changes.*.day";
  shape.summary = "{sponsor}: {text}";
  return shape;
}

std::string answer(const std::string& trials) {
  return R"({"answer": {"trials": )" + trials + "}}";
}

Entry only_entry(const std::string& item, const JsonListShape& shape) {
  const Result<Feed> feed = parse_json_list(answer("[" + item + "]"), shape);
  if (!feed || feed->entries.size() != 1) {
    ADD_FAILURE() << (feed ? "no entry" : feed.error().message);
    return {};
  }
  return feed->entries[0];
}

TEST(JsonListTest, AnEntryHasWhatTheDescriptionFinds) {
  const Entry entry = only_entry(
      R"({"id": "T 1", "names": {"short": "Depot &amp; tablet"}, "posted": "2026-02-01",
          "changes": [{"day": "2026-02-02"}, {"day": "2026-02-04"}, {"day": "2026-02-03"}],
          "sponsor": "Alpha", "text": "Once a month."})",
      shape());
  EXPECT_EQ(entry.title, "Depot & tablet");
  EXPECT_EQ(entry.link, "https://registry.example/trial/T%201");
  EXPECT_EQ(entry.id, "T 1");
  EXPECT_EQ(entry.published->day.str(), "2026-02-01");
  EXPECT_EQ(entry.date_text, "2026-02-01");
  EXPECT_EQ(entry.updated->day.str(), "2026-02-04");  // the latest
  EXPECT_EQ(entry.summary, "Alpha: Once a month.");
}

TEST(JsonListTest, WhatIsMissingOrOfAnotherTypeIsEmpty) {
  const Entry entry = only_entry(
      R"({"names": {"short": "Depot"}, "posted": {"day": 1}, "changes": 7, "sponsor": ["Alpha"]})",
      shape());
  EXPECT_EQ(entry.link, "");  // no half address
  EXPECT_EQ(entry.id, "");
  EXPECT_FALSE(entry.published);
  EXPECT_FALSE(entry.updated);
  EXPECT_EQ(entry.summary, "");
}

TEST(JsonListTest, DaysAreReadAsServicesWriteThem) {
  struct Case {
    const char* written;
    const char* day;
  };
  const Case cases[] = {
      {R"("20260203")", "2026-02-03"},
      {"20260203", "2026-02-03"},
      {R"("2026-02")", "2026-02-01"},
      {R"("2026-02-03T10:00:00Z")", "2026-02-03"},
      {R"("20261399")", ""},
      {R"("")", ""},
      {R"("soon")", ""},
      {"true", ""},
  };
  for (const Case& c : cases) {
    const Entry entry = only_entry(
        R"({"names": {"short": "D"}, "posted": )" + std::string(c.written) + "}", shape());
    EXPECT_EQ(entry.published ? entry.published->day.str() : "", c.day) << c.written;
  }
}

TEST(JsonListTest, AnAddressIsResolvedAndItsPartsAreEncoded) {
  struct Case {
    const char* url;
    const char* value;
    const char* link;
  };
  const Case cases[] = {
      {"v", "/a?b=c", "https://api.example/a?b=c"},
      {"v", "https://other.example/x", "https://other.example/x"},
      {"https://doi.example/{v}", "10.1/a(b)c", "https://doi.example/10.1/a%28b%29c"},
      {"https://x.example/?q={v}&n=1", "a&b=\xC3\xA9#",
       "https://x.example/?q=a%26b%3D%C3%A9%23&n=1"},
      {"/study/{v}", "1", "https://api.example/study/1"},
  };
  Options options;
  options.url = Url::parse("https://api.example/search?page=1");
  for (const Case& c : cases) {
    JsonListShape described;
    described.title = "v";
    described.url = c.url;
    const std::string document = to_json_line(Json::array({{{"v", c.value}}}));
    const Result<Feed> feed = parse_json_list(document, described, options);
    ASSERT_TRUE(feed) << feed.error().message;
    ASSERT_EQ(feed->entries.size(), 1U);
    EXPECT_EQ(feed->entries[0].link, c.link) << c.url;
  }
}

TEST(JsonListTest, AnswersThatAreNoListSayWhatTheyAre) {
  struct Case {
    std::string bytes;
    const char* says;
  };
  const Case cases[] = {
      {"", "not JSON"},
      {"<html></html>", "not JSON"},
      {R"({"answer": )", "not JSON"},
      {std::string(100000, '['), "nested too deeply"},
      {R"({"error": {"code": 1}})", "no list at 'answer.trials'; the answer has the members error"},
      {R"({"answer": {"trials": {"a": 1}}})", "no list at"},
      {R"({"answer": {"trials": null}})", "no list at"},
      {"[]", "no object"},
      {answer(R"([{"name": "Depot"}, 5, null, "x"])"), "none of the 4 entries"},
  };
  for (const Case& c : cases) {
    const Result<Feed> feed = parse_json_list(c.bytes, shape());
    ASSERT_FALSE(feed) << c.bytes.substr(0, 40);
    EXPECT_EQ(feed.error().code, ErrorCode::kMalformed);
    EXPECT_NE(feed.error().message.find(c.says), std::string::npos) << feed.error().message;
  }
}

TEST(JsonListTest, AnEmptyListIsAQuietSource) {
  const Result<Feed> feed = parse_json_list(answer("[]"), shape());
  ASSERT_TRUE(feed);
  EXPECT_TRUE(feed->entries.empty());
}

TEST(JsonListTest, EntriesWithoutATitleAreLeftOutAndTheirNumberIsBounded) {
  std::string trials = R"([{"id": "x"}, 5)";
  for (int i = 0; i < 50; ++i)
    trials += R"(, {"names": {"short": ")" + std::to_string(i) + R"("}})";
  Options options;
  options.max_entries = 10;
  const Result<Feed> feed = parse_json_list(answer(trials + "]"), shape(), options);
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 10U);
  EXPECT_EQ(feed->entries[0].title, "0");
}

TEST(JsonListTest, WrongDescriptionsAreNamed) {
  for (const std::string& text : {std::string("{a"), std::string("x{}"), std::string("{a..b}"),
                                  std::string("a."), std::string(2000, 'a')})
    EXPECT_NE(json_text_problem(text), "") << text.substr(0, 40);
  for (const char* text : {"a", "{a}", "x {a.b} y {c.0}", "https://x.example/{a}"})
    EXPECT_EQ(json_text_problem(text), "") << text;
}

// Recorded answers of public services, described as the catalog does.
TEST(JsonListTest, RecordedAnswersGiveTheirEntries) {
  struct Case {
    const char* file;
    const char* items;
    const char* title;
    const char* url;
  };
  const Case cases[] = {
      {"biomcp/ctgov__search_phelan_limit5_20260811.json", "studies",
       "protocolSection.identificationModule.briefTitle",
       "https://clinicaltrials.gov/study/{protocolSection.identificationModule.nctId}"},
      {"biomcp/openfda__drugsfda_imatinib_20260811.json", "results",
       "{sponsor_name}: {products.*.brand_name}",
       "https://api.fda.gov/drug/drugsfda.json?search=application_number:{application_number}"},
      {"biomcp/europepmc__search_pmid_20516115.json", "resultList.result", "title",
       "https://europepmc.org/article/{source}/{id}"},
      {"biorxiv_details_excerpt.json", "collection", "title", "https://doi.org/{doi}"},
  };
  for (const Case& c : cases) {
    const auto file = testing::shared_material("packs/pharma/api/" + std::string(c.file));
    if (file.empty()) GTEST_SKIP() << "needs ../shared/packs/pharma/api";
    JsonListShape described;
    described.items = c.items;
    described.title = c.title;
    described.url = c.url;
    const Result<Feed> feed = parse_json_list(testing::read_file(file), described);
    ASSERT_TRUE(feed) << c.file << ": " << feed.error().message;
    EXPECT_FALSE(feed->entries.empty()) << c.file;
    for (const Entry& entry : feed->entries) EXPECT_TRUE(Url::parse(entry.link)) << c.file;
  }
}

}  // namespace
}  // namespace vectora::feed
