// Folders below the root of a directory store.
//
// They are opened one segment at a time, relative to the folder before, and never
// through a symbolic link: a key cannot leave the root.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/result.h"
#include "vectora/store/posix_file.h"

namespace vectora::store {

enum class Create { kNo, kYes };

std::string_view folder_of(std::string_view key);  // "" for a key at the root
std::string name_of(std::string_view key);

// The folder at `path` below `root` (empty: the root itself).
Result<FileDescriptor> open_folder(const std::string& root, std::string_view path, Create create);
Result<FileDescriptor> open_child(const FileDescriptor& parent, const std::string& name,
                                  Create create);

enum class EntryKind { kObject, kFolder };

struct Entry {
  std::string name;
  EntryKind kind = EntryKind::kObject;
};

// Regular files and folders, in the byte order of the keys that they make, without
// those of the store itself and what can be no key.
Result<std::vector<Entry>> entries_of(const FileDescriptor& folder);

bool is_regular(const FileDescriptor& folder, const std::string& name);
bool is_folder(const FileDescriptor& folder, const std::string& name);

// Removes the folders of `key` that are empty, innermost first.
void remove_empty_folders(const std::string& root, std::string_view key);

Error not_an_object();

}  // namespace vectora::store
