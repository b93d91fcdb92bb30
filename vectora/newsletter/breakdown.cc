#include "vectora/newsletter/breakdown.h"

#include <algorithm>
#include <map>

namespace vectora::newsletter {
namespace {

using Counts = std::vector<std::pair<std::string, int>>;

Counts sorted(const std::map<std::string, int>& counts) {
  Counts rows(counts.begin(), counts.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return rows;
}

}  // namespace

Counts items_by_section(const Issue& issue) {
  Counts rows;
  for (const IssueSection& section : issue.sections)
    rows.emplace_back(section.title, static_cast<int>(section.items.size()));
  return rows;
}

Counts items_by_source(const Issue& issue) {
  std::map<std::string, int> counts;
  for (const IssueSection& section : issue.sections)
    for (const IssueItem& item : section.items) ++counts[item.source_name];
  return sorted(counts);
}

Counts items_by_domain(const Issue& issue) {
  std::map<std::string, int> counts;
  for (const IssueSection& section : issue.sections)
    for (const IssueItem& item : section.items)
      for (const DomainId& domain : item.domains) ++counts[domain.str()];
  return sorted(counts);
}

}  // namespace vectora::newsletter
