// Lines that stand around articles and say the same everywhere: calls to
// subscribe, headings of related stories, copyright notices.
#pragma once

#include <string_view>

namespace vectora::page {

enum class LineKind {
  kOrdinary,
  kRelated,  // announces other stories or comments: what follows is not the article
  kCall,     // asks the reader for something: to subscribe, follow, share, donate
  kRights,   // whose the text is and where it came from
};

// Judges one line by its words, in the languages that lenient_date reads months
// of. Only short lines can be more than ordinary.
LineKind kind_of_line(std::string_view line);

}  // namespace vectora::page
