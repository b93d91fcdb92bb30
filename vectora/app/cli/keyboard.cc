#include "vectora/app/cli/keyboard.h"

#include <termios.h>
#include <unistd.h>

#include <cerrno>

namespace vectora::app {
namespace {

constexpr char kInterrupt = 3;          // Ctrl-C
constexpr char kEndOfTransmission = 4;  // Ctrl-D

}  // namespace

struct Keyboard::Terminal {
  termios before = {};
};

// Signals are read as keys, so that the terminal is always put back.
Keyboard::Keyboard() {
  auto terminal = std::make_unique<Terminal>();
  if (tcgetattr(STDIN_FILENO, &terminal->before) != 0) return;
  termios single = terminal->before;
  single.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
  single.c_cc[VMIN] = 1;
  single.c_cc[VTIME] = 0;
  if (tcsetattr(STDIN_FILENO, TCSADRAIN, &single) == 0) terminal_ = std::move(terminal);
}

Keyboard::~Keyboard() {
  if (terminal_) tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal_->before);
}

std::optional<char> Keyboard::next() {
  char key = 0;
  for (;;) {
    const ssize_t count = read(STDIN_FILENO, &key, 1);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || key == kInterrupt || key == kEndOfTransmission) return std::nullopt;
    if (key != '\n' && key != '\r') return key;
  }
}

}  // namespace vectora::app
