// Selectors for a source as an element of html_extractors.yaml.
#pragma once

#include <string>

#include "vectora/base/id.h"
#include "vectora/base/result.h"
#include "vectora/page/listing.h"

namespace vectora::app {

// One member of `extractors`, as that file indents it. Parts without a selector are
// written as empty, so that none of the global settings takes their place.
std::string extractor_entry(const SourceKey& key, const page::ListingSelectors& selectors);

// The file with the entry as the last of its `extractors`; an empty text is a file that
// is not there yet. kConflict if it has one of that key, kMalformed if its extractors
// are written in another way than one below the other.
Result<std::string> with_extractor(const std::string& yaml, const SourceKey& key,
                                   const page::ListingSelectors& selectors);

}  // namespace vectora::app
