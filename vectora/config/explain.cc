#include "vectora/config/explain.h"

#include "vectora/config/key_path.h"
#include "vectora/config/load/documents.h"
#include "vectora/config/schema/reference.h"
#include "vectora/config/schema/scalar.h"
#include "vectora/config/schema/step.h"

namespace vectora::config {

namespace {

constexpr size_t kMostShown = 5;        // entries of a list
constexpr size_t kMostCandidates = 12;  // keys that one path may mean

// The kind of any file of a workspace; nullptr: nothing reads it.
const Schema* schema_of_file(const std::string& path) {
  if (path == "vectora.yaml") return &workspace_schema();
  if (has_prefix(path, "clients/")) return &client_schema();
  return schema_of(path);
}

std::vector<PlacedValue> placed_values(const KeyRow& row, std::string_view asked,
                                       const Files& files) {
  std::vector<PlacedValue> values;
  for (const auto& [path, bytes] : files) {
    if (schema_of_file(path) != row.schema) continue;
    const Result<YamlDocument> document = parse_yaml(bytes, path);
    if (!document.ok()) continue;  // `vectora validate` tells
    for (const YamlNode& node : places_of(document->root, row.key->path)) {
      const bool is_set = node.exists() && !node.is_null();
      // A list of terms has two rows, one for scalars and one for mappings.
      const bool is_shape = row.key->type == Type::kGroup || row.key->type == Type::kAny ||
                            row.key->type == Type::kAlias || node.is_scalar();
      if (!is_set || !is_shape || !is_asked_for(node.ref().key, asked)) continue;
      values.push_back({shown_value(node), node.ref()});
    }
  }
  return values;
}

std::string example_value(const Key& key) {
  const std::string fallback(key.fallback);
  switch (key.type) {
    case Type::kBool: return fallback == "true" ? "false" : "true";
    case Type::kEnum: return split_choices(key.allowed).back();
    case Type::kInt: return fallback.empty() || fallback == kRequired ? "3" : fallback;
    case Type::kNumber: return fallback.empty() || fallback == kRequired ? "0.5" : fallback;
    case Type::kRegex: return "'(?i)\\bword\\b'";
    case Type::kSelector: return "'.news a'";
    case Type::kUrl: return "https://example.org/";
    case Type::kGroup: return "...";
    default: return fallback.empty() || fallback == kRequired ? "a_name" : fallback;
  }
}

// The path written as YAML, each step a line further in.
std::string example_of(const Key& key) {
  std::string out;
  std::string indent;
  std::string_view path = key.path;
  while (!path.empty()) {
    if (path.substr(0, 2) == "[]") {
      path.remove_prefix(2);
      out += indent + (path.empty() ? "- " + example_value(key) + "\n" : "-\n");
      indent += "  ";
      continue;
    }
    if (path[0] == '.') path.remove_prefix(1);
    const size_t end = std::min(path.find_first_of(".["), path.size());
    const std::string_view name = path.substr(0, end);
    path.remove_prefix(end);
    out += indent + (name == "*" ? "any_name" : std::string(name)) + ":" +
           (path.empty() ? " " + example_value(key) : "") + "\n";
    indent += "  ";
  }
  return out;
}

Error ambiguous(std::string_view path, std::string_view relation, const std::vector<KeyRow>& rows) {
  std::string message = "several keys " + std::string(relation) + " '" + std::string(path) + "':";
  for (size_t i = 0; i < rows.size() && i < kMostCandidates; ++i) {
    message += "\n  " + std::string(rows[i].schema->name) + ":" + rows[i].key->path;
  }
  if (rows.size() > kMostCandidates) {
    message += "\n  and " + std::to_string(rows.size() - kMostCandidates) + " more";
  }
  return {ErrorCode::kInvalidArgument, message + "\nname one of them"};
}

Error unknown(std::string_view path) {
  const std::string meant = nearest_key(path);
  return {ErrorCode::kNotFound, "there is no key '" + std::string(path) + "'; " +
                                    (meant.empty() ? "docs/configuration.md lists all keys"
                                                   : "did you mean '" + meant + "'?")};
}

std::string state_of(const Key& key) {
  if (key.status == Status::kInert) return "no effect yet: " + std::string(key.note);
  if (key.status == Status::kDeprecated) return "deprecated: " + std::string(key.note);
  return {};
}

std::string line(std::string_view label, std::string_view text) {
  if (text.empty()) return {};
  return std::string(label) + std::string(label.size() < 12 ? 12 - label.size() : 1, ' ') +
         std::string(text) + "\n";
}

}  // namespace

std::string shown_value(const YamlNode& node) {
  if (node.is_scalar()) return node.text();
  std::string out;
  size_t count = 0;
  const auto add = [&](const std::string& text) {
    if (++count <= kMostShown) out += (out.empty() ? "" : ", ") + text;
  };
  for (const YamlNode& item : node.items()) add(item.is_scalar() ? item.text() : "{...}");
  for (const auto& [name, member] : node.members()) {
    add(member.is_scalar() ? name + ": " + member.text() : name + ": ...");
  }
  if (count > kMostShown) out += ", ... " + std::to_string(count) + " in all";
  return node.is_list() ? "[" + out + "]" : "{" + out + "}";
}

Result<KeyExplanation> explain_key(std::string_view path, const Files& files) {
  const std::vector<KeyRow> rows = find_keys(path);
  if (rows.empty()) {
    const std::vector<KeyRow> below = keys_below(path);
    return below.empty() ? unknown(path) : ambiguous(path, "stand below", below);
  }
  // "a" and "a[]" are one key in two shapes: the first stands for both.
  const auto is_same = [&](const KeyRow& row) {
    return row.schema == rows[0].schema && row.key->effect == rows[0].key->effect;
  };
  for (const KeyRow& row : rows) {
    if (!is_same(row)) return ambiguous(path, "end with", rows);
  }
  KeyExplanation told;
  told.schema = rows[0].schema;
  told.key = rows[0].key;
  told.step = step_of(*told.schema, *told.key);
  told.example = example_of(*told.key);
  for (const KeyRow& row : rows) {
    for (PlacedValue& value : placed_values(row, path, files)) {
      told.places.push_back(std::move(value));
    }
  }
  return told;
}

std::string explanation_text(const KeyExplanation& told) {
  const Key& key = *told.key;
  std::string out = key.path + "\n";
  out += line("", effect_of(key));
  out += line("file", told.schema->files);
  out += line("value", expectation(key));
  out += line("default", key.fallback);
  out += line("acts", name_of(key.acts));
  out += line("step", told.step);
  out += line("status", state_of(key));
  out += line("since", key.since);
  out += "example\n";
  for (size_t begin = 0; begin < told.example.size();) {
    const size_t end = told.example.find('\n', begin);
    out += "            " + told.example.substr(begin, end - begin) + "\n";
    begin = end + 1;
  }
  if (told.places.empty()) return out + "not set in this workspace\n";
  out += "set here\n";
  for (const PlacedValue& place : told.places) {
    out +=
        "            " + place.config.str() + " " + place.config.key + " = " + place.value + "\n";
  }
  return out;
}

Json explanation_json(const KeyExplanation& told) {
  const Key& key = *told.key;
  Json json;
  json["version"] = 1;
  json["key"] = key.path;
  json["kind"] = told.schema->name;
  json["files"] = told.schema->files;
  json["value"] = expectation(key);
  json["default"] = key.fallback;
  json["acts"] = name_of(key.acts);
  json["step"] = told.step;
  json["effect"] = key.effect;
  json["status"] = key.status == Status::kActive  ? "active"
                   : key.status == Status::kInert ? "inert"
                                                  : "deprecated";
  json["note"] = key.note;
  json["since"] = key.since;
  json["example"] = told.example;
  json["set"] = Json::array();
  for (const PlacedValue& place : told.places) {
    json["set"].push_back({{"file", place.config.file},
                           {"line", place.config.line},
                           {"column", place.config.column},
                           {"key", place.config.key},
                           {"value", place.value}});
  }
  return json;
}

}  // namespace vectora::config
