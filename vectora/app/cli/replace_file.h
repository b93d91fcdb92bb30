// A file of the workspace, replaced.
#pragma once

#include <filesystem>
#include <string>

#include "vectora/base/result.h"

namespace vectora::app {

// Whole or not: written under another name first, which also keeps a second writer out.
Result<void> replace_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace vectora::app
