// The day on which a page's article was published.
#pragma once

#include <optional>
#include <string_view>

#include "vectora/page/article.h"
#include "vectora/page/article/boilerplate.h"
#include "vectora/page/article/json_ld.h"
#include "vectora/page/article/metadata.h"
#include "vectora/page/dom.h"

namespace vectora::page {

struct PageDate {
  text::ParsedDate date;
  DateSource source = DateSource::kNone;
};

// What is known of the page when its date is looked for.
struct DatedPage {
  const Dom& dom;
  const PageMeasures& measures;
  const Metadata& metadata;
  const JsonLd& json_ld;
  std::string_view title;
};

// The first source in the order of DateSource that says a day which can be one;
// where the address holds a day, a source that agrees with it goes first.
std::optional<PageDate> read_page_date(const DatedPage& page, const ArticleOptions& options);

// How numbers like 03/02/2026 are to be read on the page.
text::FieldOrder field_order_of(const Metadata& metadata, const std::optional<Url>& url);

}  // namespace vectora::page
