// Line difference: two texts as people read them side by side.
#pragma once

#include <string>
#include <string_view>

namespace vectora::ops {

// Lines that begin with "-" and "+", with up to two lines of context before and
// after, which begin with a blank; "..." stands between parts. Empty where
// nothing differs. Of texts beyond 4,000 lines only what stands between their
// equal ends is compared, as one block.
std::string line_difference(std::string_view before, std::string_view after);

}  // namespace vectora::ops
