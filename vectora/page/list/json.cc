#include "vectora/page/list/json.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>

#include "vectora/base/json.h"
#include "vectora/text/html_text.h"

namespace vectora::page {
namespace {

constexpr size_t kMostEntries = 1000;
constexpr size_t kLongestScript = 8 << 20;

template <class Names>
const Json* first_member(const Json& object, const Names& names) {
  for (const std::string_view name : names) {
    const Json* member = find_member(object, name);
    if (member != nullptr && !member->is_null()) return member;
  }
  return nullptr;
}

// A text, or what wraps one: {"rendered": "..."}, {"@id": "..."}.
std::string text_of(const Json* value) {
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_number_integer()) return std::to_string(value->get<int64_t>());
  for (const std::string_view name : {"rendered", "@id", "url", "href", "value"}) {
    const Json* inner = find_member(*value, name);
    if (inner != nullptr && inner->is_string()) return inner->get<std::string>();
  }
  return {};
}

std::optional<ListingEntry> entry_of(const ListPage& page, std::string title,
                                     std::string_view address, const std::string& date) {
  const std::optional<Url> url = page.base ? page.base->resolve(address) : Url::parse(address);
  title = text::plain_text(title);
  if (!url || address.empty() || title.empty()) return std::nullopt;
  ListingEntry entry;
  entry.title = std::move(title);
  entry.url = url->str();
  if (!date.empty()) entry.published = text::parse_date(date, page.hints);
  if (entry.published) {
    entry.date_source = DateSource::kJsonLd;
    entry.date_text = date;
  }
  return entry;
}

// The JSON in a script: the whole, or what an assignment puts into a variable.
std::optional<Json> json_of_script(std::string_view script) {
  if (script.size() > kLongestScript) return std::nullopt;
  const size_t open = script.find_first_of("{[");
  const size_t close = script.find_last_of("}]");
  if (open == std::string_view::npos || close == std::string_view::npos || close <= open)
    return std::nullopt;
  Result<Json> json = parse_json(script.substr(open, close - open + 1));
  if (!json) return std::nullopt;
  return std::move(*json);
}

std::string script_text(const Dom& dom, NodeId script) {
  std::string out;
  for (NodeId n = script + 1; n < dom.end_of(script); ++n) out += dom.text(n);
  return out;
}

bool is_article_type(const Json* type) {
  constexpr std::array<std::string_view, 8> kTypes = {
      "NewsArticle", "Article",      "BlogPosting",     "Report",
      "TechArticle", "PressRelease", "LiveBlogPosting", "ReportageNewsArticle"};
  if (type == nullptr) return false;
  if (type->is_array())
    return std::any_of(type->begin(), type->end(),
                       [](const Json& t) { return is_article_type(&t); });
  return type->is_string() && std::find(kTypes.begin(), kTypes.end(),
                                        type->get_ref<const std::string&>()) != kTypes.end();
}

class LinkedData {
 public:
  explicit LinkedData(const ListPage& page) : page_(page) {}

  void read(const Json& value, bool in_list) {
    if (entries_.size() >= kMostEntries) return;
    if (value.is_array()) {
      for (const Json& element : value) read(element, in_list);
    } else if (value.is_object()) {
      read_object(value, in_list);
    }
  }

  std::vector<ListingEntry> take() { return std::move(entries_); }

 private:
  void read_object(const Json& object, bool in_list) {
    const Json* type = find_member(object, "@type");
    const std::string name = type != nullptr && type->is_string() ? type->get<std::string>() : "";
    if (name == "BreadcrumbList" || name == "SiteNavigationElement") return;
    const bool article = is_article_type(type);
    const bool list_item = in_list && name == "ListItem" && find_member(object, "item") == nullptr;
    const bool has_item_text = list_item && find_member(object, "name") != nullptr;
    if (article || has_item_text) add(object);
    for (const auto& [key, member] : object.items()) {
      if (article && key != "hasPart" && key != "blogPost") continue;
      read(member, in_list || name == "ItemList");
    }
  }

