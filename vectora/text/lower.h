// Lower case with every character at its old place, for what reports places.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vectora::text {

// A letter or digit of ASCII, or "_": what "\b" of an expression asks about.
constexpr bool is_word_byte(char c) {
  const unsigned byte = static_cast<unsigned char>(c);
  return (byte | 0x20U) - 'a' < 26U || byte - '0' < 10U || byte == '_';
}

// By the simple mappings of Unicode. A character whose lower case has another
// number of bytes (the dotted capital I of Turkish, the Kelvin sign) stays as it is.
std::string lower_in_place(std::string_view utf8);

// A text in lower case, made once for all who ask about its words.
class Lowered {
 public:
  Lowered() : Lowered(std::string_view()) {}
  explicit Lowered(std::string_view utf8);

  std::string_view text() const { return std::string_view(padded_).substr(0, size_); }

  // Eight bytes from a place on, zero behind the end.
  const char* bytes_at(size_t place) const { return padded_.data() + place; }

  // A word of word bytes, or any other byte but a space: the places of leads (regex/leads.h).
  struct Piece {
    uint32_t begin = 0;
    uint32_t front = 0;  // the key (word_key.h) of its first three bytes
    // Of the word, and of what begins with it: eight bytes, four and one.
    std::array<uint32_t, 4> keys{};
  };
  const std::vector<Piece>& pieces() const { return pieces_; }  // from left to right

 private:
  std::string padded_;
  std::vector<Piece> pieces_;
  size_t size_ = 0;
};

}  // namespace vectora::text
