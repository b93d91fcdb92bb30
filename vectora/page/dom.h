// A page's tree, flat: nodes in document order in one array.
//
//   const Result<Dom> dom = Dom::parse(html);
//   for (NodeId n = dom->root(); n < dom->end_of(dom->root()); ++n) ...   // whole tree
//
// Node `n`'s descendants are the ids n+1 .. end_of(n)-1, so walking a subtree is
// a loop and "is inside" is a comparison. All text is UTF-8 with references
// decoded; views live as long as the Dom. Built by an HTML5 parser (WHATWG
// HTML, 13.2); nesting beyond `kMaxDepth` is flattened before parsing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/page/tag.h"

namespace vectora::page {

using NodeId = uint32_t;
constexpr NodeId kNoNode = 0xFFFFFFFF;

struct Attribute {
  std::string_view name;  // lower case
  std::string_view value;
};

class Dom {
 public:
  static constexpr int kMaxDepth = 4096;

  // `html` is UTF-8. kTooLarge beyond 64 MB; otherwise every input has a tree.
  static Result<Dom> parse(std::string_view html);

  Dom(Dom&&) noexcept;
  Dom& operator=(Dom&&) noexcept;
  ~Dom();

  NodeId root() const { return 0; }  // the document; its child is <html>
  size_t size() const { return nodes_.size(); }
  NodeId end_of(NodeId node) const { return nodes_[node].end; }
  NodeId parent(NodeId node) const { return nodes_[node].parent; }
  NodeId first_child(NodeId node) const;   // kNoNode: none
  NodeId next_sibling(NodeId node) const;  // kNoNode: none
  bool contains(NodeId outer, NodeId inner) const {
    return outer <= inner && inner < end_of(outer);
  }

  bool is_element(NodeId node) const { return !nodes_[node].name.empty(); }
  bool is_text(NodeId node) const { return nodes_[node].is_text; }
  // Lower-case tag name; empty for text and the document.
  std::string_view name(NodeId node) const { return nodes_[node].name; }
  bool is(NodeId node, std::string_view tag) const { return nodes_[node].name == tag; }
  // The same as a number, for inner loops; Tag::kNone for text and the document.
  Tag tag(NodeId node) const { return nodes_[node].tag; }
  // A text node's characters; empty for elements. Comments are not kept.
  std::string_view text(NodeId node) const { return nodes_[node].text; }

  std::string_view attribute(NodeId node, std::string_view name) const;  // empty: absent
  bool has_attribute(NodeId node, std::string_view name) const;
  // Begin and end of a node's attributes, in source order.
  const Attribute* attributes_begin(NodeId node) const;
  const Attribute* attributes_end(NodeId node) const;

  // All text below the node, white space collapsed; blocks and <br> separate
  // words, inline elements do not; what is_unseen() says (<script>, <style>, ...) is skipped.
  std::string text_content(NodeId node) const;
  // The same with blocks on lines of their own.
  std::string block_text(NodeId node) const;

 private:
  struct Node {
    std::string_view name;
    std::string_view text;
    NodeId parent = kNoNode;
    NodeId end = 0;
    uint32_t first_attribute = 0;
    uint32_t attribute_count = 0;
    Tag tag = Tag::kNone;
    bool is_text = false;
  };
  struct Storage;  // owns the characters
  class Builder;

  Dom();

  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::unique_ptr<Storage> storage_;
};

}  // namespace vectora::page
