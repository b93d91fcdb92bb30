// What two configurations differ in: files, and in YAML the values behind keys.
//
//   const std::vector<FileChange> changes = differences(before, after);
//   console.print(difference_text(changes));
//
//   ~ clients/lai_weekly.yaml
//       ~ newsletter_selection.max_items_total: 12 -> 10
//       + watch_domains[tech].add_companies[]: Nanexa
//   - clients/old.yaml
//
// The elements of a list of mappings are told apart by the first of their members
// that names each of them (an id), else by their number; those of other lists by
// their text. Secrets are never shown: what stands behind a secret's name, or in
// an address, is "***" on both sides (see redaction.h).
#pragma once

#include <string>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/config/plan.h"

namespace vectora::ops {

enum class ChangeKind { kAdded, kRemoved, kChanged };
std::string_view to_string(ChangeKind kind);  // added, removed, changed

struct ValueChange {
  ChangeKind kind = ChangeKind::kChanged;
  std::string path;    // "watch_domains[tech].priority"; "[]" of a list's text
  std::string before;  // without secrets
  std::string after;

  bool operator==(const ValueChange&) const = default;
};

struct FileChange {
  ChangeKind kind = ChangeKind::kChanged;
  std::string file;
  // Of a changed YAML file; empty where only comments or the layout changed, or
  // where a side is no YAML.
  std::vector<ValueChange> values;
};

// In order of file names.
std::vector<FileChange> differences(const config::Files& before, const config::Files& after);

// Empty where nothing differs; long files are cut, and say so.
std::string difference_text(const std::vector<FileChange>& changes);
Json difference_json(const std::vector<FileChange>& changes);

// "+1 ~2 -0"
std::string difference_counts(const std::vector<FileChange>& changes);

}  // namespace vectora::ops
