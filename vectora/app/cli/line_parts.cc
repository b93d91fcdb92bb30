#include "vectora/app/cli/line_parts.h"

#include <CLI/CLI.hpp>

namespace vectora::app {

CLI::App* add(CLI::App& parent, const std::string& name, const std::string& example,
              const std::string& what) {
  CLI::App* command = parent.add_subcommand(name, what);
  command->description("Example: " + example + "\n\n" + what);
  command->fallthrough();
  return command;
}

void add_consent(CLI::App& command, Consent& consent) {
  command.add_flag("--yes,-y", consent.yes, "Go on without asking, but where the name is asked");
  command.add_option("--confirm", consent.confirm, "Name of the protected environment to change")
      ->type_name("NAME");
}

}  // namespace vectora::app
