#include "vectora/page/listing_json.h"

#include "vectora/base/json.h"

namespace vectora::page {

std::string listing_json(const Listing& listing, std::string_view id) {
  Json items = Json::array();
  for (const ListingEntry& entry : listing.entries) {
    Json item = {{"title", entry.title}, {"url", entry.url}, {"date", nullptr}};
    if (entry.published) item["date"] = entry.published->day.str();
    items.push_back(std::move(item));
  }
  return to_json_line({{"id", id}, {"items", std::move(items)}, {"next_page", listing.next_page}});
}

}  // namespace vectora::page
