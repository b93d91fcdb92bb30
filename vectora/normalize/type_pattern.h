// TypePattern: the keywords by which an event type or a content type is known.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/lexicon/lexicon.h"

namespace vectora::normalize {

struct Keyword {
  lexicon::Term term;
  double weight = 1;
};

struct TypePattern {
  std::string name;                          // event type or content type
  std::string event_type;                    // for content types: the event it belongs to, or empty
  std::map<std::string, std::string> words;  // what newsletters call it, by language
  std::vector<Keyword> title;                // looked for in the title alone
  std::vector<Keyword> body;                 // in title and content
  std::vector<Keyword> negative;             // in title and content; counts against the type
  ConfigRef config;
};

}  // namespace vectora::normalize
