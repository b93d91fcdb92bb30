#include "vectora/ops/configuration/difference.h"

#include <algorithm>
#include <map>
#include <set>

#include "vectora/base/utf8.h"
#include "vectora/config/yaml.h"
#include "vectora/ops/configuration/redaction.h"

namespace vectora::ops {
namespace {

using config::YamlNode;

constexpr size_t kMaxShownValues = 100;
constexpr size_t kMaxShownBytes = 160;

std::string join(const std::string& path, const std::string& key) {
  return path.empty() ? key : path + "." + key;
}

// On one line, and not too long a one.
std::string shown(const std::string& text) {
  std::string line;
  for (const char c : text) line += c == '\n' ? "\\n" : std::string(1, c);
  if (line.size() <= kMaxShownBytes) return line;
  return std::string(utf8_prefix(line, kMaxShownBytes)) + "...";
}

bool names_each(const std::string& key, const std::vector<YamlNode>& items) {
  std::set<std::string> names;
  return std::all_of(items.begin(), items.end(), [&](const YamlNode& item) {
    return item[key].is_scalar() && names.insert(item[key].text()).second;
  });
}

// The first member that names each element of both lists; empty: none does.
std::string naming_member(const std::vector<YamlNode>& before, const std::vector<YamlNode>& after) {
  for (const auto& [key, value] : (before.empty() ? after : before).front().members())
    if (names_each(key, before) && names_each(key, after)) return key;
  return {};
}

bool has_mappings(const std::vector<YamlNode>& items) {
  return std::any_of(items.begin(), items.end(),
                     [](const YamlNode& item) { return !item.is_scalar() && !item.is_null(); });
}

using Elements = std::vector<std::pair<std::string, YamlNode>>;

// A list's elements by what tells them apart.
Elements elements_of(const std::vector<YamlNode>& items, const std::string& naming) {
  Elements elements;
  for (size_t i = 0; i < items.size(); ++i)
    elements.emplace_back(naming.empty() ? std::to_string(i) : items[i][naming].text(), items[i]);
  return elements;
}

class Comparison {
 public:
  std::vector<ValueChange> run(const YamlNode& before, const YamlNode& after) {
    compare(before, after, {}, Secret::kNo);
    return std::move(changes_);
  }

 private:
  enum class Secret { kNo, kYes };

  void compare(const YamlNode& before, const YamlNode& after, const std::string& path,
               Secret secret) {
    if (before.is_mapping() && after.is_mapping())
      return compare_members(before.members(), after.members(), path, secret);
    if (before.is_list() && after.is_list())
      return compare_lists(before.items(), after.items(), path, secret);
    const bool both_plain = is_leaf(before) && is_leaf(after);
    if (both_plain && before.text() == after.text() && before.kind() == after.kind()) return;
    if (both_plain) return add(ChangeKind::kChanged, path, before.text(), after.text(), secret);
    tell_all(ChangeKind::kRemoved, before, path, secret);
    tell_all(ChangeKind::kAdded, after, path, secret);
  }

  static bool is_leaf(const YamlNode& node) { return node.is_scalar() || node.is_null(); }

  static Secret beneath(const std::string& key, Secret secret) {
    return secret == Secret::kYes || is_secret_name(key) ? Secret::kYes : Secret::kNo;
  }

  void compare_members(const Elements& before, const Elements& after, const std::string& path,
                       Secret secret) {
    const auto place = [&path](const std::string& key) { return join(path, key); };
    compare_elements(before, after, place, secret);
  }

  template <class Place>
  void compare_elements(const Elements& before, const Elements& after, const Place& place,
                        Secret secret) {
    const std::map<std::string, YamlNode> next(after.begin(), after.end());
    std::set<std::string> known;
    for (const auto& [key, node] : before) {
      known.insert(key);
      const auto found = next.find(key);
      if (found == next.end())
        tell_all(ChangeKind::kRemoved, node, place(key), beneath(key, secret));
      else
        compare(node, found->second, place(key), beneath(key, secret));
    }
    for (const auto& [key, node] : after)
      if (!known.contains(key))
        tell_all(ChangeKind::kAdded, node, place(key), beneath(key, secret));
  }

  void compare_lists(const std::vector<YamlNode>& before, const std::vector<YamlNode>& after,
                     const std::string& path, Secret secret) {
    if (before.empty() && after.empty()) return;
    if (!has_mappings(before) && !has_mappings(after))
      return compare_texts(before, after, path, secret);
    const std::string naming = naming_member(before, after);
    const auto place = [&path](const std::string& name) { return path + "[" + name + "]"; };
    compare_elements(elements_of(before, naming), elements_of(after, naming), place, secret);
  }

  void compare_texts(const std::vector<YamlNode>& before, const std::vector<YamlNode>& after,
                     const std::string& path, Secret secret) {
    std::multiset<std::string> gone;
    std::multiset<std::string> come;
    for (const YamlNode& item : before) gone.insert(item.text());
    for (const YamlNode& item : after) {
      const auto same = gone.find(item.text());
      if (same == gone.end())
        come.insert(item.text());
      else
        gone.erase(same);
    }
    for (const std::string& text : gone) add(ChangeKind::kRemoved, path + "[]", text, {}, secret);
    for (const std::string& text : come) add(ChangeKind::kAdded, path + "[]", {}, text, secret);
    const bool same_texts = gone.empty() && come.empty();
    const auto same = [](const YamlNode& a, const YamlNode& b) { return a.text() == b.text(); };
    if (same_texts && !std::equal(before.begin(), before.end(), after.begin(), after.end(), same))
      add(ChangeKind::kChanged, path, "in one order", "in another", Secret::kNo);
  }

