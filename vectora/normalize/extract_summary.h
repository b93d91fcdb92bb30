// A summary made of the source's own sentences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/annotation.h"

namespace vectora::normalize {

// Two to five sentences of `content`, in its order and wording, chosen for what
// they name: figures, entities, the event; the lead first. Boilerplate ("About
// Acme", "Forward-looking statements", contacts) and what only repeats the title
// is passed over. One sentence or none where there is no more.
std::string extract_summary(std::string_view title, std::string_view content,
                            const std::vector<EntityMention>& mentions,
                            const std::optional<Span>& event_evidence);

}  // namespace vectora::normalize
