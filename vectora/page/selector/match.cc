// Chains such as "a b > c d" are read from right to left, not by trying one
// ancestor after the other (which is exponential in the length of the chain on
// hostile pages) but by sets: all elements that can stand for compound i, then
// all elements that can stand for compound i-1 to the left of one of those.
//
// All members of such a set are ancestors of the element in question, or
// siblings of those ancestors; their parents therefore lie on one line, and on a
// line the deeper element has the greater id. So "ancestors of any member" is
// the line above the greatest parent, and a step costs at most the depth of the
// tree plus the siblings along the line.
#include "vectora/page/selector/match.h"

#include <algorithm>
#include <string_view>

namespace vectora::page {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool same_letter(char a, char b) { return lower(a) == lower(b); }

bool equal(std::string_view a, std::string_view b, LetterCase letter_case) {
  if (letter_case == LetterCase::kSensitive) return a == b;
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_letter);
}

bool has_part(std::string_view text, std::string_view part, LetterCase letter_case) {
  if (letter_case == LetterCase::kSensitive) return text.find(part) != std::string_view::npos;
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same_letter) != text.end();
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool has_word(std::string_view words, std::string_view word, LetterCase letter_case) {
  size_t begin = 0;
  while (begin < words.size()) {
    while (begin < words.size() && is_space(words[begin])) ++begin;
    size_t end = begin;
    while (end < words.size() && !is_space(words[end])) ++end;
    if (end > begin && equal(words.substr(begin, end - begin), word, letter_case)) return true;
    begin = end;
  }
  return false;
}

bool dash_prefix(std::string_view value, std::string_view prefix, LetterCase letter_case) {
  return equal(value.substr(0, prefix.size()), prefix, letter_case) &&
         (value.size() == prefix.size() || value[prefix.size()] == '-');
}

bool attribute_value(const SimpleSelector& test, std::string_view value) {
  const std::string_view wanted = test.texts.front();
  const LetterCase letter_case = test.letter_case;
  switch (test.test) {
    case AttributeTest::kEquals: return equal(value, wanted, letter_case);
    case AttributeTest::kWord: return has_word(value, wanted, letter_case);
    case AttributeTest::kDashPrefix:
      return value.size() >= wanted.size() && dash_prefix(value, wanted, letter_case);
    case AttributeTest::kPrefix:
      return !wanted.empty() && equal(value.substr(0, wanted.size()), wanted, letter_case);
    case AttributeTest::kSuffix:
      return !wanted.empty() && value.size() >= wanted.size() &&
             equal(value.substr(value.size() - wanted.size()), wanted, letter_case);
    case AttributeTest::kPart: return !wanted.empty() && has_part(value, wanted, letter_case);
    case AttributeTest::kPresent: break;
  }
  return true;
}

bool is_attribute(const Dom& dom, const SimpleSelector& test, NodeId element) {
  if (!dom.has_attribute(element, test.name)) return false;
  return test.test == AttributeTest::kPresent ||
         attribute_value(test, dom.attribute(element, test.name));
}

// Level 3: no element and no text of any length, white space included.
bool is_empty(const Dom& dom, NodeId element) {
  for (NodeId child = dom.first_child(element); child != kNoNode; child = dom.next_sibling(child)) {
    if (dom.is_element(child) || !dom.text(child).empty()) return false;
  }
  return true;
}

bool is_control(const Dom& dom, NodeId element) {
  const std::string_view tag = dom.name(element);
  return tag == "input" || tag == "button" || tag == "select" || tag == "textarea" ||
         tag == "option" || tag == "optgroup" || tag == "fieldset";
}

bool is_lang(const Dom& dom, const SimpleSelector& test, NodeId element) {
  NodeId holder = element;
  while (holder != kNoNode && dom.attribute(holder, "lang").empty()) holder = dom.parent(holder);
  if (holder == kNoNode) return false;
  const std::string_view language = dom.attribute(holder, "lang");
  return std::any_of(test.texts.begin(), test.texts.end(), [&](const std::string& wanted) {
    return language.size() >= wanted.size() && dash_prefix(language, wanted, LetterCase::kIgnored);
  });
}

bool is_nth(const SimpleSelector& test, int index) {
  const int64_t distance = int64_t{index} - test.offset;
  if (test.step == 0) return distance == 0;
  return distance % test.step == 0 && distance / test.step >= 0;
}

void keep_distinct(std::vector<NodeId>& nodes) {
  std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

}  // namespace

bool SelectorMatcher::matches(const SelectorAlternatives& alternatives, NodeId element) {
  return dom_.is_element(element) && any(alternatives, element, scope_) && spend(0);
}

bool SelectorMatcher::any(const SelectorAlternatives& alternatives, NodeId element, NodeId anchor) {
  return std::any_of(alternatives.begin(), alternatives.end(), [&](const ComplexSelector& complex) {
    return chain(complex, element, anchor);
  });
}

bool SelectorMatcher::chain(const ComplexSelector& complex, NodeId element, NodeId anchor) {
  size_t at = complex.compounds.size() - 1;
  if (!compound(complex.compounds[at], element, anchor)) return false;
  std::vector<NodeId> members;
  if (at > 0) members.push_back(element);
  while (at > 0) {
    --at;
    members = step(complex.joins[at], members);
    members.erase(
        std::remove_if(members.begin(), members.end(),
                       [&](NodeId node) { return !compound(complex.compounds[at], node, anchor); }),
        members.end());
    if (members.empty()) return false;
  }
  return true;
}

