#include "vectora/page/selector_proposal.h"

#include <algorithm>
#include <string>
#include <vector>

#include "vectora/page/list/date_order.h"
#include "vectora/page/list/miner.h"
#include "vectora/page/propose/item_selectors.h"
#include "vectora/page/propose/part_selectors.h"
#include "vectora/text/charset.h"

namespace vectora::page {
namespace {

constexpr size_t kFewestEntries = 2;

bool same_entry(const ListingEntry& a, const ListingEntry& b) {
  const bool same_day = a.published.has_value() == b.published.has_value() &&
                        (!a.published || a.published->day == b.published->day);
  return same_day && a.url == b.url && a.title == b.title;
}

class Trial {
 public:
  Trial(std::string_view bytes, const ListingOptions& options, const Listing& wanted)
      : bytes_(bytes), options_(options), wanted_(wanted) {}

  bool passes(const ListingSelectors& selectors) {
    options_.selectors = selectors;
    const Result<Listing> listing = read_listing(bytes_, options_);
    return listing && std::equal(listing->entries.begin(), listing->entries.end(),
                                 wanted_.entries.begin(), wanted_.entries.end(), same_entry);
  }

 private:
  std::string_view bytes_;
  ListingOptions options_;
  const Listing& wanted_;
};

// With fewer parts where a part does harm: an item is read by its structure, too.
std::vector<ListingSelectors> variants(const ListingSelectors& whole) {
  std::vector<ListingSelectors> out = {whole};
  for (std::string ListingSelectors::*part :
       {&ListingSelectors::date, &ListingSelectors::title, &ListingSelectors::url}) {
    if ((whole.*part).empty()) continue;
    out.push_back(whole);
    (out.back().*part).clear();
  }
  // "More articles" in the place of an entry has no date.
  if (!whole.date.empty()) {
    out.push_back(whole);
    out.back().item += ":has(" + whole.date + ")";
  }
  out.emplace_back();
  out.back().container = whole.container;
  out.back().item = whole.item;
  return out;
}

std::vector<ListingSelectors> candidates(const ListPage& page) {
  const std::vector<ListItem> items = mine_list(page);
  const std::vector<NodeId> elements = item_elements(page.dom, items);
  if (elements.empty()) return {};
  const ListingSelectors parts = part_selectors(page, items, elements);
  std::vector<ListingSelectors> out;
  for (ListingSelectors where : item_selectors(page.dom, elements)) {
    where.title = parts.title;
    where.url = parts.url;
    where.date = parts.date;
    out.push_back(std::move(where));
  }
  return out;
}

}  // namespace

std::optional<ListingSelectors> propose_selectors(std::string_view bytes,
                                                  const ListingOptions& options) {
  ListingOptions by_structure = options;
  by_structure.selectors = {};
  const Result<Listing> listing = read_listing(bytes, by_structure);
  if (!listing || listing->entries.size() < kFewestEntries) return std::nullopt;
  const std::string html =
      text::decode_document(bytes, text::DocumentKind::kHtml, options.transport_charset).text;
  const Result<Dom> dom = Dom::parse(html);
  if (!dom) return std::nullopt;
  ListPage page(*dom, by_structure);
  learn_date_order(page);
  Trial trial(bytes, by_structure, *listing);
  for (const ListingSelectors& whole : candidates(page))
    for (const ListingSelectors& selectors : variants(whole))
      if (trial.passes(selectors)) return selectors;
  return std::nullopt;
}

}  // namespace vectora::page
