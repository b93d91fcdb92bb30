// The client over the network, as a workspace's settings want it.
#pragma once

#include <memory>

#include "vectora/config/plan.h"
#include "vectora/http/http.h"
#include "vectora/pipeline/collect/robots_memory.h"

namespace vectora::app {

struct LiveClient {
  std::unique_ptr<http::Client> inner;  // what `client` asks, where it is not the network itself
  std::unique_ptr<http::Client> client;
  std::unique_ptr<pipeline::RobotsMemory> learned;  // what sites were asked for by `client`
};

// Obeys robots.txt unless the settings say not to; `known` are the answers of earlier runs.
LiveClient open_live_client(const config::HttpSettings& settings,
                            pipeline::RobotsMemory known = {});

}  // namespace vectora::app
