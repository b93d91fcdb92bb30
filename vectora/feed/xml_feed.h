// RSS, RDF and Atom.
#pragma once

#include <string_view>

#include "vectora/feed/collector.h"

namespace vectora::feed {

// `document` is UTF-8. False if it holds no feed; the collector is then untouched.
bool read_xml_feed(std::string_view document, Collector& collector);

}  // namespace vectora::feed
