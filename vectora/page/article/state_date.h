// A publication date in the data that a page's own program starts from.
#pragma once

#include <optional>

#include "vectora/page/dom.h"
#include "vectora/text/lenient_date.h"

namespace vectora::page {

// Pages that a script draws carry their texts as JSON, in a <script> or in an
// attribute, not always of a known shape. The day that all members named for a
// publication say ("datePublished", "publishedAt", "published_at"); none where
// they disagree, as those of several texts do.
std::optional<text::ParsedDate> read_state_date(const Dom& dom, const text::DateHints& hints);

}  // namespace vectora::page
