#include <gtest/gtest.h>

#include "vectora/normalize/gate.h"

namespace vectora::normalize {
namespace {

lexicon::Lexicon lexicon_of() {
  const auto lexicon = lexicon::Lexicon::compile({{"products", {{"Acmol", {}, "", "", {}}}, {}},
                                                  {"companies", {{"Acme", {}, "", "", {}}}, {}},
                                                  {"noise", {{"new hire", {}, "", "", {}}}, {}}});
  EXPECT_TRUE(lexicon.ok());
  return *lexicon;
}

// The outcome's kind by name, or "passes".
std::string gated(const IngestionProfile& profile, const std::string& title) {
  const lexicon::Lexicon lexicon = lexicon_of();
  Item item;
  item.title = title;
  GateOptions options;
  options.temporal = TemporalMode::kFlexible;
  const auto outcome = gate(item, scan(item, lexicon), lexicon, profile, options);
  return outcome ? std::string(to_string(outcome->kind)) : "passes";
}

IngestionProfile profile_of(ProfileMode mode, const std::string& logic) {
  IngestionProfile profile;
  profile.mode = mode;
  profile.exclusions = {2};
  profile.groups = {{"products", {0}, 1, 3, {}}, {"companies", {1}, 1, 1, {}}};
  const auto compiled = CombinationLogic::compile(logic, profile.groups);
  EXPECT_TRUE(compiled.ok());
  profile.logic = *compiled;
  return profile;
}

TEST(GateSignals, OneSignalIsEnoughWhereTheExpressionSaysSo) {
  IngestionProfile profile = profile_of(ProfileMode::kRequireMultiSignals, "products");
  profile.minimum_total_weight = 3;
  EXPECT_EQ(gated(profile, "Acmol is approved"), "passes");
  EXPECT_EQ(gated(profile, "Acme grows"), "profile_rejected");
}

TEST(GateSignals, WithoutAnExpressionSeveralSignalsMustAgree) {
  const IngestionProfile profile = profile_of(ProfileMode::kRequireMultiSignals, "");
  EXPECT_EQ(gated(profile, "Acmol is approved"), "profile_rejected");
  EXPECT_EQ(gated(profile, "Acme gets Acmol approved"), "passes");
}

TEST(GateSignals, WhatAGroupNamesIsKeptInModeExcludeOnly) {
  const IngestionProfile profile = profile_of(ProfileMode::kExcludeOnly, "products");
  EXPECT_EQ(gated(profile, "A new hire at Acme"), "excluded_by");
  EXPECT_EQ(gated(profile, "A new hire for Acmol"), "passes");
  EXPECT_EQ(gated(profile, "Nothing of note"), "passes");
}

}  // namespace
}  // namespace vectora::normalize
