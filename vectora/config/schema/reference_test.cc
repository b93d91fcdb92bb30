#include "vectora/config/schema/reference.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "vectora/config/schema/bounds.h"
#include "vectora/config/schema/key.h"
#include "vectora/testing/golden.h"

namespace vectora::config {
namespace {

TEST(Reference, TheCommittedFileIsPrintedFromTheTable) {
  const char* file = "docs/configuration.md";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::filesystem::create_directories("docs");
    std::ofstream(file, std::ios::binary) << configuration_reference();
  }
  EXPECT_EQ(configuration_reference(), testing::read_file(file))
      << "run config_test with UPDATE_GOLDEN=1 to rewrite " << file;
}

TEST(Reference, EveryKeySaysWhatItDoes) {
  for (const Schema* schema : all_schemas()) {
    EXPECT_FALSE(schema->purpose.empty()) << schema->name;
    for (const Key& key : schema->keys) {
      EXPECT_GE(key.effect.size(), 8u) << schema->name << " " << key.path;
      EXPECT_FALSE(key.since.empty()) << schema->name << " " << key.path;
    }
  }
}

TEST(Reference, AKeyWithoutEffectSaysWhy) {
  for (const Schema* schema : all_schemas()) {
    for (const Key& key : schema->keys) {
      EXPECT_EQ(key.status != Status::kActive, !key.note.empty()) << key.path;
    }
  }
}

TEST(Reference, FixedBoundsAreThoseOfTheCode) {
  std::set<std::string> subjects;
  for (const Bound& bound : fixed_bounds()) {
    EXPECT_TRUE(subjects.insert(bound.what).second) << bound.what;
    EXPECT_FALSE(bound.bound.empty() || bound.beyond.empty()) << bound.what;
  }
  const std::string reference = configuration_reference();
  EXPECT_NE(reference.find("| pages of a sitemap | 50,000 |"), std::string::npos);
  EXPECT_NE(reference.find("| entries of a feed | 100,000 |"), std::string::npos);
}

TEST(Reference, NoKeyIsListedTwice) {
  for (const Schema* schema : all_schemas()) {
    std::set<std::string> paths;
    for (const Key& key : schema->keys) EXPECT_TRUE(paths.insert(key.path).second) << key.path;
  }
}

}  // namespace
}  // namespace vectora::config
