// Judged items for the tests of this module: invented companies and products.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "vectora/newsletter/choose.h"
#include "vectora/newsletter/edit.h"

namespace vectora::newsletter {

// Owns items and hands out candidates; references stay valid as it grows.
class TestItems {
 public:
  struct Made {
    normalize::Item item;
    normalize::Annotation annotation;
    score::Judgement judgement;
  };

  // A relevant item of one watch domain, "lai".
  Made& add(const std::string& id, const std::string& title, const std::string& event,
            int score_tenths, const std::string& day = "2026-02-01") {
    Made& made = made_.emplace_back();
    made.item.id = ItemId(id);
    made.item.source = SourceKey("press__example");
    made.item.title = title;
    made.item.url = "https://news.example/" + id;
    made.item.published_at = Date::parse(day);
    made.annotation.event.primary = event;
    made.judgement.relevant = true;
    made.judgement.score = score::Points::from_tenths(score_tenths);
    score::DomainVerdict verdict;
    verdict.domain = DomainId("lai");
    verdict.matched = true;
    made.judgement.domains.push_back(verdict);
    return made;
  }

  std::vector<Candidate> candidates() const {
    std::vector<Candidate> candidates;
    for (const Made& made : made_)
      candidates.push_back({&made.item, &made.annotation, &made.judgement});
    return candidates;
  }

 private:
  std::deque<Made> made_;
};

inline Section section(const std::string& id, std::vector<std::string> events, int max_items,
                       int priority) {
  Section section;
  section.id = id;
  section.title = id;
  section.event_types = std::move(events);
  section.max_items = max_items;
  section.priority = priority;
  return section;
}

// "selected deals|capped deals|below_threshold 3.0 < 5.0"
inline std::string dump(const std::vector<normalize::Outcome>& outcomes) {
  std::string text;
  for (const normalize::Outcome& outcome : outcomes) {
    if (!text.empty()) text += "|";
    text += std::string(normalize::to_string(outcome.kind));
    if (!outcome.detail.empty()) text += " " + outcome.detail;
  }
  return text;
}

}  // namespace vectora::newsletter
