#include "vectora/feed/xml_tree.h"

#include <algorithm>
#include <pugixml.hpp>

#include "vectora/base/utf8.h"

namespace vectora::feed {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

Error malformed(std::string message) { return {ErrorCode::kMalformed, std::move(message)}; }

bool is_blank(std::string_view text) { return text.find_first_not_of(kBlanks) == text.npos; }

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

constexpr size_t kTextShare = 4;

// One walk over the document; the first element too many ends it.
class TreeBuilder {
 public:
  explicit TreeBuilder(size_t input_bytes) : text_left_(kTextShare * input_bytes) {}

  Result<Json> build(const pugi::xml_node& root) {
    Json tree = Json::object();
    tree[root.name()] = element(root, 1);
    if (problem_) return malformed(problem_);
    return tree;
  }

 private:
  Json element(const pugi::xml_node& node, int depth) {
    if (++elements_ > kMaxXmlElements) problem_ = "XML of more than 500,000 elements";
    if (depth > kMaxXmlDepth) problem_ = "XML of more than 100 levels";
    if (problem_ != nullptr) return {};
    Json members = Json::object();
    for (const pugi::xml_attribute& attribute : node.attributes())
      members["@" + to_valid_utf8(attribute.name())] = to_valid_utf8(attribute.value());
    bool has_words = false;
    for (const pugi::xml_node& child : node.children()) {
      has_words = has_words || (is_text(child) && !is_blank(child.value()));
      if (child.type() == pugi::node_element) add(members, child, depth);
    }
    if (members.empty()) return text_of(node);
    if (has_words) members["#text"] = text_of(node);
    return members;
  }

  void add(Json& members, const pugi::xml_node& child, int depth) {
    if (members.size() > kMaxXmlNames) problem_ = "an XML element of more than 1,000 names";
    Json value = element(child, depth + 1);
    members[to_valid_utf8(child.name())].push_back(std::move(value));
  }

  // Of all below an element, in document order.
  std::string text_of(const pugi::xml_node& node) {
    struct Walker : pugi::xml_tree_walker {
      std::string text;
      bool for_each(pugi::xml_node& below) override {
        if (is_text(below)) text += below.value();
        return true;
      }
    } walker;
    pugi::xml_node start = node;
    start.traverse(walker);
    if (walker.text.size() > text_left_) problem_ = "XML of texts inside texts";
    text_left_ -= std::min(walker.text.size(), text_left_);
    return to_valid_utf8(std::move(walker.text));
  }

  size_t text_left_;
  size_t elements_ = 0;
  const char* problem_ = nullptr;
};

}  // namespace

bool looks_like_xml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const size_t first = bytes.find_first_not_of(kBlanks);
  return first != bytes.npos && bytes[first] == '<';
}

Result<Json> xml_tree(std::string_view bytes) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!parsed)
    return malformed(std::string("XML that is not well-formed: ") + parsed.description() +
                     " at byte " + std::to_string(parsed.offset));
  const pugi::xml_node root = document.document_element();
  if (!root) return malformed("XML without an element");
  return TreeBuilder(bytes.size()).build(root);
}

}  // namespace vectora::feed
