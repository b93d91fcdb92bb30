// The same search in Python's `re`, for comparison: what a script would do that
// tries one alternation of all names and each pattern by itself.
//
//   const std::optional<double> seconds = python_seconds({names, patterns, texts});
//
// Seconds a text; nothing where /usr/bin/python3 is absent or fails.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/json.h"

namespace vectora::bench {

struct Search {
  std::vector<std::string> names;
  std::vector<std::string> patterns;
  std::vector<std::string> texts;
};

inline constexpr const char* kPythonSearch = R"(import json, re, sys, time
search = json.load(open(sys.argv[1], encoding="utf-8"))
names = sorted(set(search["names"]), key=len, reverse=True)
programs = [re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b", re.I)] if names else []
for pattern in search["patterns"]:
    try:
        programs.append(re.compile(pattern, re.I))
    except re.error:
        pass
begin = time.process_time()
for text in search["texts"]:
    for program in programs:
        for match in program.finditer(text):
            pass
print((time.process_time() - begin) / max(1, len(search["texts"])))
)";

inline std::optional<double> python_seconds(const Search& search) {
  constexpr const char* kPython = "/usr/bin/python3";
  if (access(kPython, X_OK) != 0) return {};
  const std::filesystem::path folder = std::filesystem::temp_directory_path();
  const std::string stem = (folder / ("vectora_bench_" + std::to_string(getpid()))).string();
  Json json = Json::object();
  json["names"] = search.names;
  json["patterns"] = search.patterns;
  json["texts"] = search.texts;
  std::ofstream(stem + ".json") << to_json_line(json);
  std::ofstream(stem + ".py") << kPythonSearch;
  const std::string command = std::string(kPython) + " " + stem + ".py " + stem + ".json";
  std::optional<double> seconds;
  if (const std::unique_ptr<FILE, int (*)(FILE*)> out(popen(command.c_str(), "r"), pclose); out) {
    double read = 0;
    if (std::fscanf(out.get(), "%lf", &read) == 1) seconds = read;
  }
  std::filesystem::remove(stem + ".json");
  std::filesystem::remove(stem + ".py");
  return seconds;
}

}  // namespace vectora::bench
