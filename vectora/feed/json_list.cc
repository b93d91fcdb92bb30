#include "vectora/feed/json_list.h"

#include <algorithm>
#include <utility>

#include "vectora/base/json.h"
#include "vectora/base/url.h"
#include "vectora/feed/collector.h"
#include "vectora/feed/json_path.h"
#include "vectora/feed/values.h"
#include "vectora/feed/xml_tree.h"

namespace vectora::feed {
namespace {

constexpr size_t kMaxTextLength = 1000;  // of a description
constexpr size_t kMaxMembersShown = 5;
constexpr size_t kMaxMembers = 1000;  // of one object
constexpr std::string_view kIds = "{ids}";

bool ends_a_sentence(std::string_view text) {
  return text.ends_with('.') || text.ends_with('?') || text.ends_with('!');
}

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts)
    line += (line.empty() ? "" : ends_a_sentence(line) ? " " : ", ") + text;
  return line;
}

// For an address: all but unreserved characters and "/", which identifiers as
// DOIs have and servers expect as it is.
std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                          (c >= 'A' && c <= 'Z') ||
                          std::string_view("-._~/").find(c) != std::string_view::npos;
    if (is_plain) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

enum class Use { kText, kAddress };

// A text is pieces: as written, or the path that stood in braces. False from
// `piece` ends it.
template <class Piece>
bool for_each_piece(std::string_view text, const Piece& piece) {
  while (!text.empty()) {
    const size_t open = text.find('{');
    if (open != 0) {
      if (!piece(text.substr(0, open), false)) return false;
      if (open == std::string_view::npos) return true;
    }
    const size_t close = text.find('}', open);
    if (close == std::string_view::npos) return false;
    if (!piece(text.substr(open + 1, close - open - 1), true)) return false;
    text.remove_prefix(close + 1);
  }
  return true;
}

bool is_path(std::string_view text) { return text.find('{') == std::string_view::npos; }

std::string filled(std::string_view text, const Json& item, Use use) {
  if (text.empty()) return {};
  if (is_path(text)) return joined(texts_at(item, text));
  std::string out;
  const bool is_whole = for_each_piece(text, [&](std::string_view piece, bool in_braces) {
    if (!in_braces) {
      out += piece;
      return true;
    }
    const std::string value = joined(texts_at(item, piece));
    out += use == Use::kAddress ? percent_encoded(value) : value;
    return !value.empty();
  });
  return is_whole ? out : std::string();
}

// 20260203
std::optional<text::ParsedDate> compact_day(std::string_view text) {
  if (text.size() != 8 ||
      !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  const auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (const char c : text.substr(at, size)) value = 10 * value + (c - '0');
    return value;
  };
  const auto day = Date::from_civil(number(0, 4), number(4, 2), number(6, 2));
  if (!day) return std::nullopt;
  return text::ParsedDate{*day, std::nullopt};
}

std::optional<text::ParsedDate> date_of(std::string_view text) {
  const auto day = compact_day(text);
  return day ? day : feed_date(text);
}

struct Dated {
  std::optional<text::ParsedDate> date;
  std::string text;  // as written
};

// Of several dates the latest: what an entry is news of.
Dated newest(std::string_view description, const Json& item) {
  std::vector<std::string> texts;
  if (is_path(description) && !description.empty())
    texts = texts_at(item, description);
  else
    texts = {filled(description, item, Use::kText)};
  Dated result;
  for (const std::string& text : texts) {
    const auto date = date_of(text);
    if (result.text.empty()) result.text = text;
    if (!date || (result.date && date->instant() <= result.date->instant())) continue;
    result = {date, text};
  }
  return result;
}

Entry entry_of(const Json& item, const JsonListShape& shape, const Url* base) {
  Entry entry;
  entry.title = title_text(filled(shape.title, item, Use::kText));
  entry.link = resolve_link(filled(shape.url, item, Use::kAddress), base);
  entry.id = filled(shape.id, item, Use::kText);
  Dated published = newest(shape.published, item);
  entry.published = published.date;
  entry.date_text = std::move(published.text);
  entry.updated = newest(shape.updated, item).date;
  entry.summary = filled(shape.summary, item, Use::kText);
  return entry;
}

std::string members_of(const Json& document) {
  if (!document.is_object()) return "no object";
  std::string names;
  size_t shown = 0;
  for (const auto& [name, value] : document.items()) {
    if (++shown > kMaxMembersShown) return names + ", ...";
    names += (names.empty() ? "the members " : ", ") + name.substr(0, 40);
  }
  return names.empty() ? "no members" : names;
}

