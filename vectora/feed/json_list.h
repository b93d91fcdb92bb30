// Lists of any shape, in JSON or XML, as services answer them: a description says
// where the entries are and which of their members mean what.
//
//   JsonListShape shape;
//   shape.items = "studies";
//   shape.title = "protocol.briefTitle";
//   shape.url = "https://registry.example/study/{protocol.id}";
//   shape.published = "status.firstPosted.date";
//   const Result<Feed> feed = parse_json_list(bytes, shape, {.url = url});
//
// Some services answer a search with ids alone, and the entries to a second request:
//
//   shape.ids = "found.ids.*";
//   shape.ids_url = "https://registry.example/records?id={ids}";
//   for (const Url& url : *record_addresses(first_answer, shape)) ...
//
// A path is member names with dots between them, a number is a position in a
// list: "products.0.brand_name". A path that meets a list without a number takes
// its first element: "products.brand_name" is the same. "*" is every element, at
// most 100: texts are then joined by commas (a sentence and the next by a blank),
// and of dates the latest counts. "dates[kind=online]" is the first element of which
// the member is just that. An answer in XML is the tree of xml_tree.h.
// `items` empty: the document itself is the list. A field is either a path, or a text with paths in
// braces: "{sponsor}: {products.0.brand_name}". A text of which a path in braces
// gives nothing is empty as a whole, so that no half address is made; what stands
// in an address is percent-encoded but for "/". Values are texts, numbers or booleans; a path
// that ends at anything else gives nothing.
//
// Services write days as 20260203, which no reader of prose would take for one;
// here it is a day.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/feed/feed.h"

namespace vectora::feed {

struct JsonListShape {
  std::string items;
  std::string title;
  std::string url;
  std::string id;
  std::string published;
  std::string updated;
  std::string summary;
  std::string ids = {};          // where the first answer has ids; empty: it has the entries
  std::string ids_url = {};      // of the entries; {ids} are theirs with commas between them
  size_t ids_per_request = 100;  // in one address

  bool operator==(const JsonListShape&) const = default;
};

// What is wrong with a path or a text with paths; empty: nothing. Names of no
// characters, braces that are not closed, more than 32 steps are wrong.
std::string json_path_problem(std::string_view path);
std::string json_text_problem(std::string_view text);
// Of ids_url: no {ids} in it, or no http address.
std::string ids_url_problem(std::string_view text);

// kMalformed if the bytes are no JSON, or have no list where `items` says. An
// entry without a title is left out. Order, bounds and the sink are those of
// parse_feed; bytes are UTF-8, as RFC 8259 has it.
Result<Feed> parse_json_list(std::string_view bytes, const JsonListShape& shape,
                             const Options& options = {});

constexpr size_t kMaxIds = 1000;  // further ones are not asked for

// Where the records of the ids are that a first answer lists; none where its list
// is empty. kMalformed where it has no such list.
Result<std::vector<Url>> record_addresses(std::string_view bytes, const JsonListShape& shape);

}  // namespace vectora::feed
