// JSON lists of any shape, as services answer them: a description says where the
// entries are and which of their members mean what.
//
//   JsonListShape shape;
//   shape.items = "studies";
//   shape.title = "protocol.briefTitle";
//   shape.url = "https://registry.example/study/{protocol.id}";
//   shape.published = "status.firstPosted.date";
//   const Result<Feed> feed = parse_json_list(bytes, shape, {.url = url});
//
// A path is member names with dots between them, a number is a position in a
// list: "products.0.brand_name". A path that meets a list without a number takes
// its first element: "products.brand_name" is the same. "*" is every element, at
// most 100: texts are then joined by commas, and of dates the latest counts.
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

  bool operator==(const JsonListShape&) const = default;
};

// What is wrong with a path or a text with paths; empty: nothing. Names of no
// characters, braces that are not closed, more than 32 steps are wrong.
std::string json_path_problem(std::string_view path);
std::string json_text_problem(std::string_view text);

// kMalformed if the bytes are no JSON, or have no list where `items` says. An
// entry without a title is left out. Order, bounds and the sink are those of
// parse_feed; bytes are UTF-8, as RFC 8259 has it.
Result<Feed> parse_json_list(std::string_view bytes, const JsonListShape& shape,
                             const Options& options = {});

}  // namespace vectora::feed
