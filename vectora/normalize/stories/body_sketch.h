// BodySketch: a text in 128 bytes, by which nearly equal texts know each other.
//
//   const BodySketch sketch = sketch_of(news_of(item.content, endings));
//   nearly_equal(sketch, other)      one text with small changes, as when it is republished
//
// MinHash of the text's runs of four words (Broder, "On the resemblance and
// containment of documents", 1997), 64 values of 16 bits each. Deterministic: the
// same text gives the same bytes on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::normalize {

class BodySketch {
 public:
  static constexpr size_t kValues = 64;
  static constexpr size_t kBands = 16;

  BodySketch() = default;  // of a text too short to say anything; equal to none
  static std::optional<BodySketch> parse(std::string_view hex);  // as hex() writes it

  bool empty() const { return values_.empty(); }
  std::string hex() const;  // "" when empty

  // Of 64 values, those that are equal: 64 times the share of runs of words that
  // two texts have in common, about. 0 where one is empty.
  size_t equal_values(const BodySketch& other) const;

  // One key for each group of four values. Nearly equal texts have one in common
  // (but for one in 10,000 pairs), others hardly ever.
  std::array<uint64_t, kBands> band_keys() const;

  bool operator==(const BodySketch&) const = default;

 private:
  friend BodySketch sketch_of(std::string_view text);

  std::vector<uint16_t> values_;  // none or kValues
};

// Case, accents beyond ASCII apart, and punctuation do not matter.
BodySketch sketch_of(std::string_view text);

// Four fifths of the runs of words are the same, about.
bool nearly_equal(const BodySketch& a, const BodySketch& b);

}  // namespace vectora::normalize
