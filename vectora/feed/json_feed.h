// JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1).
#pragma once

#include <string_view>

#include "vectora/feed/collector.h"

namespace vectora::feed {

// `document` is UTF-8. False if it is no JSON object with a list of items
// and does not say either that it is a JSON Feed.
bool read_json_feed(std::string_view document, Collector& collector);

}  // namespace vectora::feed
