// A title as an aggregator hands it on: "Headline - Publisher".
//
// Aggregators put the publisher behind the headline and repeat both, without the
// dash, as the text. Where a text is such a repetition the two are told apart;
// any other title stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace vectora::newsletter {

struct Headline {
  std::string title;
  std::string publisher;  // empty: the title names none
};

Headline split_headline(std::string_view title, std::string_view content);

// Whether a sentence says no more than the title does: the same words, whatever
// stands between them.
bool repeats_title(std::string_view sentence, std::string_view title);

}  // namespace vectora::newsletter
