// The report of a promotion, for programs and for people.
#include "vectora/ops/promotion/promote.h"

namespace vectora::ops {
namespace {

constexpr int kVersion = 1;

Json digest_or_null(const Digest& digest) {
  return digest.empty() ? Json(nullptr) : Json(digest.str());
}

// A cell of a table holds no line breaks and no bars.
std::string cell(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string gate_rows(const PromotionReport& report) {
  std::string rows = "| gate | verdict | why |\n|---|---|---|\n";
  for (const GateResult& gate : report.gates) {
    std::string verdict(to_string(gate.verdict));
    for (const Override& override : report.overrides)
      if (override.gate == gate.gate) verdict += ", overridden: " + cell(override.reason);
    rows += "| " + gate.gate + " | " + verdict + " | " + cell(gate.why) + " |\n";
  }
  return rows;
}

std::string smoke_text(const SmokeRun& smoke) {
  std::string text = smoke.capture.empty()
                         ? "No capture to replay; the configuration was only loaded.\n"
                         : "Replayed capture `" + smoke.capture + "`.\n";
  if (!smoke.after.empty()) {
    text += "\n| client | status | items | before |\n|---|---|---|---|\n";
    for (const SmokeClient& client : smoke.after) {
      std::string before = "new";
      for (const SmokeClient& old : smoke.before)
        if (old.client == client.client) before = std::to_string(old.items);
      text += "| " + client.client.str() + " | " + client.status + " | " +
              std::to_string(client.items) + " | " + before + " |\n";
    }
  }
  if (!smoke.failures.empty()) text += "\n";
  for (const std::string& failure : smoke.failures) text += "- failed: " + failure + "\n";
  return text;
}

}  // namespace

Json to_json(const PromotionReport& report) {
  Json gates = Json::array();
  for (const GateResult& gate : report.gates)
    gates.push_back({{"gate", gate.gate},
                     {"verdict", to_string(gate.verdict)},
                     {"why", gate.why},
                     {"details", gate.details}});
  Json overrides = Json::array();
  for (const Override& override : report.overrides)
    overrides.push_back({{"gate", override.gate}, {"reason", override.reason}});
  return {{"version", kVersion},
          {"from", report.from},
          {"to", report.to},
          {"at", report.at.str()},
          {"who", report.who},
          {"why", report.why},
          {"outcome", to_string(report.outcome)},
          {"because", report.because},
          {"before", digest_or_null(report.before)},
          {"after", digest_or_null(report.after)},
          {"changes", difference_json(report.changes)},
          {"gates", std::move(gates)},
          {"overrides", std::move(overrides)},
          {"snapshot", report.snapshot},
          {"smoke", report.smoke ? to_json(*report.smoke) : Json(nullptr)},
          {"history", report.history_id}};
}

std::string report_markdown(const PromotionReport& report) {
  std::string text = "# Promotion " + report.from + " to " + report.to + ": " +
                     std::string(to_string(report.outcome)) + "\n\n";
  text += report.at.str() + ", " + report.who + "\n\n";
  if (!report.why.empty()) text += "Why: " + report.why + "\n\n";
  if (!report.because.empty()) text += "Because: " + report.because + "\n\n";
  text += "- before: " + (report.before.empty() ? "nothing" : report.before.str()) + "\n";
  text += "- after: " + report.after.str() + "\n";
  if (!report.snapshot.empty())
    text += "- snapshot: `" + report.snapshot + "`; `vectora rollback " + report.to +
            "` goes back to it\n";
  if (!report.gates.empty()) text += "\n## Gates\n\n" + gate_rows(report);
  if (!report.changes.empty())
    text += "\n## Changes (" + difference_counts(report.changes) + ")\n\n```diff\n" +
            difference_text(report.changes) + "```\n";
  if (report.smoke) text += "\n## Smoke run\n\n" + smoke_text(*report.smoke);
  return text;
}

}  // namespace vectora::ops
