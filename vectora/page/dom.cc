// The adapter of MyHTML, and the only file that sees it. The tree it builds is
// walked once into the flat arrays; names and texts are views into its memory,
// which lives in Storage as long as the Dom.
#include "vectora/page/dom.h"

#include <myhtml/myhtml.h>

#include <array>

#include "vectora/page/nesting.h"
#include "vectora/page/text_builder.h"

namespace vectora::page {
namespace {

constexpr size_t kMaxBytes = size_t{64} << 20;

// From MyHTML's numbers of known elements to ours.
Tag tag_of_id(myhtml_tree_t* tree, myhtml_tag_id_t id) {
  size_t length = 0;
  const char* name = myhtml_tag_name_by_id(tree, id, &length);
  return name == nullptr ? Tag::kOther : tag_of({name, length});
}

// The standard drops NUL from text; MyHTML, which does it while it copies, then
// repeats a byte and loses the last one, which may be half a character.
std::string without_nul(std::string_view html) {
  std::string out(html);
  std::erase(out, '\0');
  return out;
}

}  // namespace

struct Dom::Storage {
  Storage() : engine(myhtml_create()) {
    myhtml_init(engine, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
    tree = myhtml_tree_create();
    myhtml_tree_init(tree, engine);
    myhtml_tree_parse_flags_set(tree, MyHTML_TREE_PARSE_FLAGS_WITHOUT_DOCTYPE_IN_TREE);
  }
  ~Storage() {
    myhtml_tree_destroy(tree);
    myhtml_destroy(engine);
  }
  Storage(const Storage&) = delete;
  Storage& operator=(const Storage&) = delete;

  myhtml_t* engine;
  myhtml_tree_t* tree;
};

// Walks the tree in document order, without recursion.
class Dom::Builder {
 public:
  Builder(Dom& dom, myhtml_tree_t* tree) : dom_(dom), tree_(tree) { known_.fill(Tag::kNone); }

  void run() {
    dom_.nodes_.push_back({});
    myhtml_tree_node_t* node = myhtml_node_child(myhtml_tree_get_document(tree_));
    NodeId parent = 0;
    while (node != nullptr) {
      const NodeId id = add(node, parent);
      if (id != kNoNode && myhtml_node_child(node) != nullptr) {
        parent = id;
        node = myhtml_node_child(node);
        continue;
      }
      node = leave(node, parent);
    }
    dom_.nodes_[0].end = static_cast<NodeId>(dom_.nodes_.size());
  }

 private:
  // The next node after `node`'s subtree; closes the parents that end there.
  myhtml_tree_node_t* leave(myhtml_tree_node_t* node, NodeId& parent) {
    while (myhtml_node_next(node) == nullptr) {
      if (parent == 0) return nullptr;
      dom_.nodes_[parent].end = static_cast<NodeId>(dom_.nodes_.size());
      parent = dom_.nodes_[parent].parent;
      node = myhtml_node_parent(node);
    }
    return myhtml_node_next(node);
  }

  NodeId add(myhtml_tree_node_t* source, NodeId parent) {
    const myhtml_tag_id_t tag_id = myhtml_node_tag_id(source);
    if (tag_id == MyHTML_TAG__COMMENT || tag_id == MyHTML_TAG__DOCTYPE ||
        tag_id == MyHTML_TAG__UNDEF) {
      return kNoNode;
    }
    const auto id = static_cast<NodeId>(dom_.nodes_.size());
    Node node;
    node.parent = parent;
    node.end = id + 1;
    if (tag_id == MyHTML_TAG__TEXT) {
      size_t length = 0;
      const char* text = myhtml_node_text(source, &length);
      if (text != nullptr) node.text = {text, length};
      node.is_text = true;
    } else {
      fill_element(node, source, tag_id);
    }
    dom_.nodes_.push_back(node);
    return id;
  }

