#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/text/charset.h"
#include "vectora/text/html_text.h"

namespace {

using vectora::text::DocumentKind;

void check(bool holds) {
  if (!holds) std::abort();
}

// Plain text is trimmed, its words are one space apart, and it is no longer than
// what it was made of.
void check_plain(std::string_view html) {
  const std::string text = vectora::text::plain_text(html);
  check(vectora::is_valid_utf8(text) && vectora::text::collapse_space(text) == text);
  check(text.size() <= 2 * html.size());  // "&nGt;" is shorter than its characters
}

}  // namespace

// Whatever the bytes are taken for, the text is valid UTF-8, so is the plain text
// of it, and what was sniffed is what it was decoded by. The first line of the input
// is the label.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  const std::string_view label = input.substr(0, line);
  const std::string_view bytes = line == std::string_view::npos ? input : input.substr(line + 1);
  check(vectora::is_valid_utf8(vectora::text::decode_bytes(bytes, label)));
  for (const DocumentKind kind : {DocumentKind::kXml, DocumentKind::kHtml, DocumentKind::kPlain}) {
    const auto decoded = vectora::text::decode_document(bytes, kind, label);
    const auto sniffed = vectora::text::sniff_encoding(bytes, kind, label);
    check(vectora::is_valid_utf8(decoded.text) && decoded.encoding == sniffed.encoding);
    if (sniffed.as_it_is) check(decoded.text == bytes.substr(sniffed.mark_size));
    check_plain(decoded.text);
  }
  return 0;
}
