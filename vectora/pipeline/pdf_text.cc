#include "vectora/pipeline/pdf_text.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "vectora/base/utf8.h"

namespace vectora::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

// An unnamed file with the document: the child's standard input can be seeked.
Result<Descriptor> unnamed_file(std::string_view bytes) {
  std::string name = "/tmp/vectora-pdf-XXXXXX";
  Descriptor file(mkstemp(name.data()));
  if (file.get() < 0) return Error{ErrorCode::kIo, "no temporary file for a PDF"};
  unlink(name.c_str());
  while (!bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written < 0) return Error{ErrorCode::kIo, std::string("PDF: ") + std::strerror(errno)};
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  lseek(file.get(), 0, SEEK_SET);
  return file;
}

[[noreturn]] void run_child(int input, int output, const PdfLimits& limits) {
  const rlimit memory{static_cast<rlim_t>(limits.memory_bytes),
                      static_cast<rlim_t>(limits.memory_bytes)};
  const rlimit seconds{static_cast<rlim_t>(limits.timeout_s),
                       static_cast<rlim_t>(limits.timeout_s)};
  setrlimit(RLIMIT_AS, &memory);
  setrlimit(RLIMIT_CPU, &seconds);
  dup2(input, STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere >= 0) dup2(nowhere, STDERR_FILENO);
  execlp("pdftotext", "pdftotext", "-enc", "UTF-8", "-nopgbrk", "-q", "-", "-",
         static_cast<char*>(nullptr));
  _exit(127);
}

struct Drained {
  std::string text;
  bool timed_out = false;
};

// Reads until the child closes its end, the output is long enough, or time is up.
Drained drain(int fd, const PdfLimits& limits) {
  Drained drained;
  std::array<char, 65536> buffer{};
  const auto deadline = Clock::now() + std::chrono::seconds(limits.timeout_s);
  while (drained.text.size() < limits.output_bytes) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd waiting{fd, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) == 0) {
      drained.timed_out = true;
      return drained;
    }
    const ssize_t got = read(fd, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return drained;
    drained.text.append(buffer.data(), static_cast<size_t>(got));
  }
  drained.text = utf8_prefix(drained.text, limits.output_bytes);
  return drained;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// A PDF knows lines, not paragraphs: lines are joined until an empty one.
std::string paragraphs(std::string_view lines) {
  std::string text;
  for (size_t begin = 0; begin <= lines.size();) {
    const size_t end = std::min(lines.find('\n', begin), lines.size());
    std::string_view line = lines.substr(begin, end - begin);
    begin = end + 1;
    while (!line.empty() && (line.front() == ' ' || line.front() == '\f')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    if (line.empty()) {
      if (!text.empty() && text.back() != '\n') text += '\n';
      continue;
    }
    if (!text.empty() && text.back() != '\n') text += ' ';
    text += line;
  }
  return text;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

Result<std::string> pdf_text(std::string_view pdf, const PdfLimits& limits) {
  const Descriptor input = TRY(unnamed_file(pdf));
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    return Error{ErrorCode::kIo, std::string("no pipe for pdftotext: ") + std::strerror(errno)};
  const Descriptor reading(ends[0]);
  pid_t child = -1;
  {
    const Descriptor writing(ends[1]);
    child = fork();
    if (child == 0) run_child(input.get(), writing.get(), limits);
  }
  if (child < 0)
    return Error{ErrorCode::kIo, std::string("cannot start pdftotext: ") + std::strerror(errno)};
  Drained drained = drain(reading.get(), limits);
  const bool cut = drained.text.size() >= limits.output_bytes;
  if (drained.timed_out || cut) kill(child, SIGKILL);
  const int status = wait_for(child);
  if (drained.timed_out) return Error{ErrorCode::kTimeout, "pdftotext took too long"};
  if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
    return Error{ErrorCode::kUnavailable, "pdftotext is not installed (package poppler-utils)"};
  if (!cut && (!WIFEXITED(status) || WEXITSTATUS(status) != 0))
    return Error{ErrorCode::kMalformed, "pdftotext cannot read the file"};
  return to_valid_utf8(paragraphs(drained.text));
}

}  // namespace vectora::pipeline
