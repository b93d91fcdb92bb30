#include "vectora/feed/json_list.h"

#include <gtest/gtest.h>

#include <filesystem>

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
      {"<html><body/></html>", "no list at 'answer.trials'; the answer has the members html"},
      {"<html><br></html>", "XML that is not well-formed"},
      {"Down", "not JSON"},
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

JsonListShape record_shape() {
  JsonListShape shape;
  shape.items = "set.record";
  shape.title = "article.title";
  shape.url = "https://registry.example/{id}/";
  shape.published =
      "{dates.date[@kind=online].year}-{dates.date[@kind=online].month}-"
      "{dates.date[@kind=online].day}";
  shape.summary = "article.text.*";
  shape.ids = "found.list.id.*";
  shape.ids_url = "https://registry.example/records?id={ids}&as=xml";
  shape.ids_per_request = 2;
  return shape;
}

TEST(JsonListTest, XmlIsReadAsTheSameTree) {
  const Result<Feed> feed = parse_json_list(
      "<?xml version='1.0'?><!DOCTYPE set SYSTEM 'x.dtd'><set><record><id v='1'>7</id><article>"
      "<title>A depot of <i>long</i> action &lt; 1 mg.</title>"
      "<text label='AIM'>To test it.</text><text label='END'>It works.</text></article>"
      "<dates><date kind='sent'><year>2025</year><month>11</month><day>1</day></date>"
      "<date kind='online'><year>2026</year><month>2</month><day>3</day></date></dates>"
      "</record></set>",
      record_shape());
  ASSERT_TRUE(feed) << feed.error().message;
  ASSERT_EQ(feed->entries.size(), 1U);
  const Entry& entry = feed->entries[0];
  EXPECT_EQ(entry.title, "A depot of long action < 1 mg.");
  EXPECT_EQ(entry.link, "https://registry.example/7/");
  ASSERT_TRUE(entry.published);
  EXPECT_EQ(entry.published->day.str(), "2026-02-03");
  EXPECT_EQ(entry.summary, "To test it. It works.");
}

TEST(JsonListTest, AnXmlAnswerWithoutRecordsIsEmptyAndOneOfAnotherShapeAFault) {
  EXPECT_TRUE(parse_json_list("<set></set>", record_shape()));
  EXPECT_TRUE(parse_json_list("<set count='0'/>", record_shape()));
  for (const char* xml : {"<error>too many requests</error>", "<set><error>no</error></set>",
                          "<!DOCTYPE html><html><body>Down</body></html>", "<set"})
    EXPECT_FALSE(parse_json_list(xml, record_shape())) << xml;
}

TEST(JsonListTest, RecordsAreAskedForByTheirIds) {
  const auto addresses = [](std::string_view answer) {
    const Result<std::vector<Url>> urls = record_addresses(answer, record_shape());
    if (!urls) return urls.error().message;
    std::string text;
    for (const Url& url : *urls) text += url.str() + "\n";
    return text;
  };
  EXPECT_EQ(addresses(R"({"found": {"list": {"id": ["1", 2, "a b&c", "1"]}}})"),
            "https://registry.example/records?id=1,2&as=xml\n"
            "https://registry.example/records?id=a%20b%26c&as=xml\n");
  EXPECT_EQ(addresses("<found><list><id>1</id></list></found>"),
            "https://registry.example/records?id=1&as=xml\n");
  EXPECT_EQ(addresses(R"({"found": {"list": {"id": []}}})"), "");
  EXPECT_EQ(addresses("<found><n>0</n><list/></found>"), "");
  EXPECT_EQ(addresses(R"({"found": {"error": "no such index"}})"),
            "no ids at 'found.list.id.*'; the answer has the members found");
  EXPECT_EQ(addresses("<error/>"), "no ids at 'found.list.id.*'; the answer has the members error");
}

TEST(JsonListTest, NoMoreThanAThousandIdsAreAskedFor) {
  Json ids = Json::array();
  for (int i = 0; i < 3000; ++i) ids.push_back(i);
  JsonListShape shape = record_shape();
  shape.ids_per_request = 100;
  const Json answer = {{"found", {{"list", {{"id", ids}}}}}};
  EXPECT_EQ(record_addresses(to_json_line(answer), shape)->size(), kMaxIds / 100);
}

TEST(JsonListTest, AnAddressOfRecordsHasAPlaceForTheirIds) {
  EXPECT_EQ(ids_url_problem("https://registry.example/{ids}"), "");
  EXPECT_EQ(ids_url_problem("https://registry.example/"), "without {ids}");
  EXPECT_EQ(ids_url_problem("ftp://registry.example/{ids}"), "not an http address");
}

// Records that services gave, where they are at hand.
TEST(JsonListTest, RecordedArticlesHaveTitleDayAndText) {
  const std::filesystem::path folder = "../shared/packs/pharma/api";
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the recorded answers are not here";
  JsonListShape shape;
  shape.items = "PubmedArticleSet.PubmedArticle";
  shape.title = "MedlineCitation.Article.ArticleTitle";
  shape.url = "https://pubmed.ncbi.nlm.nih.gov/{MedlineCitation.PMID}/";
  const std::string day = "PubmedData.History.PubMedPubDate[@PubStatus=pubmed].";
  shape.published = "{" + day + "Year}-{" + day + "Month}-{" + day + "Day}";
  shape.summary = "MedlineCitation.Article.Abstract.AbstractText.*";
  size_t read = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string bytes =
        file.is_regular_file() ? testing::read_file(file.path()) : std::string();
    if (bytes.find("<PubmedArticle>") == std::string::npos) continue;
    const Result<Feed> feed = parse_json_list(bytes, shape);
    ASSERT_TRUE(feed) << file.path() << feed.error().message;
    for (const Entry& entry : feed->entries) {
      EXPECT_FALSE(entry.title.empty()) << file.path();
      EXPECT_TRUE(entry.published) << file.path() << entry.date_text;
      EXPECT_TRUE(Url::parse(entry.link)) << file.path() << entry.link;
      ++read;
    }
  }
  EXPECT_GE(read, 8U);
}

}  // namespace
}  // namespace vectora::feed
