// Files as documents: parsed, checked against the table of keys of their kind.
#pragma once

#include <map>
#include <string>

#include "vectora/config/load/findings.h"
#include "vectora/config/plan.h"
#include "vectora/config/schema/key.h"
#include "vectora/config/yaml.h"

namespace vectora::config {

// Which table a file of the canonical pack is checked against; nullptr: nothing
// reads a file of that name.
const Schema* schema_of(const std::string& path);

// A document, its faults found; a missing node when it is no YAML.
YamlNode read_document(const std::string& path, const std::string& bytes, const Schema& schema,
                       Findings& findings);

// All files below canonical/ that something reads.
std::map<std::string, YamlNode> read_canonical_documents(const Files& files, Findings& findings);

// sha256 over names, sizes and bytes of the files below `prefix`, in order of names.
Digest digest_of(const Files& files, const std::string& prefix);

bool has_prefix(const std::string& text, std::string_view prefix);
bool has_suffix(const std::string& text, std::string_view suffix);

}  // namespace vectora::config
