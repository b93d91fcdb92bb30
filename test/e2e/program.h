// The real program as a user runs it: arguments in, exit code and words out.
//
//   const Answer run = vectora({"-w", folder, "validate"});
//   EXPECT_EQ(run.exit_code, 0) << run.err;
//
// The program runs with standard input empty, a small environment of its own
// and a time-out, after which it is killed and the test fails.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace vectora::e2e {

struct Answer {
  int exit_code = -1;  // -1: ended by a signal
  int signal = 0;
  std::string out;
  std::string err;
};

struct Options {
  std::filesystem::path folder = {};  // current folder; empty: the test's
  std::vector<std::pair<std::string, std::string>> variables = {};  // added to PATH and HOME
  uint64_t max_file_bytes = 0;                                      // RLIMIT_FSIZE; 0: none
  // Asked all the time; once it says true the program gets SIGKILL.
  std::function<bool()> kill_when = {};
  std::chrono::seconds time_out{60};
};

Answer run_program(const std::vector<std::string>& command, const Options& options = {});

// The program under test with these arguments.
Answer vectora(std::vector<std::string> arguments, const Options& options = {});

// A program that runs beside the test until this object ends.
class Background {
 public:
  explicit Background(const std::vector<std::string>& command, const Options& options = {});
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;

  // The first line that it prints; empty if it ends before that.
  std::string first_line();

 private:
  pid_t process_ = -1;
  int output_ = -1;
};

// Where a program of that name stands in PATH or /usr/sbin; empty: nowhere.
std::filesystem::path installed(const std::string& name);

}  // namespace vectora::e2e
