#include "test/e2e/program.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

namespace vectora::e2e {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int kCannotRun = 127;
constexpr int kPollMilliseconds = 10;

struct Pipe {
  Pipe() { EXPECT_EQ(pipe2(ends.data(), O_CLOEXEC), 0); }
  int read_end() const { return ends[0]; }
  int write_end() const { return ends[1]; }

  std::array<int, 2> ends = {-1, -1};
};

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

std::vector<std::string> environment(const Options& options) {
  std::vector<std::string> all = {"PATH=" + variable("PATH"), "HOME=" + variable("HOME")};
  for (const auto& [name, value] : options.variables) all.push_back(name + "=" + value);
  return all;
}

// What happens between fork and exec: system calls alone.
[[noreturn]] void become(char* const* arguments, char* const* variables, const Options& options,
                         int out, int err) {
  const int nothing = open("/dev/null", O_RDONLY);
  dup2(nothing, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(kCannotRun);
  if (options.max_file_bytes != 0) {
    const rlimit limit{options.max_file_bytes, options.max_file_bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  execvpe(arguments[0], arguments, variables);
  _exit(kCannotRun);
}

pid_t start(std::vector<std::string> command, const Options& options, int out, int err) {
  std::vector<std::string> variables = environment(options);
  const std::vector<char*> argument_pointers = pointers(command);
  const std::vector<char*> variable_pointers = pointers(variables);
  const pid_t child = fork();
  if (child == 0) become(argument_pointers.data(), variable_pointers.data(), options, out, err);
  EXPECT_GT(child, 0) << "cannot fork";
  return child;
}

// False: the other end is closed.
bool read_some(int descriptor, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t count = read(descriptor, buffer.data(), buffer.size());
  if (count > 0) text.append(buffer.data(), static_cast<size_t>(count));
  return count > 0;
}

// Reads both streams to their end. Kills the child when told to or when time is over.
void follow(pid_t child, const Options& options, std::array<pollfd, 2> streams, Answer& run) {
  const auto deadline = Steady::now() + options.time_out;
  const std::array<std::string*, 2> texts = {&run.out, &run.err};
  bool killed = false;
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    const bool late = Steady::now() > deadline;
    if (!killed && (late || (options.kill_when && options.kill_when()))) {
      if (late) ADD_FAILURE() << "the program did not end in time\n" << run.err;
      kill(child, SIGKILL);
      killed = true;
    }
    poll(streams.data(), streams.size(), options.kill_when ? 0 : kPollMilliseconds);
    for (size_t i = 0; i < streams.size(); ++i)
      if (streams[i].fd >= 0 && streams[i].revents != 0 && !read_some(streams[i].fd, *texts[i]))
        streams[i].fd = -1;
  }
}

}  // namespace

Answer run_program(const std::vector<std::string>& command, const Options& options) {
  const Pipe out;
  const Pipe err;
  Answer run;
  const pid_t child = start(command, options, out.write_end(), err.write_end());
  close(out.write_end());
  close(err.write_end());
  follow(child, options, {{{out.read_end(), POLLIN, 0}, {err.read_end(), POLLIN, 0}}}, run);
  int status = 0;
  waitpid(child, &status, 0);
  close(out.read_end());
  close(err.read_end());
  if (WIFEXITED(status)) run.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  return run;
}

Answer vectora(std::vector<std::string> arguments, const Options& options) {
  arguments.insert(arguments.begin(), VECTORA_PROGRAM);
  return run_program(arguments, options);
}

Background::Background(const std::vector<std::string>& command, const Options& options) {
  const Pipe out;
  process_ = start(command, options, out.write_end(), STDERR_FILENO);
  close(out.write_end());
  output_ = out.read_end();
}

Background::~Background() {
  if (process_ > 0) {
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  close(output_);
}

std::string Background::first_line() {
  std::string text;
  while (text.find('\n') == std::string::npos && read_some(output_, text)) {
  }
  return text.substr(0, text.find('\n'));
}

std::filesystem::path installed(const std::string& name) {
  const std::string path = variable("PATH") + ":/usr/sbin";  // where servers are
  for (size_t begin = 0; begin <= path.size();) {
    const size_t end = std::min(path.find(':', begin), path.size());
    const auto file = std::filesystem::path(path.substr(begin, end - begin)) / name;
    if (access(file.c_str(), X_OK) == 0) return file;
    begin = end + 1;
  }
  return {};
}

}  // namespace vectora::e2e
