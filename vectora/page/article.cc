#include "vectora/page/article.h"

#include "vectora/base/utf8.h"
#include "vectora/page/article/json_ld.h"
#include "vectora/page/article/main_text.h"
#include "vectora/page/article/metadata.h"
#include "vectora/page/article/page_date.h"
#include "vectora/page/article/page_title.h"

namespace vectora::page {

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

double confidence_of(DateSource source) {
  switch (source) {
    case DateSource::kFeed: return 0.95;
    case DateSource::kJsonLd: return 0.95;
    case DateSource::kMeta: return 0.95;
    case DateSource::kMicrodata: return 0.9;
    case DateSource::kTimeElement: return 0.9;
    case DateSource::kSelector: return 0.9;
    case DateSource::kUrl: return 0.8;
    case DateSource::kText: return 0.7;
    case DateSource::kNone: return 0;
  }
  return 0;
}

Article read_article(std::string_view bytes, const ArticleOptions& options) {
  const std::string html = to_valid_utf8(std::string(bytes));
  const Result<Dom> dom = Dom::parse(html);
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
  out.language = metadata.language;
  return out;
}

}  // namespace vectora::page
