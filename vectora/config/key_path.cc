#include "vectora/config/key_path.h"

#include <algorithm>

#include "vectora/config/problem.h"

namespace vectora::config {

namespace {

bool is_index(const std::string& step) { return step[0] == '['; }

// Lists may be written without their brackets: they are left out of comparisons.
std::vector<std::string> names_of(std::string_view path) {
  std::vector<std::string> names = steps_of(path);
  std::erase_if(names, is_index);
  return names;
}

bool same_name(const std::string& asked, const std::string& known) {
  return asked == known || known == "*" || asked == "*";
}

bool means(const std::vector<std::string>& asked, const Key& key) {
  const std::vector<std::string> known = names_of(key.path);
  return std::equal(asked.begin(), asked.end(), known.begin(), known.end(), same_name);
}

// How many names of the path the key has itself.
size_t own_names(const std::vector<std::string>& asked, const Key& key) {
  const std::vector<std::string> known = names_of(key.path);
  size_t count = 0;
  for (size_t i = 0; i < asked.size() && i < known.size(); ++i) count += asked[i] == known[i];
  return count;
}

bool ends_with(const Key& key, const std::vector<std::string>& asked) {
  const std::vector<std::string> known = names_of(key.path);
  return asked.size() < known.size() && std::equal(asked.rbegin(), asked.rend(), known.rbegin());
}

// "client:name" as the schema and the path; no schema: any.
std::pair<std::string_view, std::string_view> split_schema(std::string_view path) {
  const size_t colon = path.find(':');
  if (colon == std::string_view::npos) return {{}, path};
  return {path.substr(0, colon), path.substr(colon + 1)};
}

template <class Holds>
std::vector<KeyRow> rows_where(std::string_view schema_name, const Holds& holds) {
  std::vector<KeyRow> rows;
  for (const Schema* schema : all_schemas()) {
    if (!schema_name.empty() && schema->name != schema_name) continue;
    for (const Key& key : schema->keys) {
      if (holds(key)) rows.push_back({schema, &key});
    }
  }
  return rows;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ".") + name;
  return all;
}

void add_places(const YamlNode& node, const std::vector<std::string>& steps, size_t next,
                std::vector<YamlNode>& places) {
  if (next == steps.size()) return places.push_back(node);
  const std::string& step = steps[next];
  if (is_index(step)) {
    for (const YamlNode& item : node.items()) add_places(item, steps, next + 1, places);
  } else if (step == "*") {
    for (const auto& [name, member] : node.members()) add_places(member, steps, next + 1, places);
  } else {
    add_places(node[step], steps, next + 1, places);
  }
}

}  // namespace

std::vector<std::string> steps_of(std::string_view path) {
  std::vector<std::string> steps;
  std::string step;
  const auto end_step = [&] {
    if (!step.empty()) steps.push_back(step);
    step.clear();
  };
  for (const char c : path) {
    if (c == '.' || c == '[') end_step();
    if (c != '.') step += c;
  }
  end_step();
  return steps;
}

std::vector<KeyRow> find_keys(std::string_view path) {
  const auto [schema, rest] = split_schema(path);
  const std::vector<std::string> asked = names_of(rest);
  std::vector<KeyRow> rows = rows_where(schema, [&](const Key& key) { return means(asked, key); });
  // The name itself is more than a "*" that would take it. A path of free names
  // alone is every misspelt one: it must be asked for by its kind of file.
  size_t most = schema.empty() ? 1 : 0;
  for (const KeyRow& row : rows) most = std::max(most, own_names(asked, *row.key));
  std::erase_if(rows, [&](const KeyRow& row) { return own_names(asked, *row.key) < most; });
  if (!rows.empty() || asked.empty()) return rows;
  return rows_where(schema, [&](const Key& key) { return ends_with(key, asked); });
}

std::vector<KeyRow> keys_below(std::string_view path) {
  const auto [schema, rest] = split_schema(path);
  const std::vector<std::string> asked = names_of(rest);
  if (asked.empty()) return {};
  return rows_where(schema, [&](const Key& key) {
    const std::vector<std::string> known = names_of(key.path);
    const auto at = std::search(known.begin(), known.end(), asked.begin(), asked.end());
    return static_cast<size_t>(known.end() - at) > asked.size();
  });
}

std::string nearest_key(std::string_view path) {
  const auto [schema, rest] = split_schema(path);
  const std::vector<std::string> asked = names_of(rest);
  std::vector<std::string> whole;
  std::vector<std::string> last;
  for (const KeyRow& row : rows_where(schema, [](const Key&) { return true; })) {
    whole.push_back(joined(names_of(row.key->path)));
    last.push_back(names_of(row.key->path).back());
  }
  const auto path_of = [&](const std::string& found, const std::vector<std::string>& among) {
    const auto at = std::find(among.begin(), among.end(), found);
    return at == among.end() ? std::string() : whole[static_cast<size_t>(at - among.begin())];
  };
  const std::string near = path_of(nearest(joined(asked), whole), whole);
  const std::string by_end =
      asked.size() != 1 ? std::string() : path_of(nearest(asked[0], last), last);
  const std::string& found = near.empty() ? by_end : near;
  for (const KeyRow& row : rows_where(schema, [](const Key&) { return true; })) {
    if (!found.empty() && joined(names_of(row.key->path)) == found) return row.key->path;
  }
  return {};
}

std::vector<YamlNode> places_of(const YamlNode& root, std::string_view path) {
  std::vector<YamlNode> places;
  add_places(root, steps_of(path), 0, places);
  return places;
}

bool is_asked_for(std::string_view place, std::string_view path) {
  const auto [schema, rest] = split_schema(path);
  const std::vector<std::string> here = steps_of(place);
  const std::vector<std::string> asked = steps_of(rest);
  const bool has_indices = std::any_of(asked.begin(), asked.end(), is_index);
  const std::vector<std::string> names = names_of(place);
  const std::vector<std::string>& compared = has_indices ? here : names;
  if (asked.size() != compared.size()) return true;  // the end of a path: every place
  return std::equal(asked.begin(), asked.end(), compared.begin(),
                    [](const std::string& wanted, const std::string& name) {
                      return wanted == "[]" || wanted == "*" || wanted == name;
                    });
}

}  // namespace vectora::config
