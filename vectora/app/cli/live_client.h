// The client over the network, as a workspace's settings want it.
#pragma once

#include <memory>

#include "vectora/config/plan.h"
#include "vectora/http/http.h"

namespace vectora::app {

struct LiveClient {
  std::unique_ptr<http::Client> inner;  // what `client` asks, where it is not the network itself
  std::unique_ptr<http::Client> client;
};

// Obeys robots.txt unless the settings say not to.
LiveClient open_live_client(const config::HttpSettings& settings);

}  // namespace vectora::app
