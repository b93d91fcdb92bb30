#include "vectora/newsletter/headline.h"

#include "vectora/text/fold.h"

namespace vectora::newsletter {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The folded letters and digits alone.
std::string bare(std::string_view text) {
  std::string out;
  for (const char c : text::fold_text(text))
    if (is_letter_or_digit(c)) out += c;
  return out;
}

}  // namespace

Headline split_headline(std::string_view title, std::string_view content) {
  for (const std::string_view separator : {" - ", " | ", " – ", " — "}) {
    const size_t at = title.rfind(separator);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view publisher = title.substr(at + separator.size());
    if (publisher.empty() || bare(content) != bare(title)) continue;
    return {std::string(title.substr(0, at)), std::string(publisher)};
  }
  return {std::string(title), {}};
}

bool repeats_title(std::string_view sentence, std::string_view title) {
  const std::string said = bare(sentence);
  return said.empty() || bare(title).find(said) != std::string::npos;
}

}  // namespace vectora::newsletter
