#include "vectora/base/json.h"

#include <vector>

namespace vectora {
namespace {

// What is too much in the text, found before the parser recurses and compares;
// null: nothing. Strings are passed over.
const char* excess(std::string_view text, size_t max_members) {
  std::vector<size_t> members = {0};  // of the objects that are open
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (members.size() > static_cast<size_t>(kMaxJsonDepth)) return "JSON is nested too deeply";
      members.push_back(0);
    } else if ((c == ']' || c == '}') && members.size() > 1) {
      members.pop_back();
    } else if (c == ':' && ++members.back() > max_members) {
      return "JSON with an object of too many members";
    }
  }
  return nullptr;
}

}  // namespace

Result<Json> parse_json(std::string_view text, size_t max_members) {
  if (const char* what = excess(text, max_members)) return Error{ErrorCode::kTooLarge, what};
  try {
    return Json::parse(text);
  } catch (const Json::parse_error& error) {
    return Error{ErrorCode::kMalformed, "not JSON at byte " + std::to_string(error.byte)};
  } catch (const Json::exception& error) {
    return Error{ErrorCode::kMalformed, std::string("not JSON: ") + error.what()};
  }
}

std::string to_json_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json_text(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

const Json* find_member(const Json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string string_member(const Json& object, std::string_view name, std::string_view fallback) {
  const Json* member = find_member(object, name);
  return member != nullptr && member->is_string() ? member->get<std::string>()
                                                  : std::string(fallback);
}

double number_member(const Json& object, std::string_view name, double fallback) {
  const Json* member = find_member(object, name);
  return member != nullptr && member->is_number() ? member->get<double>() : fallback;
}

bool bool_member(const Json& object, std::string_view name, bool fallback) {
  const Json* member = find_member(object, name);
  return member != nullptr && member->is_boolean() ? member->get<bool>() : fallback;
}

std::vector<std::string> texts_member(const Json& object, std::string_view name) {
  std::vector<std::string> texts;
  const Json* member = find_member(object, name);
  if (member == nullptr || !member->is_array()) return texts;
  for (const Json& text : *member)
    if (text.is_string()) texts.push_back(text.get<std::string>());
  return texts;
}

}  // namespace vectora
