// JSON (RFC 8259) as this code base reads and writes it.
//
// Objects keep the order in which members were added, so that the same value
// gives the same bytes. Reading never throws; writing never fails: ill-formed
// UTF-8 becomes U+FFFD.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"

namespace vectora {

using Json = nlohmann::ordered_json;

// Bounded: kTooLarge beyond `kMaxJsonDepth` nested arrays and objects, or beyond
// `max_members` of one object, each of which is compared with all before it.
constexpr int kMaxJsonDepth = 200;
constexpr size_t kMaxJsonMembers = 10000;

// kMalformed with the byte offset of the fault.
Result<Json> parse_json(std::string_view text, size_t max_members = kMaxJsonMembers);

// One line, without a final newline.
std::string to_json_line(const Json& value);

// Indented by two spaces, with a final newline: files that people open.
std::string to_json_text(const Json& value);

// Members read without surprises: a missing member, or one of another type,
// gives the default.
std::string string_member(const Json& object, std::string_view name,
                          std::string_view fallback = {});
double number_member(const Json& object, std::string_view name, double fallback = 0);
bool bool_member(const Json& object, std::string_view name, bool fallback = false);
// The texts of a list; what else is in it is passed over.
std::vector<std::string> texts_member(const Json& object, std::string_view name);
// Null unless `object` is an object that has the member.
const Json* find_member(const Json& object, std::string_view name);

}  // namespace vectora
