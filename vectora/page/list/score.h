// How much a candidate looks like a list of news.
#pragma once

#include <vector>

#include "vectora/page/list/candidates.h"
#include "vectora/page/list/item.h"

namespace vectora::page {

struct ScoredList {
  std::vector<ListItem> items;  // each target once
  Candidate candidate;
  double score = 0;
};

// An empty list where the candidate does not reach the least that a list of
// news has.
ScoredList score_list(const ListPage& page, const Candidate& candidate,
                      std::vector<ListItem> items);

// Adds to `best` the items of lists that continue it elsewhere on the page.
void add_companions(const ListPage& page, ScoredList& best, const std::vector<ScoredList>& others);

}  // namespace vectora::page
