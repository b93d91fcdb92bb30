// YAML 1.2 documents as trees whose every node knows its place.
//
//   const Result<YamlDocument> document = parse_yaml(bytes, "clients/lai_weekly.yaml");
//   const YamlNode active = document->root["client_profile"]["active"];
//   active.ref().str()        "clients/lai_weekly.yaml:4:11"
//
// Bounded: 16 MB, 64 levels, 300,000 nodes, keys of 1,024 bytes. Duplicate
// keys, several documents, tags, anchors, aliases and merge keys are errors
// with line and column. A node is a cheap, immutable handle: it may be copied,
// may outlive its document, and is safe between threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vectora/base/config_ref.h"
#include "vectora/base/result.h"

namespace vectora::config {

class YamlNode {
 public:
  enum class Kind { kMissing, kNull, kScalar, kList, kMapping };
  enum class Style { kPlain, kSingleQuoted, kDoubleQuoted, kBlock };

  YamlNode() = default;  // missing, without a path

  Kind kind() const;
  bool exists() const { return kind() != Kind::kMissing; }
  bool is_null() const { return kind() == Kind::kNull; }
  bool is_scalar() const { return kind() == Kind::kScalar; }
  bool is_list() const { return kind() == Kind::kList; }
  bool is_mapping() const { return kind() == Kind::kMapping; }

  // A plain (unquoted) scalar may be a number or a bool; a quoted one is text.
  bool is_plain() const { return style() == Style::kPlain; }
  Style style() const;
  // A plain scalar written over several lines, outside of brackets, which YAML
  // folds into one.
  bool is_folded() const;
  // Empty for other kinds. This and the lists live as long as the document's root.
  const std::string& text() const;

  // Members in file order; empty for other kinds.
  const std::vector<std::pair<std::string, YamlNode>>& members() const;
  const std::vector<YamlNode>& items() const;
  // The member, or a node that does not exist and knows the key's path (and the
  // place of the mapping that lacks it).
  YamlNode operator[](std::string_view key) const;

  // file:line:column of the value and the dotted key path ("watch_domains[0].id").
  ConfigRef ref() const;
  // The same at the member's key; where there is none, as ref().
  ConfigRef key_ref() const;

 private:
  friend class YamlReader;
  struct Data;

  std::shared_ptr<const Data> data_;
};

struct YamlDocument {
  YamlNode root;  // kNull for an empty document
};

// `name` is the file as messages show it. kMalformed or kTooLarge with
// "file:line:column: what".
Result<YamlDocument> parse_yaml(std::string_view bytes, const std::string& name);

}  // namespace vectora::config
