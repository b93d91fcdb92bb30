#include "vectora/text/charset.h"

#include <gtest/gtest.h>

#include "vectora/base/utf8.h"

namespace vectora::text {
namespace {

using namespace std::string_view_literals;

TEST(CharsetTest, LabelsMeanWhatTheStandardSays) {
  struct Case {
    std::string_view label;
    std::string_view name;
  };
  for (const Case& c :
       {Case{"UTF8", "utf-8"}, Case{" Latin1 ", "windows-1252"}, Case{"ISO-8859-1", "windows-1252"},
        Case{"us-ascii", "windows-1252"}, Case{"iso-8859-9", "windows-1254"}, Case{"gb2312", "gbk"},
        Case{"x-sjis", "shift_jis"}, Case{"ks_c_5601-1987", "euc-kr"},
        Case{"tis-620", "windows-874"}, Case{"utf-16", "utf-16le"}, Case{"no-such-charset", ""},
        Case{"", ""}, Case{"a b", ""}})
    EXPECT_EQ(encoding_for_label(c.label), c.name) << c.label;
}

TEST(CharsetTest, DecodesByLabel) {
  struct Case {
    std::string_view label;
    std::string_view bytes;
    std::string_view text;
  };
  for (const Case& c : {
           Case{"windows-1252", "caf\xE9 \x80 \x93q\x94", "café € “q”"},
           Case{"iso-8859-1", "\x92", "’"},
           Case{"iso-8859-15", "\xA4", "€"},
           Case{"windows-1251", "\xCC\xE8\xF0", "Мир"},
           Case{"koi8-r", "\xED\xC9\xD2", "Мир"},
           Case{"euc-kr", "\xBD\xC5\xBE\xE0", "신약"},
           Case{"shift_jis", "\x90\x56\x96\xF2 \x87\x40", "新薬 ①"},
           Case{"euc-jp", "\xBF\xB7\xCC\xF4", "新薬"},
           Case{"gb2312", "\xD0\xC2\xD2\xA9", "新药"},
           Case{"big5", "\xB7\x73\xC3\xC4", "新藥"},
           Case{"iso-2022-jp", "\x1B$B?7Lt\x1B(B", "新薬"},
           Case{"utf-16le", "A\0\x3D\xD8\x00\xDE"sv, "A😀"},
           Case{"utf-16be", "\0A\x00\xE9"sv, "Aé"},
           Case{"unheard-of", "\xE9", "é"},
       })
    EXPECT_EQ(decode_bytes(c.bytes, c.label), c.text) << c.label;
}

TEST(CharsetTest, WhatCannotBeDecodedIsReplaced) {
  EXPECT_EQ(decode_bytes("\xBD\xC5\xFF!", "euc-kr"), "신\uFFFD!");
  EXPECT_EQ(decode_bytes("A\0\x00\xD8x\0y"sv, "utf-16le"), "A\uFFFDx\uFFFD");
}

TEST(CharsetTest, TheByteOrderMarkWinsOverEveryDeclaration) {
  const Decoded decoded =
      decode_document("\xEF\xBB\xBF<?xml version='1.0' encoding='iso-8859-1'?><a>\xC3\xA9</a>",
                      DocumentKind::kXml, "windows-1251");
  EXPECT_EQ(decoded.encoding, "utf-8");
  EXPECT_EQ(decoded.text, "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>");
}

TEST(CharsetTest, Utf16AndUtf32AreToldWithoutAMark) {
  EXPECT_EQ(decode_document("<\0?\0x\0"sv, DocumentKind::kXml).text, "<?x");
  EXPECT_EQ(decode_document("\0<\0a\0>"sv, DocumentKind::kXml).encoding, "utf-16be");
  EXPECT_EQ(decode_document("<\0\0\0a\0\0\0"sv, DocumentKind::kXml).encoding, "utf-32le");
  EXPECT_EQ(decode_document("\0\0\0<\0\0\0a"sv, DocumentKind::kXml).text, "<a");
}

TEST(CharsetTest, TheTransportIsTrustedBeforeTheDocument) {
  const std::string_view bytes = "<?xml version='1.0' encoding='windows-1252'?><a>\xBD\xC5</a>";
  EXPECT_EQ(decode_document(bytes, DocumentKind::kXml, "euc-kr").encoding, "euc-kr");
  EXPECT_EQ(decode_document(bytes, DocumentKind::kXml).encoding, "windows-1252");
  EXPECT_EQ(decode_document(bytes, DocumentKind::kXml, "no-such").encoding, "windows-1252");
}

TEST(CharsetTest, HtmlDeclaresInMeta) {
  for (const std::string_view head :
       {"<meta charset=EUC-KR>",
        "<META http-equiv='Content-Type' content='text/html; charset=euc-kr'>",
        "<meta name=x content=y><meta charset=\"euc-kr\">"})
    EXPECT_EQ(decode_document(std::string(head) + "\xBD\xC5", DocumentKind::kHtml).encoding,
              "euc-kr")
        << head;
}

TEST(CharsetTest, ADeclarationThatTheBytesRefuteIsNotBelieved) {
  const Decoded utf8 =
      decode_document("<?xml version='1.0' encoding='latin1'?><a>é</a>", DocumentKind::kXml);
  EXPECT_EQ(utf8.encoding, "utf-8");
  EXPECT_NE(utf8.text.find("é"), std::string::npos);
  const Decoded latin = decode_document("<?xml version='1.0' encoding='utf-8'?><a>caf\xE9 noir</a>",
                                        DocumentKind::kXml);
  EXPECT_EQ(latin.encoding, "windows-1252");
  EXPECT_NE(latin.text.find("café noir"), std::string::npos);
}

TEST(CharsetTest, AStrayByteDoesNotSpoilUtf8) {
  const Decoded decoded =
      decode_document("größe, höhe, länge: don\x92t \xE2\x82", DocumentKind::kPlain);
  EXPECT_EQ(decoded.encoding, "utf-8");
  EXPECT_EQ(decoded.text, "größe, höhe, länge: don’t \uFFFD");
}

TEST(CharsetTest, UndeclaredBytesAreDetected) {
  const std::string_view korean =
      "\xC0\xCC \xC8\xB8\xBB\xE7\xB4\xC2 \xBF\xC3\xC7\xD8 \xBB\xF3\xB9\xDD\xB1\xE2\xBF\xA1 \xBB\xF5"
      "\xB7\xCE\xBF\xEE \xC0\xE5\xB1\xE2 \xC1\xF6\xBC\xD3\xC7\xFC \xC1\xD6\xBB\xE7\xC1\xA6\xC0\xC7"
      " \xC0\xD3\xBB\xF3 \xBD\xC3\xC7\xE8\xC0\xBB \xBD\xC3\xC0\xDB\xC7\xD1\xB4\xD9";
  const Decoded decoded = decode_document(korean, DocumentKind::kPlain);
  EXPECT_EQ(decoded.encoding, "euc-kr");
  EXPECT_TRUE(decoded.text.starts_with("이 회사는 올해"));
}

TEST(CharsetTest, AHandfulOfAccentsIsWestern) {
  for (const std::string_view bytes : {"Caf\xE9", "R&D \x93news\x94 don\x92t"})
    EXPECT_EQ(decode_document(bytes, DocumentKind::kPlain).encoding, "windows-1252") << bytes;
  EXPECT_EQ(
      decode_document("Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1, sp\xF3\xB3ka og\xB3osi\xB3"
                      "a wyniki badania klinicznego",
                      DocumentKind::kPlain)
          .encoding,
      "windows-1250");
}

TEST(CharsetTest, PureAsciiKeepsItsDeclaredName) {
  const std::string_view bytes = "<?xml version='1.0' encoding='big5'?><a/>";
  const Sniffed sniffed = sniff_encoding(bytes, DocumentKind::kXml);
  EXPECT_EQ(sniffed.encoding, "big5");
  EXPECT_TRUE(sniffed.as_it_is);
}

TEST(CharsetTest, EveryInputGivesValidUtf8) {
  std::string all;
  for (int byte = 0; byte < 256; ++byte) all += static_cast<char>(byte);
  for (const std::string_view label : {"utf-8", "shift_jis", "gb18030", "big5", "euc-jp", "koi8-u",
                                       "iso-2022-jp", "utf-16be", "ibm866", "macintosh"})
    EXPECT_TRUE(is_valid_utf8(decode_bytes(all, label))) << label;
}

}  // namespace
}  // namespace vectora::text
