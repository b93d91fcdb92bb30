// Paths of keys as people write them, and the places of documents they mean.
//
//   find_keys("watch_domains[].priority")     the row of the table
//   find_keys("watch_domains[0].priority")    the same
//   find_keys("priority")                     every row that ends so
//   places_of(root, "watch_domains[].priority")   its value in each watch domain
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/config/schema/key.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

// "a.*.b[0].c" as "a", "*", "b", "[0]", "c".
std::vector<std::string> steps_of(std::string_view path);

// A row of the table, with its kind of file.
struct KeyRow {
  const Schema* schema = nullptr;
  const Key* key = nullptr;
};

// Rows that the path means: the same path, where a name stands for "*" and a
// number for "[]"; where there is none, rows that end with it. "client:name"
// asks one kind of file.
std::vector<KeyRow> find_keys(std::string_view path);

// Rows of a group: of those whose path holds this one, with more behind it.
std::vector<KeyRow> keys_below(std::string_view path);

// The path of the table nearest to a misspelt one; empty: none is near.
std::string nearest_key(std::string_view path);

// The nodes of a document at a path of the table, in file order. Where the last
// member is absent, a node that does not exist and knows its path; nothing where
// a list or a mapping of free names before it is absent.
std::vector<YamlNode> places_of(const YamlNode& root, std::string_view path);

// Whether a place ("watch_domains[1].id") is one that the path asks for: a name
// or number in the path must be the place's own.
bool is_asked_for(std::string_view place, std::string_view path);

}  // namespace vectora::config
