#include "vectora/config/effective.h"

#include <algorithm>
#include <set>

#include "vectora/config/explain.h"
#include "vectora/config/key_path.h"
#include "vectora/config/schema/key.h"

namespace vectora::config {

namespace {

constexpr const char* kWorkspaceFile = "vectora.yaml";
constexpr std::string_view kOfEnvironments = "environments.*.";
constexpr std::string_view kInherits = "inherits_from";
constexpr std::string_view kProtected = "protected";  // is not inherited

// A value for people to read; groups show their members instead.
bool has_value(const Key& key) { return key.type != Type::kGroup && key.type != Type::kAlias; }

void add_default(const Key& key, const std::string& path, std::vector<EffectiveValue>& values) {
  if (key.fallback.empty() || key.fallback == kRequired) return;
  values.push_back({path, std::string(key.fallback)});
}

EffectiveValue from_file(const YamlNode& node) {
  return {node.ref().key, shown_value(node), Origin::kFile, {}, node.ref()};
}

// A list of scalars is one value: "a.b[]" is shown as "a.b".
std::string without_brackets(const std::string& path) {
  const bool is_list = path.size() > 2 && path.compare(path.size() - 2, 2, "[]") == 0;
  return is_list ? path.substr(0, path.size() - 2) : path;
}

void add_values(const Key& key, const YamlNode& root, std::vector<EffectiveValue>& values) {
  for (const YamlNode& node : places_of(root, without_brackets(key.path))) {
    if (!node.exists() || node.is_null()) {
      add_default(key, node.ref().key, values);
    } else if (node.is_scalar() || node.is_list() || key.type == Type::kAny) {
      values.push_back(from_file(node));
    }
  }
}

// A row that gives a place a second shape repeats what the first one said.
std::vector<EffectiveValue> once_each(std::vector<EffectiveValue> values) {
  std::set<std::string> seen;
  std::erase_if(values,
                [&](const EffectiveValue& value) { return !seen.insert(value.key).second; });
  return values;
}

YamlNode document(const Files& files, const std::string& file) {
  const auto found = files.find(file);
  if (found == files.end()) return {};
  const Result<YamlDocument> parsed = parse_yaml(found->second, file);
  return parsed.ok() ? parsed->root : YamlNode();
}

// The environment and those it inherits from, nearest first.
std::vector<YamlNode> chain_of(const YamlNode& environments, const std::string& name) {
  std::vector<YamlNode> chain;
  std::set<std::string> seen;
  std::string next = name;
  while (seen.insert(next).second && environments[next].is_mapping()) {
    chain.push_back(environments[next]);
    next = environments[next][kInherits].is_scalar() ? environments[next][kInherits].text() : "";
  }
  return chain;
}

void add_environment(const YamlNode& environments, const std::string& name,
                     std::vector<EffectiveValue>& values) {
  const std::vector<YamlNode> chain = chain_of(environments, name);
  for (const Key& key : workspace_schema().keys) {
    if (key.path.rfind(kOfEnvironments, 0) != 0) continue;
    const std::string member = key.path.substr(kOfEnvironments.size());
    const auto end = member == kProtected && !chain.empty() ? chain.begin() + 1 : chain.end();
    const auto sets = std::find_if(chain.begin(), end, [&](const YamlNode& environment) {
      return environment[member].is_scalar();
    });
    if (sets == end) {
      add_default(key, "environment." + member, values);
      continue;
    }
    values.push_back(from_file((*sets)[member]));
    values.back().key = "environment." + member;
  }
}

}  // namespace

std::string_view to_string(Origin origin) {
  switch (origin) {
    case Origin::kFlag: return "flag";
    case Origin::kEnvironment: return "environment";
    case Origin::kFile: return "file";
    case Origin::kDefault: return "default";
  }
  return "";
}

std::string EffectiveValue::origin_text() const {
  if (origin == Origin::kFile) return config.str();
  return std::string(to_string(origin)) + (name.empty() ? "" : " " + name);
}

std::vector<EffectiveValue> effective_workspace(const Files& files,
                                                const ChosenEnvironment& chosen) {
  const YamlNode root = document(files, kWorkspaceFile);
  std::vector<EffectiveValue> values;
  values.push_back({"environment", chosen.environment, chosen.origin, chosen.name});
  const YamlNode by_file = root["default_environment"];
  if (chosen.origin == Origin::kFile && by_file.is_scalar()) values[0].config = by_file.ref();
  if (chosen.origin == Origin::kFile && !by_file.is_scalar()) values[0].origin = Origin::kDefault;
  add_environment(root["environments"], chosen.environment, values);
  for (const Key& key : workspace_schema().keys) {
    const bool is_of_one = key.path.rfind(kOfEnvironments, 0) == 0;
    if (has_value(key) && !is_of_one) add_values(key, root, values);
  }
  return once_each(std::move(values));
}

Result<std::vector<EffectiveValue>> effective_client(const Files& files, const std::string& file) {
  const YamlNode root = document(files, file);
  if (!root.is_mapping()) return Error{ErrorCode::kNotFound, "there is no client file " + file};
  std::vector<EffectiveValue> values;
  for (const Key& key : client_schema().keys) {
    if (has_value(key)) add_values(key, root, values);
  }
  return once_each(std::move(values));
}

std::string effective_text(const std::vector<EffectiveValue>& values, ShowOrigin show) {
  std::string out;
  for (const EffectiveValue& value : values) {
    out += value.key + " = " + value.value;
    if (show == ShowOrigin::kYes) out += "    # " + value.origin_text();
    out += "\n";
  }
  return out;
}

Json effective_json(const std::vector<EffectiveValue>& values) {
  Json json = Json::array();
  for (const EffectiveValue& value : values) {
    json.push_back({{"key", value.key},
                    {"value", value.value},
                    {"origin", to_string(value.origin)},
                    {"name", value.name},
                    {"file", value.config.file},
                    {"line", value.config.line},
                    {"column", value.config.column}});
  }
  return json;
}

}  // namespace vectora::config
