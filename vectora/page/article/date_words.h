// What the words around a date on a page say it is the date of, in the languages
// of the web. All texts are in lower case (see lowered.h).
#pragma once

#include <string_view>

namespace vectora::page {

bool says_published(std::string_view text);    // "posted on", "veröffentlicht", "发布"
bool says_modified(std::string_view text);     // "updated", "mis à jour"
bool tells_of_other(std::string_view text);    // "deadline", "since", "©": no date of a text
bool begins_byline(std::string_view text);     // "by", "von"
bool speaks_of_itself(std::string_view text);  // "this entry was posted"

// "Meldung vom" before a date; in running text these are words like others.
bool ends_with_leading_word(std::string_view before);

}  // namespace vectora::page
