// The title of a page's article.
#pragma once

#include <string>

#include "vectora/page/article/json_ld.h"
#include "vectora/page/article/metadata.h"
#include "vectora/page/dom.h"

namespace vectora::page {

// The candidates (headings, JSON-LD headline, og:title, <title> without the
// site's name) vote for one another; the one with most support wins. Empty only
// if the page has none of them.
std::string read_title(const Dom& dom, const Metadata& metadata, const JsonLd& json_ld);

}  // namespace vectora::page
