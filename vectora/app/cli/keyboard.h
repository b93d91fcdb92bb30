// Single key presses of standard input.
//
//   Keyboard keyboard;                 a terminal gives keys without Enter now
//   while (const auto key = keyboard.next()) ...
//
// The terminal is as it was when the keyboard goes out of scope. Where standard
// input is no terminal, its bytes are the keys; line ends are none.
#pragma once

#include <memory>
#include <optional>

namespace vectora::app {

class Keyboard {
 public:
  Keyboard();
  ~Keyboard();
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  // The next key; nothing at the end of input, or when Ctrl-C or Ctrl-D is pressed.
  std::optional<char> next();

 private:
  struct Terminal;
  std::unique_ptr<Terminal> terminal_;  // nullptr: no terminal
};

}  // namespace vectora::app
