// Items a second that are scanned, annotated and judged on one core: texts of one
// kilobyte, with the market pack and the client that the program brings along. An
// item is one of the invented news of test/data/judgement, followed by the prose of
// a release (release_prose.txt); a roundup is news after news, five names a line.
// Beside it the search alone in two slow ways: every name and pattern by itself, and
// Python's `re`.
// Start it from the root of the repository.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <tuple>

#include "bench/python_baseline.h"
#include "vectora/config/plan.h"
#include "vectora/normalize/annotator.h"
#include "vectora/score/judge.h"
#include "vectora/text/fold.h"
#include "vectora/text/regex.h"

namespace vectora {
namespace {

namespace fs = std::filesystem;

constexpr size_t kTextBytes = 1000;
constexpr size_t kItems = 500;

struct Market {
  config::LoadedWorkspace workspace;
  std::unique_ptr<normalize::Annotator> annotator;
  std::vector<normalize::Item> items;
  std::vector<normalize::Item> roundups;

  const lexicon::Lexicon& lexicon() const { return workspace.canonical->lexicon; }
  const score::Rules& rules() const { return workspace.clients.begin()->second.rules; }
};

config::Files pack_files() {
  config::Files files;
  for (const char* folder : {"canonical", "clients/production"}) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      std::ifstream in(entry.path(), std::ios::binary);
      if (entry.path().extension() == ".yaml")
        files[entry.path().generic_string()] = {std::istreambuf_iterator<char>(in), {}};
    }
  }
  return files;
}

using News = std::vector<std::pair<std::string, std::string>>;  // title and text

News read_news() {
  News news;
  std::ifstream in("test/data/judgement/items.jsonl");
  for (std::string line; std::getline(in, line);) {
    const Json json = *parse_json(line);
    news.emplace_back(string_member(json, "title"), string_member(json, "content"));
  }
  return news;
}

std::vector<std::string> read_prose() {
  std::vector<std::string> sentences;
  std::ifstream in("bench/release_prose.txt");
  for (std::string line; std::getline(in, line);) sentences.push_back(line);
  return sentences;
}

normalize::Item news_item(const News& news, size_t number) {
  normalize::Item item;
  item.id = ItemId("item_" + std::to_string(number));
  std::tie(item.title, item.content) = news[number % news.size()];
  item.published_at = Date::parse("2026-03-10");
  return item;
}

size_t bytes_of(const normalize::Item& item) { return item.title.size() + item.content.size(); }

void cut(normalize::Item& item) { item.content.resize(kTextBytes - item.title.size()); }

normalize::Item make_item(const News& news, const std::vector<std::string>& prose, size_t number) {
  normalize::Item item = news_item(news, number);
  for (size_t k = 7 * number; bytes_of(item) < kTextBytes; ++k)
    item.content += " " + prose[k % prose.size()];
  cut(item);
  return item;
}

normalize::Item make_roundup(const News& news, size_t number) {
  normalize::Item item = news_item(news, number);
  const size_t step = 1 + number / news.size();
  for (size_t k = number + step; bytes_of(item) < kTextBytes; k += step)
    item.content += " " + news[k % news.size()].first + ". " + news[k % news.size()].second;
  cut(item);
  return item;
}

const Market& market() {
  static const Market made = [] {
    Market market;
    const News news = read_news();
    market.workspace = config::load_workspace(pack_files());
    const std::vector<std::string> prose = read_prose();
    if (!market.workspace.canonical || market.workspace.clients.empty() || news.empty() ||
        prose.empty()) {
      std::cerr << "start this program from the root of the repository\n";
      std::exit(1);
    }
    for (size_t i = 0; i < kItems; ++i) {
      market.items.push_back(make_item(news, prose, i));
      market.roundups.push_back(make_roundup(news, i));
    }
    market.annotator =
        *normalize::make_rules_annotator(market.lexicon(), market.workspace.canonical->vocabulary);
    return market;
  }();
  return made;
}

void judge_one(const normalize::Item& item) {
  const normalize::Scan scan = normalize::scan(item, market().lexicon());
  const normalize::Annotation annotation = market().annotator->annotate(item, scan, {});
  benchmark::DoNotOptimize(
      score::judge({item, annotation, scan, {}}, market().rules(), *item.published_at));
}

void scan_items(benchmark::State& state) {
  size_t next = 0;
  for ([[maybe_unused]] auto iteration : state)
    benchmark::DoNotOptimize(normalize::scan(market().items[next++ % kItems], market().lexicon()));
  state.SetItemsProcessed(state.iterations());
}

