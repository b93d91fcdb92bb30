// Which encoding a document is in: the order of trust that charset.h promises.
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "vectora/base/utf8.h"
#include "vectora/text/charset.h"

namespace vectora::text {
namespace {

constexpr size_t kDeclarationWindow = 4096;  // where a declaration is looked for
constexpr size_t kDetectionWindow = 1 << 18;

// A mark, or the shape that "<" or "{" and the next character have without one.
struct WideForm {
  std::string_view start;
  std::string_view encoding;
  size_t mark_size;
};

using namespace std::string_view_literals;

constexpr std::array<WideForm, 5> kMarks = {{
    {"\xEF\xBB\xBF"sv, "utf-8", 3},
    {"\xFF\xFE\0\0"sv, "utf-32le", 4},
    {"\0\0\xFE\xFF"sv, "utf-32be", 4},
    {"\xFF\xFE"sv, "utf-16le", 2},
    {"\xFE\xFF"sv, "utf-16be", 2},
}};

const WideForm* find_mark(std::string_view bytes) {
  const auto* const found = std::find_if(kMarks.begin(), kMarks.end(), [&](const WideForm& form) {
    return bytes.starts_with(form.start);
  });
  return found == kMarks.end() ? nullptr : found;
}

// UTF-16 and UTF-32 without a mark, told by where the zeros of the first ASCII
// characters stand (XML 1.0, appendix F).
std::string_view wide_without_mark(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  std::string zeros;
  for (size_t i = 0; i < 4; ++i) zeros += bytes[i] == '\0' ? '0' : 'x';
  if (zeros == "000x") return "utf-32be";
  if (zeros == "x000") return "utf-32le";
  if (zeros == "0x0x") return "utf-16be";
  if (zeros == "x0x0") return "utf-16le";
  return {};
}

std::string_view after(std::string_view text, std::string_view word) {
  const auto found = std::search(text.begin(), text.end(), word.begin(), word.end(),
                                 [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  if (found == text.end()) return {};
  return text.substr(static_cast<size_t>(found - text.begin()) + word.size());
}

// The value that stands after "=", quoted or not.
std::string_view value_of(std::string_view rest) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t equals = rest.find_first_not_of(kSpace);
  if (equals == std::string_view::npos || rest[equals] != '=') return {};
  const size_t begin = rest.find_first_not_of(" \t\r\n\"'", equals + 1);
  if (begin == std::string_view::npos) return {};
  return rest.substr(begin, rest.find_first_of(" \t\r\n\"';/>?", begin) - begin);
}

std::string_view declared_by_xml(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationWindow);
  const std::string_view declaration = after(head, "<?xml");
  return value_of(after(declaration.substr(0, declaration.find('>')), "encoding"));
}

std::string_view declared_by_html(std::string_view bytes) {
  std::string_view rest = bytes.substr(0, kDeclarationWindow);
  while (!(rest = after(rest, "<meta")).empty()) {
    const std::string_view charset = value_of(after(rest.substr(0, rest.find('>')), "charset"));
    if (!charset.empty()) return charset;
  }
  return declared_by_xml(bytes);
}

// The encoding of a label that can be true: bytes that were read as ASCII so
// far are not UTF-16, which then means UTF-8 (as the HTML standard has it).
std::string_view believable(std::string_view label) {
  const std::string_view name = encoding_for_label(label);
  return name.starts_with("utf-16") ? "utf-8" : name;
}

std::string_view declared(std::string_view bytes, DocumentKind kind, std::string_view transport) {
  const std::string_view by_transport = believable(transport);
  if (!by_transport.empty() || kind == DocumentKind::kPlain) return by_transport;
  return believable(kind == DocumentKind::kXml ? declared_by_xml(bytes) : declared_by_html(bytes));
}

bool is_ascii(std::string_view bytes) {
  return std::none_of(bytes.begin(), bytes.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string_view detect(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  const std::string_view head = bytes.substr(0, kDetectionWindow);
  if (uchardet_handle_data(detector.get(), head.data(), head.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return encoding_for_label(uchardet_get_charset(detector.get()));
}

bool is_multibyte(std::string_view encoding) {
  constexpr std::array<std::string_view, 6> kMultibyte = {"gbk",    "gb18030",   "big5",
                                                          "euc-jp", "shift_jis", "euc-kr"};
  return std::find(kMultibyte.begin(), kMultibyte.end(), encoding) != kMultibyte.end();
}

// Whether bytes that are not quite UTF-8 are it mostly: an editor's slip, a cut.
bool mostly_utf8(std::string_view bytes) {
  size_t good = 0;
  size_t bad = 0;
  for (size_t at = 0; at < bytes.size();) {
    const size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    if (c < 0x80) continue;
    const bool is_real = c != kReplacementCharacter || bytes.substr(begin, 3) == "\xEF\xBF\xBD";
    ++(is_real ? good : bad);
  }
  return good > bad;
}

// A handful of accents tells no Western encoding from a Central European one;
// the likelier is then taken.
bool is_a_guess(std::string_view bytes, std::string_view detected) {
  constexpr std::ptrdiff_t kEvidence = 6;
  constexpr std::array<std::string_view, 8> kAlike = {"iso-8859-2",   "iso-8859-3",  "iso-8859-10",
                                                      "iso-8859-15",  "iso-8859-16", "windows-1250",
                                                      "windows-1257", "windows-1258"};
  const auto high = std::count_if(bytes.begin(), bytes.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return high < kEvidence && std::find(kAlike.begin(), kAlike.end(), detected) != kAlike.end();
}

// For bytes that are not valid UTF-8 and do not declare what else they are.
std::string_view undeclared(std::string_view bytes, bool called_utf8) {
  const std::string_view sample = bytes.substr(0, kDetectionWindow);
  if (mostly_utf8(sample)) return "utf-8";
  const std::string_view detected = detect(bytes);
  if (called_utf8 && !is_multibyte(detected)) return "windows-1252";
  if (is_a_guess(sample, detected)) return "windows-1252";
  return detected.empty() || detected.starts_with("utf") ? "windows-1252" : detected;
}

}  // namespace

Sniffed sniff_encoding(std::string_view bytes, DocumentKind kind,
                       std::string_view transport_charset) {
  if (const WideForm* mark = find_mark(bytes)) {
    const bool utf8 = mark->encoding == "utf-8" && is_valid_utf8(bytes.substr(mark->mark_size));
    return {std::string(mark->encoding), mark->mark_size, utf8};
  }
  if (const auto wide = wide_without_mark(bytes); !wide.empty())
    return {std::string(wide), 0, false};
  const std::string_view label = declared(bytes, kind, transport_charset);
  if (label == "iso-2022-jp" && is_ascii(bytes)) return {std::string(label), 0, false};
  if (is_valid_utf8(bytes)) {
    const bool believed = !label.empty() && label != "utf-8" && is_ascii(bytes);
    return {believed ? std::string(label) : "utf-8", 0, true};
  }
  if (!label.empty() && label != "utf-8") return {std::string(label), 0, false};
  return {std::string(undeclared(bytes, label == "utf-8")), 0, false};
}

}  // namespace vectora::text