Error malformed(std::string message) { return {ErrorCode::kMalformed, std::move(message)}; }

Result<Json> parse_document(std::string_view bytes) {
  Result<Json> document = looks_like_xml(bytes) ? xml_tree(bytes) : parse_json(bytes, kMaxMembers);
  if (!document) return malformed(document.error().message);
  return document;
}

bool is_empty_element(const Json& element) {
  if (element.is_array()) return !element.empty() && is_empty_element(element.front());
  if (!element.is_object()) return element.is_string();
  return std::all_of(element.items().begin(), element.items().end(),
                     [](const auto& member) { return member.key().starts_with('@'); });
}

// Of a path that gives nothing: whether what would hold it is there and empty,
// as in {"ids": []} or <ids/>.
bool is_empty_list(const Json& document, std::string_view path, std::string_view bytes) {
  if (path.ends_with(".*")) path.remove_suffix(2);
  if (!looks_like_xml(bytes)) {
    const Json* list = find_at(document, path);
    return list != nullptr && list->is_array() && list->empty();
  }
  const size_t dot = path.rfind('.');
  const Json* holder =
      dot == std::string_view::npos ? nullptr : find_at(document, path.substr(0, dot));
  return holder != nullptr && is_empty_element(*holder);
}

std::string address_for(std::string_view pattern, std::string_view ids) {
  std::string address(pattern);
  const size_t at = address.find(kIds);
  return at == std::string::npos ? std::string() : address.replace(at, kIds.size(), ids);
}

}  // namespace

std::string json_path_problem(std::string_view path) { return path_problem(path); }

std::string json_text_problem(std::string_view text) {
  if (text.size() > kMaxTextLength) return "longer than 1000 characters";
  if (is_path(text)) return path_problem(text);
  std::string problem;
  const bool is_whole = for_each_piece(text, [&problem](std::string_view piece, bool in_braces) {
    if (in_braces) problem = path_problem(piece);
    return problem.empty();
  });
  return is_whole || !problem.empty() ? problem : "a brace that is not closed";
}

std::string ids_url_problem(std::string_view text) {
  if (text.find(kIds) == std::string_view::npos) return "without {ids}";
  return Url::parse(address_for(text, "1")) ? "" : "not an http address";
}

Result<std::vector<Url>> record_addresses(std::string_view bytes, const JsonListShape& shape) {
  const Json document = TRY(parse_document(bytes));
  const std::vector<std::string> ids = texts_at(document, shape.ids, kMaxIds);
  if (ids.empty() && !is_empty_list(document, shape.ids, bytes))
    return malformed("no ids at '" + shape.ids + "'; the answer has " + members_of(document));
  std::vector<Url> addresses;
  for (size_t i = 0; i < ids.size(); i += shape.ids_per_request) {
    std::string list;
    for (size_t k = i; k < std::min(ids.size(), i + shape.ids_per_request); ++k)
      list += (list.empty() ? "" : ",") + percent_encoded(ids[k]);
    const std::optional<Url> url = Url::parse(address_for(shape.ids_url, list));
    if (!url) return malformed("no address from '" + shape.ids_url + "' and " + ids[i]);
    addresses.push_back(*url);
  }
  return addresses;
}

Result<Feed> parse_json_list(std::string_view bytes, const JsonListShape& shape,
                             const Options& options) {
  const Result<Json> document = parse_document(bytes);
  if (!document) return document.error();
  static const Json kNone = Json::array();
  const Json* items = find_at(*document, shape.items);
  if (items == nullptr && is_empty_list(*document, shape.items, bytes)) items = &kNone;
  if (items == nullptr || !items->is_array())
    return malformed("no list at '" + shape.items + "'; the answer has " + members_of(*document));
  Collector collector(options);
  collector.feed.format = Format::kJson;
  collector.feed.encoding = "utf-8";
  for (const Json& item : *items) {
    if (collector.is_full()) break;
    Entry entry = entry_of(item, shape, options.url ? &*options.url : nullptr);
    if (!entry.title.empty()) collector.add(std::move(entry));
  }
  if (collector.count() == 0 && !items->empty() && options.max_entries > 0)
    return malformed("none of the " + std::to_string(items->size()) + " entries at '" +
                     shape.items + "' has a title at '" + shape.title + "'");
  return std::move(collector.feed);
}

}  // namespace vectora::feed
