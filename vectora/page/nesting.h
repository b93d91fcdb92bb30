// A bound on nesting, put on the source of a page before it is parsed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vectora::page {

struct NestingBounds {
  int depth = 4096;     // of elements inside one another
  int formatting = 32;  // of <b>, <font> and the like open at once
};

// The page with the tags beyond the bounds left out and a raw-text element open
// at its end (<script>, <style>, ...) closed; nothing if the page is fine as it
// is. What stood inside the tags stays. One pass; the depth may be overestimated
// on misnested pages, never underestimated by more than a small factor.
std::optional<std::string> bound_nesting(std::string_view html, const NestingBounds& bounds = {});

}  // namespace vectora::page
