// What a key is, when and where it acts, and where this workspace sets it.
//
//   const Result<KeyExplanation> told = explain_key("watch_domains[].priority", files);
//   told->places[0].config.str()     "clients/production/lai_weekly.yaml:22:15"
//
// A path is the reference's, or one of a document: docs/configuration.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"
#include "vectora/config/schema/key.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

// A value that stands in a file.
struct PlacedValue {
  std::string value;  // a list or mapping on one line, shortened
  ConfigRef config;
};

struct KeyExplanation {
  const Schema* schema = nullptr;
  const Key* key = nullptr;
  std::string_view step;  // of the run: "match", "score", "choose"
  std::string example;    // YAML
  std::vector<PlacedValue> places;
};

// kNotFound for a path that no key has, with the nearest; kInvalidArgument for
// one that several have, and for a group's, with all of them.
Result<KeyExplanation> explain_key(std::string_view path, const Files& files);

std::string explanation_text(const KeyExplanation& told);
Json explanation_json(const KeyExplanation& told);

// The value as one line: "high", "[a, b, ... 14 in all]".
std::string shown_value(const YamlNode& node);

}  // namespace vectora::config
