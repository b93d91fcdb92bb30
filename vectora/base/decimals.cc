#include "vectora/base/decimals.h"

#include <array>
#include <charconv>

namespace vectora {

std::string short_decimals(double value) {
  constexpr int kDigits = 4;
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                 std::chars_format::general, kDigits);
  return {text.data(), end.ptr};
}

}  // namespace vectora
