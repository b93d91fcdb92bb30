// The longest common subsequence of lines, by the table of its lengths (Hunt
// and McIlroy tell the idea, "An Algorithm for Differential File Comparison",
// 1976). Newsletters have some hundred lines, of which most are equal at both
// ends; so the table is small.
#include "vectora/ops/plan/line_diff.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace vectora::ops {
namespace {

constexpr size_t kMaxLines = 4000;
constexpr size_t kContext = 2;

using Lines = std::vector<std::string_view>;

struct Line {
  char sign = ' ';
  std::string_view text;
};

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Lengths of the longest common subsequences of all ends of the two, row by
// row.
std::vector<uint16_t> lengths_of(const Lines& a, const Lines& b) {
  const size_t width = b.size() + 1;
  std::vector<uint16_t> lengths((a.size() + 1) * width);
  for (size_t i = a.size(); i-- > 0;)
    for (size_t j = b.size(); j-- > 0;)
      lengths[i * width + j] =
          a[i] == b[j] ? static_cast<uint16_t>(lengths[(i + 1) * width + j + 1] + 1)
                       : std::max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
  return lengths;
}

void add_all(const Lines& lines, size_t begin, char sign, std::vector<Line>& merged) {
  for (size_t i = begin; i < lines.size(); ++i) merged.push_back({sign, lines[i]});
}

// What differs from the first to the last line that is not equal.
void merge(const Lines& a, const Lines& b, std::vector<Line>& merged) {
  size_t i = 0;
  size_t j = 0;
  if (a.size() <= kMaxLines && b.size() <= kMaxLines) {
    const size_t width = b.size() + 1;
    const std::vector<uint16_t> lengths = lengths_of(a, b);
    while (i < a.size() && j < b.size()) {
      if (a[i] == b[j]) {
        merged.push_back({' ', a[i++]});
        ++j;
      } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
        merged.push_back({'-', a[i++]});
      } else {
        merged.push_back({'+', b[j++]});
      }
    }
  }
  add_all(a, i, '-', merged);
  add_all(b, j, '+', merged);
}

bool is_near_a_change(const std::vector<Line>& lines, size_t at) {
  const size_t begin = at - std::min(at, kContext);
  const size_t end = std::min(at + kContext + 1, lines.size());
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                     lines.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Line& line) { return line.sign != ' '; });
}

}  // namespace

std::string line_difference(std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines a = lines_of(before);
  const Lines b = lines_of(after);
  const auto [first_a, first_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto [last_a, last_b] = std::mismatch(a.rbegin(), std::make_reverse_iterator(first_a),
                                              b.rbegin(), std::make_reverse_iterator(first_b));
  std::vector<Line> lines;
  for (auto line = a.begin(); line != first_a; ++line) lines.push_back({' ', *line});
  merge({first_a, last_a.base()}, {first_b, last_b.base()}, lines);
  for (auto line = last_a.base(); line != a.end(); ++line) lines.push_back({' ', *line});
  std::string text;
  bool left_out = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!is_near_a_change(lines, i)) {
      left_out = true;
      continue;
    }
    if (std::exchange(left_out, false) && !text.empty()) text += "...\n";
    text += lines[i].sign;
    text += lines[i].text;
    text += '\n';
  }
  return text;
}

}  // namespace vectora::ops
