// The text of a page's article, without what stands around it.
#pragma once

#include <string>
#include <string_view>

#include "vectora/page/article/boilerplate.h"
#include "vectora/page/dom.h"

namespace vectora::page {

// Paragraphs, headings, list items and quotations of the article in order, one a
// line; navigation, related stories, share boxes, captions, comments and sign-up
// boxes are left out, and so is `title` where it is repeated as a heading. A page
// with any visible text gives a text.
std::string read_main_text(const Dom& dom, const PageMeasures& measures, std::string_view title);

}  // namespace vectora::page
