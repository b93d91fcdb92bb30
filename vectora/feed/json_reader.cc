#include "vectora/feed/json_reader.h"

#include <algorithm>

#include "vectora/base/utf8.h"

namespace vectora::feed {
namespace {

constexpr size_t kMaxStringBytes = 8 << 20;  // a longer one is cut: nobody wrote it

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_opening(char c) { return c == '{' || c == '['; }
bool is_closing(char c) { return c == '}' || c == ']'; }

bool ends_literal(char c) { return is_space(c) || is_closing(c) || c == ',' || c == ':'; }

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

char control_escape(char c) {
  switch (c) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    case 'b':
    case 'f': return ' ';
    default: return c;
  }
}

bool is_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDFFF; }

}  // namespace

// The next character that is not white space, not passed; NUL at the end.
char JsonReader::next_char() {
  while (position_ < text_.size() && is_space(text_[position_])) ++position_;
  return position_ < text_.size() ? text_[position_] : '\0';
}

// On to the next part of a container. Its opening bracket or a comma stands
// before the part; both are passed, as are commas too many.
bool JsonReader::step(char opening, char closing) {
  char c = next_char();
  if (c != opening && c != ',' && c != closing) return false;
  if (c != closing) ++position_;
  while ((c = next_char()) == ',') ++position_;
  if (c != closing) return c != '\0' && c != ']' && c != '}';
  ++position_;
  return false;
}

bool JsonReader::next_member(std::string& key) {
  if (!step('{', '}')) return false;
  if (next_char() != '"') return false;
  key = string();
  if (next_char() != ':') return false;
  ++position_;
  return next_char() != '\0';
}

bool JsonReader::next_element() { return step('[', ']'); }

std::string JsonReader::scalar() {
  const char c = next_char();
  if (c == '"') return string();
  const size_t begin = position_;
  skip();
  const bool is_number = c == '-' || (c >= '0' && c <= '9');
  return is_number ? std::string(text_.substr(begin, position_ - begin)) : std::string();
}

void JsonReader::skip() {
  size_t depth = 0;
  do {
    const char c = next_char();
    if (position_ == text_.size()) return;
    if (depth == 0 && (is_closing(c) || c == ',' || c == ':')) return;
    depth += is_opening(c) ? 1 : 0;
    depth -= is_closing(c) ? 1 : 0;
    skip_token(c);
  } while (depth > 0);
}

// One bracket, comma, colon, string, number or word, which starts with `c`.
void JsonReader::skip_token(char c) {
  if (c == '"') return skip_string();
  ++position_;
  if (is_opening(c) || ends_literal(c)) return;
  while (position_ < text_.size() && !ends_literal(text_[position_])) ++position_;
}

void JsonReader::skip_string() {
  for (++position_; position_ < text_.size(); ++position_) {
    position_ = std::min(text_.find_first_of("\"\\", position_), text_.size());
    if (position_ < text_.size() && text_[position_] == '"') break;
    ++position_;
  }
  position_ = std::min(position_ + 1, text_.size());
}

std::string JsonReader::string() {
  std::string out;
  ++position_;
  while (position_ < text_.size() && text_[position_] != '"') {
    size_t end = position_;
    while (end < text_.size() && text_[end] != '"' && text_[end] != '\\') ++end;
    if (out.size() < kMaxStringBytes)
      out += utf8_prefix(text_.substr(position_, end - position_), kMaxStringBytes - out.size());
    position_ = end;
    if (position_ < text_.size() && text_[position_] == '\\') read_escape(out);
  }
  position_ = std::min(position_ + 1, text_.size());
  return out;
}

void JsonReader::read_escape(std::string& out) {
  if (++position_ >= text_.size()) return;
  const char c = text_[position_];
  if (c != 'u') {
    out += control_escape(c);
    ++position_;
    return;
  }
  char32_t unit = read_unit();
  if (unit >= 0xD800 && unit <= 0xDBFF && text_.substr(position_).starts_with("\\u")) {
    const size_t before = position_++;
    const char32_t low = read_unit();
    if (low >= 0xDC00 && low <= 0xDFFF)
      unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
    else
      position_ = before;
  }
  if (unit != 0) append_utf8(out, is_surrogate(unit) ? kReplacementCharacter : unit);
}

// At the "u" of "\u00e9"; what has fewer than four digits is taken as it is.
char32_t JsonReader::read_unit() {
  char32_t unit = 0;
  ++position_;
  for (int i = 0; i < 4 && position_ < text_.size(); ++i, ++position_) {
    const int digit = hex_value(text_[position_]);
    if (digit < 0) return kReplacementCharacter;
    unit = unit * 16 + static_cast<char32_t>(digit);
  }
  return unit;
}

}  // namespace vectora::feed
