// One permutation instead of sixty-four
//
// Plain MinHash takes the least of 64 hash functions over all runs of words: 64
// hashes a run. One function is enough when its values are parted into 64 bins and
// the least of each bin is kept (Li, Owen, Zhang, "One permutation hashing", NIPS
// 2012). A bin that no run falls into takes the value of another, found by hashing
// the bin's number, so that two texts fill it from the same bins (Shrivastava,
// "Optimal densification for fast and accurate minwise hashing", ICML 2017). Of
// each value 16 bits are kept (Li, König, "b-bit minwise hashing", WWW 2010): two
// that differ look equal once in 65,536 times.
#include "vectora/normalize/stories/body_sketch.h"

#include <algorithm>
#include <limits>

#include "vectora/normalize/words.h"

namespace vectora::normalize {
namespace {

constexpr size_t kRun = 4;          // words of a run
constexpr size_t kMinWords = 40;    // of a text that says something
constexpr size_t kMaxWords = 5000;  // the rest of a longer text is not looked at
constexpr size_t kNearlyEqual = 52;
constexpr uint64_t kNothing = std::numeric_limits<uint64_t>::max();

static_assert(BodySketch::kValues == 64, "the bin of a hash is its upper six bits");

// The finisher of SplitMix64: every bit of the input moves every bit of the output.
uint64_t mixed(uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

// FNV-1a.
uint64_t hash_of(std::string_view word) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return hash;
}

using Bins = std::array<uint64_t, BodySketch::kValues>;

Bins bins_of(const std::vector<uint64_t>& words) {
  Bins bins;
  bins.fill(kNothing);
  for (size_t i = 0; i + kRun <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t k = 0; k < kRun; ++k) hash = mixed(hash * 0x9E3779B97F4A7C15u + words[i + k]);
    uint64_t& bin = bins[hash >> 58];
    bin = std::min(bin, hash);
  }
  return bins;
}

// Some bin is full: a text has more than one run.
uint64_t filled(const Bins& bins, size_t bin) {
  for (uint64_t attempt = 0; bins[bin] == kNothing; ++attempt)
    bin = mixed(bin * 0x9E3779B97F4A7C15u + attempt + 1) >> 58;
  return bins[bin];
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

BodySketch sketch_of(std::string_view text) {
  const std::string lower = lower_case(text);
  std::vector<uint64_t> words;
  for (const Word& word : split_words(lower)) {
    words.push_back(hash_of(word.in(lower)));
    if (words.size() == kMaxWords) break;
  }
  BodySketch sketch;
  if (words.size() < kMinWords) return sketch;
  const Bins bins = bins_of(words);
  for (size_t i = 0; i < BodySketch::kValues; ++i)
    sketch.values_.push_back(static_cast<uint16_t>(mixed(filled(bins, i)) >> 48));
  return sketch;
}

size_t BodySketch::equal_values(const BodySketch& other) const {
  if (empty() || other.empty()) return 0;
  size_t equal = 0;
  for (size_t i = 0; i < kValues; ++i) equal += values_[i] == other.values_[i] ? 1 : 0;
  return equal;
}

std::array<uint64_t, BodySketch::kBands> BodySketch::band_keys() const {
  constexpr size_t kRows = kValues / kBands;
  std::array<uint64_t, kBands> keys{};
  if (empty()) return keys;
  for (size_t i = 0; i < kValues; ++i) keys[i / kRows] = keys[i / kRows] << 16 | values_[i];
  return keys;
}

std::string BodySketch::hex() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const uint16_t value : values_)
    for (int shift = 12; shift >= 0; shift -= 4) hex += kDigits[value >> shift & 0xF];
  return hex;
}

std::optional<BodySketch> BodySketch::parse(std::string_view hex) {
  constexpr size_t kDigits = 4;
  if (!hex.empty() && hex.size() != kValues * kDigits) return std::nullopt;
  BodySketch sketch;
  for (size_t i = 0; i < hex.size(); ++i) {
    const int digit = digit_of(hex[i]);
    if (digit < 0) return std::nullopt;
    if (i % kDigits == 0) sketch.values_.push_back(0);
    sketch.values_.back() = static_cast<uint16_t>(sketch.values_.back() << 4 | digit);
  }
  return sketch;
}

bool nearly_equal(const BodySketch& a, const BodySketch& b) {
  return a.equal_values(b) >= kNearlyEqual;
}

}  // namespace vectora::normalize
