// Checks the size limits of CONTRIBUTING.md: lines of a header, of an
// implementation and of a function, and how deep control flow nests.
//
//   check_limits ROOT
//
// It relies on clang-format's layout: a function that starts in column N ends
// with a '}' in column N, two columns a level. Exact counts, with parameters
// and cognitive complexity, are clang-tidy's (preset "tidy").
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr size_t kMaxHeaderLines = 300;
constexpr size_t kMaxImplementationLines = 500;
constexpr size_t kMaxFunctionLines = 60;
constexpr size_t kMaxNesting = 3;

int breaches = 0;

void report(const fs::path& file, size_t line, const std::string& what) {
  std::printf("%s:%zu: %s\n", file.c_str(), line, what.c_str());
  ++breaches;
}

std::vector<std::string> read_lines(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

size_t indentation(const std::string& line) {
  const size_t first = line.find_first_not_of(' ');
  return first == std::string::npos ? 0 : first;
}

bool starts_control_flow(const std::string& text) {
  for (const char* word : {"if (", "if constexpr (", "for (", "while (", "switch (", "do {"})
    if (text.starts_with(word)) return true;
  return text.starts_with("} else") || text.starts_with("else");
}

// A function's first line: it ends with '{' after a ')' and is no type, no
// namespace, no initializer and no control flow.
bool opens_function(const std::string& line) {
  const std::string text = line.substr(indentation(line));
  if (!text.ends_with("{") || starts_control_flow(text) || text.starts_with("}")) return false;
  for (const char* word : {"namespace", "struct", "class", "enum", "union", "extern"})
    if (text.starts_with(word)) return false;
  return text.find(')') != std::string::npos && text.find("= {") == std::string::npos &&
         text.find("[](") == std::string::npos && text.find("[&") == std::string::npos &&
         text.find("[=") == std::string::npos;
}

void check_nesting(const fs::path& file, const std::vector<std::string>& lines, size_t begin,
                   size_t end) {
  std::vector<size_t> open;  // indentation of each control statement around the line
  for (size_t i = begin + 1; i < end; ++i) {
    if (lines[i].empty()) continue;
    const size_t column = indentation(lines[i]);
    while (!open.empty() && open.back() >= column) open.pop_back();
    const std::string text = lines[i].substr(column);
    if (!starts_control_flow(text)) continue;
    open.push_back(column);
    // `else if` continues its `if`; a switch's cases are one level of their own.
    if (open.size() > kMaxNesting + 1) report(file, i + 1, "control flow nests too deep");
  }
}

void check_functions(const fs::path& file, const std::vector<std::string>& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!opens_function(lines[i])) continue;
    // A declaration over several lines is closed by the column of its first line.
    size_t first = i;
    while (first > 0 && indentation(lines[first]) > 2 && !lines[first - 1].empty()) --first;
    const std::string close = indentation(lines[first]) == 2 ? "  }" : "}";
    size_t end = i + 1;
    while (end < lines.size() && !lines[end].starts_with(close)) ++end;
    const size_t length = end - i + 1;
    if (length > kMaxFunctionLines)
      report(file, i + 1, "function of " + std::to_string(length) + " lines");
    check_nesting(file, lines, i, end);
    i = end;
  }
}

void check_file(const fs::path& file) {
  const std::string name = file.filename().string();
  const std::vector<std::string> lines = read_lines(file);
  const bool is_header = name.ends_with(".h");
  const size_t most = is_header ? kMaxHeaderLines : kMaxImplementationLines;
  if (!name.ends_with("_test.cc") && lines.size() > most)
    report(file, 1, std::to_string(lines.size()) + " lines; at most " + std::to_string(most));
  for (size_t i = 0; i < lines.size(); ++i)
    if (lines[i].find("NOLINT") != std::string::npos) report(file, i + 1, "NOLINT");
  check_functions(file, lines);
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path root = argc > 1 ? argv[1] : ".";
  for (const auto& entry : fs::recursive_directory_iterator(root / "vectora")) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cc") check_file(entry.path());
  }
  return breaches == 0 ? 0 : 1;
}
