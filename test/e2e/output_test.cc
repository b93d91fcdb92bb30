// Data on standard output, messages on standard error, colour for people alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test/e2e/workspace.h"

namespace vectora::e2e {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kEscape = "\x1b";

std::vector<std::string> run_with(std::vector<std::string> more) {
  more.insert(more.begin(), {"run", "--replay", "capture"});
  return more;
}

// The program on a terminal, as `script` makes one; all it prints.
std::string on_a_terminal(const std::string& arguments, const Options& options = {}) {
  return run_program(
             {"script", "-qec", std::string(VECTORA_PROGRAM) + " " + arguments, "/dev/null"},
             options)
      .out;
}

TEST(Output, DataAndMessagesHaveAStreamEach) {
  const Answer run = toy_workspace().vectora(run_with({}));
  EXPECT_THAT(run.out, HasSubstr("ebus_weekly as of 2026-01-14"));
  EXPECT_THAT(run.out, Not(HasSubstr(" ms")));
  EXPECT_THAT(run.err, HasSubstr("fetch: 3 in "));
  EXPECT_THAT(run.err, Not(HasSubstr("as of")));
}

TEST(Output, QuietLeavesTheDataAndNoMessage) {
  const Answer run = toy_workspace().vectora(run_with({"--quiet"}));
  EXPECT_THAT(run.out, HasSubstr("newsletter.md"));
  EXPECT_THAT(run.err, IsEmpty());
}

TEST(Output, QuietStillSaysErrors) {
  EXPECT_THAT(vectora({"--quiet", "run", "-w", "/nowhere"}).err, HasSubstr("no vectora.yaml"));
}

TEST(Output, JsonIsOneObjectALine) {
  const Answer run = toy_workspace().vectora(run_with({"--json"}));
  for (const std::string& line : lines_of(run.out)) EXPECT_TRUE(parse_json(line)) << line;
  EXPECT_THAT(run.out, Not(IsEmpty()));
}

TEST(Output, JsonLogHasTimeLevelAndMessageInEachLine) {
  const Workspace workspace = toy_workspace();
  workspace.replace(kToyClientFile, "max_items_total", "max_item_total");
  for (const auto& arguments : {run_with({"--log-format", "json"}), {"validate"}}) {
    std::vector<std::string> with = arguments;
    with.insert(with.end(), {"--log-format", "json"});
    const Answer run = workspace.vectora(with);
    EXPECT_THAT(run.err, Not(IsEmpty()));
    for (const std::string& line : lines_of(run.err)) {
      const auto json = parse_json(line);
      ASSERT_TRUE(json) << line;
      for (const char* key : {"time", "level", "message"}) EXPECT_TRUE(json->contains(key)) << line;
    }
  }
}

TEST(Output, JsonLogNamesTheClientAndTheRun) {
  const Workspace workspace = toy_workspace();
  const Answer run = workspace.vectora(run_with({"--log-format", "json"}));
  bool named = false;
  for (const std::string& line : lines_of(run.err)) {
    const auto json = parse_json(line);
    ASSERT_TRUE(json) << line;
    named = named || (json->contains("client_id") && string_member(*json, "run_id").size() == 16);
  }
  EXPECT_TRUE(named) << run.err;
}

TEST(Output, AWrongCommandLineIsLoggedAsAskedFor) {
  const Answer run = vectora({"--log-format", "json", "run", "--bogus"});
  for (const std::string& line : lines_of(run.err)) EXPECT_TRUE(parse_json(line)) << line;
}

TEST(Output, HasNoColourWhereNobodyLooks) {
  const Workspace workspace = toy_workspace();
  workspace.replace(kToyClientFile, "max_items_total", "max_item_total");
  const Answer run = workspace.vectora(run_with({}));
  EXPECT_THAT(run.err, HasSubstr("unknown key"));
  EXPECT_THAT(run.out + run.err, Not(HasSubstr(kEscape)));
  EXPECT_THAT(vectora({"--help"}).out, Not(HasSubstr(kEscape)));
}

TEST(Output, HasColourOnATerminalUnlessNoColorIsSet) {
  if (installed("script").empty()) GTEST_SKIP() << "needs the program script";
  if (run_program({"script", "-qec", "true", "/dev/null"}).exit_code != 0)
    GTEST_SKIP() << "needs a pseudo-terminal";
  EXPECT_THAT(on_a_terminal("rnu"), HasSubstr("\x1b[31m"));
  EXPECT_THAT(on_a_terminal("rnu", {.variables = {{"NO_COLOR", "1"}}}), Not(HasSubstr(kEscape)));
}

TEST(Output, EachCommandHasHelpWithAnExampleFirst) {
  for (const char* command : {"init", "run", "ingest", "normalize", "newsletter", "validate",
                              "client", "where", "explain", "inspect"}) {
    const Answer help = vectora({command, "--help"});
    EXPECT_EQ(help.exit_code, 0) << command;
    EXPECT_THAT(help.out, ::testing::StartsWith("Example: vectora " + std::string(command)));
    EXPECT_THAT(help.err, IsEmpty());
  }
}

TEST(Output, OnAClosedPipeIsNoCrash) {
  const Workspace workspace = fresh_workspace();
  const Answer run = run_program({"sh", "-c",
                                  std::string(VECTORA_PROGRAM) + " client show lai_weekly -w " +
                                      workspace.path().string() + " | head -c 1 >/dev/null"});
  EXPECT_EQ(run.signal, 0);
  EXPECT_THAT(run.err, Not(HasSubstr("terminate")));
}

}  // namespace
}  // namespace vectora::e2e
