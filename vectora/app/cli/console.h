// Console: data to standard output, everything for people to standard error.
//
// Colour and progress bars appear only on a terminal, and not with NO_COLOR or
// --quiet. With --log-format json each message is one JSON object a line.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "vectora/pipeline/observer.h"

namespace vectora::app {

enum class LogFormat { kText, kJson };
enum class Verbosity { kQuiet, kNormal };

struct ConsoleOptions {
  LogFormat log_format = LogFormat::kText;
  Verbosity verbosity = Verbosity::kNormal;
};

class Console : public pipeline::Observer {
 public:
  explicit Console(ConsoleOptions options);
  ~Console() override;

  void print(std::string_view data);  // to standard output, as it is
  void note(std::string_view text);   // one line for people
  void warn(std::string_view text);
  void error(std::string_view text);  // "vectora: ..." also when quiet

  void begin(std::string_view step, int64_t total) override;
  void advance(int64_t done) override;
  void finish() override;
  void tell(const pipeline::Event& event) override;

 private:
  void draw_bar(int64_t done);
  void clear_bar();
  void line(std::string_view level, const pipeline::Event& event);

  ConsoleOptions options_;
  bool bars_ = false;
  bool colour_ = false;
  std::string step_;
  int64_t total_ = 0;
  int64_t done_ = 0;
  bool bar_drawn_ = false;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace vectora::app
