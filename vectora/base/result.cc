#include "vectora/base/result.h"

namespace vectora {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalidArgument: return "invalid argument";
    case ErrorCode::kNotFound: return "not found";
    case ErrorCode::kMalformed: return "malformed";
    case ErrorCode::kTooLarge: return "too large";
    case ErrorCode::kConflict: return "conflict";
    case ErrorCode::kIo: return "input/output error";
    case ErrorCode::kTimeout: return "timed out";
    case ErrorCode::kUnavailable: return "unavailable";
  }
  return "unknown";
}

Error Error::within(std::string_view context) const {
  std::string located(context);
  located += ": ";
  located += message;
  return {code, std::move(located)};
}

}  // namespace vectora
