// Making and delivering an issue: judged items become documents in the
// newsletters bucket. `make_issue` is pure, `deliver` writes.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/newsletter/edit.h"
#include "vectora/newsletter/sent_memory.h"
#include "vectora/pipeline/curate.h"
#include "vectora/store/buckets.h"

namespace vectora::pipeline {

struct IssueInput {
  const config::ClientPlan& client;
  const config::Canonical& canonical;
  const std::vector<CuratedItem>& items;  // of the window
  const newsletter::SentMemory& sent;
  std::vector<newsletter::SourceTrouble> troubles;
  Date target_day;
  Instant now;
};

struct MadeIssue {
  newsletter::Issue issue;
  std::map<std::string, std::string> files;  // name -> bytes: newsletter.md, manifest.json, ...
  std::vector<std::pair<ItemId, normalize::Outcome>> outcomes;  // one an item
  std::vector<newsletter::SentItem> sent;
};

MadeIssue make_issue(const IssueInput& input);

// What was sent: issues whose manifest is there. The memory is written before
// the manifest, so a crash between the two leaves an issue that was not sent.
Result<newsletter::SentMemory> load_sent(store::Buckets& buckets, const ClientId& client);

// Writes the documents, the memory, and at last the manifest, which makes it count.
Result<void> deliver(store::Buckets& buckets, const ClientId& client, const MadeIssue& made);

}  // namespace vectora::pipeline
