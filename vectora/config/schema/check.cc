// The table's rows become a tree of specifications, one node for each place of a
// document; then document and specification are walked side by side.
#include "vectora/config/schema/check.h"

#include <map>
#include <memory>
#include <string>

#include "vectora/config/schema/scalar.h"

namespace vectora::config {

namespace {

// One place of a document. It may have several shapes, so that a scope is a
// list of terms or a mapping of lists, and a term a scalar or a mapping.
struct Spec {
  const Key* key = nullptr;
  std::map<std::string, Spec> members;
  std::unique_ptr<Spec> any_member;  // "*"
  std::unique_ptr<Spec> element;     // "[]"

  bool is_mapping() const { return !members.empty() || any_member != nullptr; }
  bool is_scalar() const {
    return key != nullptr && key->type != Type::kGroup && key->type != Type::kAlias;
  }
};

Spec& below(std::unique_ptr<Spec>& child) {
  if (child == nullptr) child = std::make_unique<Spec>();
  return *child;
}

// Finds or makes the place of a path: "a.*.b[].c".
Spec& place(Spec& root, std::string_view path) {
  Spec* spec = &root;
  while (!path.empty()) {
    if (path[0] == '.') {
      path.remove_prefix(1);
    } else if (path.substr(0, 2) == "[]") {
      path.remove_prefix(2);
      spec = &below(spec->element);
    } else {
      const size_t end = std::min(path.find_first_of(".["), path.size());
      const std::string name(path.substr(0, end));
      path.remove_prefix(end);
      spec = name == "*" ? &below(spec->any_member) : &spec->members[name];
    }
  }
  return *spec;
}

enum class Warn { kNo, kYes };

class Checker {
 public:
  explicit Checker(const Schema& schema) {
    for (const Key& key : schema.keys) place(root_, key.path).key = &key;
  }

  std::vector<Problem> run(const YamlNode& root) {
    if (root.is_null()) {
      report(root.ref(), "the file is empty", "fill it or remove it");
    } else {
      walk(root_, root, Warn::kYes);
    }
    return std::move(problems_);
  }

 private:
  void walk(const Spec& spec, const YamlNode& node, Warn warn);
  void walk_mapping(const Spec& spec, const YamlNode& node, Warn warn);
  void walk_member(const Spec& spec, const std::string& name, const YamlNode& node, Warn warn);
  void unknown_key(const Spec& spec, const std::string& name, const YamlNode& node);
  void wrong_shape(const Spec& spec, const YamlNode& node);
  void check_required(const Spec& spec, const YamlNode& node);
  void report(ConfigRef where, std::string what, std::string hint,
              Severity severity = Severity::kError) {
    problems_.push_back({severity, std::move(where), std::move(what), std::move(hint)});
  }

  Spec root_;
  std::vector<Problem> problems_;
};

void Checker::walk(const Spec& spec, const YamlNode& node, Warn warn) {
  if (node.is_null()) return;  // as if it were not there
  const Key* key = spec.key;
  if (key != nullptr && key->status != Status::kActive && warn == Warn::kYes) {
    const bool inert = key->status == Status::kInert;
    report(node.key_ref(), inert ? "this key has no effect yet" : "this key is deprecated",
           std::string(key->note), Severity::kWarning);
    warn = Warn::kNo;
  }
  if (key != nullptr && key->type == Type::kAny) return;
  if (key != nullptr && key->type == Type::kAlias) {
    walk(place(root_, key->allowed), node, warn);
  } else if (node.is_mapping() && spec.is_mapping()) {
    walk_mapping(spec, node, warn);
  } else if (node.is_list() && spec.element != nullptr) {
    for (const YamlNode& item : node.items()) {
      if (item.is_null()) report(item.ref(), "an empty list entry", "fill it or remove the dash");
      walk(*spec.element, item, warn);
    }
  } else if (node.is_scalar() && spec.is_scalar()) {
    for (Problem& problem : check_scalar(*key, node)) problems_.push_back(std::move(problem));
  } else {
    wrong_shape(spec, node);
  }
}

void Checker::walk_mapping(const Spec& spec, const YamlNode& node, Warn warn) {
  for (const auto& [name, value] : node.members()) walk_member(spec, name, value, warn);
  check_required(spec, node);
}

void Checker::walk_member(const Spec& spec, const std::string& name, const YamlNode& node,
                          Warn warn) {
  const auto known = spec.members.find(name);
  if (known != spec.members.end()) return walk(known->second, node, warn);
  if (spec.any_member != nullptr) return walk(*spec.any_member, node, warn);
  unknown_key(spec, name, node);
}

void Checker::unknown_key(const Spec& spec, const std::string& name, const YamlNode& node) {
  std::vector<std::string> known;
  for (const auto& [member, child] : spec.members) known.push_back(member);
  const std::string meant = nearest(name, known);
  std::string hint = meant.empty() ? "known here:" : "did you mean '" + meant + "'?";
  if (meant.empty()) {
    for (const std::string& member : known) hint += " " + member;
  }
  report(node.key_ref(), "unknown key '" + name + "'", std::move(hint));
}

void Checker::wrong_shape(const Spec& spec, const YamlNode& node) {
  std::string expected;
  const auto add = [&expected](const std::string& shape) {
    expected += (expected.empty() ? "" : " or ") + shape;
  };
  if (spec.is_scalar()) add(expectation(*spec.key));
  if (spec.element != nullptr) add("a list");
  if (spec.is_mapping()) add("a mapping");
  const std::string found = node.is_mapping() ? "a mapping" : node.is_list() ? "a list" : "a value";
  report(node.ref(), "expected " + expected + ", found " + found, "");
}

void Checker::check_required(const Spec& spec, const YamlNode& node) {
  for (const auto& [name, child] : spec.members) {
    if (child.key == nullptr || child.key->fallback != kRequired) continue;
    const YamlNode member = node[name];
    if (!member.exists() || member.is_null()) {
      report(member.ref(), "missing: " + std::string(child.key->effect), "");
    }
  }
}

}  // namespace

std::vector<Problem> check(const Schema& schema, const YamlNode& root) {
  return Checker(schema).run(root);
}

}  // namespace vectora::config
