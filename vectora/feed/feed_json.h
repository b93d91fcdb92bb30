// A feed as one line of JSON: what `vectora inspect feed` prints.
//
//   {"items":[{"title":...,"link":...,"id":...,"published":...,"updated":...,"summary":...,
//     "content":...,"author":...,"categories":[...],"enclosures":[{"url":...,"type":...}]}],
//    "title":...,"link":...,"description":...,"id":...,"updated":...,"author":...,
//    "language":...,"encoding":...}
//
// Dates are RFC 3339 in UTC. What the feed does not give is not there.
#pragma once

#include <string>
#include <string_view>

#include "vectora/feed/feed.h"

namespace vectora::feed {

std::string to_json(const Feed& feed);

// As to_json(*parse_feed(bytes, options)), each entry written as soon as it is
// read: a feed of any number of entries without holding them. No sink is called.
Result<std::string> parse_to_json(std::string_view bytes, Options options);

}  // namespace vectora::feed