  void fill_element(Node& node, myhtml_tree_node_t* source, myhtml_tag_id_t tag_id) {
    size_t length = 0;
    const char* name = myhtml_tag_name_by_id(tree_, tag_id, &length);
    node.name = name == nullptr ? std::string_view("unknown") : std::string_view(name, length);
    node.tag = known_tag(tag_id);
    node.first_attribute = static_cast<uint32_t>(dom_.attributes_.size());
    for (auto* attribute = myhtml_node_attribute_first(source); attribute != nullptr;
         attribute = myhtml_attribute_next(attribute)) {
      add_attribute(attribute);
    }
    node.attribute_count = static_cast<uint32_t>(dom_.attributes_.size()) - node.first_attribute;
  }

  void add_attribute(myhtml_tree_attr_t* source) {
    size_t name_size = 0;
    size_t value_size = 0;
    const char* name = myhtml_attribute_key(source, &name_size);
    const char* value = myhtml_attribute_value(source, &value_size);
    if (name == nullptr) return;
    dom_.attributes_.push_back(
        {{name, name_size},
         value == nullptr ? std::string_view() : std::string_view(value, value_size)});
  }

  Tag known_tag(myhtml_tag_id_t id) {
    if (id >= known_.size()) return Tag::kOther;
    if (known_[id] == Tag::kNone) known_[id] = tag_of_id(tree_, id);
    return known_[id];
  }

  Dom& dom_;
  myhtml_tree_t* tree_;
  std::array<Tag, MyHTML_TAG_LAST_ENTRY> known_;
};

Dom::Dom() : storage_(std::make_unique<Storage>()) {}
Dom::Dom(Dom&&) noexcept = default;
Dom& Dom::operator=(Dom&&) noexcept = default;
Dom::~Dom() = default;

Result<Dom> Dom::parse(std::string_view html) {
  if (html.size() > kMaxBytes) return Error{ErrorCode::kTooLarge, "a page of more than 64 MB"};
  if (html.find('\0') != std::string_view::npos) return parse(without_nul(html));
  Dom dom;
  const std::optional<std::string> bounded = bound_nesting(html, {.depth = kMaxDepth});
  const std::string_view source = bounded ? std::string_view(*bounded) : html;
  myhtml_parse(dom.storage_->tree, MyENCODING_UTF_8, source.data(), source.size());
  dom.nodes_.reserve(source.size() / 24 + 16);
  dom.attributes_.reserve(source.size() / 48 + 16);
  Builder(dom, dom.storage_->tree).run();
  return dom;
}

NodeId Dom::first_child(NodeId node) const { return node + 1 < end_of(node) ? node + 1 : kNoNode; }

NodeId Dom::next_sibling(NodeId node) const {
  if (node == root()) return kNoNode;
  const NodeId next = end_of(node);
  return next < end_of(parent(node)) ? next : kNoNode;
}

std::string_view Dom::attribute(NodeId node, std::string_view name) const {
  for (const Attribute* a = attributes_begin(node); a != attributes_end(node); ++a) {
    if (a->name == name) return a->value;
  }
  return {};
}

bool Dom::has_attribute(NodeId node, std::string_view name) const {
  for (const Attribute* a = attributes_begin(node); a != attributes_end(node); ++a) {
    if (a->name == name) return true;
  }
  return false;
}

const Attribute* Dom::attributes_begin(NodeId node) const {
  return attributes_.data() + nodes_[node].first_attribute;
}

const Attribute* Dom::attributes_end(NodeId node) const {
  return attributes_begin(node) + nodes_[node].attribute_count;
}

std::string Dom::text_content(NodeId node) const {
  TextBuilder builder(Separator::kSpace);
  builder.add_subtree(*this, node);
  return builder.take();
}

std::string Dom::block_text(NodeId node) const {
  TextBuilder builder(Separator::kLine);
  builder.add_subtree(*this, node);
  return builder.take();
}

}  // namespace vectora::page
