#include "vectora/app/cli/named_client.h"

#include <vector>

namespace vectora::app {

Result<const config::ClientPlan*> named_client(const std::string& name,
                                               const WorkspaceSession& session, Console& console) {
  const auto& clients = session.loaded.clients;
  if (name.empty()) {
    std::vector<const config::ClientPlan*> active;
    for (const auto& [id, client] : clients)
      if (client.active) active.push_back(&client);
    if (active.size() == 1) return active[0];
    return Error{ErrorCode::kInvalidArgument,
                 "name a client with --client; " + std::to_string(active.size()) + " are active"};
  }
  const ClientId id(name);
  if (const auto client = clients.find(id); client != clients.end()) return &client->second;
  if (!session.loaded.client_files.contains(id)) return no_such_client(id, session.loaded);
  print_problems(session.loaded.client_problems(id), console);
  return Error{ErrorCode::kInvalidArgument, "client '" + name + "' is not valid"};
}

}  // namespace vectora::app
