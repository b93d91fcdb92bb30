#include "vectora/app/cli/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "vectora/base/clock.h"
#include "vectora/base/json.h"

namespace vectora::app {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto kRedrawAfter = std::chrono::milliseconds(80);
constexpr int kDefaultColumns = 80;
constexpr int kMaxBar = 30;

bool variable_is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

int columns() {
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kDefaultColumns;
  return size.ws_col;
}

void write_all(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace

Console::Console(ConsoleOptions options) : options_(options) {
  const bool terminal = isatty(STDERR_FILENO) == 1 && options.log_format == LogFormat::kText;
  bars_ = terminal && options.verbosity == Verbosity::kNormal;
  colour_ = terminal && !variable_is_set("NO_COLOR");
}

Console::~Console() { clear_bar(); }

void Console::print(std::string_view data) {
  clear_bar();
  write_all(stdout, data);
  std::fflush(stdout);
}

void Console::note(std::string_view text) { tell({pipeline::Level::kInfo, std::string(text), {}}); }

void Console::warn(std::string_view text) {
  tell({pipeline::Level::kWarning, std::string(text), {}});
}

void Console::error(std::string_view text) {
  tell({pipeline::Level::kError, std::string(text), {}});
}

void Console::tell(const pipeline::Event& event) {
  switch (event.level) {
    case pipeline::Level::kInfo:
      if (options_.verbosity == Verbosity::kNormal) line("info", event);
      return;
    case pipeline::Level::kWarning: return line("warning", event);
    case pipeline::Level::kError: return line("error", event);
  }
}

void Console::line(std::string_view level, const pipeline::Event& event) {
  clear_bar();
  if (options_.log_format == LogFormat::kJson) {
    Json json;
    json["time"] = system_clock()->now().str();
    json["level"] = level;
    json["message"] = event.message;
    for (const auto& [name, value] : event.fields) json[name] = value;
    return write_all(stderr, to_json_line(json) + "\n");
  }
  std::string text;
  if (event.level != pipeline::Level::kInfo) {
    const std::string_view mark = event.level == pipeline::Level::kError ? "\x1b[31m" : "\x1b[33m";
    text += colour_ ? std::string(mark) : "";
    text += event.level == pipeline::Level::kError ? "vectora: " : "warning: ";
    text += colour_ ? "\x1b[0m" : "";
  }
  for (const auto& [name, value] : event.fields)
    if (name == "source_key" || name == "client_id") text += value + ": ";
  write_all(stderr, text + event.message + "\n");
}

void Console::begin(std::string_view step, int64_t total) {
  step_ = step;
  total_ = total;
  done_ = 0;
  started_ = Steady::now();
  drawn_ = started_;
  if (bars_) draw_bar(0);
}

void Console::advance(int64_t done) {
  done_ = done;
  if (!bars_ || (done < total_ && Steady::now() - drawn_ < kRedrawAfter)) return;
  drawn_ = Steady::now();
  draw_bar(done);
}

void Console::finish() {
  clear_bar();
  const auto elapsed =
      std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - started_).count();
  if (total_ == 0) return;
  tell({pipeline::Level::kInfo,
        step_ + ": " + std::to_string(total_) + " in " + std::to_string(elapsed) + " ms",
        {{"step", step_}}});
}

void Console::draw_bar(int64_t done) {
  const std::string counts = std::to_string(done) + "/" + std::to_string(total_);
  const int room = columns() - static_cast<int>(step_.size() + counts.size()) - 5;
  const int width = std::clamp(room, 0, kMaxBar);
  const auto filled =
      total_ == 0 ? width : static_cast<int>(width * std::min(done, total_) / total_);
  std::string bar = "\r" + step_ + " [" + std::string(static_cast<size_t>(filled), '#') +
                    std::string(static_cast<size_t>(width - filled), '.') + "] " + counts +
                    "\x1b[K";
  write_all(stderr, bar);
  std::fflush(stderr);
  bar_drawn_ = true;
}

void Console::clear_bar() {
  if (!bar_drawn_) return;
  write_all(stderr, "\r\x1b[K");
  bar_drawn_ = false;
}

}  // namespace vectora::app
