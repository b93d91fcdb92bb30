#include "test/keys/change.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "vectora/config/key_path.h"

namespace vectora::keys {
namespace {

Json scalar_to_json(const config::YamlNode& node) {
  const std::string& text = node.text();
  if (!node.is_plain()) return text;
  if (text == "true" || text == "false") return text == "true";
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return text;
  const auto whole = static_cast<int64_t>(number);
  return static_cast<double>(whole) == number ? Json(whole) : Json(number);
}

Json* below(Json* json, const std::string& step) {
  if (step[0] != '[') {
    if (json->is_null()) *json = Json::object();
    return json->is_object() ? &(*json)[step] : nullptr;
  }
  if (json->is_null()) *json = Json::array();
  if (!json->is_array()) return nullptr;
  if (step == "[+]") return &json->emplace_back();
  if (step == "[-]") return json->empty() ? nullptr : &json->back();
  size_t index = 0;
  std::from_chars(step.data() + 1, step.data() + step.size(), index);
  return index < json->size() ? &(*json)[index] : nullptr;
}

void add_places(const Json& json, const std::string& path, std::set<std::string>& places) {
  if (json.is_object()) {
    for (const auto& [name, value] : json.items())
      add_places(value, path.empty() ? name : path + "." + name, places);
  } else if (json.is_array()) {
    for (const Json& item : json) add_places(item, path + "[]", places);
  } else if (!json.is_null()) {
    places.insert(path);
  }
}

void compare(const Json& a, const Json& b, const std::string& path, std::set<std::string>& places) {
  if (a == b) return;
  if (a.is_object() && b.is_object()) {
    const auto member = [](const Json& json, const std::string& name) {
      return json.contains(name) ? json[name] : Json();
    };
    std::set<std::string> names;
    for (const Json* json : {&a, &b})
      for (const auto& [name, value] : json->items()) names.insert(name);
    for (const std::string& name : names)
      compare(member(a, name), member(b, name), path.empty() ? name : path + "." + name, places);
  } else if (a.is_array() && b.is_array()) {
    for (size_t i = 0; i < std::max(a.size(), b.size()); ++i)
      compare(i < a.size() ? a[i] : Json(), i < b.size() ? b[i] : Json(), path + "[]", places);
  } else {
    add_places(a, path, places);
    add_places(b, path, places);
  }
}

}  // namespace

Json to_json(const config::YamlNode& node) {
  Json json;
  if (node.is_mapping()) {
    json = Json::object();
    for (const auto& [name, value] : node.members()) json[name] = to_json(value);
  } else if (node.is_list()) {
    json = Json::array();
    for (const config::YamlNode& item : node.items()) json.push_back(to_json(item));
  } else if (node.is_scalar()) {
    json = scalar_to_json(node);
  }
  return json;
}

bool apply_change(Json& document, const std::string& change) {
  const size_t colon = change.find(": ");
  if (colon == std::string::npos) return false;
  const auto value = config::parse_yaml("value: " + change.substr(colon + 2), "change");
  if (!value) return false;
  std::vector<std::string> steps = config::steps_of(change.substr(0, colon));
  if (steps.empty()) return false;
  const std::string last = steps.back();
  steps.pop_back();
  Json* json = &document;
  for (const std::string& step : steps) {
    json = below(json, step);
    if (json == nullptr) return false;
  }
  const config::YamlNode node = value->root["value"];
  if (node.is_null() && json->is_object()) return json->erase(last) > 0;
  Json* place = below(json, last);
  if (place == nullptr) return false;
  *place = to_json(node);
  return true;
}

std::set<std::string> differing_places(const Json& a, const Json& b) {
  std::set<std::string> places;
  compare(a, b, "", places);
  return places;
}

bool is_place_of(const std::string& place, const std::string& key) {
  const std::vector<std::string> here = config::steps_of(place);
  const std::vector<std::string> wanted = config::steps_of(key);
  return std::equal(here.begin(), here.end(), wanted.begin(), wanted.end(),
                    [](const std::string& name, const std::string& pattern) {
                      return pattern == "*" ? name[0] != '[' : name == pattern;
                    });
}

}  // namespace vectora::keys
