#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/text/charset.h"
#include "vectora/text/html_text.h"

namespace {

void check(const std::string& text) {
  if (!vectora::is_valid_utf8(text)) std::abort();
}

}  // namespace

// Whatever the bytes are taken for, the text is valid UTF-8, and so is the plain
// text of it. The first line of the input is the label.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using vectora::text::DocumentKind;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t line = input.find('\n');
  const std::string_view label = input.substr(0, line);
  const std::string_view bytes = line == std::string_view::npos ? input : input.substr(line + 1);
  check(vectora::text::decode_bytes(bytes, label));
  for (const DocumentKind kind : {DocumentKind::kXml, DocumentKind::kHtml, DocumentKind::kPlain}) {
    const auto decoded = vectora::text::decode_document(bytes, kind, label);
    check(decoded.text);
    check(vectora::text::plain_text(decoded.text));
  }
  return 0;
}
