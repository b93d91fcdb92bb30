// Keys and figures: config explain, label and eval, as a market analyst uses them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "test/e2e/workspace.h"
#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::Not;

constexpr int kPatienceMilliseconds = 30000;
constexpr const char* kLabels = "labels/ebus_weekly.jsonl";

// The program on a pseudo-terminal of its own.
class OnTerminal {
 public:
  explicit OnTerminal(std::vector<std::string> command) {
    std::vector<char*> arguments;
    for (std::string& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    process_ = forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (process_ == 0) {
      execv(arguments[0], arguments.data());
      _exit(127);
    }
  }
  ~OnTerminal() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    close(terminal_);
  }
  OnTerminal(const OnTerminal&) = delete;
  OnTerminal& operator=(const OnTerminal&) = delete;

  bool works() const { return process_ > 0; }

  // Everything that is shown until `text` stands in it; the rest waits.
  std::string until(const std::string& text) {
    std::string shown;
    for (;;) {
      const size_t at = unread_.find(text);
      if (at != std::string::npos) {
        shown = unread_.substr(0, at + text.size());
        unread_.erase(0, at + text.size());
        return shown;
      }
      if (!read_more()) return unread_ + "<no more>";
    }
  }

  void press(char key) { ASSERT_EQ(write(terminal_, &key, 1), 1); }

  int exit_code() {
    while (read_more()) {
    }
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    close(terminal_);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  bool read_more() {
    pollfd ready{terminal_, POLLIN, 0};
    if (poll(&ready, 1, kPatienceMilliseconds) <= 0) return false;
    char buffer[4096];
    const ssize_t count = read(terminal_, buffer, sizeof buffer);
    if (count > 0) unread_.append(buffer, static_cast<size_t>(count));
    return count > 0;
  }

  pid_t process_ = -1;
  int terminal_ = -1;
  std::string unread_;
};

Workspace with_items() {
  Workspace workspace = toy_workspace();
  EXPECT_EQ(workspace.vectora({"run", "--replay", "capture", "--quiet"}).exit_code, 0);
  return workspace;
}

std::vector<std::string> labels_of(const Workspace& workspace) {
  const Tree tree = workspace.store();
  for (const auto& [path, bytes] : tree)
    if (path.ends_with(kLabels)) return lines_of(bytes);
  return {};
}

Answer with_keys(const Workspace& workspace, const std::string& keys) {
  return run_program({"/bin/sh", "-c",
                      "printf '" + keys + "' | " VECTORA_PROGRAM " label --client ebus_weekly -w " +
                          workspace.path().string()});
}

TEST(Evaluation, KeysOfATerminalBecomeLabels) {
  const Workspace workspace = with_items();
  OnTerminal program({VECTORA_PROGRAM, "label", "-w", workspace.path().string()});
  if (!program.works()) GTEST_SKIP() << "no pseudo-terminal can be had";
  EXPECT_THAT(program.until("relevant?"), HasSubstr("left"));
  program.until("q quit");
  program.press('y');
  EXPECT_THAT(program.until("event:"), Not(HasSubstr("y\r"))) << "keys are not echoed";
  EXPECT_THAT(program.until("q quit"), HasSubstr("1 partnership"));
  program.press('1');
  program.until("relevant?");
  program.press('u');  // the first item is asked for again
  program.until("relevant?");
  program.press('n');
  program.until("event:");
  program.press('2');
  program.until("relevant?");
  program.press('q');
  EXPECT_EQ(program.exit_code(), 0);
  const std::vector<std::string> labels = labels_of(workspace);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_THAT(labels[0], HasSubstr("\"event_type\":\"regulatory\""));
  EXPECT_THAT(labels[0], HasSubstr("\"relevant\":false"));
}

TEST(Evaluation, CtrlCKeepsWhatWasAnswered) {
  const Workspace workspace = with_items();
  OnTerminal program({VECTORA_PROGRAM, "label", "-w", workspace.path().string()});
  if (!program.works()) GTEST_SKIP() << "no pseudo-terminal can be had";
  for (const char key : {'y', '1'}) {
    program.until("q quit");
    program.press(key);
  }
  program.until("relevant?");
  program.press(3);
  EXPECT_EQ(program.exit_code(), 0);
  EXPECT_EQ(labels_of(workspace).size(), 1U);
}

TEST(Evaluation, PipedKeysLabelAndTheNextWalkGoesOn) {
  const Workspace workspace = with_items();
  const Answer first = with_keys(workspace, "y1y2q");
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.err, HasSubstr("2 labelled now, 2 in all"));
  const Answer second = with_keys(workspace, "n3");
  EXPECT_THAT(second.err, HasSubstr("1 labelled now, 3 in all"));
  EXPECT_EQ(labels_of(workspace).size(), 3U);
}

