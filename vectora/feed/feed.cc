#include "vectora/feed/feed.h"

#include <algorithm>
#include <cctype>

#include "vectora/feed/collector.h"
#include "vectora/feed/json_feed.h"
#include "vectora/feed/xml/scanner.h"
#include "vectora/feed/xml_feed.h"
#include "vectora/text/charset.h"

namespace vectora::feed {
namespace {

constexpr size_t kLongestNameShown = 40;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
  return out;
}

// The name of the first element, or empty.
std::string root_name(std::string_view document) {
  xml::Scanner scanner(document);
  for (xml::Token token; scanner.next(token);)
    if (token.kind == xml::TokenKind::kStart) return lower(token.name.substr(0, kLongestNameShown));
  return {};
}

// By what it starts with; a feed in HTML's clothes, an <rss> after <!DOCTYPE html
// PUBLIC>, is none.
bool is_html(std::string_view document) {
  const size_t begin = std::min(document.find('<'), document.size());
  const std::string head = lower(document.substr(begin, 64));
  if (head.starts_with("<!doctype html>") || head.starts_with("<html")) return true;
  const std::string root = root_name(document);
  return root == "html" || root == "head" || root == "body";
}

std::string looks_like(std::string_view document) {
  if (document.find_first_not_of(" \t\r\n") == std::string_view::npos) return "empty";
  if (document.find('\0') != std::string_view::npos) return "binary data";
  if (is_html(document)) return "an HTML page";
  const std::string root = root_name(document);
  return root.empty() ? "plain text" : "markup whose first element is <" + root + ">";
}

Error not_a_feed(const std::string& what) { return {ErrorCode::kMalformed, "not a feed: " + what}; }

Result<Feed> read_document(std::string_view document, const Options& options) {
  Collector collector(options);
  const size_t first = document.find_first_not_of(" \t\r\n");
  const char start = first == std::string_view::npos ? '\0' : document[first];
  if (start == '{' || start == '[') {
    const bool read = read_json_feed(document.substr(first), collector);
    return read ? Result<Feed>(std::move(collector.feed)) : not_a_feed("JSON without items");
  }
  if (is_html(document) || !read_xml_feed(document, collector))
    return not_a_feed(looks_like(document));
  return std::move(collector.feed);
}

}  // namespace

Result<Feed> parse_feed(std::string_view bytes, const Options& options) {
  const text::Sniffed sniffed =
      text::sniff_encoding(bytes, text::DocumentKind::kXml, options.transport_charset);
  if (sniffed.as_it_is) {
    Result<Feed> feed = read_document(bytes.substr(sniffed.mark_size), options);
    if (feed) feed->encoding = sniffed.encoding;
    return feed;
  }
  const text::Decoded decoded =
      text::decode_document(bytes, text::DocumentKind::kXml, options.transport_charset);
  Result<Feed> feed = read_document(decoded.text, options);
  if (feed) feed->encoding = decoded.encoding;
  return feed;
}

}  // namespace vectora::feed
