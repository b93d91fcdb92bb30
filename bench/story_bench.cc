// A million headlines that tell events in several words each, over a year, joined
// to stories: seconds, and the most memory that the process ever held. Beside it a
// thousand of them, compared each with each.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cmath>
#include <random>

#include "vectora/normalize/stories/stories.h"

namespace vectora {
namespace {

constexpr int kDays = 365;
constexpr size_t kWords = 30000;
constexpr size_t kNames = 3000;
constexpr size_t kTellings = 3;  // of an event, about

// Few words are frequent and many rare, as in language.
size_t zipf(std::mt19937& random, size_t count) {
  const double u = std::uniform_real_distribution<double>(0, 1)(random);
  return static_cast<size_t>(std::pow(static_cast<double>(count), u)) - 1;
}

std::string word(size_t number) {
  std::string made;
  for (size_t rest = number + 400; rest > 0; rest /= 60) {
    made += "bcdfglmnprst"[rest % 12];
    made += "aeiou"[rest / 12 % 5];
  }
  return made;
}

struct News {
  std::vector<normalize::Item> items;
  std::vector<normalize::Fingerprint> prints;
  std::vector<const normalize::Item*> pointers;
};

// Most tellings keep most of the event's words.
std::string told(const std::vector<size_t>& event, std::mt19937& random) {
  std::string title;
  for (const size_t number : event)
    title += word(random() % 5 == 0 ? zipf(random, kWords) : number) + " ";
  return title;
}

News make_news(size_t count) {
  std::mt19937 random(1);
  News news;
  news.items.reserve(count);
  while (news.items.size() < count) {
    std::vector<size_t> event(7 + random() % 4);
    for (size_t& number : event) number = zipf(random, kWords);
    const std::string name = "maker" + std::to_string(zipf(random, kNames));
    const int day = static_cast<int>(random() % kDays);
    for (size_t n = 1 + random() % (2 * kTellings - 1); n > 0 && news.items.size() < count; --n) {
      normalize::Item item;
      item.id = ItemId("item_" + std::to_string(news.items.size()));
      item.title = name + " " + told(event, random);
      item.url = "https://press.example/" + std::to_string(news.items.size());
      item.published_at = *Date::parse("2026-01-01") + day + static_cast<int>(random() % 3);
      normalize::Annotation annotation;
      annotation.event.primary = "partnership";
      annotation.mentions.push_back(
          {normalize::EntityKind::kCompany, {normalize::Field::kTitle, 0, 1}, name, name, "exact"});
      news.prints.push_back(normalize::fingerprint(item, annotation, {}));
      news.items.push_back(std::move(item));
    }
  }
  for (const normalize::Item& item : news.items) news.pointers.push_back(&item);
  return news;
}

size_t stories_in(const std::vector<size_t>& tellers) {
  size_t stories = 0;
  for (size_t i = 0; i < tellers.size(); ++i) stories += tellers[i] == i ? 1 : 0;
  return stories;
}

void join_stories(benchmark::State& state) {
  const News news = make_news(static_cast<size_t>(state.range(0)));
  std::vector<size_t> tellers;
  for ([[maybe_unused]] auto iteration : state)
    tellers = normalize::best_tellers(news.prints, news.pointers, {});
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.counters["stories"] = static_cast<double>(stories_in(tellers));
  state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024;
}

void compare_each_with_each(benchmark::State& state) {
  const News news = make_news(1000);
  for ([[maybe_unused]] auto iteration : state)
    for (const normalize::Fingerprint& a : news.prints)
      for (const normalize::Fingerprint& b : news.prints)
        benchmark::DoNotOptimize(normalize::same_story(a, b, {}));
  state.SetItemsProcessed(state.iterations() * 1000);
}

BENCHMARK(compare_each_with_each)->Iterations(1)->Unit(benchmark::kSecond);
BENCHMARK(join_stories)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(join_stories)->Arg(1000000)->Iterations(1)->Unit(benchmark::kSecond);

}  // namespace
}  // namespace vectora
