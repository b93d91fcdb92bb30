#include "vectora/config/problem.h"

#include <algorithm>

namespace vectora::config {

namespace {

// Edits (insert, delete, replace, swap of neighbours) that turn `a` into `b`;
// anything above `limit` is `limit + 1`. Optimal string alignment.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  const size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<size_t> before(b.size() + 1);
  std::vector<size_t> above(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replace = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

constexpr size_t kMaxWord = 200;  // longer words are no typing errors

}  // namespace

std::string to_string(const Problem& problem) {
  std::string out = problem.where.file;
  if (!out.empty() && problem.where.line > 0) out = problem.where.str();
  if (!problem.where.key.empty()) out += (out.empty() ? "" : " ") + problem.where.key;
  if (!out.empty()) out += ": ";
  out += problem.what;
  if (!problem.hint.empty()) out += "; " + problem.hint;
  return out;
}

bool has_errors(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& p) { return p.severity == Severity::kError; });
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.size() > kMaxWord) return {};
  // A short word is all edits: half of it at most may be wrong.
  const size_t limit = std::min<size_t>(2, word.size() / 2);
  size_t best = limit + 1;
  std::string answer;
  for (const std::string& candidate : candidates) {
    const size_t distance = edit_distance(word, candidate, limit);
    if (distance >= best) continue;
    best = distance;
    answer = candidate;
  }
  return answer;
}

}  // namespace vectora::config
