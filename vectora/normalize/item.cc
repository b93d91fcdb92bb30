#include "vectora/normalize/item.h"

#include <algorithm>

#include "vectora/base/url.h"
#include "vectora/normalize/words.h"
#include "vectora/text/html_text.h"
#include "vectora/text/language.h"
#include "vectora/text/lenient_date.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr size_t kIdHexDigits = 12;
constexpr size_t kMaxPrefix = 60;  // of what may stand before a title repeated in the content

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(kSpace) - first + 1));
}

// Newsrooms repeat the headline, often behind the day, as the text's first
// words. What stands before it is dropped with it only if it is nothing but a date.
std::string without_title(std::string_view content, std::string_view title) {
  if (title.empty()) return trimmed(content);
  const size_t at = content.substr(0, title.size() + kMaxPrefix).find(title);
  if (at == std::string_view::npos) return trimmed(content);
  const std::string before = trimmed(content.substr(0, at));
  if (!before.empty() && (before.size() > kMaxPrefix || !text::parse_date(before)))
    return trimmed(content);
  return trimmed(content.substr(at + title.size()));
}

// Lines stay lines: the summary takes its sentences from them.
std::string tidy(std::string_view content) {
  std::string out;
  while (!content.empty()) {
    const size_t end = std::min(content.find('\n'), content.size());
    const std::string line = text::collapse_space(content.substr(0, end));
    if (!line.empty()) {
      if (!out.empty()) out += '\n';
      out += line;
    }
    content.remove_prefix(std::min(end + 1, content.size()));
  }
  return out;
}

// What the text itself shows wins over what its publisher declares, which is
// often a template's default.
std::string language_of(const Entry& entry, const Item& item, const SourceFacts& source) {
  const std::string detected = text::detect_language(item.title + "\n" + item.content);
  if (!detected.empty()) return detected;
  const std::string& declared = entry.language.empty() ? source.default_language : entry.language;
  return lower_case(std::string_view(declared).substr(0, 2));
}

}  // namespace

ItemId item_id(const SourceKey& source, std::string_view url) {
  const std::optional<Url> parsed = Url::parse(url);
  const std::string name = parsed ? parsed->canonical() : std::string(url);
  return ItemId(source.str() + "_" +
                sha256(source.str() + "\n" + name).hex().substr(0, kIdHexDigits));
}

Item to_item(const Entry& entry, const SourceFacts& source, size_t max_content_bytes, Instant now) {
  Item item;
  item.id = item_id(source.key, entry.url);
  item.source = source.key;
  item.source_type = source.type;
  item.title = text::collapse_space(entry.title);
  const std::string& content = entry.body.empty() ? entry.snippet : entry.body;
  item.content = text::cut_at_sentence(without_title(tidy(content), item.title), max_content_bytes);
  item.url = entry.url;
  if (entry.published) {
    item.published_at = entry.published->day;
    item.published_at_source = entry.date_source;
    item.published_at_confidence = page::confidence_of(entry.date_source);
  }
  item.first_seen_at = now;
  item.ingested_at = now;
  item.language = language_of(entry, item, source);
  item.content_hash = sha256(text::collapse_space(lower_case(item.content)));
  item.offer_hash = entry.offer;
  item.capture = entry.capture;
  item.author = entry.author;
  item.tags = entry.tags;
  item.note = entry.detail_note;
  return item;
}

}  // namespace vectora::normalize
