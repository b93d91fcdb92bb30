#include "vectora/text/date/tokens.h"

#include "vectora/base/utf8.h"
#include "vectora/text/fold_table.h"

namespace vectora::text {
namespace {

constexpr size_t kMaxWordBytes = 48;  // longer words name no month
constexpr int kMaxDigits = 18;

enum class CharClass : uint8_t { kSpace, kDigit, kLetter, kEastAsian, kMark };

struct Character {
  char32_t code = 0;
  CharClass type = CharClass::kMark;
  int digit = 0;
  size_t end = 0;
};

// The zero of each block of ten digits that dates are written in.
constexpr char32_t kZeros[] = {'0', 0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50, 0xFF10};

int digit_of(char32_t c) {
  for (const char32_t zero : kZeros) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
  }
  return -1;
}

bool is_east_asian(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7A3);
}

bool is_other_punctuation(char32_t c) {
  return (c >= 0x80 && c < 0xC0 && c != 0xAA && c != 0xBA) || (c >= 0x2000 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x3040) || (c >= 0xFF00 && c <= 0xFF20) || c == 0xD7 || c == 0xF7 ||
         c == 0x060C || c == kReplacementCharacter || c >= 0x1F000;
}

constexpr auto kAsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (size_t c = 0; c < classes.size(); ++c) {
    const size_t lower = c | 0x20;
    classes[c] = CharClass::kMark;
    if (c == ' ' || (c >= '\t' && c <= '\r')) classes[c] = CharClass::kSpace;
    if (c >= '0' && c <= '9') classes[c] = CharClass::kDigit;
    if (lower >= 'a' && lower <= 'z') classes[c] = CharClass::kLetter;
  }
  return classes;
}();

CharClass classify(char32_t c) {
  if (is_east_asian(c)) return CharClass::kEastAsian;
  if (!is_other_punctuation(c)) return CharClass::kLetter;
  FoldBuffer buffer;
  const std::string_view form = folded_form(c, buffer);
  return form.empty() || form == " " ? CharClass::kSpace : CharClass::kMark;
}

Character character_at(std::string_view text, size_t position) {
  Character result;
  const auto byte = static_cast<unsigned char>(text[position]);
  if (byte < 0x80) return {byte, kAsciiClasses[byte], byte - '0', position + 1};
  result.end = position;
  result.code = next_code_point(text, result.end);
  result.digit = digit_of(result.code);
  result.type = result.digit >= 0 ? CharClass::kDigit : classify(result.code);
  return result;
}

bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }

void read_number(std::string_view text, Token& token) {
  token.kind = TokenKind::kNumber;
  while (token.end < text.size()) {
    const Character next = character_at(text, token.end);
    if (next.type != CharClass::kDigit) break;
    token.end = static_cast<uint32_t>(next.end);
    if (token.digits >= kMaxDigits) {
      token.digits = 255;
    } else {
      token.value = token.value * 10 + next.digit;
      ++token.digits;
    }
  }
}

// Letters in folded form, as far as a known word can go.
class WordBuffer {
 public:
  void add(char32_t c) {
    if (c < 0x80 && size_ < bytes_.size()) {
      bytes_[size_++] = static_cast<char>(c | 0x20);  // ASCII letters come here, no others
      return;
    }
    const std::string_view form = folded_form(c, buffer_);
    if (size_ + form.size() > bytes_.size()) {
      too_long_ = true;
      return;
    }
    form.copy(bytes_.data() + size_, form.size());
    size_ += form.size();
  }
  const DateWord* meaning() const {
    return too_long_ ? nullptr : find_date_word({bytes_.data(), size_});
  }

 private:
  FoldBuffer buffer_;
  std::array<char, kMaxWordBytes> bytes_;
  size_t size_ = 0;
  bool too_long_ = false;
};

// "news|May" and "NEWS|May"
bool begins_word(std::string_view text, char32_t before, const Character& next) {
  if (!is_ascii_upper(next.code)) return false;
  if (is_ascii_lower(before)) return true;
  const bool lower_follows =
      next.end < text.size() && is_ascii_lower(static_cast<unsigned char>(text[next.end]));
  return is_ascii_upper(before) && lower_follows;
}

void read_word(std::string_view text, Token& token) {
  token.kind = TokenKind::kWord;
  WordBuffer letters;
  char32_t before = 0;
  const size_t limit = token.begin + 4 * kMaxWordBytes;
  while (token.end < text.size() && token.end < limit) {
    const Character next = character_at(text, token.end);
    if (next.type != CharClass::kLetter) break;
    if (begins_word(text, before, next)) break;
    letters.add(next.code);
    before = next.code;
    token.end = static_cast<uint32_t>(next.end);
  }
  token.word = letters.meaning();
}

char east_asian_mark(char32_t c) {
  switch (c) {
    case U'年':
    case U'년': return 'Y';
    case U'月':
    case U'월': return 'M';
    case U'日':
    case U'일':
    case U'号':
    case U'號': return 'D';
    case U'时':
    case U'時':
    case U'시':
    case U'点':
    case U'點': return 'h';
    case U'分':
    case U'분': return 'm';
    case U'秒':
    case U'초': return 's';
    default: return '?';
  }
}

void read_east_asian(std::string_view text, const Character& first, Token& token) {
  const PrefixWord known = find_east_asian_word(text.substr(token.begin));
  if (known.word != nullptr) {
    token.kind = TokenKind::kWord;
    token.word = known.word;
    token.end = token.begin + static_cast<uint32_t>(known.size);
    return;
  }
  token.kind = TokenKind::kMark;
  token.mark = east_asian_mark(first.code);
  token.end = static_cast<uint32_t>(first.end);
}

void read_mark(const Character& first, Token& token) {
  token.kind = TokenKind::kMark;
  token.end = static_cast<uint32_t>(first.end);
  FoldBuffer buffer;
  const std::string_view form = folded_form(first.code, buffer);
  token.mark = form.size() == 1 ? form[0] : '?';
  if (first.code == 0x00B7 || first.code == 0x2027) token.mark = '.';
}

}  // namespace

Token next_token(std::string_view text, size_t position) {
  Token token;
  while (position < text.size()) {
    const Character first = character_at(text, position);
    if (first.type == CharClass::kSpace) {
      token.spaced = true;
      position = first.end;
      continue;
    }
    token.begin = token.end = static_cast<uint32_t>(position);
    switch (first.type) {
      case CharClass::kDigit: read_number(text, token); break;
      case CharClass::kLetter: read_word(text, token); break;
      case CharClass::kEastAsian: read_east_asian(text, first, token); break;
      default: read_mark(first, token); break;
    }
    return token;
  }
  token.begin = token.end = static_cast<uint32_t>(text.size());
  return token;
}

void TokenWindow::read_one() const {
  Token& token = ring_[(first_ + filled_) % kRing];
  token = next_token(text_, position_);
  position_ = token.end;
  ++filled_;
}

void TokenWindow::drop(size_t count) {
  while (filled_ < count) read_one();
  first_ += count;
  filled_ -= count;
}

}  // namespace vectora::text
