// What sites answered when they were asked for their robots.txt, from run to run.
//
// Stored as state/robots.json, shared by all clients:
//   {"version": 1, "sites": [{"origin": "https://a.example", "status", "received",
//    "etag", "last_modified", "body"}]}
// Files of more than 64 KiB, or not in UTF-8, are not kept and asked for each time;
// nor is what is older than 30 days.
#pragma once

#include <map>
#include <string>

#include "vectora/http/robots_client.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

using RobotsMemory = std::map<std::string, http::RobotsAnswer>;  // by origin

Result<RobotsMemory> load_robots_memory(store::ObjectStore& data);

// Adds what was learned to what is stored.
Result<void> save_robots_memory(store::ObjectStore& data, const RobotsMemory& learned, Instant now);

}  // namespace vectora::pipeline
