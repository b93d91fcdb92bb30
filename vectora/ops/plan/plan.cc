#include "vectora/ops/plan/plan.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "vectora/evaluation/evaluate.h"
#include "vectora/evaluation/label_store.h"
#include "vectora/evaluation/report.h"
#include "vectora/ops/plan/line_diff.h"

namespace vectora::ops {
namespace {

constexpr const char* kNone = "none";

using Places = std::map<ItemId, const PlacedItem*>;

Places places_of(const ReplayedIssue& issue) {
  Places places;
  for (const PlacedItem& item : issue.items) places.emplace(item.id, &item);
  return places;
}

std::string ending(const ReplayedIssue& issue, const ItemId& item) {
  const auto found = issue.outcomes.find(item);
  if (found == issue.outcomes.end()) return "not offered";
  std::string text(normalize::to_string(found->second.kind));
  return found->second.detail.empty() ? text : text + ": " + found->second.detail;
}

void add_entering(const ReplayedIssue& before, const ReplayedIssue& after,
                  std::vector<Move>& moves) {
  const Places was = places_of(before);
  for (const PlacedItem& item : after.items)
    if (!was.contains(item.id))
      moves.push_back(
          {MoveKind::kEnters, item.id, item.title, std::nullopt, item, ending(before, item.id)});
}

void add_leaving(const ReplayedIssue& before, const ReplayedIssue& after,
                 std::vector<Move>& moves) {
  const Places is = places_of(after);
  for (const PlacedItem& item : before.items)
    if (!is.contains(item.id))
      moves.push_back(
          {MoveKind::kLeaves, item.id, item.title, item, std::nullopt, ending(after, item.id)});
}

void add_moving(const ReplayedIssue& before, const ReplayedIssue& after, MoveKind kind,
                std::vector<Move>& moves) {
  const Places was = places_of(before);
  for (const PlacedItem& item : after.items) {
    const auto found = was.find(item.id);
    if (found == was.end()) continue;
    const PlacedItem& old = *found->second;
    const MoveKind how = old.section != item.section ? MoveKind::kSection : MoveKind::kRank;
    if (how == kind && (how == MoveKind::kSection || old.rank != item.rank))
      moves.push_back({kind, item.id, item.title, old, item, {}});
  }
}

IssueChange compare(const ClientId& client, const ReplayedIssue& before,
                    const ReplayedIssue& after) {
  IssueChange change;
  change.client = client;
  const ReplayedIssue& known = after.status == kNone ? before : after;
  change.capture = known.capture;
  change.day = known.day;
  change.status_before = before.status;
  change.status_after = after.status;
  add_entering(before, after, change.moves);
  add_leaving(before, after, change.moves);
  add_moving(before, after, MoveKind::kSection, change.moves);
  add_moving(before, after, MoveKind::kRank, change.moves);
  change.newsletter = line_difference(before.newsletter, after.newsletter);
  return change;
}

std::vector<ClientId> clients_of(const PlanInput& input) {
  if (!input.clients.empty()) return input.clients;
  std::set<ClientId> active;
  for (const PlanSide* side : {&input.before, &input.after})
    for (const auto& [id, client] : side->configuration.clients)
      if (client.active) active.insert(id);
  return {active.begin(), active.end()};
}

// Of those clients the ones that this side runs: active, or named.
std::vector<ClientId> running(const PlanSide& side, const PlanInput& input) {
  std::vector<ClientId> clients;
  for (const ClientId& id : clients_of(input)) {
    const auto found = side.configuration.clients.find(id);
    if (found == side.configuration.clients.end()) continue;
    if (found->second.active || !input.clients.empty()) clients.push_back(id);
  }
  return clients;
}

ReplayedIssue issue_at(const Replayed& replayed, const ClientId& client, size_t capture) {
  const auto found = replayed.find(client);
  if (found != replayed.end()) return found->second.at(capture);
  ReplayedIssue none;
  none.status = kNone;
  return none;
}

Json place_json(const std::optional<PlacedItem>& place) {
  if (!place) return nullptr;
  return {{"section", place->section}, {"rank", place->rank}, {"score", place->score.value()}};
}

Json move_json(const Move& move) {
  return {{"item_id", move.id.str()},
          {"title", move.title},
          {"before", place_json(move.before)},
          {"after", place_json(move.after)},
          {"because", move.because}};
}

Json issue_json(const IssueChange& change) {
  Json json = {{"client_id", change.client.str()},
               {"capture", change.capture},
               {"day", change.day.str()},
               {"status", {{"before", change.status_before}, {"after", change.status_after}}}};
  for (const MoveKind kind :
       {MoveKind::kEnters, MoveKind::kLeaves, MoveKind::kSection, MoveKind::kRank}) {
    Json list = Json::array();
    for (const Move& move : change.moves)
      if (move.kind == kind) list.push_back(move_json(move));
    json[std::string(to_string(kind))] = std::move(list);
  }
  json["newsletter"] = change.newsletter;
  return json;
}

std::string place_text(const PlacedItem& place) {
  return place.section + " " + std::to_string(place.rank);
}

std::string move_text(const Move& move) {
  switch (move.kind) {
    case MoveKind::kEnters:
      return "+ " + place_text(*move.after) + "  " + move.title + "\n      was " + move.because;
    case MoveKind::kLeaves:
      return "- " + place_text(*move.before) + "  " + move.title + "\n      now " + move.because;
    default:
      return "~ " + place_text(*move.before) + " -> " + place_text(*move.after) + "  " + move.title;
  }
}

// Nothing where the client has no labels, or stands on one side alone.
Result<std::optional<LabelChange>> label_change(const PlanInput& input, const ClientId& id) {
  const auto before = input.before.configuration.clients.find(id);
  const auto after = input.after.configuration.clients.find(id);
  evaluation::LabelStore store(*input.buckets.data, id);
  TRY(store.load());
  if (store.labels().empty() || before == input.before.configuration.clients.end() ||
      after == input.after.configuration.clients.end())
    return std::optional<LabelChange>();
  const evaluation::Evaluation then = TRY(
      evaluation::evaluate(store.labels(), before->second, *input.before.configuration.canonical));
  const evaluation::Evaluation now = TRY(
      evaluation::evaluate(store.labels(), after->second, *input.after.configuration.canonical));
  std::vector<evaluation::Figure> gains = TRY(evaluation::compare(then, now));
  return std::optional(LabelChange{id, store.labels().size(), std::move(gains)});
}

std::string label_text(const LabelChange& change) {
  return "labels of " + change.client.str() + " (" + std::to_string(change.labels) + "):\n" +
         evaluation::gains_text(change.gains);
}

Json label_json(const LabelChange& change) {
  return {{"client_id", change.client.str()},
          {"labels", change.labels},
          {"gains", evaluation::figures_json(change.gains)}};
}

std::string indented(const std::string& text) {
  std::string result;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size() - 1);
    result += "    " + text.substr(begin, end - begin + 1);
    begin = end + 1;
  }
  return result;
}

