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
  double average = 0;  // points of an item
};

// An empty list where the candidate does not reach the least that a list of
// news has.
ScoredList score_list(const ListPage& page, const Candidate& candidate,
                      std::vector<ListItem> items);

// The list of the page: that of the highest score, or the one around it whose
// entries it takes apart.
size_t main_list(const std::vector<ScoredList>& lists);

}  // namespace vectora::page
