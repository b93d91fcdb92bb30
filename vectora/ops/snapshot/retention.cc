#include "vectora/ops/snapshot/retention.h"

#include <algorithm>
#include <set>

namespace vectora::ops::snapshot {
namespace {

constexpr int kDaysAWeek = 7;
constexpr int kMondayOffset = 3;  // 1970-01-01 was a Thursday

int32_t day_number(const Manifest& manifest) {
  return manifest.created_at.date().days_since_1970();
}

int32_t week_number(const Manifest& manifest) {
  return (day_number(manifest) + kMondayOffset) / kDaysAWeek;
}

// Keeps the newest snapshot of each of the last `periods` periods that have one.
template <class PeriodOf>
void keep_newest_of(const std::vector<Manifest>& manifests, int periods, PeriodOf period_of,
                    std::set<std::string>& kept) {
  std::set<int32_t> seen;
  for (auto manifest = manifests.rbegin(); manifest != manifests.rend(); ++manifest) {
    if (static_cast<int>(seen.size()) == periods) return;
    if (seen.insert(period_of(*manifest)).second) kept.insert(manifest->name);
  }
}

}  // namespace

bool is_named_by(std::string_view pattern, std::string_view name) {
  const size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == name;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  for (size_t at = star; at <= name.size(); ++at)
    if (is_named_by(rest, name.substr(at))) return true;
  return false;
}

std::vector<std::string> to_remove(const std::vector<Manifest>& manifests,
                                   const config::Retention& policy) {
  std::set<std::string> kept;
  const size_t last = std::max<size_t>(static_cast<size_t>(policy.keep_last), 1);
  for (size_t i = manifests.size() - std::min(last, manifests.size()); i < manifests.size(); ++i)
    kept.insert(manifests[i].name);
  keep_newest_of(manifests, policy.keep_daily, day_number, kept);
  keep_newest_of(manifests, policy.keep_weekly, week_number, kept);
  std::vector<std::string> removed;
  for (const Manifest& manifest : manifests) {
    const bool is_protected = std::any_of(
        policy.protected_names.begin(), policy.protected_names.end(),
        [&](const std::string& pattern) { return is_named_by(pattern, manifest.name); });
    if (!is_protected && !kept.contains(manifest.name)) removed.push_back(manifest.name);
  }
  return removed;
}

}  // namespace vectora::ops::snapshot
