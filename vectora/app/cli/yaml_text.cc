#include "vectora/app/cli/yaml_text.h"

#include <algorithm>

namespace vectora::app {

std::string yaml_scalar(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) continue;
    quoted += c;
    if (c == '\'') quoted += c;
  }
  return quoted + "'";
}

std::optional<size_t> end_of_block(std::string_view yaml, std::string_view name) {
  const std::string head = std::string(name) + ":";
  bool inside = false;
  std::optional<size_t> end;
  for (size_t begin = 0; begin < yaml.size();) {
    const size_t stop = std::min(yaml.find('\n', begin), yaml.size() - 1) + 1;
    const std::string_view line = yaml.substr(begin, stop - begin);
    const bool is_blank = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
    const bool is_indented = line[0] == ' ' || line[0] == '-';
    if (!is_indented && !is_blank && line[0] != '#') inside = line.starts_with(head);
    if (inside && !is_blank && line[0] != '#') end = stop;
    begin = stop;
  }
  return end;
}

}  // namespace vectora::app
