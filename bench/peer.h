// A Python library read in the same run, on the same inputs, to compare with.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>

namespace vectora::bench {

inline double cpu_seconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

// The number that a program for Debian's python3 prints first; 0 where it prints
// none, as where a library is not installed. `arguments` are quoted by the caller.
inline double run_python(std::string_view program, const std::string& arguments) {
  const std::string command =
      "/usr/bin/python3 -c '" + std::string(program) + "' " + arguments + " 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::array<char, 64> line{};
  if (!pipe || std::fgets(line.data(), line.size(), pipe.get()) == nullptr) return 0;
  return std::strtod(line.data(), nullptr);
}

// "12.3 times NAME (45 unit)", or that it is not there.
inline std::string compared(std::string_view name, double ours, double theirs,
                            std::string_view unit) {
  if (theirs <= 0) return std::string(name) + " is not there to compare with";
  std::array<char, 128> text{};
  std::snprintf(text.data(), text.size(), "%.1f times %s (%.1f %s)", ours / theirs, name.data(),
                theirs, unit.data());
  return text.data();
}

}  // namespace vectora::bench
