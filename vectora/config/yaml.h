// YAML 1.2 documents as trees whose every node knows its place.
//
//   const Result<YamlDocument> document = parse_yaml(bytes, "clients/lai_weekly.yaml");
//   const YamlNode& active = document->root["client_profile"]["active"];
//   active.ref().str()        "clients/lai_weekly.yaml:4:11"
//
// Bounded: 16 MB, 64 levels, 1,000,000 nodes. Duplicate keys, several
// documents, tags and anchors are errors with line and column.
#pragma once

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

  Kind kind() const { return kind_; }
  bool exists() const { return kind_ != Kind::kMissing; }
  // A plain (unquoted) scalar may be a number or a bool; a quoted one is text.
  bool is_plain() const { return plain_; }
  const std::string& text() const { return text_; }

  // Members in file order; empty for other kinds.
  const std::vector<std::pair<std::string, YamlNode>>& members() const { return members_; }
  const std::vector<YamlNode>& items() const { return items_; }
  // The member, or a node that does not exist and knows the key's path.
  const YamlNode& operator[](std::string_view key) const;

  // file:line:column and the dotted key path ("watch_domains[0].id").
  const ConfigRef& ref() const { return ref_; }

 private:
  friend class YamlReader;

  Kind kind_ = Kind::kMissing;
  bool plain_ = false;
  std::string text_;
  std::vector<std::pair<std::string, YamlNode>> members_;
  std::vector<YamlNode> items_;
  ConfigRef ref_;
};

struct YamlDocument {
  YamlNode root;
};

// `name` is the file as messages show it. kMalformed with "file:line:column: what".
Result<YamlDocument> parse_yaml(std::string_view bytes, const std::string& name);

}  // namespace vectora::config
