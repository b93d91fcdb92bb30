#include <csignal>

#include "vectora/app/cli/command_line.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of a write, not a death
  std::signal(SIGXFSZ, SIG_IGN);  // so is a full disk
  return static_cast<int>(vectora::app::run_command_line(argc, argv));
}
