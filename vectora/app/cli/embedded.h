// Files that are part of the program: the market pack, the client templates and
// the example capture that `vectora init` writes.
#pragma once

#include <string_view>
#include <vector>

namespace vectora::app {

struct EmbeddedFile {
  std::string_view path;  // in the workspace: "canonical/scopes/company_scopes.yaml"
  std::string_view bytes;
};

// Sorted by path. The views live as long as the program.
const std::vector<EmbeddedFile>& embedded_files();

}  // namespace vectora::app
