// Checks that each file of vectora/<module>/ includes only the modules that
// tools/layers.txt allows it; sub-folders belong to their module.
//
//   check_layers ROOT
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

using Layers = std::map<std::string, std::set<std::string>>;

int breaches = 0;

void report(const std::string& where, const std::string& what) {
  std::printf("%s: %s\n", where.c_str(), what.c_str());
  ++breaches;
}

Layers read_layers(const fs::path& file) {
  Layers layers;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::string module = line.substr(0, line.find(':'));
    std::set<std::string> allowed;
    std::istringstream words(line.substr(module.size() + 1));
    for (std::string word; words >> word;) {
      if (!layers.contains(word)) report(file.string(), module + " names " + word + ", not above it");
      allowed.insert(word);
    }
    layers[module] = allowed;
  }
  return layers;
}

void check_file(const fs::path& file, const std::string& module, const Layers& layers) {
  static const std::string kInclude = "#include \"vectora/";
  const bool is_test = file.filename().string().ends_with("_test.cc");
  std::ifstream lines(file);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!line.starts_with(kInclude)) continue;
    const std::string path = line.substr(kInclude.size());
    const std::string target = path.substr(0, path.find('/'));
    if (target == module || layers.at(module).contains(target)) continue;
    if (target == "testing" && is_test) continue;
    report(file.string() + ":" + std::to_string(number), module + " may not include " + target);
  }
}

void check_module(const fs::path& folder, const Layers& layers) {
  const std::string module = folder.filename().string();
  if (!layers.contains(module)) return report(folder.string(), "is not in tools/layers.txt");
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension == ".h" || extension == ".cc") check_file(entry.path(), module, layers);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path root = argc > 1 ? argv[1] : ".";
  const Layers layers = read_layers(root / "tools" / "layers.txt");
  for (const auto& entry : fs::directory_iterator(root / "vectora"))
    if (entry.is_directory()) check_module(entry.path(), layers);
  return breaches == 0 ? 0 : 1;
}
