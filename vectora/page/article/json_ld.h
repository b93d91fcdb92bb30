// What a page says about itself in JSON-LD (https://schema.org): of all objects
// in its scripts, the one that describes the page's own article.
#pragma once

#include <string>
#include <string_view>

#include "vectora/page/dom.h"

namespace vectora::page {

// Values as written; empty where absent. Dates are not read yet.
struct JsonLd {
  std::string headline;
  std::string date_published;
  std::string date_created;
  std::string date_modified;
  std::string page_date_published;  // of the WebPage around the article
  std::string body;                 // articleBody or text
  std::string author;
  std::string site_name;  // of the publisher or the WebSite
  std::string description;
  std::string language;
};

// Objects are found at the top, in arrays, in "@graph" and behind
// "mainEntity"; what the page only points to (lists, comments, parts) is not its
// own. Among several articles, the one whose address is `page_url` wins, then the
// first. Scripts that are not JSON after the usual repairs are passed over.
JsonLd read_json_ld(const Dom& dom, std::string_view page_url);

}  // namespace vectora::page
