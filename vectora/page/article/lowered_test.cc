#include "vectora/page/article/lowered.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

TEST(LoweredTest, KnowsLatinCyrillicAndGreek) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"Posted ON 3", "posted on 3"},
      {"VERÖFFENTLICHT", "veröffentlicht"},
      {"ÀÞ×ß", "àþ×ß"},
      {"ОПУБЛИКОВАНО", "опубликовано"},
      {"АПРЯ", "апря"},
      {"Їжак ЁЖ Іван", "їжак ёж іван"},
      {"ΔΗΜΟΣΙΕΎΤΗΚΕ ΆΈΉΊΌΎΏ Ω", "δημοσιεύτηκε άέήίόύώ ω"},
      {"发布 A", "发布 a"},
      {"\xC3", "\xC3"},
      {"\xD0\xD0", "\xD0\xD0"},
      {"\xCE", "\xCE"},
  };
  for (const auto& [from, to] : cases) EXPECT_EQ(lowered(from), to) << from;
}

}  // namespace
}  // namespace vectora::page