void annotate_items(benchmark::State& state) {
  std::vector<normalize::Scan> scans;
  for (const normalize::Item& item : market().items)
    scans.push_back(normalize::scan(item, market().lexicon()));
  size_t next = 0;
  for ([[maybe_unused]] auto iteration : state) {
    const size_t i = next++ % kItems;
    benchmark::DoNotOptimize(market().annotator->annotate(market().items[i], scans[i], {}));
  }
  state.SetItemsProcessed(state.iterations());
}

void judge_annotated_items(benchmark::State& state) {
  std::vector<normalize::Scan> scans;
  std::vector<normalize::Annotation> annotations;
  for (const normalize::Item& item : market().items) {
    scans.push_back(normalize::scan(item, market().lexicon()));
    annotations.push_back(market().annotator->annotate(item, scans.back(), {}));
  }
  size_t next = 0;
  for ([[maybe_unused]] auto iteration : state) {
    const size_t i = next++ % kItems;
    const normalize::Item& item = market().items[i];
    benchmark::DoNotOptimize(
        score::judge({item, annotations[i], scans[i], {}}, market().rules(), *item.published_at));
  }
  state.SetItemsProcessed(state.iterations());
}

void judge_items(benchmark::State& state) {
  size_t next = 0;
  for ([[maybe_unused]] auto iteration : state) judge_one(market().items[next++ % kItems]);
  state.SetItemsProcessed(state.iterations());
}

void judge_roundups(benchmark::State& state) {
  size_t next = 0;
  for ([[maybe_unused]] auto iteration : state) judge_one(market().roundups[next++ % kItems]);
  state.SetItemsProcessed(state.iterations());
}

// -- the slow ways -----------------------------------------------------------------

void add_term(const lexicon::Term& term, bench::Search& search) {
  if (!term.regex.empty()) {
    search.patterns.push_back(term.regex);
    return;
  }
  search.names.push_back(term.name);
  search.names.insert(search.names.end(), term.aliases.begin(), term.aliases.end());
}

bench::Search whole_search() {
  bench::Search search;
  for (const lexicon::Scope& scope : market().lexicon().scopes())
    for (const lexicon::Term& term : scope.terms) add_term(term, search);
  const normalize::RulesVocabulary& vocabulary = market().workspace.canonical->vocabulary;
  for (const auto* types : {&vocabulary.event_types, &vocabulary.content_types})
    for (const normalize::TypePattern& type : *types)
      for (const auto* list : {&type.title, &type.body, &type.negative})
        for (const normalize::Keyword& keyword : *list) add_term(keyword.term, search);
  for (const normalize::Item& item : market().items)
    search.texts.push_back(item.title + "\n" + item.content);
  return search;
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double judged_in() {
  for (const normalize::Item& item : market().items) judge_one(item);  // warm
  const double begin = cpu_seconds();
  for (const normalize::Item& item : market().items) judge_one(item);
  return (cpu_seconds() - begin) / kItems;
}

void naive_search(benchmark::State& state) {
  const bench::Search search = whole_search();
  std::vector<std::string> names;
  for (const std::string& name : search.names) names.push_back(text::fold_text(name));
  std::vector<text::Regex> patterns;
  for (const std::string& pattern : search.patterns)
    patterns.push_back(*text::Regex::compile(pattern, text::CaseSensitive::kNo));
  size_t next = 0;
  const double begin = cpu_seconds();
  for ([[maybe_unused]] auto iteration : state) {
    const std::string& text = search.texts[next++ % kItems];
    const std::string folded = text::fold_text(text);
    for (const std::string& name : names) benchmark::DoNotOptimize(folded.find(name));
    for (const text::Regex& pattern : patterns) benchmark::DoNotOptimize(pattern.search(text));
  }
  const double naive = (cpu_seconds() - begin) / static_cast<double>(state.iterations());
  state.SetItemsProcessed(state.iterations());
  state.counters["times_slower"] = naive / judged_in();
}

void python_search(benchmark::State& state) {
  bench::Search search = whole_search();
  search.texts.resize(20);
  std::optional<double> seconds;
  for ([[maybe_unused]] auto iteration : state) seconds = bench::python_seconds(search);
  if (!seconds) return state.SkipWithError("no /usr/bin/python3 to compare with");
  state.counters["items_per_second"] = 1 / *seconds;
  state.counters["times_slower"] = *seconds / judged_in();
}

BENCHMARK(scan_items);
BENCHMARK(annotate_items);
BENCHMARK(judge_annotated_items);
BENCHMARK(judge_items)->Name("scan_annotate_and_judge_items");
BENCHMARK(judge_roundups)->Name("scan_annotate_and_judge_roundups");
BENCHMARK(naive_search);
BENCHMARK(python_search)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vectora
