// CSS selectors for a page whose list was found by its structure.
//
//   const auto selectors = propose_selectors(html, {.url = *url});
//   selectors->item                 ".press-list .news-item"
//
// They are what a person would write: by class, id, tag and property, never by what a
// build tool made up, by places among siblings only for cells of a table. What is
// proposed was tried: read_listing with these selectors gives the same entries, titles
// and days, in the same order, as it does without.
#pragma once

#include <optional>
#include <string_view>

#include "vectora/page/listing.h"

namespace vectora::page {

// Nothing where the page shows fewer than two entries, where these stand in data and
// not in elements, or where no selectors were found that read the same. Selectors of
// `options` are not used.
std::optional<ListingSelectors> propose_selectors(std::string_view bytes,
                                                  const ListingOptions& options = {});

}  // namespace vectora::page
