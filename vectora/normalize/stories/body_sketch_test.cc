#include "vectora/normalize/stories/body_sketch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace vectora::normalize {
namespace {

std::vector<std::string> random_words(size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  while (words.size() < count) words.push_back("w" + std::to_string(random() % 3000));
  return words;
}

std::string text_of(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

// The share of runs of four words, counted one by one.
double resemblance(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto runs = [](const std::vector<std::string>& words) {
    std::set<std::string> set;
    for (size_t i = 0; i + 4 <= words.size(); ++i)
      set.insert(words[i] + " " + words[i + 1] + " " + words[i + 2] + " " + words[i + 3]);
    return set;
  };
  const std::set<std::string> one = runs(a);
  const std::set<std::string> other = runs(b);
  std::vector<std::string> both;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(),
                        std::back_inserter(both));
  return static_cast<double>(both.size()) /
         static_cast<double>(one.size() + other.size() - both.size());
}

TEST(BodySketchTest, CountsWhatTwoTextsShareAsComparingAllRunsDoes) {
  double error = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::vector<std::string> words = random_words(200 + seed, seed);
    std::vector<std::string> changed = words;
    for (size_t i = 0; i < changed.size(); i += 5 + seed) changed[i] = "other";
    const size_t equal = sketch_of(text_of(words)).equal_values(sketch_of(text_of(changed)));
    error +=
        std::abs(static_cast<double>(equal) / BodySketch::kValues - resemblance(words, changed));
  }
  EXPECT_LT(error / 100, 0.06);
}

TEST(BodySketchTest, SmallChangesLeaveATextNearlyEqual) {
  const std::vector<std::string> words = random_words(300, 1);
  const BodySketch sketch = sketch_of(text_of(words));
  std::vector<std::string> longer = words;
  longer.push_back("republished");
  longer[10] = "edited";
  EXPECT_TRUE(nearly_equal(sketch, sketch_of(text_of(longer))));
  const std::string text = text_of(words);
  EXPECT_EQ(sketch, sketch_of("  " + text + "\n"));
  std::string shouted = text;
  std::transform(shouted.begin(), shouted.end(), shouted.begin(),
                 [](char c) { return static_cast<char>(c >= 'a' && c <= 'z' ? c - 32 : c); });
  EXPECT_EQ(sketch, sketch_of(shouted));
  const std::vector<std::string> half(words.begin(), words.begin() + 150);
  EXPECT_FALSE(nearly_equal(sketch, sketch_of(text_of(half))));
  EXPECT_FALSE(nearly_equal(sketch, sketch_of(text_of(random_words(300, 2)))));
}

TEST(BodySketchTest, NearlyEqualTextsHaveABandInCommon) {
  int missed = 0;
  int found = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::vector<std::string> words = random_words(120, seed);
    const BodySketch a = sketch_of(text_of(words));
    words[50] = "edited";
    const BodySketch b = sketch_of(text_of(words));
    if (!nearly_equal(a, b)) continue;
    ++found;
    const auto mine = a.band_keys();
    const auto others = b.band_keys();
    bool common = false;
    for (size_t i = 0; i < BodySketch::kBands; ++i) common |= mine[i] == others[i];
    missed += common ? 0 : 1;
  }
  EXPECT_GT(found, 290);
  EXPECT_EQ(missed, 0);
}

TEST(BodySketchTest, AShortTextSaysNothing) {
  const BodySketch teaser = sketch_of("The company said more on its website today.");
  EXPECT_TRUE(teaser.empty());
  EXPECT_FALSE(nearly_equal(teaser, teaser));
  EXPECT_EQ(teaser.hex(), "");
}

TEST(BodySketchTest, TheSameBytesOnEveryMachine) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " ";
  const BodySketch sketch = sketch_of(text);
  EXPECT_EQ(sketch.hex().substr(0, 16), "776cf726fdca776c");
  EXPECT_EQ(BodySketch::parse(sketch.hex()), sketch);
  EXPECT_EQ(BodySketch::parse(""), BodySketch());
  EXPECT_FALSE(BodySketch::parse("12"));
  EXPECT_FALSE(BodySketch::parse(std::string(256, 'g')));
}

}  // namespace
}  // namespace vectora::normalize
