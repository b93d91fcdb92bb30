// One page as an article: title, day of publication, main text.
//
//   const Article article = read_article(html, {.url = *url});
//   article.text                    paragraphs, one a line
//   article.published->day.str()    "2026-02-03"
//   article.date_source             DateSource::kJsonLd
//
// The date is looked for in the order of trust of DateSource and never taken
// from an event's date in the text, nor from today. A page without one has none.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/url.h"
#include "vectora/page/dom.h"
#include "vectora/page/selector.h"
#include "vectora/text/lenient_date.h"
#include "vectora/text/regex.h"

namespace vectora::page {

// Where a publication date was read, most trusted first; persisted by name.
enum class DateSource {
  kFeed,
  kJsonLd,
  kMeta,
  kMicrodata,
  kTimeElement,
  kSelector,
  kText,
  kUrl,
  kNone
};

// As stored: feed, json_ld, meta, microdata, time_element, selector, text, url, none.
std::string_view to_string(DateSource source);

// How far the source can be trusted, 0..1; fixed per source.
double confidence_of(DateSource source);

struct ArticleOptions {
  std::optional<Url> url;  // of the page; helps with dates and links
  std::string transport_charset;
  std::vector<text::Regex> date_patterns;  // group 1 is the date
  std::optional<Selector> date_selector;   // the source's own place for the date
  std::optional<Date> now;  // to bound dates (none lies after it) and for relative ones
};

struct Article {
  std::string title;
  std::string text;           // UTF-8, one paragraph a line
  std::string language;       // of <html lang> or the text; empty: unknown
  std::string canonical_url;  // of <link rel=canonical> or og:url, absolute; empty: none
  std::string author;
  std::string site_name;
  std::string description;
  std::optional<text::ParsedDate> published;
  DateSource date_source = DateSource::kNone;
};

// `bytes` in any charset. Never fails: a page without text gives an empty text.
Article read_article(std::string_view bytes, const ArticleOptions& options = {});

}  // namespace vectora::page
