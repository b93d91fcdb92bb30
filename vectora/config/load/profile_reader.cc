#include "vectora/config/load/profile_reader.h"

#include "vectora/config/load/read.h"

namespace vectora::config {

namespace {

using normalize::ProfileMode;
using Use = ScopeBook::Use;

ProfileMode mode_of(const std::string& word) {
  if (word == "exclude_only") return ProfileMode::kExcludeOnly;
  if (word == "require_signals") return ProfileMode::kRequireSignals;
  if (word == "require_multi_signals") return ProfileMode::kRequireMultiSignals;
  return ProfileMode::kIngestAll;
}

normalize::SignalGroup read_group(const YamlNode& node, const ScopeBook& scopes,
                                  Findings& findings) {
  normalize::SignalGroup group;
  group.id = text_or(node["group_id"], "");
  group.scopes = scopes.resolve_all(node["scopes"], Use::kFor, findings);
  group.min_matches = int_or(node["min_matches"], 1);
  group.weight = number_or(node["weight"], 1);
  group.config = node.ref();
  return group;
}

normalize::IngestionProfile read_profile(const std::string& name, const YamlNode& node,
                                         const ScopeBook& scopes, Findings& findings) {
  const YamlNode signals = node["signal_requirements"];
  normalize::IngestionProfile profile;
  profile.name = name;
  profile.mode = mode_of(text_or(signals["mode"], ""));
  profile.exclusions = scopes.resolve_all(signals["exclusion_scopes"], Use::kAgainst, findings);
  for (const YamlNode& group : signals["required_signal_groups"].items()) {
    profile.groups.push_back(read_group(group, scopes, findings));
  }
  const YamlNode logic = signals["combination_logic"];
  const auto compiled = normalize::CombinationLogic::compile(text_or(logic, ""), profile.groups);
  if (compiled.ok()) {
    profile.logic = *compiled;
  } else {
    findings.error(logic.ref(), compiled.error().message, "write AND, OR and group ids");
  }
  const bool needs_signals = profile.mode == ProfileMode::kRequireSignals ||
                             profile.mode == ProfileMode::kRequireMultiSignals;
  const YamlNode by_default = node["runtime_config"]["default_action"];
  if (needs_signals && profile.groups.empty() && !by_default.is_scalar()) {
    findings.error(signals["required_signal_groups"].ref(),
                   "the mode asks for signals, and no group names any",
                   "add required_signal_groups, or say in default_action what happens");
  }
  profile.minimum_total_weight = number_or(signals["minimum_total_weight"], 0);
  profile.ingest_by_default = text_or(by_default, "ingest") == "ingest";
  profile.config = node.key_ref();
  return profile;
}

}  // namespace

std::map<std::string, normalize::IngestionProfile> read_profiles(const YamlNode& root,
                                                                 const ScopeBook& scopes,
                                                                 Findings& findings) {
  std::map<std::string, normalize::IngestionProfile> profiles;
  for (const auto& [name, node] : root["profiles"].members()) {
    profiles[name] = read_profile(name, node, scopes, findings);
  }
  return profiles;
}

}  // namespace vectora::config
