#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/text/lenient_date.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_spans(std::string_view text, const vectora::text::DateHints& hints) {
  size_t from = 0;
  for (const auto& found : vectora::text::find_dates(text, hints)) {
    check(found.begin >= from && found.begin < found.end && found.end <= text.size());
    check(vectora::Date::parse(found.date.day.str()) == found.date.day);
    from = found.end;
  }
}

}  // namespace

// Spans lie in the text, in order and apart; every date is a day that exists.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  vectora::text::DateHints hints;
  check_spans(text, hints);
  hints.now = vectora::Date::from_civil(2026, 3, 10);
  check_spans(text, hints);
  hints.writer = vectora::text::DateWriter::kProgram;
  const auto date = vectora::text::parse_date(text, hints);
  check(!date || vectora::Date::parse(date->day.str()) == date->day);
  return 0;
}
