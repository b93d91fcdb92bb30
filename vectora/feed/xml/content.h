// The content of one element, up to its end tag or to where that must have been.
//
//   Scanner scanner("R&amp;D <b>news</b></title><link>...");      just after <title>
//   ContentReader reader(scanner, entities);
//   reader.read("title", closes);
//   reader.text()      "R&D <b>news</b>"
//   reader.raw()       "R&amp;D <b>news</b>"
//
// References are decoded, CDATA is taken as it is, markup stays as written: what
// is left is text or HTML, as its author meant it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/feed/xml/declared_entities.h"
#include "vectora/feed/xml/scanner.h"

namespace vectora::feed::xml {

class ContentReader {
 public:
  ContentReader(Scanner& scanner, DeclaredEntities& entities)
      : scanner_(scanner), entities_(entities) {}

  // Whether a tag inside ends the element although its own end tag is missing:
  // the start of a sibling, the end of a parent. Asked for each tag that does
  // not belong to the content's own markup.
  using Closes = std::function<bool(const Token&)>;

  // Reads past the end tag of `element`; a tag that closes it otherwise is left
  // to be read again.
  void read(std::string_view element, const Closes& closes);
  // As if read, for <element/>.
  void clear();

  // Valid until the next read.
  std::string_view text() const { return text_; }
  std::string_view raw() const { return raw_; }
  bool has_markup() const { return has_markup_; }

  // A field longer than this is cut: nobody wrote it.
  static constexpr size_t kMaxBytes = 8 << 20;

 private:
  Scanner& scanner_;
  DeclaredEntities& entities_;
  std::string text_;
  std::string_view raw_;
  bool has_markup_ = false;
  std::vector<std::string_view> open_;  // markup inside the content

  void cut_runaway(std::string_view element, Token& token);
  bool is_open(std::string_view name) const;
  void add_markup(const Token& token);
  void add_text(const Token& token);
  size_t room() const;
};

}  // namespace vectora::feed::xml
