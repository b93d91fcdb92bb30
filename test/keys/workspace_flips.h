// The keys of the workspace file, which act on the network and on commands, not
// on a run's own steps.
#pragma once

#include <string>
#include <vector>

#include "test/keys/world.h"

namespace vectora::keys {

// A key of `http`, seen by a server on loopback that is asked for some pages.
struct NetworkFlip {
  std::string key;
  std::string flip;  // a change of the document "workspace"
  std::vector<std::string> pages;
};
std::vector<NetworkFlip> network_flips();

// What the server received and the client got, with the world's settings.
std::string fetch_pages(const World& world, const std::vector<std::string>& pages);

// A key that `vectora run` heeds before any step.
struct CommandFlip {
  std::string key;
  std::vector<std::string> given;
  std::vector<std::string> flip;
};
std::vector<CommandFlip> command_flips();

// How the command ended in a folder with the world's files, and what it wrote.
std::string run_command(const World& world);

}  // namespace vectora::keys
