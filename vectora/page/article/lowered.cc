#include "vectora/page/article/lowered.h"

#include <cstddef>

namespace vectora::page {
namespace {

// À..Þ are C3 80..9E; А..П are D0 90..9F and Р..Я are D0 A0..AF, whose small
// letters begin with D1.
void lower_pair(char& lead, char& second) {
  const auto first = static_cast<unsigned char>(lead);
  const auto next = static_cast<unsigned char>(second);
  constexpr unsigned char kTimesSign = 0x97;
  if (first == 0xC3 && next >= 0x80 && next <= 0x9E && next != kTimesSign) {
    second = static_cast<char>(next + 0x20);
  } else if (first == 0xD0 && next >= 0x90 && next <= 0x9F) {
    second = static_cast<char>(next + 0x20);
  } else if (first == 0xD0 && next >= 0xA0 && next <= 0xAF) {
    lead = '\xD1';
    second = static_cast<char>(next - 0x20);
  }
}

}  // namespace

std::string lowered(std::string_view utf8) {
  std::string out(utf8);
  for (size_t i = 0; i < out.size(); ++i) {
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] + 32);
    if (i + 1 < out.size()) lower_pair(out[i], out[i + 1]);
  }
  return out;
}

}  // namespace vectora::page
