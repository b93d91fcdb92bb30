#include "vectora/feed/xml/namespaces.h"

#include <algorithm>
#include <array>
#include <string>

namespace vectora::feed::xml {
namespace {

// Beyond this many open declarations further ones are not heard.
constexpr size_t kMaxBindings = 256;
constexpr size_t kLongestUri = 256;

struct Known {
  std::string_view text;
  Namespace space;
};

// Without scheme and "www.", lower case, no "/" or "#" at the end.
constexpr std::array<Known, 28> kUris = {{
    {"w3.org/2005/atom", Namespace::kAtom},
    {"purl.org/atom/ns", Namespace::kAtom},
    {"purl.org/rss/1.0/modules/content", Namespace::kContent},
    {"purl.org/dc/elements/1.1", Namespace::kDc},
    {"purl.org/dc/elements/1.0", Namespace::kDc},
    {"purl.org/dc/terms", Namespace::kDcTerms},
    {"w3.org/1999/02/22-rdf-syntax-ns", Namespace::kRdf},
    {"itunes.com/dtds/podcast-1.0.dtd", Namespace::kItunes},
    {"search.yahoo.com/mrss", Namespace::kMedia},
    {"rssboard.org/media-rss", Namespace::kMedia},
    {"w3.org/1999/xhtml", Namespace::kXhtml},
    {"w3.org/xml/1998/namespace", Namespace::kXml},
    {"purl.org/rss/1.0", Namespace::kNone},
    {"my.netscape.com/rdf/simple/0.9", Namespace::kNone},
    {"channel.netscape.com/rdf/simple/0.9", Namespace::kNone},
    {"my.netscape.com/publish/formats/rss-0.9.dtd", Namespace::kNone},
    {"my.netscape.com/publish/formats/rss-0.91.dtd", Namespace::kNone},
    {"backend.userland.com/rss", Namespace::kNone},
    {"backend.userland.com/rss2", Namespace::kNone},
    {"backend.userland.com/rss091", Namespace::kNone},
    {"backend.userland.com/rss092", Namespace::kNone},
    {"blogs.law.harvard.edu/tech/rss", Namespace::kNone},
    {"cyber.law.harvard.edu/rss/rss.html", Namespace::kNone},
    {"rssboard.org/rss-specification", Namespace::kNone},
    {"purl.org/net/rss1.1", Namespace::kNone},
    {"purl.org/net/rss2", Namespace::kNone},
    {"purl.org/rss/2.0", Namespace::kNone},
    {"", Namespace::kNone},
}};

constexpr std::array<Known, 14> kCustomary = {{
    {"atom", Namespace::kAtom},
    {"atom03", Namespace::kAtom},
    {"atom10", Namespace::kAtom},
    {"a10", Namespace::kAtom},
    {"content", Namespace::kContent},
    {"dc", Namespace::kDc},
    {"dcterms", Namespace::kDcTerms},
    {"itunes", Namespace::kItunes},
    {"media", Namespace::kMedia},
    {"rdf", Namespace::kRdf},
    {"rss", Namespace::kNone},
    {"xhtml", Namespace::kXhtml},
    {"xml", Namespace::kXml},
    {"", Namespace::kNone},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string comparable(std::string_view uri) {
  const size_t begin = uri.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || uri.size() > kLongestUri) return {};
  std::string text(uri.substr(begin, uri.find_last_not_of(" \t\r\n/#") - begin + 1));
  std::transform(text.begin(), text.end(), text.begin(), lower);
  for (const std::string_view start : {"http://", "https://", "www."})
    if (text.starts_with(start)) text.erase(0, start.size());
  return text;
}

template <size_t kSize>
const Known* find(const std::array<Known, kSize>& table, std::string_view text) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const Known& known) { return known.text == text; });
  return found == table.end() ? nullptr : &*found;
}

Namespace of_uri(std::string_view prefix, std::string_view uri) {
  if (const Known* known = find(kUris, comparable(uri))) return known->space;
  return prefix.empty() ? Namespace::kNone : Namespace::kOther;
}

}  // namespace

void NamespaceScope::declare(std::string_view prefix, std::string_view uri) {
  if (bindings_.size() >= kMaxBindings || prefix == "xml") return;
  bindings_.push_back({prefix, of_uri(prefix, uri)});
  if (prefix.empty()) ++defaults_;
}

void NamespaceScope::release(size_t mark) {
  for (; bindings_.size() > mark; bindings_.pop_back())
    if (bindings_.back().prefix.empty()) --defaults_;
}

Namespace NamespaceScope::of_prefix(std::string_view prefix) const {
  if (prefix.empty() && defaults_ == 0) return Namespace::kNone;
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
    if (binding->prefix == prefix) return binding->space;
  const Known* known = find(kCustomary, prefix);
  return known == nullptr ? Namespace::kOther : known->space;
}

Name NamespaceScope::resolve(std::string_view qualified_name) const {
  const size_t colon = qualified_name.find(':');
  if (colon == std::string_view::npos) return {of_prefix({}), qualified_name};
  return {of_prefix(qualified_name.substr(0, colon)), qualified_name.substr(colon + 1)};
}

Name NamespaceScope::resolve_attribute(std::string_view qualified_name) const {
  if (qualified_name.find(':') == std::string_view::npos) return {Namespace::kNone, qualified_name};
  return resolve(qualified_name);
}

}  // namespace vectora::feed::xml
