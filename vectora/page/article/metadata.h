// The named values of a page's head: <meta>, <title>, <link rel=canonical>,
// <html lang>. Later readers choose among them; nothing is judged here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/page/dom.h"

namespace vectora::page {

struct MetaValue {
  // Of name, property or itemprop: lower case, with separators and prefixes'
  // colons dropped: "article:published_time" is "articlepublishedtime".
  std::string name;
  std::string_view content;
};

struct Metadata {
  std::vector<MetaValue> values;  // document order, without empty ones
  std::string title;              // of <title>
  std::string language;           // primary subtag, lower case: "en"
  std::string region;             // "gb" of "en-GB"; empty: not said
  std::string canonical;          // as written in <link rel=canonical>, else og:url

  // The content of the first value of that (squeezed) name; empty: absent.
  std::string_view first(std::string_view name) const;
  // The first that any of the names has, in the order of the names.
  std::string_view first_of(std::initializer_list<std::string_view> names) const;
};

Metadata read_metadata(const Dom& dom);

}  // namespace vectora::page
