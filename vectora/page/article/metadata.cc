#include "vectora/page/article/metadata.h"

#include <algorithm>

namespace vectora::page {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_name_character(lower(c))) out.push_back(lower(c));
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

void read_meta(const Dom& dom, NodeId meta, Metadata& out) {
  const std::string_view content = trimmed(dom.attribute(meta, "content"));
  if (content.empty()) return;
  for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string_view name = dom.attribute(meta, attribute);
    if (!name.empty()) out.values.push_back({squeezed(name), content});
  }
}

void read_link(const Dom& dom, NodeId link, Metadata& out) {
  if (out.canonical.empty() && dom.attribute(link, "rel") == "canonical") {
    out.canonical = trimmed(dom.attribute(link, "href"));
  }
}

std::string lowered_letters(std::string_view text) {
  std::string out;
  for (const char c : text) out.push_back(lower(c));
  const bool letters = std::ranges::all_of(out, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters ? out : std::string();
}

// "en_US", "EN-gb" and "en" are English; what is no language tag says nothing.
void read_language(std::string_view tag, Metadata& out) {
  tag = trimmed(tag);
  const size_t cut = std::min(tag.find_first_of("-_"), tag.size());
  if (cut < 2 || cut > 3 || !out.language.empty()) return;
  out.language = lowered_letters(tag.substr(0, cut));
  const std::string_view rest = tag.substr(std::min(cut + 1, tag.size()));
  if (rest.size() == 2) out.region = lowered_letters(rest);
}

}  // namespace

std::string_view Metadata::first(std::string_view name) const {
  const auto found = std::ranges::find(values, name, &MetaValue::name);
  return found == values.end() ? std::string_view() : found->content;
}

std::string_view Metadata::first_of(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    if (const std::string_view content = first(name); !content.empty()) return content;
  }
  return {};
}

Metadata read_metadata(const Dom& dom) {
  Metadata out;
  NodeId title = kNoNode;
  for (NodeId n = 0; n < dom.size(); ++n) {
    switch (dom.tag(n)) {
      case Tag::kMeta: read_meta(dom, n, out); break;
      case Tag::kLink: read_link(dom, n, out); break;
      case Tag::kTitle:
        if (title == kNoNode && dom.tag(dom.parent(n)) != Tag::kSvg) title = n;
        break;
      case Tag::kHtml:
        read_language(dom.attribute(n, "lang"), out);
        read_language(dom.attribute(n, "xml:lang"), out);
        break;
      case Tag::kSvg: n = dom.end_of(n) - 1; break;
      default: break;
    }
  }
  if (title != kNoNode) out.title = dom.text_content(title);
  if (out.canonical.empty()) out.canonical = out.first("ogurl");
  for (const std::string_view name : {"contentlanguage", "oglocale", "language"}) {
    read_language(out.first(name), out);
  }
  const std::string_view locale = out.first("oglocale");
  if (out.region.empty() && locale.size() == 5) out.region = lowered_letters(locale.substr(3));
  return out;
}

}  // namespace vectora::page
