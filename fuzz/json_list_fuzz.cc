#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/feed/json_list.h"

namespace {

// The line at the start, taken off.
std::string take_line(std::string_view& text) {
  const size_t end = text.find('\n');
  std::string line(text.substr(0, end));
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

// Four lines of a description, then an answer: any bytes give an error or entries
// with titles, in valid UTF-8 where the description is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  vectora::feed::JsonListShape shape;
  shape.items = take_line(bytes);
  shape.title = take_line(bytes);
  shape.url = take_line(bytes);
  shape.published = take_line(bytes);
  for (const std::string* text : {&shape.title, &shape.url, &shape.published})
    if (!vectora::feed::json_text_problem(*text).empty()) return 0;
  vectora::feed::Options options;
  options.url = vectora::Url::parse("https://registry.example/search");
  const auto feed = vectora::feed::parse_json_list(bytes, shape, options);
  if (!feed) return 0;
  for (const auto& entry : feed->entries) {
    if (entry.title.empty()) std::abort();
    if (vectora::is_valid_utf8(shape.title) && !vectora::is_valid_utf8(entry.title)) std::abort();
  }
  return 0;
}
