// Text cut into what dates are made of: numbers, words, marks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "vectora/text/date/words.h"

namespace vectora::text {

enum class TokenKind : uint8_t { kEnd, kNumber, kWord, kMark };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  // Of a mark: ASCII punctuation (dashes are '-', full-width forms their ASCII
  // twins), or 'Y' 'M' 'D' 'h' 'm' 's' for 年 月 日 時 分 秒 and their Korean
  // twins, or '?' for anything else.
  char mark = 0;
  bool spaced = false;  // white space stands before it
  uint8_t digits = 0;   // of a number; 255 means more than 18
  uint32_t begin = 0;   // byte span in the text
  uint32_t end = 0;
  int64_t value = 0;               // of a number
  const DateWord* word = nullptr;  // of a word that dates know

  bool is(char wanted) const { return kind == TokenKind::kMark && mark == wanted; }
  bool is_number(int least, int most) const {
    return kind == TokenKind::kNumber && digits >= least && digits <= most;
  }
  bool has_role(DateRole role) const { return word != nullptr && word->role == role; }
  bool is_month() const { return word != nullptr && word->month != 0; }
};

// The token at or after `position`, which stands at the start of a token or of
// white space. A word ends where a capital begins the next ("ReleaseMay", "PRESSMay"). Digits of
// all scripts that write dates are read.
Token next_token(std::string_view text, size_t position);

// The tokens of a text from a place on, of which the longest date needs no more
// than kSize. Each is read once, when it is first asked for.
class TokenWindow {
 public:
  static constexpr size_t kSize = 28;

  explicit TokenWindow(std::string_view text) : text_(text) {}

  // The token `index` places on; past kSize the last one again.
  const Token& operator[](size_t index) const {
    if (index >= kSize) index = kSize - 1;
    while (filled_ <= index) read_one();
    return ring_[(first_ + index) % kRing];
  }

  // Moves on so that (*this)[count] becomes (*this)[0].
  void drop(size_t count);

 private:
  static constexpr size_t kRing = 32;

  void read_one() const;

  std::string_view text_;
  // What has been read ahead, which callers cannot tell from what has not.
  mutable std::array<Token, kRing> ring_;
  mutable size_t first_ = 0;
  mutable size_t filled_ = 0;
  mutable size_t position_ = 0;
};

}  // namespace vectora::text
