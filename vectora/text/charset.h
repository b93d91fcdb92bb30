// Bytes to UTF-8, by the labels and meanings of the WHATWG Encoding standard
// (https://encoding.spec.whatwg.org): "latin1" is windows-1252, "gb2312" is gbk.
//
//   const Decoded page = decode_document(bytes, DocumentKind::kHtml, "iso-8859-1");
//   page.text, page.encoding    "Müller", "windows-1252"
//
// Order of trust: byte order mark; what the transport declared; what the
// document declares (XML declaration, <meta charset>); valid UTF-8; detection
// by the bytes. A declaration that the bytes refute is not believed: bytes that
// are valid, non-ASCII UTF-8 are UTF-8 whatever they declare, and bytes that
// are not are something else even if they are called so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vectora::text {

enum class DocumentKind { kXml, kHtml, kPlain };

struct Decoded {
  std::string text;      // valid UTF-8, without byte order mark
  std::string encoding;  // canonical name in lower case: "utf-8", "windows-1252", "euc-kr"
};

// Decodes a document. `transport_charset` is the charset of the Content-Type
// header, or empty. Never fails: what cannot be decoded becomes U+FFFD.
Decoded decode_document(std::string_view bytes, DocumentKind kind,
                        std::string_view transport_charset = {});

// What decode_document would decode by, for callers that need no copy of bytes
// that are UTF-8 already. Beyond the standard's names: "utf-32le", "utf-32be".
struct Sniffed {
  std::string encoding;
  size_t mark_size = 0;   // of the byte order mark, which is no part of the text
  bool as_it_is = false;  // the bytes after the mark are the text: valid UTF-8
};
Sniffed sniff_encoding(std::string_view bytes, DocumentKind kind,
                       std::string_view transport_charset = {});

// Decodes by one encoding label; unknown labels are read as windows-1252.
// "utf-8" keeps what is valid; where most of the rest is, each stray byte is
// taken for windows-1252.
std::string decode_bytes(std::string_view bytes, std::string_view label);

// The canonical name for a label, or empty if the standard has no such label.
std::string_view encoding_for_label(std::string_view label);

}  // namespace vectora::text
