#include "vectora/normalize/name_rule.h"

namespace vectora::normalize {
namespace {

constexpr NameMethod kAllMethods[] = {
    NameMethod::kListed, NameMethod::kEndsWith, NameMethod::kFollowedBy, NameMethod::kPrecededBy,
    NameMethod::kStem,   NameMethod::kHead,     NameMethod::kPattern};

}  // namespace

std::string_view to_string(NameMethod method) {
  switch (method) {
    case NameMethod::kListed: return "listed";
    case NameMethod::kEndsWith: return "ends_with";
    case NameMethod::kFollowedBy: return "followed_by";
    case NameMethod::kPrecededBy: return "preceded_by";
    case NameMethod::kStem: return "stem";
    case NameMethod::kHead: return "head";
    case NameMethod::kPattern: return "pattern";
  }
  return "listed";
}

Result<NameMethod> name_method_from(std::string_view word) {
  for (const NameMethod method : kAllMethods)
    if (to_string(method) == word) return method;
  return Error{ErrorCode::kNotFound, "no method '" + std::string(word) + "'"};
}

}  // namespace vectora::normalize
