#include "vectora/page/article/lowered.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace vectora::page {
namespace {

struct Accented {
  unsigned char capital;
  std::string_view small;
};

constexpr std::array<Accented, 7> kAccentedGreek = {
    {{0x86, "ά"}, {0x88, "έ"}, {0x89, "ή"}, {0x8A, "ί"}, {0x8C, "ό"}, {0x8E, "ύ"}, {0x8F, "ώ"}}};

void lower_greek(char& lead, char& second) {
  const auto next = static_cast<unsigned char>(second);
  if (next >= 0x91 && next <= 0x9F) {
    second = static_cast<char>(next + 0x20);
  } else if (next >= 0xA0 && next <= 0xA9) {
    lead = '\xCF';
    second = static_cast<char>(next - 0x20);
  }
  for (const Accented& letter : kAccentedGreek) {
    if (letter.capital != next) continue;
    lead = letter.small[0];
    second = letter.small[1];
  }
}

// À..Þ are C3 80..9E; А..П are D0 90..9F; Р..Я are D0 A0..AF and Ѐ..Џ D0 80..8F,
// whose small letters begin with D1. Α..Ο are CE 91..9F, Π..Ω CE A0..A9 with small
// letters that begin with CF; those with an accent have places of their own.
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
  } else if (first == 0xD0 && next >= 0x80 && next <= 0x8F) {
    lead = '\xD1';
    second = static_cast<char>(next + 0x10);
  } else if (first == 0xCE) {
    lower_greek(lead, second);
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
