// Words and their beginnings as numbers, to look them up and compare them at once.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace vectora::text {

// The first eight bytes of a word; all of them can be read.
class WordHead {
 public:
  static constexpr size_t kBytes = 8;

  explicit WordHead(const char* bytes) { std::memcpy(&bits_, bytes, kBytes); }

  // The same with zero behind so many bytes.
  WordHead first(size_t bytes) const { return WordHead(bits_ & kMasks[std::min(bytes, kBytes)]); }
  uint64_t bits() const { return bits_; }
  bool is_ascii() const { return (bits_ & 0x8080808080808080u) == 0; }

  bool operator==(const WordHead&) const = default;

 private:
  explicit WordHead(uint64_t bits) : bits_(bits) {}

  static constexpr std::array<uint64_t, kBytes + 1> make_masks() {
    std::array<uint64_t, kBytes + 1> masks{};
    std::array<char, kBytes> bytes{};
    for (size_t count = 1; count <= kBytes; ++count) {
      bytes[count - 1] = '\xFF';
      masks[count] = std::bit_cast<uint64_t>(bytes);
    }
    return masks;
  }
  static const std::array<uint64_t, kBytes + 1> kMasks;

  uint64_t bits_;
};

inline constinit const std::array<uint64_t, WordHead::kBytes + 1> WordHead::kMasks =
    WordHead::make_masks();

// Equal for equal letters, and seldom for others; mixed, its upper bits above all. A
// word and a beginning of the same letters differ.
class WordKey {
 public:
  static uint32_t of_word(WordHead head, size_t length) {
    return mixed(head.first(length).bits(), length);
  }
  static uint32_t of_beginning(WordHead head, size_t letters) {
    return mixed(head.first(letters).bits(), 0);
  }

 private:
  static uint32_t mixed(uint64_t letters, size_t length) {
    uint64_t hash = (letters ^ (length * 0xD6E8FEB86659FD93u)) * 0x9E3779B97F4A7C15u;
    hash = (hash ^ (hash >> 32)) * 0xBF58476D1CE4E5B9u;
    return static_cast<uint32_t>(hash >> 32);
  }
};

}  // namespace vectora::text
