#include "vectora/config/plan.h"

namespace vectora::config {

void apply(ClientPlan& client, const RunOverrides& overrides, Date as_of) {
  client.period_days = overrides.period_days.value_or(client.period_days);
  const Date last = overrides.to_date.value_or(as_of);
  client.gate.window = {overrides.from_date.value_or(last - client.period_days), last};
  client.gate.temporal = overrides.temporal.value_or(client.gate.temporal);
  client.gate.mode = overrides.ingestion.value_or(client.gate.mode);
  client.rules.mode = overrides.scoring.value_or(client.rules.mode);
  const auto factor = client.mode_factors.find(client.rules.mode);
  if (factor != client.mode_factors.end()) client.rules.mode_factor = factor->second;
}

}  // namespace vectora::config
