// Issue: one edition of a client's newsletter, before any format.
//
// Markdown, HTML, plain text and JSON are written from this object and nothing
// else, so that no two of them can disagree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/base/json.h"
#include "vectora/newsletter/layout.h"
#include "vectora/normalize/gate.h"
#include "vectora/normalize/scan.h"
#include "vectora/score/judge.h"

namespace vectora::newsletter {

// A sentence that is printed, and the words of the source that carry it. A
// sentence without spans is made of counts and names of this issue alone.
struct Evidence {
  std::string sentence;
  std::vector<normalize::Span> spans;
};

struct IssueItem {
  ItemId id;
  std::string title;
  std::vector<Evidence> summary;  // 5 to 8 lines of sentences
  score::Points score;
  std::optional<Date> published_at;
  SourceKey source;
  std::string source_name;
  std::string url;  // http or https
  std::string event_type;
  std::string follow_up;  // what it continues, for the reader; empty: a new story
  std::map<std::string, std::vector<std::string>> entities;  // by plural kind name
  std::vector<DomainId> domains;                             // watch domains that it matched
  std::vector<std::string> also_told_by;  // names of other sources with the same story
};

struct IssueSection {
  std::string id;
  std::string title;
  std::vector<IssueItem> items;  // never empty
};

// What readers are told of a source that gave less than it should.
enum class Trouble { kUnread, kSilent };

struct SourceTrouble {
  std::string source_name;
  Trouble what = Trouble::kUnread;
  int days = 0;  // of silence
};

struct Issue {
  std::string newsletter_id;  // "{client}_{target day}"
  Profile profile;
  Instant generated_at;
  Date target_day;
  normalize::Window period;
  std::vector<std::string> tldr;  // one line each
  std::string introduction;
  std::vector<IssueSection> sections;
  std::string scope_line;  // the closing one
  std::vector<SourceTrouble> troubles;
  Monitored monitored;
  int items_analyzed = 0;
  std::map<std::string, int> outcomes;  // by outcome name; adds up to items_analyzed
  std::string engine = "rules";
  Digest config_digest;

  int item_count() const;
};

}  // namespace vectora::newsletter
