// The versions of client configurations: semantic ones, which rise when the content
// of a client changes.
//
//   Version::parse("1.2.0")->next(Part::kMinor).str()         "1.3.0"
//   bumped(bytes, "clients/production/a.yaml", Part::kPatch)  the file with its next version
//   version_problems(released, next)                          those that should have risen
//
// https://semver.org/spec/v2.0.0.html, build metadata left out.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/config/plan.h"
#include "vectora/config/problem.h"

namespace vectora::ops {

enum class Part { kMajor, kMinor, kPatch };

class Version {
 public:
  // "1.2.3" or "1.2.3-rc.1"; nothing else.
  static std::optional<Version> parse(std::string_view text);

  std::string str() const;
  Version next(Part part) const;  // "1.2.3-rc.1" comes before its own "1.2.3"

  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const = default;

 private:
  uint32_t major_ = 0;
  uint32_t minor_ = 0;
  uint32_t patch_ = 0;
  std::vector<std::string> pre_release_;
};

struct Bumped {
  std::string bytes;
  Version before;
  Version after;
};

// kMalformed, with its place, where the file has no version to raise.
Result<Bumped> bumped(const std::string& bytes, const std::string& file, Part part);

// One error for each client whose values differ while its version does not rise.
// Paths are those of a config bucket: "clients/{client_id}.yaml".
std::vector<config::Problem> version_problems(const config::Files& before,
                                              const config::Files& after);

}  // namespace vectora::ops
