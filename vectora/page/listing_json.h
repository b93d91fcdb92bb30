// A listing as one line of JSON, for programs that compare extractions:
//
//   {"id":"board-1","items":[{"title":"…","url":"https://…","date":"2026-02-03"}],"next_page":""}
//
// `date` is null where the entry has none.
#pragma once

#include <string>
#include <string_view>

#include "vectora/page/listing.h"

namespace vectora::page {

// Without a final newline.
std::string listing_json(const Listing& listing, std::string_view id);

}  // namespace vectora::page
