#include "vectora/evaluation/entity_match.h"

#include <gtest/gtest.h>

namespace vectora::evaluation {
namespace {

using Names = std::vector<std::string>;

std::string match(const Names& labelled, const Names& answered) {
  const NameMatch match = match_names(labelled, answered);
  std::string text = std::to_string(match.matched) + " of " + std::to_string(match.labelled) +
                     " in " + std::to_string(match.answered);
  for (const std::string& name : match.missing) text += " -" + name;
  for (const std::string& name : match.extra) text += " +" + name;
  return text;
}

TEST(EntityMatch, ComparesNamesAsPeopleDo) {
  const struct {
    Names labelled;
    Names answered;
    const char* result;
  } cases[] = {{{}, {}, "0 of 0 in 0"},
               {{"Voltara"}, {"voltara"}, "1 of 1 in 1"},
               {{"CoreCell"}, {"CoreCell®,"}, "1 of 1 in 1"},
               {{"X‑1"}, {"X-1"}, "1 of 1 in 1"},
               {{"Voltara Cells"}, {"Voltara"}, "1 of 1 in 1"},
               {{"Voltara"}, {"Voltara Cells AG"}, "1 of 1 in 1"},
               {{"Volt"}, {"Voltara"}, "0 of 1 in 1 -Volt +Voltara"},
               {{"Voltara"}, {}, "0 of 1 in 0 -Voltara"},
               {{}, {"Voltara"}, "0 of 0 in 1 +Voltara"},
               {{"Voltara"}, {"Voltara", "VOLTARA"}, "1 of 1 in 1"},
               {{"Voltara"}, {"", " . "}, "0 of 1 in 0 -Voltara"}};
  for (const auto& [labelled, answered, result] : cases)
    EXPECT_EQ(match(labelled, answered), result);
}

TEST(EntityMatch, AnEqualNameIsTakenBeforeOneThatContainsIt) {
  EXPECT_EQ(match({"Voltara Cells", "Voltara"}, {"Voltara", "Voltara Cells"}), "2 of 2 in 2");
}

TEST(EntityMatch, EachNameIsMatchedOnce) {
  EXPECT_EQ(match({"Voltara"}, {"Voltara", "Voltara Cells"}), "1 of 1 in 2 +Voltara Cells");
}

}  // namespace
}  // namespace vectora::evaluation
