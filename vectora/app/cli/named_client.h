// The one client that a command is about.
#pragma once

#include <string>

#include "vectora/app/cli/workspace_session.h"

namespace vectora::app {

// The named client, or the only active one where none is named. Its problems are
// printed where it is not valid. The plan belongs to the session.
Result<const config::ClientPlan*> named_client(const std::string& name,
                                               const WorkspaceSession& session, Console& console);

}  // namespace vectora::app
