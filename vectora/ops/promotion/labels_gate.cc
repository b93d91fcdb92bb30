#include "vectora/ops/promotion/labels_gate.h"

#include <array>
#include <cstdio>

#include "vectora/evaluation/evaluate.h"
#include "vectora/evaluation/label_store.h"

namespace vectora::ops {
namespace {

using evaluation::Figure;
using evaluation::Label;

// The figure of each thing that labels say. The others (precision, recall, a stricter
// count of events) are parts of these, and give and take within them.
bool is_watched(std::string_view figure) {
  return figure == "event.lenient" || figure == "relevance.f1" ||
         (figure.starts_with("entities.") && figure.ends_with(".f1"));
}

std::string signed_text(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%+.3f", value);
  return text.data();
}

Result<std::vector<Label>> labels_of(const ClientId& client, const Candidate& candidate) {
  for (Environment* environment : {&candidate.to, &candidate.from}) {
    evaluation::LabelStore labels(*environment->buckets.data, client);
    TRY(labels.load());
    if (!labels.labels().empty()) return labels.labels();
  }
  return std::vector<Label>();
}

// What one client's labels say of the two configurations.
struct Measured {
  Json json = Json::array();
  std::string worse;  // what falls behind; empty: nothing does
};

Result<Measured> measure(const std::vector<Label>& labels, const config::ClientPlan& before,
                         const config::ClientPlan& after, const Candidate& candidate) {
  const auto was = TRY(evaluation::evaluate(labels, before, *candidate.before_loaded.canonical));
  const auto is = TRY(evaluation::evaluate(labels, after, *candidate.after_loaded.canonical));
  Measured measured;
  for (const Figure& gain : TRY(evaluation::compare(was, is))) {
    measured.json.push_back({{"figure", gain.name},
                             {"gain", gain.value},
                             {"low", gain.interval.low},
                             {"high", gain.interval.high}});
    if (!is_watched(gain.name) || gain.interval.low >= -kLabelsMargin) continue;
    measured.worse += (measured.worse.empty() ? "" : ", ") + gain.name + " " +
                      signed_text(gain.value) + " (" + signed_text(gain.interval.low) + " .. " +
                      signed_text(gain.interval.high) + ")";
  }
  return measured;
}

Result<GateResult> ask_labels(const Candidate& candidate) {
  GateResult result;
  if (!candidate.before_loaded.canonical || !candidate.after_loaded.canonical) {
    result.verdict = Verdict::kSkipped;
    result.why = candidate.before.files.empty()
                     ? "'" + candidate.to.name + "' has no configuration yet to compare with"
                     : "one of the two configurations is not valid, so they cannot be compared";
    return result;
  }
  size_t count = 0;
  for (const auto& [id, after] : candidate.after_loaded.clients) {
    const auto before = candidate.before_loaded.clients.find(id);
    if (before == candidate.before_loaded.clients.end()) continue;
    const std::vector<Label> labels = TRY_IN(id.str(), labels_of(id, candidate));
    if (labels.empty()) continue;
    count += labels.size();
    const Measured measured = TRY_IN(id.str(), measure(labels, before->second, after, candidate));
    result.details[id.str()] = measured.json;
    if (measured.worse.empty()) continue;
    result.verdict = Verdict::kRefused;
    result.why += (result.why.empty() ? "" : "; ") + id.str() + ": " + measured.worse;
  }
  if (count == 0) {
    result.verdict = Verdict::kSkipped;
    result.why = "there are no labels; `vectora label` makes some";
  } else if (result.verdict == Verdict::kPassed) {
    result.why = "not worse by more than 0.02 on " + std::to_string(count) + " labels";
  } else {
    result.why = "may be worse by more than 0.02 on the labels: " + result.why;
  }
  return result;
}

}  // namespace

Gate labels_gate() { return {"labels", ask_labels}; }

}  // namespace vectora::ops
