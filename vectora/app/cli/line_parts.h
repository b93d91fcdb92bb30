// What the parts of the command line have in common.
#pragma once

#include <string>

#include "vectora/app/cli/consent.h"

namespace CLI {
class App;
}

namespace vectora::app {

// A command below `parent`; its own help begins with the example.
CLI::App* add(CLI::App& parent, const std::string& name, const std::string& example,
              const std::string& what);

// --yes and --confirm.
void add_consent(CLI::App& command, Consent& consent);

}  // namespace vectora::app
