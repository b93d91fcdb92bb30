// By what an element can be called in CSS, as a person would call it.
//
//   css_names(dom, node)      <li class="news-item css-1x2y3z">: ".news-item", "li.news-item", "li"
//
// Names that a build tool makes up anew ("css-1x2y3z", the tail of
// "List_item__3kX9a"), numbers of single entries ("post-1204") and states
// ("active", "odd") are not used; nor are places among siblings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/dom.h"

namespace vectora::page {

struct CssName {
  std::string css;
  int cost = 0;  // the less, the better the name says what the element is

  bool operator==(const CssName&) const = default;
};

// Compounds of one element, the best first.
std::vector<CssName> css_names(const Dom& dom, NodeId element);

// Whether a class or id looks as if a program had made it up.
bool is_generated_name(std::string_view name);

}  // namespace vectora::page
