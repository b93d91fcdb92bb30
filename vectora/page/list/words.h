// The phrases by which entries of lists are told from what surrounds them: texts
// of links that are no titles, labels, headings of other lists. General words of
// the web in the languages that pages are written in; nothing about any site.
#pragma once

#include <string>
#include <string_view>

namespace vectora::page {

// "Read more", "Download attachment", "View PDF", "更多": the text of a link, or
// its beginning, that names an action and not a story.
bool is_action_text(std::string_view text);

// "Next", "Older posts", "›": the text of a link to the following page.
bool is_next_text(std::string_view text);

// A label that stands in front of titles: "Regulatory", "Press release".
bool is_label_text(std::string_view text);

// "Revised March 16, 2021": the text tells of a change.
bool is_revision_text(std::string_view text);

// A heading under which something else than news is listed: "Upcoming events",
// "Financial reports", "Most read".
bool is_other_heading(std::string_view text);

// Letters and digits in lower case, everything between them one space.
std::string plain_words(std::string_view text);

// Words; in scripts without spaces two characters count as one.
size_t word_count(std::string_view text);

}  // namespace vectora::page
