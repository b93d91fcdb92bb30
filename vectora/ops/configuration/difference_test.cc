#include "vectora/ops/configuration/difference.h"

#include <gtest/gtest.h>

namespace vectora::ops {
namespace {

// The differences of one file, without its own line.
std::string values(const std::string& before, const std::string& after) {
  const std::string text =
      difference_text(differences({{"clients/a.yaml", before}}, {{"clients/a.yaml", after}}));
  return text.empty() ? text : text.substr(text.find('\n') + 1);
}

TEST(Difference, NamesFilesThatComeGoAndChange) {
  const auto changes =
      differences({{"a", "1"}, {"b", "1"}, {"c", "1"}}, {{"a", "1"}, {"b", "2"}, {"d", "1"}});
  EXPECT_EQ(difference_text(changes), "~ b\n- c\n+ d\n");
  EXPECT_EQ(difference_counts(changes), "+1 ~1 -1");
  EXPECT_EQ(difference_text({}), "");
}

TEST(Difference, ValuesOfYamlAreNamedByTheirKeys) {
  const struct {
    std::string before;
    std::string after;
    std::string text;
  } cases[] = {
      {"a: {b: 1, c: 2}\n", "a: {b: 1, c: 3}\n", "    ~ a.c: 2 -> 3\n"},
      {"a: 1\n", "a: 1\nb: {c: x, d: [y, z]}\n", "    + b.c: x\n    + b.d[]: y\n    + b.d[]: z\n"},
      {"a: 1\nb: {c: x}\n", "a: 1\n", "    - b.c: x\n"},
      {"a: [x, y]\n", "a: [y, z]\n", "    - a[]: x\n    + a[]: z\n"},
      {"a: [x, y]\n", "a: [y, x]\n", "    ~ a: in one order -> in another\n"},
      {"a: [{id: p, n: 1}, {id: q, n: 2}]\n", "a: [{id: q, n: 3}, {id: r, n: 4}]\n",
       "    - a[p].id: p\n    - a[p].n: 1\n    ~ a[q].n: 2 -> 3\n    + a[r].id: r\n"
       "    + a[r].n: 4\n"},
      {"a: [{n: 1}, {n: 1}]\n", "a: [{n: 1}, {n: 2}]\n", "    ~ a[1].n: 1 -> 2\n"},
      {"a: 1\n", "a: {b: 1}\n", "    - a: 1\n    + a.b: 1\n"},
      {"a: []\n", "a: [x]\n", "    + a[]: x\n"},
      {"a: x\n", "a: {}\n", "    - a: x\n    + a: {}\n"},
      {"a: |\n  one\n", "a: |\n  one\n  two\n", "    ~ a: one\\n -> one\\ntwo\\n\n"},
      {"a: 1\n", "a: 1  # the first\n", "    (comments, layout, or no readable YAML)\n"},
      {"a: 1\n", "a: [\n", "    (comments, layout, or no readable YAML)\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(values(c.before, c.after), c.text) << c.before;
}

TEST(Difference, SecretsAreNotShownOnEitherSide) {
  EXPECT_EQ(values("smtp: {password: hunter2}\n", "smtp: {password: hunter3}\n"),
            "    ~ smtp.password: *** -> ***\n");
  EXPECT_EQ(values("a: 1\n", "a: 1\ncredentials: {user: me, keys: [x]}\n"),
            "    + credentials.user: ***\n    + credentials.keys[]: ***\n");
  EXPECT_EQ(values("url: https://x.example/\n", "url: https://me:pw@x.example/?token=t\n"),
            "    ~ url: https://x.example/ -> https://***@x.example/?token=***\n");
  const Json json =
      difference_json(differences({{"a.yaml", "api_key: one\n"}}, {{"a.yaml", "api_key: two\n"}}));
  EXPECT_EQ(to_json_line(json),
            R"([{"change":"changed","file":"a.yaml","values":[{"change":"changed","key":"api_key",)"
            R"("before":"***","after":"***"}]}])");
}

TEST(Difference, ALongOneIsCutAndSaysSo) {
  std::string after = "a: [";
  for (int i = 0; i < 150; ++i) after += "n" + std::to_string(i) + ", ";
  const std::string text = values("a: []\n", after + "]\n");
  EXPECT_NE(text.find("    ... and 50 more\n"), std::string::npos) << text;
  const std::string wide = values("a: x\n", "a: " + std::string(1000, 'y') + "\n");
  EXPECT_EQ(wide, "    ~ a: x -> " + std::string(160, 'y') + "...\n");
}

}  // namespace
}  // namespace vectora::ops
