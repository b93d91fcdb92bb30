// Choosing: which judged items make the issue, in which section, and how each of
// the others ended.
#pragma once

#include <string>
#include <vector>

#include "vectora/newsletter/layout.h"
#include "vectora/newsletter/sent_memory.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/outcome.h"
#include "vectora/normalize/stories/stories.h"
#include "vectora/score/judge.h"

namespace vectora::newsletter {

struct Candidate {
  const normalize::Item* item = nullptr;
  const normalize::Annotation* annotation = nullptr;
  const score::Judgement* judgement = nullptr;
};

struct Choice {
  struct Chosen {
    size_t candidate = 0;
    size_t section = 0;                // index into Layout::sections
    std::vector<size_t> also_told_by;  // candidates with the same story
    std::string follow_up_of;          // title of what was sent before; empty: new
  };
  std::vector<Chosen> chosen;                // in printing order
  std::vector<normalize::Outcome> outcomes;  // one a candidate, same order
};

// `words` are those by which stories are known again. Deterministic: ties are broken by day, then
// by item id.
Choice choose(const std::vector<Candidate>& candidates, const Layout& layout,
              const SentMemory& sent, Date target_day, const normalize::StoryWords& words);

}  // namespace vectora::newsletter
