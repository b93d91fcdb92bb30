// Dates a second, and running text without dates in bytes a second.
#include <benchmark/benchmark.h>

#include <string>

#include "vectora/text/lenient_date.h"

namespace vectora {
namespace {

void parse_each_form(benchmark::State& state) {
  constexpr std::string_view kDates[] = {
      "Tue, 03 Feb 2026 10:00:00 GMT",
      "2026-02-03T10:00:00+01:00",
      "Feb. 3, 2026, 12:37 p.m.",
      "le 15 janvier 2026",
      "2026년 2월 3일",
      "03.02.2026",
      "Published: 3 February 2026",
      "NEWS10 December, 2025MORE",
  };
  size_t at = 0;
  for (auto _ : state) benchmark::DoNotOptimize(text::parse_date(kDates[at++ % 8]));
  state.SetItemsProcessed(state.iterations());
}

void find_in_text(benchmark::State& state) {
  std::string text;
  while (text.size() < 100000) {
    text += "The company said that 12.5% of 1,200 patients in 34 centres were treated in May. ";
  }
  for (auto _ : state) benchmark::DoNotOptimize(text::find_dates(text));
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
}

BENCHMARK(parse_each_form);
BENCHMARK(find_in_text);

}  // namespace
}  // namespace vectora