std::string issue_text(const IssueChange& change) {
  std::string text = change.client.str() + ", " + change.day.str();
  if (change.is_none()) return text + ": the same\n";
  text += ":";
  if (change.status_before != change.status_after)
    text += " " + change.status_before + " -> " + change.status_after;
  text += "\n";
  for (const Move& move : change.moves) text += "  " + move_text(move) + "\n";
  if (!change.newsletter.empty()) text += "  newsletter:\n" + indented(change.newsletter);
  return text;
}

}  // namespace

std::string_view to_string(MoveKind kind) {
  switch (kind) {
    case MoveKind::kEnters: return "enters";
    case MoveKind::kLeaves: return "leaves";
    case MoveKind::kSection: return "section";
    case MoveKind::kRank: return "rank";
  }
  return "unknown";
}

bool IssueChange::is_none() const {
  return moves.empty() && newsletter.empty() && status_before == status_after;
}

bool Plan::changes_anything() const {
  return std::any_of(issues.begin(), issues.end(),
                     [](const IssueChange& change) { return !change.is_none(); });
}

Result<Plan> make_plan(const PlanInput& input, pipeline::Observer& observer) {
  Plan plan;
  plan.before_name = input.before.name;
  plan.after_name = input.after.name;
  plan.before = input.before.digest;
  plan.after = input.after.digest;
  plan.configuration = differences(input.before.files, input.after.files);
  for (const pipeline::Capture& capture : input.captures) plan.captures.push_back(capture.id);
  const auto replay_side = [&](const PlanSide& side) {
    return replay({side.configuration, input.captures, input.buckets, running(side, input)},
                  observer);
  };
  const Replayed before = TRY_IN(input.before.name, replay_side(input.before));
  const Replayed after = TRY_IN(input.after.name, replay_side(input.after));
  for (const ClientId& client : clients_of(input))
    for (size_t i = 0; i < input.captures.size(); ++i)
      plan.issues.push_back(
          compare(client, issue_at(before, client, i), issue_at(after, client, i)));
  for (const ClientId& client : clients_of(input)) {
    std::optional<LabelChange> change =
        TRY_IN("labels of " + client.str(), label_change(input, client));
    if (change) plan.labels.push_back(*std::move(change));
  }
  return plan;
}

std::string plan_text(const Plan& plan) {
  std::string text = plan.before_name + " " + plan.before.str() + "\n" + plan.after_name + " " +
                     plan.after.str() + "\n\n";
  text += plan.configuration.empty() ? "The configurations are the same.\n"
                                     : difference_text(plan.configuration);
  text += "\n";
  for (const IssueChange& change : plan.issues) text += issue_text(change);
  for (const LabelChange& change : plan.labels) text += "\n" + label_text(change);
  text += "\ncost: 0 USD before, 0 USD after; no language model is asked\n";
  return text;
}

Json to_json(const Plan& plan) {
  Json issues = Json::array();
  for (const IssueChange& change : plan.issues) issues.push_back(issue_json(change));
  Json labels = Json::array();
  for (const LabelChange& change : plan.labels) labels.push_back(label_json(change));
  return {
      {"version", 1},
      {"before", plan.before.str()},
      {"after", plan.after.str()},
      {"before_name", plan.before_name},
      {"after_name", plan.after_name},
      {"captures", plan.captures},
      {"changes", plan.changes_anything()},
      {"configuration", difference_json(plan.configuration)},
      {"issues", std::move(issues)},
      {"labels", std::move(labels)},
      {"cost", {{"model", nullptr}, {"usd_before", 0}, {"usd_after", 0}, {"usd_difference", 0}}}};
}

}  // namespace vectora::ops
