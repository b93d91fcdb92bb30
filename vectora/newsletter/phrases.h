// The newsletter's own words, in the reader's language.
//
// Everything that a newsletter says and no source said stands here: headings,
// counts, dates. Sentences of sources are printed as they were written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/newsletter/issue.h"

namespace vectora::newsletter {

enum class Language { kEnglish, kFrench };

// "fr" is French; everything else is English.
Language language_from(std::string_view code);

class Phrases {
 public:
  explicit Phrases(Language language) : language_(language) {}

  std::string_view code() const;  // "en", "fr"

  std::string_view in_short() const;      // heading of the TL;DR
  std::string_view read_more() const;     // text of the link to the source
  std::string_view also_told_by() const;  // "Also reported by"
  std::string colon() const;              // with the spaces of the language
  std::string_view earlier() const;       // "Earlier"
  std::string_view nothing_new() const;   // an issue without items
  std::string_view sections_heading() const;
  std::string_view sources_heading() const;
  std::string_view domains_heading() const;

  std::string date(Date day) const;                           // 3 February 2026, 3 février 2026
  std::string period(const normalize::Window& window) const;  // 28 January to 3 February 2026
  std::string list(const std::vector<std::string>& words) const;  // "a, b and c"

  // "9 items kept out of 42 read: 4 on partnerships and 5 on regulation."
  std::string counts(const Issue& issue) const;
  std::string introduction(const Issue& issue, const std::vector<std::string>& names) const;
  std::string scope(const Monitored& monitored, const normalize::Window& window) const;
  // One line for the sources that could not be read, one for those that are silent.
  std::vector<std::string> troubles(const std::vector<SourceTrouble>& troubles) const;
  std::string via(std::string_view publisher, std::string_view source) const;

 private:
  std::string_view choose(std::string_view english, std::string_view french) const;
  std::string items(int count) const;
  std::string event_counts(const Issue& issue) const;

  Language language_;
};

}  // namespace vectora::newsletter
