// A summary made of the source's own sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/annotation.h"
#include "vectora/normalize/news_words.h"

namespace vectora::normalize {

struct Told {
  std::string_view title;
  std::string_view content;
  const std::vector<EntityMention>& mentions;
  const std::optional<Span>& event_evidence;
};

// Two to five sentences of the content, in its order and wording, chosen for what
// they name: figures, entities, the event; the lead first. What the market's words
// say is no news ("About Acme", "Forward-looking statements", contacts) and what
// only repeats the title is passed over. One sentence or none where there is no more.
std::string extract_summary(const Told& told, const NewsWords& words);

}  // namespace vectora::normalize
