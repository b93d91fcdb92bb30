// Inspect: the judgement of single items and pairs, as a line of JSON in and out.
//
// Protocol of `vectora inspect items` and `inspect pairs` (JSON Lines):
//   {"id","title","content","source","published_at","url"}
//     -> {"id","event_type","relevant","score","dropped","content_type","entities":{...}}
//        entities by kind as the item writes them, each spelling once
//   {"id","a":{...},"b":{...}}  ->  {"id","same":true|false}
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/id.h"
#include "vectora/base/result.h"
#include "vectora/lexicon/lexicon.h"
#include "vectora/normalize/annotator.h"
#include "vectora/normalize/stories/story_words.h"
#include "vectora/score/judge.h"

namespace vectora::score {

struct InspectContext {
  const lexicon::Lexicon& lexicon;
  const normalize::Annotator& annotator;
  const Rules& rules;  // not used for pairs
  // What is known of a source by its key; unknown keys and free names know nothing.
  const std::map<SourceKey, normalize::SourceFacts>& sources;
  std::optional<Date> as_of;               // nothing: each item is judged on its own day
  normalize::StoryWords story_words = {};  // used for pairs alone
};

// An item as somebody outside of a run gives it.
struct AskedItem {
  std::string title;
  std::string content;
  std::string source;        // key, or any name
  std::string published_at;  // YYYY-MM-DD, more may follow; empty: unknown
  std::string url;
};

struct Inspection {
  normalize::Item item;
  normalize::Annotation annotation;
  Judgement judgement;
};

Inspection inspect_item(const AskedItem& asked, const InspectContext& context);

// The names of a kind as the item writes them, each spelling once.
std::vector<std::string> written_names(const normalize::Annotation& annotation,
                                       normalize::EntityKind kind);

// kMalformed if the line is no object of the protocol's shape. One line, no newline.
Result<std::string> inspect_item_json(std::string_view line, const InspectContext& context);
Result<std::string> inspect_pair_json(std::string_view line, const InspectContext& context);

}  // namespace vectora::score
