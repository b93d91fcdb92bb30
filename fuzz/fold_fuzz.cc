#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/text/fold.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

// The way back never turns round or leaves the text; with and without it the
// folded text is the same, and is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const vectora::text::Folded folded = vectora::text::fold(text);
  check(folded.text == vectora::text::fold_text(text));
  check(vectora::is_valid_utf8(folded.text));
  check(folded.origin.size() == folded.text.size() + 1);
  check(std::is_sorted(folded.origin.begin(), folded.origin.end()));
  check(folded.origin.back() == size);
  for (size_t end = 0; end <= folded.text.size(); ++end) {
    const size_t original = vectora::text::original_end(text, folded, end);
    check(original <= size && (end == 0 || original > folded.origin[end - 1]));
  }
  return 0;
}