// The elements that stand in relation `join` to the left of one of `from`.
std::vector<NodeId> SelectorMatcher::step(Combinator join, const std::vector<NodeId>& from) {
  std::vector<NodeId> out;
  if (join == Combinator::kDescendant) {
    NodeId deepest = dom_.root();
    for (const NodeId node : from) deepest = std::max(deepest, dom_.parent(node));
    for (NodeId up = deepest; up != dom_.root(); up = dom_.parent(up)) out.push_back(up);
    return out;
  }
  for (const NodeId node : from) {
    if (join == Combinator::kChild) {
      if (dom_.parent(node) != dom_.root()) out.push_back(dom_.parent(node));
      continue;
    }
    NodeId left = place(node).previous;
    while (left != kNoNode && spend(1)) {
      out.push_back(left);
      left = join == Combinator::kLaterSibling ? place(left).previous : kNoNode;
    }
  }
  keep_distinct(out);
  return out;
}

bool SelectorMatcher::compound(const CompoundSelector& tests, NodeId element, NodeId anchor) {
  if (!spend(1)) return false;
  return std::all_of(tests.begin(), tests.end(),
                     [&](const SimpleSelector& test) { return simple(test, element, anchor); });
}

bool SelectorMatcher::simple(const SimpleSelector& test, NodeId element, NodeId anchor) {
  switch (test.kind) {
    case SimpleKind::kType: return dom_.name(element) == test.name;
    case SimpleKind::kClass:
      return has_word(dom_.attribute(element, "class"), test.name, LetterCase::kSensitive);
    case SimpleKind::kId: return dom_.attribute(element, "id") == test.name;
    case SimpleKind::kAttribute: return is_attribute(dom_, test, element);
    case SimpleKind::kAnchor:
      return element == anchor || (anchor == dom_.root() && dom_.parent(element) == anchor);
    case SimpleKind::kIs: return any(*test.inner, element, anchor);
    case SimpleKind::kNot: return !any(*test.inner, element, anchor);
    case SimpleKind::kHas: return has(test, element);
    case SimpleKind::kContains:
    case SimpleKind::kContainsOwn: return contains(test, element);
    default: return structural(test, element);
  }
}

bool SelectorMatcher::structural(const SimpleSelector& test, NodeId element) {
  switch (test.kind) {
    case SimpleKind::kNthChild: return is_nth(test, place(element).index);
    case SimpleKind::kNthLastChild: return is_nth(test, place(element).index_from_end);
    case SimpleKind::kNthOfType: return is_nth(test, place(element).type_index);
    case SimpleKind::kNthLastOfType: return is_nth(test, place(element).type_index_from_end);
    case SimpleKind::kOnlyChild:
      return place(element).index == 1 && place(element).index_from_end == 1;
    case SimpleKind::kOnlyOfType:
      return place(element).type_index == 1 && place(element).type_index_from_end == 1;
    case SimpleKind::kRoot: return dom_.parent(element) == dom_.root();
    case SimpleKind::kEmpty: return is_empty(dom_, element);
    case SimpleKind::kLang: return is_lang(dom_, test, element);
    case SimpleKind::kLink:
      return (dom_.is(element, "a") || dom_.is(element, "area")) &&
             dom_.has_attribute(element, "href");
    case SimpleKind::kChecked:
      return dom_.has_attribute(element, dom_.is(element, "option") ? "selected" : "checked");
    case SimpleKind::kEnabled:
      return is_control(dom_, element) && !dom_.has_attribute(element, "disabled");
    case SimpleKind::kDisabled:
      return is_control(dom_, element) && dom_.has_attribute(element, "disabled");
    default: return false;
  }
}

bool SelectorMatcher::has(const SimpleSelector& test, NodeId element) {
  for (const ComplexSelector& complex : *test.inner) {
    const Combinator first = complex.joins.front();
    const bool below = first == Combinator::kDescendant || first == Combinator::kChild;
    const NodeId begin = below ? element + 1 : dom_.end_of(element);
    const NodeId end = dom_.end_of(below ? element : dom_.parent(element));
    for (NodeId node = begin; node < end && spend(1); ++node) {
      if (dom_.is_element(node) && chain(complex, node, element)) return true;
    }
  }
  return false;
}

bool SelectorMatcher::contains(const SimpleSelector& test, NodeId element) {
  if (!spend(dom_.end_of(element) - element)) return false;
  std::string text;
  if (test.kind == SimpleKind::kContains) {
    text = dom_.text_content(element);
  } else {
    for (NodeId n = dom_.first_child(element); n != kNoNode; n = dom_.next_sibling(n))
      text += dom_.text(n);
  }
  return std::any_of(test.texts.begin(), test.texts.end(),
                     [&](const std::string& part) { return text.find(part) != std::string::npos; });
}

const SelectorMatcher::Place& SelectorMatcher::place(NodeId element) {
  const auto known = places_.find(element);
  if (known != places_.end()) return known->second;
  place_children(dom_.parent(element));
  return places_[element];
}

void SelectorMatcher::place_children(NodeId parent) {
  std::vector<NodeId> children;
  for (NodeId n = dom_.first_child(parent); n != kNoNode; n = dom_.next_sibling(n)) {
    if (dom_.is_element(n)) children.push_back(n);
  }
  std::unordered_map<std::string_view, int> seen;
  NodeId previous = kNoNode;
  int index = 0;
  for (const NodeId child : children) {
    places_[child] = {.previous = previous,
                      .index = ++index,
                      .index_from_end = static_cast<int>(children.size()) - index + 1,
                      .type_index = ++seen[dom_.name(child)]};
    previous = child;
  }
  for (const NodeId child : children) {
    Place& at = places_[child];
    at.type_index_from_end = seen[dom_.name(child)] - at.type_index + 1;
  }
}

bool SelectorMatcher::spend(int64_t cost) {
  work_ += cost;
  return work_ <= kMaxWork;
}

}  // namespace vectora::page
