#include "vectora/feed/xml/scanner.h"

#include <algorithm>
#include <array>

namespace vectora::feed::xml {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// A table, for this is asked for each letter of each name.
constexpr std::array<bool, 256> kEndsName = [] {
  std::array<bool, 256> ends{};
  for (const char c : std::string_view(" \n\t\r\f>/=<")) ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

bool ends_name(char c) { return kEndsName[static_cast<unsigned char>(c)]; }

size_t skip_space(std::string_view text, size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

size_t name_end(std::string_view text, size_t at) {
  while (at < text.size() && !ends_name(text[at])) ++at;
  return at;
}

}  // namespace

bool Scanner::next(Token& token) {
  while (position_ < document_.size()) {
    if (document_[position_] != '<') return read_text(token, position_);
    if (read_markup(token)) return true;
  }
  return false;
}

// Text up to the next "<" after `from`.
bool Scanner::read_text(Token& token, size_t from) {
  token = {};
  token.begin = position_;
  position_ = std::min(document_.find('<', from), document_.size());
  token.end = position_;
  token.text = slice(token.begin, token.end);
  return true;
}

// At a "<". False if what stands there is passed over.
bool Scanner::read_markup(Token& token) {
  const std::string_view rest = document_.substr(position_);
  const char first = rest.size() > 1 ? rest[1] : '\0';
  if (starts_name(first)) {
    read_start(token);
    return true;
  }
  if (first == '/') {
    read_end(token);
    return true;
  }
  if (rest.starts_with("<![CDATA[")) {
    read_cdata(token);
    return true;
  }
  if (rest.starts_with("<!--")) {
    skip_past("-->", position_ + 4);
    return false;
  }
  if (first == '?') {
    skip_past("?>", position_ + 2);
    return false;
  }
  if (first == '!') {
    skip_declaration();
    return false;
  }
  return read_text(token, position_ + 1);
}

void Scanner::read_start(Token& token) {
  token = {};
  token.kind = TokenKind::kStart;
  token.begin = position_;
  const size_t name_begin = position_ + 1;
  const size_t attributes_begin = name_end(document_, name_begin);
  token.name = slice(name_begin, attributes_begin);
  size_t end = tag_end(attributes_begin);
  position_ = end < document_.size() && document_[end] == '>' ? end + 1 : end;
  token.end = position_;
  token.empty = end > attributes_begin && document_[end - 1] == '/';
  if (token.empty) --end;
  token.attributes = slice(attributes_begin, end);
}

void Scanner::read_end(Token& token) {
  token = {};
  token.kind = TokenKind::kEnd;
  token.begin = position_;
  const size_t begin = skip_space(document_, position_ + 2);
  const size_t end = name_end(document_, begin);
  token.name = slice(begin, end);
  size_t close = end;
  while (close < document_.size() && document_[close] != '>' && document_[close] != '<') ++close;
  position_ = close < document_.size() && document_[close] == '>' ? close + 1 : close;
  token.end = position_;
}

void Scanner::read_cdata(Token& token) {
  token = {};
  token.kind = TokenKind::kCdata;
  token.begin = position_;
  const size_t begin = std::min(position_ + 9, document_.size());
  if (cdata_end_ < begin) cdata_end_ = std::min(document_.find("]]>", begin), document_.size());
  const size_t end = cdata_end_;
  token.text = slice(begin, end);
  position_ = std::min(end + 3, document_.size());
  token.end = position_;
}

// The offset of the ">" that ends a tag, of the "<" before which it must have
// ended, or of the end of the document. Quoted values may hold both.
size_t Scanner::tag_end(size_t from) {
  for (size_t at = from; at < document_.size(); ++at) {
    const char c = document_[at];
    if (c == '>' || c == '<') return at;
    if (c != '"' && c != '\'') continue;
    // A quote that opens a value follows "="; any other is a slip.
    const size_t before = document_.find_last_not_of(" \t\r\n", at - 1);
    if (document_[before] != '=') continue;
    const size_t closing = closing_quote(at);
    if (closing != kNone && !is_runaway(at, closing)) at = closing;
  }
  return document_.size();
}

// Whether a value's own closing quote was forgotten, so that the one found opens
// another's: the value then spans the end of its tag, and no end of a value follows.
bool Scanner::is_runaway(size_t opening, size_t closing) const {
  const char next = closing + 1 < document_.size() ? document_[closing + 1] : '>';
  const bool is_end = is_space(next) || next == '/' || next == '>';
  return !is_end && slice(opening, closing).find('>') != kNone;
}

size_t Scanner::closing_quote(size_t opening) {
  const char quote = document_[opening];
  bool& none_follows = quote == '"' ? no_double_quote_ : no_single_quote_;
  if (none_follows) return kNone;
  const size_t closing = document_.find(quote, opening + 1);
  none_follows = closing == kNone;
  return closing;
}

// Looks for the terminator's last character: its first one fills whole comments.
void Scanner::skip_past(std::string_view terminator, size_t from) {
  size_t last = document_.find(terminator.back(), from + terminator.size() - 1);
  while (last != kNone && !slice(from, last + 1).ends_with(terminator))
    last = document_.find(terminator.back(), last + 1);
  position_ = last == kNone ? document_.size() : last + 1;
}

// <!DOCTYPE ... [ ... ]> and its like: a ">" within brackets or quotes is none.
void Scanner::skip_declaration() {
  const size_t begin = position_;
  int brackets = 0;
  size_t at = position_ + 2;
  for (; at < document_.size() && (document_[at] != '>' || brackets > 0); ++at) {
    const char c = document_[at];
    if (c == '[') ++brackets;
    if (c == ']') --brackets;
    const size_t closing = c == '"' || (c == '\'' && brackets > 0) ? closing_quote(at) : kNone;
    if (closing != kNone) at = closing;
  }
  position_ = std::min(at + 1, document_.size());
  if (document_type_.empty()) document_type_ = slice(begin, position_);
}

bool AttributeReader::next(std::string_view& name, std::string_view& value) {
  size_t at = 0;
  while (at < rest_.size() && !starts_name(rest_[at])) ++at;
  if (at == rest_.size()) return false;
  size_t end = name_end(rest_, at);
  name = rest_.substr(at, end - at);
  value = {};
  const size_t equals = skip_space(rest_, end);
  if (equals >= rest_.size() || rest_[equals] != '=') {
    rest_.remove_prefix(end);
    return true;
  }
  const size_t begin = skip_space(rest_, equals + 1);
  if (begin < rest_.size() && (rest_[begin] == '"' || rest_[begin] == '\'')) {
    end = std::min(rest_.find(rest_[begin], begin + 1), rest_.size());
    value = rest_.substr(begin + 1, end - begin - 1);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return true;
  }
  end = begin;
  while (end < rest_.size() && !is_space(rest_[end])) ++end;
  value = rest_.substr(begin, end - begin);
  rest_.remove_prefix(end);
  return true;
}

}  // namespace vectora::feed::xml