TEST(Evaluation, MeasuresByTheLabelsOfTheClient) {
  const Workspace workspace = with_items();
  EXPECT_THAT(workspace.vectora({"eval"}).err, HasSubstr("vectora label"));
  with_keys(workspace, "y1y2n3y4");
  const Answer text = workspace.vectora({"eval"});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("4 labelled items"));
  EXPECT_THAT(text.out, HasSubstr("relevance.precision"));
  const Answer once = workspace.vectora({"eval", "--json", "--compare", workspace.path().string()});
  const Answer again =
      workspace.vectora({"eval", "--json", "--compare", workspace.path().string()});
  EXPECT_EQ(once.out, again.out);
  const Json json = *parse_json(once.out);
  EXPECT_EQ(json["items"], 4);
  EXPECT_EQ(json["gained"]["event.strict"]["value"], 0);
}

// The judge of the shared material measures the same by `inspect items`.
TEST(Evaluation, AgreesWithTheJudgeOfTheSharedMaterial) {
  const fs::path packs = testing::shared_material("packs");
  if (packs.empty()) GTEST_SKIP() << "../shared is not there";
  if (installed("python3").empty()) GTEST_SKIP() << "python3 is not installed";
  const Workspace workspace = fresh_workspace();
  const std::string labels = fs::absolute(packs / "pharma/labels_dev.jsonl").string();
  const std::string folder = workspace.path().string();
  const Answer judged = run_program(
      {"python3", (packs / "judge/score_labels.py").string(), "--json", "--labels", labels, "--cmd",
       VECTORA_PROGRAM " inspect items --client lai_weekly -w " + folder + " 2>/dev/null"});
  const Answer measured = workspace.vectora({"eval", "--json", "--labels", labels});
  ASSERT_EQ(judged.exit_code + measured.exit_code, 0) << judged.err << measured.err;
  const Json theirs = *parse_json(judged.out);
  const Json told = *parse_json(measured.out);
  const auto ours = [&told](const std::string& name) { return told["figures"][name]["value"]; };
  for (const char* name : {"strict", "lenient", "macro_f1"})
    EXPECT_EQ(ours(std::string("event.") + name), theirs[std::string("event_") + name]) << name;
  for (const char* name : {"precision", "recall", "f1", "average_precision"})
    EXPECT_EQ(ours(std::string("relevance.") + name), theirs["relevance"][name]) << name;
  for (const auto& [kind, rates] : theirs["entities"].items())
    for (const char* name : {"precision", "recall", "f1"})
      EXPECT_EQ(ours("entities." + kind + "." + name), rates[name]) << kind << " " << name;
}

TEST(Evaluation, WhatIsAskedInVainIsAUsageError) {
  const Workspace workspace = toy_workspace();
  const struct {
    std::vector<std::string> arguments;
    const char* message;
  } cases[] = {{{"eval", "--labels", "nowhere.jsonl"}, "cannot be read"},
               {{"eval", "--labels", "vectora.yaml"}, "line 1"},
               {{"eval", "--client", "ebus_weekli"}, "did you mean 'ebus_weekly'?"},
               {{"label"}, "no unlabelled item"},
               {{"config", "explain", "watch_domains[].prioritty"}, "did you mean"},
               {{"config", "show", "--client", "nobody"}, "there is no client"}};
  for (const auto& [arguments, message] : cases) {
    Options options;
    options.folder = workspace.path();
    const Answer answer = vectora(arguments, options);
    EXPECT_THAT(answer.err, HasSubstr(message));
    EXPECT_EQ(answer.exit_code, arguments[0] == "label" ? 0 : 2) << arguments[0];
  }
}

TEST(Evaluation, AKeyIsExplainedWithItsPlace) {
  const Workspace workspace = fresh_workspace();
  const Answer text = workspace.vectora({"config", "explain", "watch_domains[].priority"});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, HasSubstr("clients/production/lai_weekly.yaml:"));
  EXPECT_THAT(text.out, HasSubstr("watch_domains[0].priority = high"));
  const Answer json = workspace.vectora({"config", "explain", "http.delay_ms", "--json"});
  EXPECT_EQ((*parse_json(json.out))["set"][0]["value"], "500");
}

TEST(Evaluation, ShownValuesTellTheirOrigin) {
  const Workspace workspace = fresh_workspace();
  const Answer shown = workspace.vectora({"config", "show", "--origin", "--env", "local"});
  EXPECT_THAT(shown.out, HasSubstr("environment = local    # flag --env\n"));
  EXPECT_THAT(shown.out, HasSubstr("http.retries = 2    # default\n"));
  EXPECT_THAT(shown.out, HasSubstr("http.delay_ms = 500    # vectora.yaml:"));
  const Answer client = workspace.vectora({"config", "show", "--client", "lai_weekly"});
  EXPECT_THAT(client.out, HasSubstr("watch_domains[0].priority = high\n"));
}

}  // namespace
}  // namespace vectora::e2e
