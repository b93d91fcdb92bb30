// XML as services answer it, as the tree that the same answer in JSON would be, so
// that one kind of path leads through both.
//
//   <set><record lang="en">A <b>bold</b> word<id>7</id></record></set>
//   {"set": {"record": [{"@lang": "en", "b": ["bold"], "id": ["7"], "#text": "A bold word7"}]}}
//
// An element is its text, or an object of its attributes ("@name"), its children,
// a list for each name, and, where it has words of its own, all its text in document
// order ("#text"). Blank text between elements is left out. No entity is expanded but the
// predefined ones, nothing is fetched: declarations are passed over.
#pragma once

#include <string_view>

#include "vectora/base/json.h"
#include "vectora/base/result.h"

namespace vectora::feed {

constexpr size_t kMaxXmlElements = 500000;
constexpr int kMaxXmlDepth = 100;
constexpr size_t kMaxXmlNames = 1000;  // of attributes and children of one element

// Whether the bytes begin as XML does.
bool looks_like_xml(std::string_view bytes);

// kMalformed if they are not well-formed or beyond the bounds; "#text" of elements
// inside one another is at most four times the input in all.
Result<Json> xml_tree(std::string_view bytes);

}  // namespace vectora::feed
