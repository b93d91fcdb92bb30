// Which parts of a page are not its article, judged from the tree alone: tags,
// names, what is hidden, lists of links to other pages.
#pragma once

#include <vector>

#include "vectora/page/article/vocabulary.h"
#include "vectora/page/dom.h"

namespace vectora::page {

// What pruning weighs: per node, with all below it.
struct PageMeasures {
  NodeId body = 0;
  NodeId title_heading = kNoNode;  // see find_title_heading
  NodeId trunk = 0;                // the element whose own paragraphs weigh most
  std::vector<Meanings> names;
  std::vector<float> text;        // weight of all visible text
  std::vector<float> links;       // of it in links
  std::vector<float> paragraphs;  // of it in running text
};

PageMeasures measure_page(const Dom& dom, std::string_view title);

enum class Pruning {
  kNone,     // only what is never shown
  kCareful,  // and what is surely apart: navigation, comments, cookie notices
  kStrict,   // and what its names say is apart
};

// A flag per node: it and all below it are no part of the article. A part that
// holds much of the page's running text is never cut off for its name alone.
std::vector<bool> find_boilerplate(const Dom& dom, const PageMeasures& measures, Pruning pruning);

}  // namespace vectora::page
