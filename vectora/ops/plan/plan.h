// Plan: what another configuration would change in what readers get.
//
//   const Plan plan = TRY(make_plan(input, observer));
//   console.print(plan_text(plan));            // or to_json(plan), which
//   `promote` takes return plan.changes_anything() ? 6 : 0;
//
// Both configurations are replayed over the same recorded captures; what is
// compared is what came out: items that enter, leave or change their section or
// rank, why they do, and the newsletters line by line. Where a client has
// labels, both are measured on them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/evaluation/figures.h"
#include "vectora/ops/configuration/difference.h"
#include "vectora/ops/plan/replay.h"

namespace vectora::ops {

enum class MoveKind { kEnters, kLeaves, kSection, kRank };
std::string_view to_string(MoveKind kind);  // enters, leaves, section, rank

struct Move {
  MoveKind kind = MoveKind::kEnters;
  ItemId id;
  std::string title;
  std::optional<PlacedItem> before;
  std::optional<PlacedItem> after;
  std::string because;  // of what enters, how it ended before; of what leaves,
                        // how it ends now
};

struct IssueChange {
  ClientId client;
  std::string capture;
  Date day;
  std::string status_before;  // "none": the configuration has no such client
  std::string status_after;
  std::vector<Move> moves;  // enters, leaves, sections, ranks; each in printing order
  std::string newsletter;   // its difference, line by line

  bool is_none() const;
};

// A client's rules on its labels, by both configurations.
struct LabelChange {
  ClientId client;
  size_t labels = 0;
  std::vector<evaluation::Figure> gains;  // of the new one, with 95 % intervals
};

struct PlanSide {
  std::string name;  // "prod", "workspace", a folder
  config::Files files;
  const config::LoadedWorkspace& configuration;
  Digest digest;  // of the release that the files make
};

struct PlanInput {
  const PlanSide& before;
  const PlanSide& after;
  const std::vector<pipeline::Capture>& captures;
  store::Buckets& buckets;        // with the bodies of the captures, items, memory, labels
  std::vector<ClientId> clients;  // none: those that are active on either side
};

struct Plan {
  std::string before_name;
  std::string after_name;
  Digest before;
  Digest after;
  std::vector<std::string> captures;
  std::vector<FileChange> configuration;
  std::vector<IssueChange> issues;  // one a client and capture
  std::vector<LabelChange> labels;  // of clients that have labels and stand on both sides

  // Whether any reader would get something else.
  bool changes_anything() const;
};

Result<Plan> make_plan(const PlanInput& input, pipeline::Observer& observer);

std::string plan_text(const Plan& plan);

// Version 1; docs/data_formats.md.
Json to_json(const Plan& plan);

}  // namespace vectora::ops
