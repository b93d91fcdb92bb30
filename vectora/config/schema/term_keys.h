// Rows that several tables share.
#pragma once

#include <string>
#include <vector>

#include "vectora/config/schema/key.h"

namespace vectora::config {

// A list of terms at `path`: each a text, or {name, aliases, acronym, regex}.
std::vector<Key> term_keys(const std::string& path, std::string_view effect);

// Terms in place, or `scope_ref`: the name of a scope or a list of names.
std::vector<Key> signal_keys(const std::string& path, std::string_view effect);

std::vector<Key> joined(const std::vector<std::vector<Key>>& parts);

}  // namespace vectora::config
