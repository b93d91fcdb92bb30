#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/page/article.h"
#include "vectora/text/html_text.h"

namespace {

using vectora::page::Article;
using vectora::page::DateSource;
using vectora::page::Dom;
using vectora::page::NodeId;

void check(bool holds) {
  if (!holds) std::abort();
}

void check_tree(const Dom& dom) {
  for (NodeId n = 1; n < dom.size(); ++n) {
    check(dom.parent(n) < n && dom.end_of(n) > n && dom.end_of(n) <= dom.end_of(dom.parent(n)));
    check(!(dom.is_element(n) && dom.is_text(n)) && dom.text(n).empty() == !dom.is_text(n));
    check(dom.is_element(n) || dom.end_of(n) == n + 1);
  }
  const std::string text = dom.text_content(dom.root());
  check(vectora::is_valid_utf8(text) && vectora::text::collapse_space(text) == text);
}

// One line, trimmed.
void check_line(const std::string& text) {
  check(vectora::is_valid_utf8(text));
  check(text.find_first_of("\r\n\t") == std::string::npos);
  check(text.empty() || (text.front() != ' ' && text.back() != ' '));
}

// Each line a paragraph: none empty, none with white space to spare.
void check_paragraphs(const std::string& text, size_t bytes) {
  check(vectora::is_valid_utf8(text));
  check(text.find("\n\n") == std::string::npos && text.find("  ") == std::string::npos);
  check(text.empty() || (text.front() != '\n' && text.back() != '\n'));
  check(text.size() <= 3 * bytes + 64);  // a byte of windows-1252 becomes three at most
}

bool same(const Article& a, const Article& b) {
  const bool same_day = a.published.has_value() == b.published.has_value() &&
                        (!a.published || a.published->day == b.published->day);
  return same_day && a.title == b.title && a.text == b.text && a.date_source == b.date_source &&
         a.canonical_url == b.canonical_url && a.author == b.author;
}

}  // namespace

// Any bytes give a tree whose nodes lie inside their parents, and an article whose
// texts are clean UTF-8, no longer than the page, whose day exists and does not lie
// ahead, and which is the same when the page is read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto dom = Dom::parse(vectora::to_valid_utf8(std::string(bytes)));
  if (!dom) return 0;
  check_tree(*dom);
  vectora::page::ArticleOptions options;
  options.url = vectora::Url::parse("https://a.example/2026/02/03/b");
  options.now = vectora::Date::from_civil(2026, 3, 10);
  const Article article = vectora::page::read_article(bytes, options);
  for (const auto& line : {article.title, article.author, article.site_name, article.language})
    check_line(line);
  check(vectora::is_valid_utf8(article.description));
  check_paragraphs(article.text, size);
  check(article.canonical_url.empty() || vectora::Url::parse(article.canonical_url));
  check(article.published.has_value() == (article.date_source != DateSource::kNone));
  if (article.published) {
    check(vectora::Date::parse(article.published->day.str()) == article.published->day);
    check(article.published->day <= *options.now + 1);
  }
  check(same(article, vectora::page::read_article(bytes, options)));
  return 0;
}
