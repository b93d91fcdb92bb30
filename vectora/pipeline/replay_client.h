// An HTTP client that answers from a capture and never touches the network.
#pragma once

#include <memory>

#include "vectora/http/http.h"
#include "vectora/pipeline/capture.h"
#include "vectora/store/object_store.h"

namespace vectora::pipeline {

// What the capture does not hold is refused ("not in the capture"). Both must
// outlive the client.
std::unique_ptr<http::Client> make_replay_client(const Capture& capture, store::ObjectStore& data);

}  // namespace vectora::pipeline
