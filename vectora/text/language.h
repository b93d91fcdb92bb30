// Which language a text is in: by script, then by its most frequent words.
#pragma once

#include <string>
#include <string_view>

namespace vectora::text {

// ISO 639-1 code ("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no",
// "fi", "pl", "ru", "ko", "ja", "zh"), or empty when the text is too short or
// too mixed to say.
std::string detect_language(std::string_view utf8);

}  // namespace vectora::text
