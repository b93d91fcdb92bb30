#include "vectora/page/listing.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "vectora/page/list/date_order.h"
#include "vectora/page/list/json.h"
#include "vectora/page/list/list_dates.h"
#include "vectora/page/list/miner.h"
#include "vectora/page/list/next.h"
#include "vectora/page/list/selectors.h"
#include "vectora/text/charset.h"
#include "vectora/text/language.h"

namespace vectora::page {
namespace {

ListingEntry entry_of(const ListPage& page, ListItem item) {
  ListingEntry entry;
  entry.title = std::move(item.title);
  entry.url = page.targets[item.target].address;
  entry.description = std::move(item.description);
  if (item.date) {
    entry.published = item.date->date;
    entry.date_source = item.date->source;
    entry.date_text = std::move(item.date->text);
  }
  return entry;
}

void give_dates_of_linked_data(const std::vector<ListingEntry>& data,
                               std::vector<ListingEntry>& entries) {
  std::unordered_map<std::string, const ListingEntry*> by_key;
  for (const ListingEntry& entry : data) {
    const std::optional<Url> url = Url::parse(entry.url);
    if (url && entry.published) by_key.emplace(url->canonical(), &entry);
  }
  for (ListingEntry& entry : entries) {
    if (entry.published && entry.date_source != DateSource::kUrl) continue;
    const std::optional<Url> url = Url::parse(entry.url);
    const auto known = url ? by_key.find(url->canonical()) : by_key.end();
    if (known == by_key.end()) continue;
    entry.published = known->second->published;
    entry.date_source = known->second->date_source;
    entry.date_text = known->second->date_text;
  }
}

// Nothing is published after the page was read.
void drop_future_dates(const ListingOptions& options, std::vector<ListingEntry>& entries) {
  if (!options.now) return;
  for (ListingEntry& entry : entries) {
    if (!entry.published || entry.published->day <= *options.now + 1) continue;
    entry.published.reset();
    entry.date_source = DateSource::kNone;
    entry.date_text.clear();
  }
}

// Each address once; of two entries the one with a date stays.
void keep_distinct(std::vector<ListingEntry>& entries) {
  std::unordered_map<std::string, size_t> seen;
  std::vector<ListingEntry> kept;
  for (ListingEntry& entry : entries) {
    const std::optional<Url> url = Url::parse(entry.url);
    const auto [at, fresh] = seen.try_emplace(url ? url->canonical() : entry.url, kept.size());
    if (fresh) {
      kept.push_back(std::move(entry));
    } else if (!kept[at->second].published && entry.published) {
      std::swap(kept[at->second], entry);
    }
  }
  entries = std::move(kept);
}

std::vector<ListingEntry> discover(const ListPage& page) {
  std::vector<ListItem> items = mine_list(page);
  std::vector<ListingEntry> entries;
  for (ListItem& item : items) entries.push_back(entry_of(page, std::move(item)));
  std::vector<ListingEntry> data = linked_data_entries(page);
  give_dates_of_linked_data(data, entries);
  if (entries.size() >= 2) return entries;
  if (data.size() > entries.size() && data.size() >= 2) return data;
  std::vector<ListingEntry> embedded = embedded_entries(page);
  return embedded.size() > entries.size() ? embedded : entries;
}

Result<std::vector<ListingEntry>> entries_of(const ListPage& page) {
  std::vector<ListItem> items = TRY(select_list(page));
  if (page.options.selectors.empty()) return discover(page);
  give_dates_of_titles(items);
  give_dates_of_addresses(page, items);
  std::vector<ListingEntry> entries;
  for (ListItem& item : items) entries.push_back(entry_of(page, std::move(item)));
  give_dates_of_linked_data(linked_data_entries(page), entries);
  return entries;
}

std::string language_of_titles(const std::vector<ListingEntry>& entries) {
  std::string titles;
  for (const ListingEntry& entry : entries) titles += entry.title + ". ";
  return text::detect_language(titles);
}

}  // namespace

Result<Listing> read_listing(std::string_view bytes, const ListingOptions& options) {
  const std::string html =
      text::decode_document(bytes, text::DocumentKind::kHtml, options.transport_charset).text;
  const Dom dom = TRY(Dom::parse(html));
  ListPage page(dom, options);
  Listing listing;
  learn_date_order(page);
  listing.language = language_of_page(dom);
  listing.entries = TRY(entries_of(page));
  keep_distinct(listing.entries);
  drop_future_dates(options, listing.entries);
  if (listing.entries.size() > options.max_items) listing.entries.resize(options.max_items);
  listing.next_page = next_page_of(page);
  if (listing.language.empty()) listing.language = language_of_titles(listing.entries);
  return listing;
}

}  // namespace vectora::page
