// Replay: what a configuration makes of recorded captures.
//
//   const std::vector<pipeline::Capture> captures = TRY(recorded_captures(data,
//   7)); const Replayed then = TRY(replay({before, captures, stage.buckets},
//   observer));
//
// Each capture is run on its own, at its own day, into a layer above the
// environment's buckets that is thrown away: items and memory of the
// environment count, and nothing is fetched or written.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/normalize/outcome.h"
#include "vectora/pipeline/capture.h"
#include "vectora/pipeline/observer.h"
#include "vectora/score/points.h"
#include "vectora/store/buckets.h"

namespace vectora::ops {

// An item in an issue.
struct PlacedItem {
  ItemId id;
  std::string title;
  std::string section;  // its id
  int rank = 0;         // in the section, from 1
  score::Points score;
};

struct ReplayedIssue {
  std::string capture;
  Date day;
  std::string status;  // success, partial, no_items, failed
  std::string error;
  std::vector<PlacedItem> items;                  // in printing order
  std::map<ItemId, normalize::Outcome> outcomes;  // of everything that was considered
  std::string newsletter;                         // Markdown; empty: no issue
};

// One issue a capture, in the order of the captures.
using Replayed = std::map<ClientId, std::vector<ReplayedIssue>>;

struct ReplayInput {
  const config::LoadedWorkspace& configuration;  // valid
  const std::vector<pipeline::Capture>& captures;
  store::Buckets& buckets;               // with the bodies of the captures
  const std::vector<ClientId>& clients;  // those of them that the configuration has
};

Result<Replayed> replay(const ReplayInput& input, pipeline::Observer& observer);

// The last capture of each of the last days, counted back from the newest,
// oldest first.
Result<std::vector<pipeline::Capture>> recorded_captures(store::ObjectStore& data, int days);

}  // namespace vectora::ops