  void add(const Json& object) {
    constexpr std::array<std::string_view, 3> kTitles = {"headline", "name", "title"};
    constexpr std::array<std::string_view, 3> kAddresses = {"url", "mainEntityOfPage", "@id"};
    constexpr std::array<std::string_view, 2> kDates = {"datePublished", "dateCreated"};
    std::string address = text_of(first_member(object, kAddresses));
    const std::string date = text_of(first_member(object, kDates));
    std::optional<ListingEntry> entry =
        entry_of(page_, text_of(first_member(object, kTitles)), address, date);
    if (entry && seen_.insert(entry->url).second) entries_.push_back(std::move(*entry));
  }

  const ListPage& page_;
  std::vector<ListingEntry> entries_;
  std::unordered_set<std::string> seen_;
};

// Arrays of objects in any JSON.
class Embedded {
 public:
  explicit Embedded(const ListPage& page) : page_(page) {}

  void read(const Json& value) {
    if (value.is_array()) consider(value);
    if (!value.is_structured()) return;
    for (const auto& member : value) read(member);
  }

  std::vector<ListingEntry> take() { return std::move(best_); }

 private:
  void consider(const Json& array) {
    if (array.size() < 2 || array.size() > kMostEntries || !array.front().is_object()) return;
    std::vector<ListingEntry> entries;
    size_t dated = 0;
    for (const Json& object : array) {
      std::optional<ListingEntry> entry = news_of(object);
      if (!entry) continue;
      dated += entry->published ? 1 : 0;
      entries.push_back(std::move(*entry));
    }
    if (entries.size() * 10 < array.size() * 7 || dated * 2 < entries.size()) return;
    if (entries.size() > best_.size()) best_ = std::move(entries);
  }

  std::optional<ListingEntry> news_of(const Json& object) const {
    constexpr std::array<std::string_view, 5> kTitles = {"title", "headline", "heading", "name",
                                                         "Headline"};
    constexpr std::array<std::string_view, 11> kAddresses = {
        "url",       "path",         "link",   "href",
        "permalink", "canonicalUrl", "uri",    "LinkToDetailPage",
        "LinkToUrl", "fullUrl",      "pageUrl"};
    constexpr std::array<std::string_view, 14> kDates = {
        "publishedAt",     "published_at", "datePublished", "publishDate", "publish_date",
        "publicationDate", "published",    "date",          "releaseDate", "PressReleaseDate",
        "postDate",        "pubDate",      "createdAt",     "created_at"};
    if (!object.is_object()) return std::nullopt;
    std::string address = text_of(first_member(object, kAddresses));
    if (address.empty()) address = address_of_slug(text_of(find_member(object, "slug")));
    if (address.empty()) return std::nullopt;
    const std::string title = text_of(first_member(object, kTitles));
    return entry_of(page_, title, address, text_of(first_member(object, kDates)));
  }

  // A slug stands below the page that lists it.
  std::string address_of_slug(const std::string& slug) const {
    if (slug.empty() || !page_.options.url) return {};
    std::string path = page_.options.url->path();
    if (path.back() != '/') path += '/';
    return path + slug;
  }

  const ListPage& page_;
  std::vector<ListingEntry> best_;
};

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

std::vector<ListingEntry> linked_data_entries(const ListPage& page) {
  LinkedData reader(page);
  for (NodeId n = 1; n < page.dom.size(); ++n) {
    if (page.dom.tag(n) != Tag::kScript || !contains(page.dom.attribute(n, "type"), "ld+json"))
      continue;
    if (const std::optional<Json> json = json_of_script(script_text(page.dom, n)))
      reader.read(*json, false);
  }
  return reader.take();
}

std::vector<ListingEntry> embedded_entries(const ListPage& page) {
  Embedded reader(page);
  for (NodeId n = 1; n < page.dom.size(); ++n) {
    if (page.dom.tag(n) != Tag::kScript) continue;
    const std::string_view type = page.dom.attribute(n, "type");
    if (contains(type, "ld+json")) continue;
    const std::string script = script_text(page.dom, n);
    const std::string_view start = std::string_view(script).substr(0, 200);
    const bool state =
        contains(type, "json") || contains(start, "window.__") || contains(start, "window[\"__");
    if (!state) continue;
    if (const std::optional<Json> json = json_of_script(script)) reader.read(*json);
  }
  return reader.take();
}

}  // namespace vectora::page
