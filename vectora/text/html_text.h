// Text out of fragments of HTML, for titles and summaries inside feeds: no DOM,
// one pass, any input. Whole pages are read by vectora/page.
#pragma once

#include <string>
#include <string_view>

namespace vectora::text {

// Decodes character references (HTML standard, 13.5): named ones with or
// without ";" as the standard lists them, decimal and hexadecimal ones with the
// windows-1252 repairs. "AT&T" stays "AT&T".
std::string decode_entities(std::string_view text);

// The visible text: tags and comments dropped, <script> and <style> with their
// contents, references decoded once, block elements and <br> separate words,
// white space collapsed and trimmed.
std::string plain_text(std::string_view html);

// Whether the text holds markup or references at all.
bool looks_like_html(std::string_view text);

// Runs of white space (Unicode, NBSP and zero-width ones included) become one
// space; ends are trimmed. Other control characters of ASCII vanish: no title may
// steer a terminal.
std::string collapse_space(std::string_view text);

}  // namespace vectora::text
