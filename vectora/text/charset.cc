#include "vectora/text/charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include "vectora/base/utf8.h"
#include "vectora/text/entities.h"

namespace vectora::text {
namespace {

enum class Order { kBig, kLittle };

unsigned char byte_at(std::string_view bytes, size_t position) {
  return static_cast<unsigned char>(bytes[position]);
}

char32_t read_unit(std::string_view bytes, size_t position, size_t width, Order order) {
  char32_t unit = 0;
  for (size_t i = 0; i < width; ++i) {
    const size_t at = order == Order::kBig ? position + i : position + width - 1 - i;
    unit = (unit << 8U) | byte_at(bytes, at);
  }
  return unit;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// The code point at `at`, which is moved past it; a lone surrogate is itself.
char32_t next_utf16(std::string_view bytes, size_t& at, Order order) {
  const char32_t unit = read_unit(bytes, at, 2, order);
  at += 2;
  if (!is_high_surrogate(unit) || at + 2 > bytes.size()) return unit;
  const char32_t next = read_unit(bytes, at, 2, order);
  if (!is_low_surrogate(next)) return unit;
  at += 2;
  return 0x10000 + ((unit - 0xD800) << 10U) + (next - 0xDC00);
}

// Lone surrogates and a last odd byte become U+FFFD.
std::string decode_utf16(std::string_view bytes, Order order) {
  std::string out;
  out.reserve(bytes.size());
  size_t at = 0;
  while (at + 2 <= bytes.size()) append_utf8(out, next_utf16(bytes, at, order));
  if (at < bytes.size()) append_utf8(out, kReplacementCharacter);
  return out;
}

std::string decode_utf32(std::string_view bytes, Order order) {
  std::string out;
  out.reserve(bytes.size() / 2);
  size_t at = 0;
  for (; at + 4 <= bytes.size(); at += 4) append_utf8(out, read_unit(bytes, at, 4, order));
  if (at < bytes.size()) append_utf8(out, kReplacementCharacter);
  return out;
}

std::string decode_windows1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) append_utf8(out, windows1252(static_cast<unsigned char>(c)));
  return out;
}

// What is valid stays; each stray byte is read as windows-1252, which is where
// such bytes come from.
std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    const bool stray = c == kReplacementCharacter && bytes.substr(begin, 3) != "\xEF\xBF\xBD";
    if (!stray) {
      out.append(bytes, begin, at - begin);
      continue;
    }
    const bool cut_sequence = at - begin > 1 || at == bytes.size();
    append_utf8(out, cut_sequence ? kReplacementCharacter : windows1252(byte_at(bytes, begin)));
  }
  return out;
}

// The name under which glibc knows an encoding of the standard: the one with
// the same extensions, not the one with the same name.
std::string iconv_name(std::string_view encoding) {
  struct Pair {
    std::string_view ours;
    const char* theirs;
  };
  constexpr std::array<Pair, 12> kNames = {{{"gbk", "GB18030"},
                                            {"big5", "BIG5-HKSCS"},
                                            {"euc-jp", "EUC-JP-MS"},
                                            {"iso-2022-jp", "ISO-2022-JP-3"},
                                            {"shift_jis", "CP932"},
                                            {"euc-kr", "CP949"},
                                            {"windows-874", "CP874"},
                                            {"iso-8859-8-i", "ISO-8859-8"},
                                            {"x-mac-cyrillic", "MAC-CYRILLIC"},
                                            {"macintosh", "MACINTOSH"},
                                            {"ibm866", "CP866"},
                                            {"x-user-defined", "CP1252"}}};
  for (const Pair& pair : kNames)
    if (pair.ours == encoding) return pair.theirs;
  return std::string(encoding);
}

struct CloseIconv {
  void operator()(iconv_t handle) const { iconv_close(handle); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseIconv>;

Converter open_converter(std::string_view encoding) {
  constexpr auto kInvalid = static_cast<intptr_t>(-1);
  iconv_t handle = iconv_open("UTF-8", iconv_name(encoding).c_str());
  return Converter(reinterpret_cast<intptr_t>(handle) == kInvalid ? nullptr : handle);
}

// Bytes that are no character of the encoding become one U+FFFD each.
std::string convert(iconv_t converter, std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 4096> buffer;
  char* from = const_cast<char*>(bytes.data());  // iconv does not write to its input
  size_t left = bytes.size();
  while (left > 0) {
    char* to = buffer.data();
    size_t room = buffer.size();
    const size_t result = iconv(converter, &from, &left, &to, &room);
    const int problem = result == static_cast<size_t>(-1) ? errno : 0;
    out.append(buffer.data(), buffer.size() - room);
    if (problem == 0 || problem == E2BIG) continue;
    append_utf8(out, kReplacementCharacter);
    ++from;
    --left;
  }
  return out;
}

}  // namespace

std::string decode_bytes(std::string_view bytes, std::string_view label) {
  std::string_view encoding = encoding_for_label(label);
  if (encoding == "utf-8") return repair_utf8(bytes);
  if (encoding == "utf-16le") return decode_utf16(bytes, Order::kLittle);
  if (encoding == "utf-16be") return decode_utf16(bytes, Order::kBig);
  if (encoding.empty() || encoding == "windows-1252") return decode_windows1252(bytes);
  const Converter converter = open_converter(encoding);
  return converter ? to_valid_utf8(convert(converter.get(), bytes)) : decode_windows1252(bytes);
}

Decoded decode_document(std::string_view bytes, DocumentKind kind,
                        std::string_view transport_charset) {
  const Sniffed sniffed = sniff_encoding(bytes, kind, transport_charset);
  const std::string_view text = bytes.substr(sniffed.mark_size);
  if (sniffed.as_it_is) return {std::string(text), sniffed.encoding};
  if (sniffed.encoding == "utf-32le") return {decode_utf32(text, Order::kLittle), sniffed.encoding};
  if (sniffed.encoding == "utf-32be") return {decode_utf32(text, Order::kBig), sniffed.encoding};
  return {decode_bytes(text, sniffed.encoding), sniffed.encoding};
}

}  // namespace vectora::text
