#include "vectora/base/json.h"

namespace vectora {
namespace {

// Whether brackets outside strings nest deeper than the bound: looked at before
// parsing, since the parser recurses.
bool nests_too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if ((c == '[' || c == '{') && ++depth > kMaxJsonDepth) {
      return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

Result<Json> parse_json(std::string_view text) {
  if (nests_too_deep(text)) return Error{ErrorCode::kTooLarge, "JSON is nested too deeply"};
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

}  // namespace vectora
