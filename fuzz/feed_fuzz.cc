#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "vectora/base/json.h"
#include "vectora/base/utf8.h"
#include "vectora/feed/feed_json.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

void check_date(const std::optional<vectora::text::ParsedDate>& date) {
  check(!date || vectora::Date::parse(date->day.str()) == date->day);
}

// A title is one line; all lists are bounded; all days exist.
void check_entry(const vectora::feed::Entry& entry) {
  check(entry.title.find_first_of("\r\n") == std::string::npos);
  check(entry.title.empty() || (entry.title.front() != ' ' && entry.title.back() != ' '));
  check(entry.authors.size() <= 1000 && entry.categories.size() <= 1000);
  check(entry.enclosures.size() <= 1000);
  check_date(entry.published);
  check_date(entry.updated);
}

}  // namespace

// Any bytes give an error or JSON that is valid, whichever way it is written, and
// no larger than the bytes allow; fewer entries asked for are the first of all.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  vectora::feed::Options options;
  options.url = vectora::Url::parse("https://feeds.example/news/feed.xml");
  const auto feed = vectora::feed::parse_feed(bytes, options);
  const auto streamed = vectora::feed::parse_to_json(bytes, options);
  check(feed.ok() == streamed.ok());
  if (!feed) return 0;
  const std::string json = vectora::feed::to_json(*feed);
  check(json == *streamed && vectora::is_valid_utf8(json));
  check(vectora::parse_json(json).ok());
  for (const auto& entry : feed->entries) check_entry(entry);
  options.max_entries = 2;
  const auto first = vectora::feed::parse_feed(bytes, options);
  check(first.ok() && first->entries.size() == std::min<size_t>(2, feed->entries.size()));
  for (size_t i = 0; i < first->entries.size(); ++i)
    check(first->entries[i].title == feed->entries[i].title);
  return 0;
}
