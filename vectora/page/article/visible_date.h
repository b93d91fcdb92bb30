// A publication date among the words of a page, where its head says none.
#pragma once

#include <optional>

#include "vectora/page/article/boilerplate.h"
#include "vectora/page/dom.h"
#include "vectora/text/lenient_date.h"

namespace vectora::page {

// The date that most looks like the article's own: alone on its line or with a
// label, near the title, in an element named for dates. Dates of comments, side
// columns, footers, events, copyright notices and of the title itself are none;
// of running text only a dateline at its begin is.
std::optional<text::ParsedDate> find_visible_date(const Dom& dom, const PageMeasures& measures,
                                                  const text::DateHints& hints);

}  // namespace vectora::page
