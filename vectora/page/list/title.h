// Titles without what pages glue to them: dates, categories, "READ MORE".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "vectora/text/lenient_date.h"

namespace vectora::page {

struct CleanTitle {
  std::string title;
  std::optional<text::ParsedDate> date;  // that was glued to the title
  std::string date_text;
  // A date that begins the title and may belong to it ("September 30, 2025
  // half-year results"): whether it is the day of the entry, the list decides.
  std::optional<text::ParsedDate> leading;
  size_t leading_end = 0;  // where it ends in `title`
};

CleanTitle clean_title(std::string_view raw, const text::DateHints& hints = {});

// The title without its first `count` bytes and the separators after them.
std::string title_after(std::string_view title, size_t count);

// How much may stand beside a date: next to nothing ("3 March 2026, 10:00 ET"),
// or a word or two ("Published on: 3 March 2026").
enum class BesideDate { kNothing, kWords };

// Whether the text is a date and nothing else that matters.
bool is_only_date(std::string_view text, const text::DateHints& hints = {},
                  BesideDate beside = BesideDate::kWords);

}  // namespace vectora::page
