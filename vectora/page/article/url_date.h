// A day written in an address: /2026/02/03/, /2026-02-03-title, /20260203.
#pragma once

#include <optional>
#include <string_view>

#include "vectora/base/date.h"

namespace vectora::page {

// The first complete day of a path, years 1995..2049; month names in English are
// read too ("/2026/feb/03/"). A year and month alone are no day.
std::optional<Date> date_in_path(std::string_view path);

}  // namespace vectora::page
