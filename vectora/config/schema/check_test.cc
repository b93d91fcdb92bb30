#include "vectora/config/schema/check.h"

#include <gtest/gtest.h>

namespace vectora::config {
namespace {

// All problems of a document, a line each.
std::string problems(const Schema& schema, const std::string& text) {
  const Result<YamlDocument> document = parse_yaml(text, "f.yaml");
  if (!document.ok()) return document.error().message;
  std::string out;
  for (const Problem& problem : check(schema, document->root)) {
    out += (out.empty() ? "" : "\n") +
           std::string(problem.severity == Severity::kWarning ? "warning " : "") +
           to_string(problem);
  }
  return out;
}

// A table that has every type.
const Schema& sample() {
  using enum Type;
  static const Schema schema{
      "sample",
      "Sample",
      "*.yaml",
      "For tests.",
      {
          {"on", kBool},
          {"count", kInt, "0..10"},
          {"share", kNumber, "0..1"},
          {"points", kNumber, "0.."},
          {"name", kText, "!"},
          {"mode", kEnum, "strict|broad"},
          {"pattern", kRegex},
          {"where", kSelector},
          {"link", kUrl},
          {"free", kAny},
          {"list[].id", kText, "!", kRequired, Acts::kRun, "name of the entry"},
          {"list[].tags[]", kText},
          {"by_name.*.size", kInt},
          {"old", kText, "", "", Acts::kRun, "Older.", Status::kDeprecated, "write name"},
          {"later", kGroup, "", "", Acts::kModel, "Later.", Status::kInert, "nothing reads it"},
          {"later.size", kInt},
          {"afterwards", kAlias, "later", "", Acts::kModel, "Older name.", Status::kDeprecated,
           "write later"},
          {"term", kText},
          {"term.name", kText, "!", kRequired, Acts::kRun, "name of the term"},
      }};
  return schema;
}

TEST(Check, AcceptsWhatTheTableSays) {
  EXPECT_EQ(problems(sample(),
                     "on: true\ncount: 3\nshare: 0.5\npoints: 7\nname: 12\nmode: strict\n"
                     "pattern: '\\d+'\nwhere: 'a > b'\nlink: https://a.example/\n"
                     "free: {x: [1]}\nlist: [{id: a, tags: [x, 1]}, {id: b}]\n"
                     "by_name: {any: {size: 1}}\nterm: {name: t}\n"),
            "");
}

TEST(Check, AKeyWithoutValueCountsAsAbsent) {
  EXPECT_EQ(problems(sample(), "on:\ncount: null\nlist:\nterm: ~\nlater:\n"), "");
}

TEST(Check, EveryFaultHasItsMessage) {
  const struct {
    std::string text;
    std::string message;
  } cases[] = {
      {"cuont: 1", "f.yaml:1:1 cuont: unknown key 'cuont'; did you mean 'count'?"},
      {"by_name: {a: {colour: 1}}",
       "f.yaml:1:15 by_name.a.colour: unknown key 'colour'; known here: size"},
      {"on: yes", "f.yaml:1:5 on: expected true or false, found 'yes'"},
      {"on: 'true'", "f.yaml:1:5 on: expected true or false, found 'true'; remove the quotes"},
      {"count: 1.5", "f.yaml:1:8 count: expected a whole number from 0 to 10, found '1.5'"},
      {"count: 11", "f.yaml:1:8 count: expected a whole number from 0 to 10, found '11'"},
      {"count: 99999999999",
       "f.yaml:1:8 count: expected a whole number from 0 to 10, found "
       "'99999999999'"},
      {"share: a lot", "f.yaml:1:8 share: expected a number from 0 to 1, found 'a lot'"},
      {"share: .inf", "f.yaml:1:8 share: expected a number from 0 to 1, found '.inf'"},
      {"points: -1", "f.yaml:1:9 points: expected a number of at least 0, found '-1'"},
      {"name: ''", "f.yaml:1:7 name: expected a text, found an empty one"},
      {"name: [a]", "f.yaml:1:7 name: expected a text, found a list"},
      {"mode: strikt",
       "f.yaml:1:7 mode: expected one of strict, broad, found 'strikt'; did you mean 'strict'?"},
      {"link: ftp://a.example/",
       "f.yaml:1:7 link: expected an http or https address, found 'ftp://a.example/'"},
      {"list: {id: a}", "f.yaml:1:7 list: expected a list, found a mapping"},
      {"list: [{tags: [x]}]", "f.yaml:1:8 list[0].id: missing: name of the entry"},
      {"list:\n  -\n  - id: a\n",
       "f.yaml:2:3 list[0]: an empty list entry; fill it or remove the dash"},
      {"term: [a]", "f.yaml:1:7 term: expected a text or a mapping, found a list"},
      {"[1]", "f.yaml:1:1: expected a mapping, found a list"},
      {"", "f.yaml:1:1: the file is empty; fill it or remove it"},
      {"old: x", "warning f.yaml:1:1 old: this key is deprecated; write name"},
      {"later: {size: x}",
       "warning f.yaml:1:1 later: this key has no effect yet; nothing reads it\n"
       "f.yaml:1:15 later.size: expected a whole number, found 'x'"},
      {"afterwards: {size: 1}",
       "warning f.yaml:1:1 afterwards: this key is deprecated; write "
       "later"},
  };
  for (const auto& c : cases) EXPECT_EQ(problems(sample(), c.text), c.message) << c.text;
}

TEST(Check, RegularExpressionsAreCompiledAndTheirQuotingIsLookedAt) {
  const struct {
    std::string text;
    std::string begins;
  } cases[] = {
      {R"(pattern: '\d{4}')", ""},
      {R"(pattern: "\\d{4}")", ""},
      {R"(pattern: 'a('x)", "f.yaml:1:"},
      {R"(pattern: '(?=a)')", "f.yaml:1:10 pattern: not a regular expression: "},
      {R"~(pattern: r"(\d{4})")~",
       "f.yaml:1:10 pattern: r\"...\" is not YAML: the r and the quotes are taken as characters; "
       "write the expression in single quotes"},
      {R"(name: r'x')", "f.yaml:1:7 name: r'...' is not YAML"},
      {R"(pattern: '(\\d{4})')",
       "warning f.yaml:1:10 pattern: a doubled backslash matches a backslash itself here; write "
       "one backslash; only double quotes need two"},
      {R"(pattern: '\b(?:study|étude)\b')",
       "warning f.yaml:1:10 pattern: '\\bé' holds at no word: \\b knows the letters from a to z "
       "alone; leave this \\b out, or write the word as a name"},
      {R"(pattern: '(d{4})')", "warning f.yaml:1:10 pattern: a backslash seems to be lost in "},
      {R"(pattern: "\bLAI")",
       "f.yaml:1:10 pattern: a backspace character: in double quotes \\b is no word boundary"},
      {R"(pattern: 'words+ added*')", ""},
  };
  for (const auto& c : cases) {
    const std::string found = problems(sample(), c.text);
    EXPECT_EQ(found.substr(0, c.begins.size()), c.begins) << c.text;
    EXPECT_EQ(found.empty(), c.begins.empty()) << c.text;
  }
}

TEST(Check, SelectorsAreCompiled) {
  EXPECT_EQ(problems(sample(), "where: 'div > .x, li'"), "");
  EXPECT_EQ(problems(sample(), "where: ''"), "");
  EXPECT_EQ(problems(sample(), "where: 'div['").substr(0, 40),
            "f.yaml:1:8 where: not a CSS selector: co");
}

TEST(Check, TermsMayBeWrittenInTwoWaysAndScopesInTwoShapes) {
  EXPECT_EQ(problems(scopes_schema(),
                     "flat: [one, {name: two, aliases: [zwei], acronym: TW}]\n"
                     "by_category:\n  a: [one]\n  b: [{name: x, regex: 'x+'}]\nempty: []\n"),
            "");
  EXPECT_EQ(problems(scopes_schema(), "flat: [{alias: two}]\n"),
            "f.yaml:1:9 flat[0].alias: unknown key 'alias'; did you mean 'aliases'?");
}

}  // namespace
}  // namespace vectora::config
