#include "vectora/app/cli/outcome_table.h"

#include <algorithm>
#include <numeric>

namespace vectora::app {
namespace {

std::string padded(std::string text, size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string row(const std::string& name, int count) {
  const std::string number = std::to_string(count);
  return "  " + padded(name, 18) + std::string(number.size() < 6 ? 6 - number.size() : 1, ' ') +
         number + "\n";
}

std::string table(const std::string& heading, const std::map<std::string, int>& counts) {
  const int total = std::accumulate(counts.begin(), counts.end(), 0,
                                    [](int sum, const auto& count) { return sum + count.second; });
  std::string out = row(heading, total);
  for (const auto& [name, count] : counts) out += "  " + row(name, count);
  return out;
}

}  // namespace

std::string outcome_table(const pipeline::ClientResult& result, Date as_of) {
  std::string out = result.client.str() + " as of " + as_of.str() + ": " + result.status + "\n";
  if (!result.record.sources.empty()) out += table("sources", result.record.sources);
  if (result.record.entries_offered > 0) out += table("entries", result.record.entries);
  if (result.issue) out += table("issue", result.issue->issue.outcomes);
  for (const auto& failure : result.record.failures)
    out +=
        "  failed: " + failure.source.str() + ": " + failure.reason + ": " + failure.detail + "\n";
  return out;
}

}  // namespace vectora::app
