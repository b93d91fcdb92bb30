#include "vectora/page/article.h"

#include <utility>

#include "vectora/page/article/json_ld.h"
#include "vectora/page/article/main_text.h"
#include "vectora/page/article/metadata.h"
#include "vectora/page/article/page_date.h"
#include "vectora/page/article/page_title.h"
#include "vectora/text/charset.h"
#include "vectora/text/html_text.h"
#include "vectora/text/language.h"

namespace vectora::page {
namespace {

// The first that says something, in one line. Templates escape twice now and then.
std::string first_said(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) {
    std::string said = text::collapse_space(text::decode_entities(value));
    if (!said.empty()) return said;
  }
  return {};
}

// "article:author" is often the address of a profile.
std::string_view unless_address(std::string_view name) {
  return name.find("://") == std::string_view::npos ? name : std::string_view();
}

std::string absolute(const std::string& reference, const std::optional<Url>& base) {
  const std::optional<Url> url = base ? base->resolve(reference) : Url::parse(reference);
  return url && !reference.empty() ? url->without_fragment() : std::string();
}

void fill_descriptions(const Metadata& metadata, const JsonLd& json_ld, Article& out) {
  out.author = first_said({json_ld.author, metadata.first("author"),
                           unless_address(metadata.first("articleauthor")),
                           metadata.first_of({"parselyauthor", "dccreator", "sailthruauthor",
                                              "citationauthor", "twittercreator"})});
  out.site_name = first_said(
      {metadata.first("ogsitename"), json_ld.site_name, metadata.first("applicationname")});
  out.description = first_said({metadata.first("ogdescription"), metadata.first("description"),
                                metadata.first("twitterdescription"), json_ld.description});
}

}  // namespace

std::string_view to_string(DateSource source) {
  switch (source) {
    case DateSource::kFeed: return "feed";
    case DateSource::kJsonLd: return "json_ld";
    case DateSource::kMeta: return "meta";
    case DateSource::kMicrodata: return "microdata";
    case DateSource::kTimeElement: return "time_element";
    case DateSource::kSelector: return "selector";
    case DateSource::kText: return "text";
    case DateSource::kUrl: return "url";
    case DateSource::kNone: return "none";
  }
  return "none";
}

// Set by judgement: what a page declares for machines is trusted more than what
// it shows, and that more than what its address suggests.
double confidence_of(DateSource source) {
  switch (source) {
    case DateSource::kFeed:
    case DateSource::kJsonLd:
    case DateSource::kMeta: return 0.95;
    case DateSource::kMicrodata:
    case DateSource::kTimeElement:
    case DateSource::kSelector:
    case DateSource::kUrl: return 0.9;
    case DateSource::kText: return 0.8;
    case DateSource::kNone: return 0;
  }
  return 0;
}

Article read_article(std::string_view bytes, const ArticleOptions& options) {
  const text::Decoded decoded =
      text::decode_document(bytes, text::DocumentKind::kHtml, options.transport_charset);
  const Result<Dom> dom = Dom::parse(decoded.text);
  Article out;
  if (!dom) return out;
  const Metadata metadata = read_metadata(*dom);
  const JsonLd json_ld = read_json_ld(*dom, options.url ? options.url->str() : std::string());
  out.title = read_title(*dom, metadata, json_ld);

  const PageMeasures measures = measure_page(*dom, out.title);
  out.text = read_main_text(*dom, measures, out.title);
  const DatedPage page{*dom, measures, metadata, json_ld, out.title};
  if (const std::optional<PageDate> found = read_page_date(page, options)) {
    out.published = found->date;
    out.date_source = found->source;
  }

  fill_descriptions(metadata, json_ld, out);
  out.canonical_url = absolute(metadata.canonical, options.url);
  out.language = metadata.language.empty() ? text::detect_language(out.text) : metadata.language;
  return out;
}

}  // namespace vectora::page
