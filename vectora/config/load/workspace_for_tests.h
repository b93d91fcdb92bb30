// Workspaces that the tests of this module start from.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "vectora/config/plan.h"

namespace vectora::config {

// The files of a folder, as a workspace has them.
inline Files files_below(const std::filesystem::path& root) {
  Files files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    EXPECT_TRUE(file) << "cannot read " << entry.path();
    files[entry.path().lexically_relative(root).generic_string()] = {
        std::istreambuf_iterator<char>(file), {}};
  }
  return files;
}

// canonical/ and clients/ as this project ships them.
inline Files shipped_files() {
  Files files;
  for (const std::string folder : {"canonical", "clients"}) {
    for (const auto& [name, bytes] : files_below(folder)) files[folder + "/" + name] = bytes;
  }
  return files;
}

// A small market, complete and without problems.
inline Files toy_files() { return files_below("test/data/market_ebus"); }

// The text with one passage replaced; an empty passage appends. A passage that
// is not there fails the test.
inline std::string changed(std::string text, const std::string& from, const std::string& to) {
  if (from.empty()) return text + to;
  const size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << "no '" << from << "' to replace";
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace vectora::config
