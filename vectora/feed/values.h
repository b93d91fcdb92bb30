// How the text of a field becomes its value, the same in all formats.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/url.h"
#include "vectora/text/lenient_date.h"

namespace vectora::feed {

// Without white space at the ends; control characters that no text has vanish,
// and those that were meant as windows-1252 are what they were meant as.
std::string clean(std::string_view text);

// A title: one line of plain text. Where nothing but markup stands, the markup
// is the title: "</example>".
std::string title_text(std::string_view html);

// An address as written, or resolved where it is relative and a base is known.
std::string resolve_link(std::string_view reference, const Url* base);

// "jo@example.org (Jo Smith)" and "Jo Smith <jo@example.org>" give "Jo Smith";
// an address alone stays.
std::string author_name(std::string_view text);

// The day and time that a feed's date field says.
std::optional<text::ParsedDate> feed_date(std::string_view text);

// Appends a value that is not empty, up to a bound.
void append_bounded(std::vector<std::string>& list, std::string value);

constexpr size_t kMaxListSize = 1000;  // authors, categories, enclosures of one entry

}  // namespace vectora::feed
