#include "vectora/ops/plan/replay.h"

#include <algorithm>

#include "vectora/ops/snapshot/place.h"
#include "vectora/pipeline/replay_client.h"
#include "vectora/pipeline/run.h"

namespace vectora::ops {
namespace {

constexpr const char* kNewsletter = "newsletter.md";

std::vector<PlacedItem> placed(const newsletter::Issue& issue) {
  std::vector<PlacedItem> items;
  for (const newsletter::IssueSection& section : issue.sections) {
    int rank = 0;
    for (const newsletter::IssueItem& item : section.items)
      items.push_back({item.id, item.title, section.id, ++rank, item.score});
  }
  return items;
}

ReplayedIssue issue_of(const pipeline::ClientResult& result, const pipeline::Capture& capture) {
  ReplayedIssue issue;
  issue.capture = capture.id;
  issue.day = capture.captured_at.date();
  issue.status = result.status;
  issue.error = result.error;
  for (const pipeline::Fate& fate : result.record.fates)
    if (fate.outcome && !fate.item.empty()) issue.outcomes.emplace(fate.item, *fate.outcome);
  for (const auto& [item, outcome] : result.record.candidates)
    issue.outcomes.insert_or_assign(item, outcome);
  if (!result.issue) return issue;
  issue.items = placed(result.issue->issue);
  const auto file = result.issue->files.find(kNewsletter);
  if (file != result.issue->files.end()) issue.newsletter = file->second;
  return issue;
}

Result<void> replay_one(const ReplayInput& input, const pipeline::Capture& capture,
                        pipeline::Observer& observer, Replayed& replayed) {
  store::Buckets overlay = store::open_overlay_buckets(input.buckets);
  const auto client = pipeline::make_replay_client(capture, *overlay.data);
  const Instant now = Instant::end_of(capture.captured_at.date());
  pipeline::RunPlan plan{*input.configuration.canonical, {}, now.date(), now,
                         pipeline::Mode::kReplay,        {}, {},         {}};
  plan.captures.push_back(capture.digest());
  for (const ClientId& id : input.clients) {
    const auto found = input.configuration.clients.find(id);
    if (found == input.configuration.clients.end()) continue;
    plan.clients.push_back(found->second);
    config::apply(plan.clients.back(), {}, plan.as_of);
  }
  const pipeline::RunResult result =
      TRY(pipeline::run_pipeline(plan, {*client, overlay, observer}));
  for (const pipeline::ClientResult& one : result.clients)
    replayed[one.client].push_back(issue_of(one, capture));
  return {};
}

}  // namespace

Result<Replayed> replay(const ReplayInput& input, pipeline::Observer& observer) {
  Replayed replayed;
  for (const pipeline::Capture& capture : input.captures)
    TRY_IN("capture " + capture.id, replay_one(input, capture, observer, replayed));
  return replayed;
}

Result<std::vector<pipeline::Capture>> recorded_captures(store::ObjectStore& data, int days) {
  const auto newest = pipeline::load_capture(data, "latest");
  if (!newest && newest.error().code == ErrorCode::kNotFound)
    return std::vector<pipeline::Capture>();
  if (!newest) return newest.error();
  const Date first = newest->captured_at.date() - (days - 1);
  std::map<Date, pipeline::Capture> by_day;
  for (const store::ObjectInfo& info : TRY(data.list(store::keys::capture_prefix()))) {
    const auto day = snapshot::day_of({snapshot::Area::kData, info.key});
    if (!day || *day < first) continue;
    const store::Object object = TRY(data.get(info.key));
    const Json json = TRY_IN(info.key, parse_json(object.bytes));
    pipeline::Capture capture = TRY_IN(info.key, pipeline::capture_from_json(json));
    auto& last = by_day[*day];
    if (capture.captured_at >= last.captured_at) last = std::move(capture);
  }
  std::vector<pipeline::Capture> captures;
  for (auto& [day, capture] : by_day) captures.push_back(std::move(capture));
  return captures;
}

}  // namespace vectora::ops
