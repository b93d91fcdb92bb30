// Golden files: the output that a test expects, kept in test/data beside its
// input and read by people in a diff.
//
//   expect_golden(dump(entries), "feed/escaped_anchor.golden");
//
// To accept new output: UPDATE_GOLDEN=1 ctest ..., then read `git diff test/data`.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace vectora::testing {

inline std::filesystem::path test_data(const std::string& name) {
  return std::filesystem::path("test/data") / name;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << "cannot read " << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string read_test_data(const std::string& name) { return read_file(test_data(name)); }

inline void expect_golden(const std::string& actual, const std::string& name) {
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories(test_data(name).parent_path());
    std::ofstream(test_data(name), std::ios::binary) << actual;
  } else {
    EXPECT_EQ(actual, read_test_data(name)) << "differs from golden " << test_data(name);
  }
}

// The read-only material beside the checkout, empty where it is absent: tests
// that use it then skip and say so.
inline std::filesystem::path shared_material(const std::string& name) {
  const std::filesystem::path path = std::filesystem::path("../shared") / name;
  return std::filesystem::exists(path) ? path : std::filesystem::path();
}

}  // namespace vectora::testing
