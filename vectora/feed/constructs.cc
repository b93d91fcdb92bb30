#include "vectora/feed/constructs.h"

#include <array>
#include <cstdint>

#include "vectora/base/utf8.h"
#include "vectora/feed/values.h"
#include "vectora/feed/xml/scanner.h"
#include "vectora/text/entities.h"

namespace vectora::feed {
namespace {

enum class Type { kText, kMarkup, kBase64 };

bool is_xml_type(std::string_view type) { return type.find("xml") != std::string_view::npos; }

bool is_text_type(std::string_view type) {
  return type.empty() || type == "text" || type == "html" || type == "xhtml" ||
         type.starts_with("text/") || is_xml_type(type) ||
         type.find('/') == std::string_view::npos || type.starts_with("multipart/");
}

Type type_of(const Element& element) {
  if (element.attributes.empty()) return Type::kText;
  const std::string mode = attribute_value(element.attributes, "mode");
  const std::string type = attribute_value(element.attributes, "type");
  if (mode == "base64") return Type::kBase64;
  if (holds_xml(element.attributes) && (element.has_markup || type == "xhtml"))
    return Type::kMarkup;
  const bool is_remote = !attribute_value(element.attributes, "src").empty();
  return mode.empty() && !is_text_type(type) && !is_remote ? Type::kBase64 : Type::kText;
}

int base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

// RFC 4648; white space and what else is no digit is passed over.
std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = (bits << 6U) | static_cast<uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>((bits >> count) & 0xFFU);
  }
  return out;
}

// Markup as it stands between the tags of its element, CDATA sections opened:
// what they hold is text, so it is escaped as text of HTML is.
std::string markup(std::string_view raw) {
  if (raw.find("<![CDATA[") == std::string_view::npos) return clean(raw);
  std::string out;
  xml::Scanner scanner(raw);
  for (xml::Token token; scanner.next(token);) {
    if (token.kind != xml::TokenKind::kCdata) {
      out += scanner.slice(token.begin, token.end);
      continue;
    }
    for (const char c : token.text)
      if (c == '<')
        out += "&lt;";
      else if (c == '&')
        out += "&amp;";
      else
        out += c;
  }
  return clean(out);
}

// The text of the first element of this local name within `raw`.
std::string child_text(std::string_view raw, std::string_view local) {
  xml::Scanner scanner(raw);
  std::string out;
  bool inside = false;
  for (xml::Token token; scanner.next(token);) {
    const std::string_view name = token.name.substr(token.name.find(':') + 1);
    if (token.kind == xml::TokenKind::kEnd && inside && name == local) break;
    if (token.kind == xml::TokenKind::kStart && name == local && !token.empty) inside = true;
    if (inside && token.kind == xml::TokenKind::kText)
      text::append_decoded(out, token.text, text::Semicolon::kRequired);
    if (inside && token.kind == xml::TokenKind::kCdata) out += token.text;
  }
  return clean(out);
}

}  // namespace

bool holds_xml(std::string_view attributes) {
  if (attributes.empty()) return false;
  const std::string mode = attribute_value(attributes, "mode");
  if (!mode.empty()) return mode == "xml";
  return is_xml_type(attribute_value(attributes, "type")) ||
         attribute_value(attributes, "type") == "xhtml";
}

std::string construct_title(const Element& element) { return title_text(construct_body(element)); }

std::string construct_body(const Element& element) {
  switch (type_of(element)) {
    case Type::kMarkup: return markup(element.raw);
    case Type::kBase64: {
      const std::string decoded = decode_base64(element.text);
      return is_valid_utf8(decoded) ? clean(decoded) : std::string();
    }
    case Type::kText: break;
  }
  return clean(element.text);
}

std::string person_name(const Element& element) {
  if (!element.has_markup) return author_name(element.text);
  std::string name = author_name(child_text(element.raw, "name"));
  if (name.empty()) name = child_text(element.raw, "email");
  return name.empty() ? author_name(element.text) : name;
}

}  // namespace vectora::feed
