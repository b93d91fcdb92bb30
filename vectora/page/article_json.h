// One article as a line of JSON, for programs that read many.
#pragma once

#include <string>
#include <string_view>

#include "vectora/page/article.h"

namespace vectora::page {

// {"id","url","title","published_date","date_source","date_confidence","text",
// "language","author","site_name","description"}; dates as YYYY-MM-DD; what is
// unknown is null. `id` is the caller's name of the page. No final newline.
std::string article_json(const Article& article, std::string_view id);

}  // namespace vectora::page
