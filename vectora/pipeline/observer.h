// Observer: who watches a run. The library tells; how it is shown (bars, log
// lines, JSON, nothing) is decided by the shell.
//
// Called from the thread that runs the pipeline.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vectora::pipeline {

enum class Level { kInfo, kWarning, kError };

// A line for people and logs; `fields` carry client_id, run_id, source_key.
struct Event {
  Level level = Level::kInfo;
  std::string message;
  std::vector<std::pair<std::string, std::string>> fields;
};

class Observer {
 public:
  virtual ~Observer() = default;
  // A step with a known amount of work begins: "fetch", "normalize", "render".
  virtual void begin(std::string_view step, int64_t total) = 0;
  virtual void advance(int64_t done) = 0;  // absolute, up to `total`
  virtual void finish() = 0;
  virtual void tell(const Event& event) = 0;
};

// Watches nothing.
class SilentObserver : public Observer {
 public:
  void begin(std::string_view, int64_t) override {}
  void advance(int64_t) override {}
  void finish() override {}
  void tell(const Event&) override {}
};

}  // namespace vectora::pipeline
