// A summary made of the source's own sentences.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/annotation.h"
#include "vectora/normalize/news_words.h"
#include "vectora/text/lower.h"
#include "vectora/text/regex/lead_index.h"

namespace vectora::normalize {

struct Told {
  std::string_view title;
  std::string_view content;
  const text::Lowered& lower_title;
  const text::Lowered& lower_content;
  const std::vector<EntityMention>& mentions;
  const std::optional<Span>& event_evidence;
};

// Two to five sentences of the content, in its order and wording, chosen for what
// they name: figures, entities, the event; the lead first. What the market's words
// say is no news ("About Acme", "Forward-looking statements", contacts) and what
// only repeats the title is passed over. One sentence or none where there is no more.
//
// Immutable; safe between threads.
class SummaryExtractor {
 public:
  explicit SummaryExtractor(const NewsWords& words);

  std::string extract(const Told& told) const;

 private:
  struct Candidate {
    std::string_view text;  // of the content
    size_t position = 0;    // among the candidates
    double value = 0;
  };
  using Places = std::vector<text::LeadIndex::Place>;

  text::LeadIndex phrases_;  // endings, then boilerplate
  size_t endings_ = 0;

  void add_phrase(const std::string& phrase, size_t number);
  bool begins_an_ending(const Places& places, size_t begin) const;
  double boilerplate_share(const Places& places, size_t begin, size_t end) const;
  // A sentence is worth something only if it can be printed.
  std::vector<Candidate> candidates(const Told& told) const;
  static void value(std::vector<Candidate>& found, const Told& told);
};

}  // namespace vectora::normalize
