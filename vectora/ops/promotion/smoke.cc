#include "vectora/ops/promotion/smoke.h"

#include <algorithm>
#include <map>
#include <optional>

#include "vectora/config/workspace_files.h"
#include "vectora/pipeline/replay_client.h"
#include "vectora/pipeline/run.h"

namespace vectora::ops {
namespace {

struct Recorded {
  pipeline::Capture capture;
  store::ObjectStore* data;  // with its bodies
};

Result<std::optional<Recorded>> newest_capture(const SmokeInput& input) {
  for (Environment* environment : {&input.environment, &input.fallback}) {
    auto capture = pipeline::load_capture(*environment->buckets.data, "latest");
    if (capture)
      return std::optional(Recorded{*std::move(capture), environment->buckets.data.get()});
    if (capture.error().code != ErrorCode::kNotFound) return capture.error();
  }
  return std::optional<Recorded>();
}

SmokeClient summary(const pipeline::ClientResult& result) {
  return {result.client, result.status, result.error,
          result.issue ? result.issue->issue.item_count() : 0};
}

// Every active client on the capture, into overlays that are thrown away.
Result<std::vector<SmokeClient>> replay(const config::LoadedWorkspace& loaded,
                                        const Recorded& recorded, Environment& environment,
                                        pipeline::Observer& observer) {
  const auto client = pipeline::make_replay_client(recorded.capture, *recorded.data);
  store::Buckets overlay = store::open_overlay_buckets(environment.buckets);
  const Instant now = Instant::end_of(recorded.capture.captured_at.date());
  pipeline::RunPlan plan{*loaded.canonical,       {}, now.date(), now,
                         pipeline::Mode::kReplay, {}, {},         {}};
  plan.captures.push_back(recorded.capture.digest());
  for (const auto& [id, active] : loaded.clients) {
    if (!active.active) continue;
    plan.clients.push_back(active);
    config::apply(plan.clients.back(), {}, plan.as_of);
  }
  const pipeline::RunResult result =
      TRY(pipeline::run_pipeline(plan, {*client, overlay, observer}));
  std::vector<SmokeClient> clients;
  for (const pipeline::ClientResult& one : result.clients) clients.push_back(summary(one));
  return clients;
}

bool is_valid(const config::LoadedWorkspace& loaded) {
  return loaded.canonical && !config::has_errors(loaded.problems);
}

void add_failures(SmokeRun& run) {
  std::map<ClientId, SmokeClient> before;
  for (const SmokeClient& client : run.before) before[client.client] = client;
  for (const SmokeClient& client : run.after) {
    const auto found = before.find(client.client);
    const std::string was = found == before.end() ? std::string() : found->second.status;
    const int items = found == before.end() ? 0 : found->second.items;
    const std::string name = client.client.str() + ": ";
    if (client.status == "failed" && was != "failed")
      run.failures.push_back(name + "the run fails" +
                             (client.error.empty() ? "" : ": " + client.error));
    else if (client.items == 0 && items > 0)
      run.failures.push_back(name + "the issue would be empty; before it had " +
                             std::to_string(items) + " items");
  }
}

Json clients_json(const std::vector<SmokeClient>& clients) {
  Json json = Json::array();
  for (const SmokeClient& client : clients)
    json.push_back({{"client_id", client.client.str()},
                    {"status", client.status},
                    {"error", client.error},
                    {"items", client.items}});
  return json;
}

}  // namespace

Result<SmokeRun> smoke_run(const SmokeInput& input, pipeline::Observer& observer) {
  SmokeRun run;
  const config::LoadedWorkspace after =
      config::load_workspace(TRY(config::read_config_bucket(*input.environment.buckets.config)));
  for (const config::Problem& problem : after.problems)
    if (problem.severity == config::Severity::kError)
      run.failures.push_back("the configuration does not load: " + config::to_string(problem));
  if (!is_valid(after)) return run;
  const auto recorded = TRY(newest_capture(input));
  if (!recorded) return run;
  run.capture = recorded->capture.id;
  run.after = TRY(replay(after, *recorded, input.environment, observer));
  const config::LoadedWorkspace before = config::load_workspace(input.before);
  if (is_valid(before)) run.before = TRY(replay(before, *recorded, input.environment, observer));
  add_failures(run);
  return run;
}

Json to_json(const SmokeRun& run) {
  return {{"capture", run.capture},
          {"before", clients_json(run.before)},
          {"after", clients_json(run.after)},
          {"failures", run.failures}};
}

}  // namespace vectora::ops