  // Every leaf below a node that one side lacks.
  void tell_all(ChangeKind kind, const YamlNode& node, const std::string& path, Secret secret) {
    const size_t told = changes_.size();
    for (const auto& [key, member] : node.members())
      tell_all(kind, member, join(path, key), beneath(key, secret));
    const bool has_texts = !has_mappings(node.items());
    for (size_t i = 0; i < node.items().size(); ++i)
      tell_all(kind, node.items()[i], path + (has_texts ? "[]" : "[" + std::to_string(i) + "]"),
               secret);
    if (changes_.size() > told) return;
    const std::string text = is_leaf(node) ? node.text() : node.is_list() ? "[]" : "{}";
    if (!node.exists()) return;
    kind == ChangeKind::kAdded ? add(kind, path, {}, text, secret)
                               : add(kind, path, text, {}, secret);
  }

  void add(ChangeKind kind, const std::string& path, const std::string& before,
           const std::string& after, Secret secret) {
    const auto told = [secret](const std::string& text) {
      return secret == Secret::kYes && !text.empty() ? std::string(kHidden) : without_secrets(text);
    };
    changes_.push_back({kind, path, told(before), told(after)});
  }

  std::vector<ValueChange> changes_;
};

bool is_yaml(const std::string& file) { return file.ends_with(".yaml") || file.ends_with(".yml"); }

std::vector<ValueChange> changed_values(const std::string& file, const std::string& before,
                                        const std::string& after) {
  if (!is_yaml(file)) return {};
  const auto old_document = config::parse_yaml(before, file);
  const auto new_document = config::parse_yaml(after, file);
  if (!old_document || !new_document) return {};
  return Comparison().run(old_document->root, new_document->root);
}

char sign(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kAdded: return '+';
    case ChangeKind::kRemoved: return '-';
    case ChangeKind::kChanged: return '~';
  }
  return '?';
}

std::string value_line(const ValueChange& change) {
  std::string line = "    " + std::string(1, sign(change.kind)) + " " + change.path + ": ";
  if (change.kind == ChangeKind::kAdded) return line + shown(change.after) + "\n";
  line += shown(change.before);
  if (change.kind == ChangeKind::kChanged) line += " -> " + shown(change.after);
  return line + "\n";
}

std::string file_text(const FileChange& change) {
  std::string text = std::string(1, sign(change.kind)) + " " + change.file + "\n";
  if (change.kind != ChangeKind::kChanged) return text;
  if (change.values.empty())
    return text + (is_yaml(change.file) ? "    (comments, layout, or no readable YAML)\n" : "");
  const size_t count = std::min(change.values.size(), kMaxShownValues);
  for (size_t i = 0; i < count; ++i) text += value_line(change.values[i]);
  if (count == change.values.size()) return text;
  return text + "    ... and " + std::to_string(change.values.size() - count) + " more\n";
}

}  // namespace

std::string_view to_string(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::kAdded: return "added";
    case ChangeKind::kRemoved: return "removed";
    case ChangeKind::kChanged: return "changed";
  }
  return "";
}

std::vector<FileChange> differences(const config::Files& before, const config::Files& after) {
  std::map<std::string, FileChange> changes;
  for (const auto& [file, bytes] : before) {
    const auto found = after.find(file);
    if (found == after.end())
      changes[file] = {ChangeKind::kRemoved, file, {}};
    else if (found->second != bytes)
      changes[file] = {ChangeKind::kChanged, file, changed_values(file, bytes, found->second)};
  }
  for (const auto& [file, bytes] : after)
    if (!before.contains(file)) changes[file] = {ChangeKind::kAdded, file, {}};
  std::vector<FileChange> ordered;
  for (auto& [file, change] : changes) ordered.push_back(std::move(change));
  return ordered;
}

std::string difference_text(const std::vector<FileChange>& changes) {
  std::string text;
  for (const FileChange& change : changes) text += file_text(change);
  return text;
}

Json difference_json(const std::vector<FileChange>& changes) {
  Json files = Json::array();
  for (const FileChange& change : changes) {
    Json values = Json::array();
    for (const ValueChange& value : change.values)
      values.push_back({{"change", to_string(value.kind)},
                        {"key", value.path},
                        {"before", value.before},
                        {"after", value.after}});
    files.push_back(
        {{"change", to_string(change.kind)}, {"file", change.file}, {"values", std::move(values)}});
  }
  return files;
}

std::string difference_counts(const std::vector<FileChange>& changes) {
  const auto count = [&changes](ChangeKind kind) {
    return std::to_string(std::count_if(changes.begin(), changes.end(),
                                        [kind](const FileChange& c) { return c.kind == kind; }));
  };
  return "+" + count(ChangeKind::kAdded) + " ~" + count(ChangeKind::kChanged) + " -" +
         count(ChangeKind::kRemoved);
}

}  // namespace vectora::ops
