// Numbers of things, for people: "1 error", "2 errors", "0 entries".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vectora {

// `plural` where "s" at the end does not make it.
std::string counted(int64_t number, std::string_view singular, std::string_view plural = {});

}  // namespace vectora
