// Folding and matching on one core, against 20,000 generated names, in bytes of
// text a second; and how much faster the automaton is than looking for each name
// by itself, or with Python's `re`, measured in the same run.
#include <benchmark/benchmark.h>

#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "bench/python_baseline.h"
#include "vectora/lexicon/lexicon.h"
#include "vectora/text/fold.h"

namespace vectora {
namespace {

constexpr size_t kNames = 20000;

std::string made_up_word(std::mt19937& random) {
  constexpr std::string_view kSyllables[] = {"ba",  "cor", "dix", "en",  "fu",  "gal", "hep", "in",
                                             "lor", "mab", "nib", "per", "rix", "tra", "vel", "zo"};
  std::string word;
  for (size_t i = 2 + random() % 3; i > 0; --i) word += kSyllables[random() % 16];
  word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::vector<std::string> make_names() {
  std::mt19937 random(1);
  std::vector<std::string> names(kNames);
  for (std::string& name : names) {
    name = made_up_word(random);
    for (size_t more = random() % 3; more > 0; --more) name += " " + made_up_word(random);
  }
  return names;
}

// English function words, ordinary words, and a name in every thirty words.
std::string make_text(const std::vector<std::string>& names, size_t bytes) {
  constexpr std::string_view kWords[] = {
      "the",      "of",    "and",       "to",        "in",        "for",   "with",    "a",
      "that",     "today", "results",   "announced", "patients",  "study", "company", "treatment",
      "approval", "phase", "injection", "monthly",   "agreement", "first", "quarter", "rights"};
  std::mt19937 random(2);
  std::string text;
  while (text.size() < bytes) {
    const bool name = random() % 30 == 0;
    text += name ? std::string_view(names[random() % names.size()]) : kWords[random() % 24];
    text += random() % 12 == 0 ? ". " : " ";
  }
  return text;
}

const std::vector<std::string>& names() {
  static const std::vector<std::string> made = make_names();
  return made;
}

const std::string& text() {
  static const std::string made = make_text(names(), 64 << 10);
  return made;
}

const lexicon::Lexicon& compiled() {
  static const lexicon::Lexicon made = [] {
    lexicon::Scope scope;
    for (const std::string& name : names()) scope.terms.push_back({name, {}, {}, {}, {}});
    return *lexicon::Lexicon::compile({scope});
  }();
  return made;
}

void count_bytes(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}

void fold_english(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(text::fold(text()));
  count_bytes(state, text().size());
}

void fold_french(benchmark::State& state) {
  std::string french;
  while (french.size() < text().size()) french += "L’étude a été menée à Genève – déjà terminée. ";
  for (auto _ : state) benchmark::DoNotOptimize(text::fold(french));
  count_bytes(state, french.size());
}

void fold_and_find(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(compiled().find(text()));
  count_bytes(state, text().size());
  state.counters["mentions"] = static_cast<double>(compiled().find(text()).size());
}

void compile_names(benchmark::State& state) {
  std::vector<lexicon::Scope> scopes = {compiled().scope(0)};
  for (auto _ : state) benchmark::DoNotOptimize(lexicon::Lexicon::compile(scopes));
}

size_t find_each_name(const std::string& folded, const std::vector<std::string>& folded_names) {
  size_t found = 0;
  for (const std::string& name : folded_names) {
    for (size_t at = folded.find(name); at != std::string::npos; at = folded.find(name, at + 1)) {
      ++found;
    }
  }
  return found;
}

using Clock = std::chrono::steady_clock;

double seconds_of_automaton() {
  const auto start = Clock::now();
  for (int i = 0; i < 20; ++i) benchmark::DoNotOptimize(compiled().find(text()));
  return std::chrono::duration<double>(Clock::now() - start).count() / 20;
}

void naive_search(benchmark::State& state) {
  std::vector<std::string> folded_names;
  for (const std::string& name : names()) folded_names.push_back(text::fold_text(name));
  const double automaton = seconds_of_automaton();
  double naive = 0;
  for (auto _ : state) {
    const auto before = Clock::now();
    benchmark::DoNotOptimize(find_each_name(text::fold_text(text()), folded_names));
    naive += std::chrono::duration<double>(Clock::now() - before).count();
  }
  count_bytes(state, text().size());
  state.counters["ratio"] = naive / static_cast<double>(state.iterations()) / automaton;
}

void python_search(benchmark::State& state) {
  const bench::Search search{names(), {}, {text()}};
  const double automaton = seconds_of_automaton();
  std::optional<double> seconds;
  for ([[maybe_unused]] auto iteration : state) seconds = bench::python_seconds(search);
  if (!seconds) return state.SkipWithError("no /usr/bin/python3 to compare with");
  state.counters["ratio"] = *seconds / automaton;
}

BENCHMARK(fold_english);
BENCHMARK(fold_french);
BENCHMARK(fold_and_find);
BENCHMARK(compile_names)->Unit(benchmark::kMillisecond);
BENCHMARK(naive_search)->Unit(benchmark::kMillisecond);
BENCHMARK(python_search)->Iterations(1)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace vectora
