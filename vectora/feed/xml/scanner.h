// XML as feeds have it: a scanner that never fails and never looks back.
//
//   Scanner scanner("<title>A &amp; B</title>");
//   for (Token token; scanner.next(token);) ...     kStart "title", kText "A &amp; B", kEnd "title"
//
// Tokens are views into the document, which must outlive them; nothing is
// copied, nothing is decoded. Not well-formed text is read as its author meant
// it: a "<" that starts no tag is text, a tag without ">" ends at the next "<",
// what is open at the end of the document is closed there. Comments, processing
// instructions and declarations are passed over; nothing is ever fetched. Time is linear in the
// document, memory constant.
#pragma once

#include <cstddef>
#include <string_view>

namespace vectora::feed::xml {

enum class TokenKind {
  kStart,  // <name attributes>; an empty element <name/> has `empty` set and no kEnd
  kEnd,    // </name>
  kText,   // references not decoded
  kCdata,  // the inside of <![CDATA[...]]>
};

struct Token {
  TokenKind kind = TokenKind::kText;
  std::string_view name;        // as written, with its prefix
  std::string_view attributes;  // between the name and the end of the tag
  std::string_view text;        // kText, kCdata
  bool empty = false;
  size_t begin = 0;  // byte span of the token in the document
  size_t end = 0;
};

class Scanner {
 public:
  explicit Scanner(std::string_view document) : document_(document) {}

  // False at the end of the document.
  bool next(Token& token);

  // The document type declaration, once it was passed; else empty.
  std::string_view document_type() const { return document_type_; }

  size_t position() const { return position_; }
  void seek(size_t position) { position_ = position; }

  // The document between two offsets that tokens gave.
  std::string_view slice(size_t begin, size_t end) const {
    return document_.substr(begin, end - begin);
  }

 private:
  std::string_view document_;
  size_t position_ = 0;
  std::string_view document_type_;
  // Where the last search for "]]>" ended: who seeks back does not search again.
  size_t cdata_end_ = 0;
  // Whether a search for this quote has failed: none follows.
  bool no_double_quote_ = false;
  bool no_single_quote_ = false;

  bool read_text(Token& token, size_t from);
  bool read_markup(Token& token);
  void read_start(Token& token);
  void read_end(Token& token);
  void read_cdata(Token& token);
  size_t tag_end(size_t from);
  size_t closing_quote(size_t opening);
  bool is_runaway(size_t opening, size_t closing) const;
  void skip_past(std::string_view terminator, size_t from);
  void skip_declaration();
};

// The attributes of a start tag, one by one: name="value", name='value',
// name=value or a bare name. The value's references are not decoded.
class AttributeReader {
 public:
  explicit AttributeReader(std::string_view attributes) : rest_(attributes) {}

  bool next(std::string_view& name, std::string_view& value);

 private:
  std::string_view rest_;
};

}  // namespace vectora::feed::xml
