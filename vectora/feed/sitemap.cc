#include "vectora/feed/sitemap.h"

#include <algorithm>

#include "vectora/feed/values.h"
#include "vectora/feed/xml/scanner.h"
#include "vectora/text/charset.h"
#include "vectora/text/entities.h"

namespace vectora::feed {
namespace {

using xml::Token;
using xml::TokenKind;

constexpr size_t kMaxField = 16384;  // what is longer is neither an address nor a title
constexpr size_t kMaxDepth = 64;

std::string_view local_name(std::string_view name) { return name.substr(name.find(':') + 1); }

bool is_page(std::string_view name) { return name == "url" || name == "sitemap"; }

// One walk over the tokens. A field is taken where it stands: an image's loc is
// not its page's.
class SitemapReader {
 public:
  explicit SitemapReader(const SitemapOptions& options) : options_(options) {}

  Result<Sitemap> read(std::string_view document) {
    xml::Scanner scanner(document);
    for (Token token; map_.pages.size() < kMaxSitemapPages && scanner.next(token);) take(token);
    if (!is_sitemap_) return Error{ErrorCode::kMalformed, "not a sitemap"};
    std::stable_sort(map_.pages.begin(), map_.pages.end(), later);
    return std::move(map_);
  }

 private:
  void take(const Token& token) {
    switch (token.kind) {
      case TokenKind::kStart: return start(token);
      case TokenKind::kEnd: return end(local_name(token.name));
      case TokenKind::kText:
        if (text_.size() < kMaxField)
          text::append_decoded(text_, token.text.substr(0, kMaxField), text::Semicolon::kRequired);
        return;
      case TokenKind::kCdata: text_ += token.text.substr(0, kMaxField); return;
    }
  }

  void start(const Token& token) {
    const std::string_view name = local_name(token.name);
    text_.clear();
    if (open_.empty() && (name == "urlset" || name == "sitemapindex")) {
      is_sitemap_ = true;
      map_.is_index = name == "sitemapindex";
    }
    if (is_page(name)) page_ = {};
    if (!token.empty && open_.size() < kMaxDepth) open_.push_back(name);
  }

  void end(std::string_view name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found == open_.rend()) return;
    open_.erase(found.base() - 1, open_.end());
    if (is_sitemap_) set_field(name, open_.empty() ? std::string_view() : open_.back());
    text_.clear();
  }

  void set_field(std::string_view name, std::string_view parent) {
    if (is_page(name)) return finish_page();
    const std::string value = text_.size() <= kMaxField ? clean(text_) : std::string();
    if (is_page(parent) && name == "loc")
      page_.url = resolve_link(value, options_.url ? &*options_.url : nullptr);
    if (is_page(parent) && name == "lastmod") page_.changed = feed_date(value);
    if (parent != "news" && parent != "publication") return;
    if (name == "title") page_.title = title_text(value);
    if (name == "publication_date") page_.published = feed_date(value);
    if (name == "language") page_.language = value;
  }

  void finish_page() {
    if (Url::parse(page_.url)) map_.pages.push_back(std::move(page_));
    page_ = {};
  }

  static std::optional<Instant> time_of(const SitemapPage& page) {
    const auto& date = page.published ? page.published : page.changed;
    return date ? std::optional(date->instant()) : std::nullopt;
  }

  static bool later(const SitemapPage& a, const SitemapPage& b) { return time_of(a) > time_of(b); }

  const SitemapOptions& options_;
  Sitemap map_;
  bool is_sitemap_ = false;
  SitemapPage page_;
  std::string text_;
  std::vector<std::string_view> open_;  // local names, outermost first
};

}  // namespace

Result<Sitemap> parse_sitemap(std::string_view bytes, const SitemapOptions& options) {
  const text::Decoded document =
      text::decode_document(bytes, text::DocumentKind::kXml, options.transport_charset);
  return SitemapReader(options).read(document.text);
}

}  // namespace vectora::feed
