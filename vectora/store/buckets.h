// The four buckets of an environment, and the keys in them.
//
// One place knows how keys are spelled; nobody else joins strings to a key. The
// layout is that of docs/operations.md.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "vectora/base/date.h"
#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/store/object_store.h"

namespace vectora::store {

struct Buckets {
  std::unique_ptr<ObjectStore> config;
  std::unique_ptr<ObjectStore> data;
  std::unique_ptr<ObjectStore> newsletters;
  std::unique_ptr<ObjectStore> lambda_code;
};

// "{project}-{role}-{env}": the folder or bucket for a role (config, data,
// newsletters, lambda-code).
std::string bucket_name(std::string_view project, std::string_view role, std::string_view env);

// Folders of that name below `root`.
Buckets open_directory_buckets(const std::string& root, std::string_view project,
                               std::string_view env);
// Overlays of another environment's buckets: nothing is written through.
Buckets open_overlay_buckets(Buckets& base);

namespace keys {

std::string client_config(const ClientId& client);           // clients/{id}.yaml
std::string ingested(const ClientId& client, Date run_day);  // ingested/{id}/Y/M/D/items.json
std::string ingested_prefix(const ClientId& client);
std::string curated(const ClientId& client, Date run_day);
std::string curated_prefix(const ClientId& client);
// The day in an ingested or curated key; nothing for other keys.
std::optional<Date> day_of(std::string_view key);
std::string raw_object(const Digest& digest);                // raw/objects/ab/abcd...
std::string capture(Date day, std::string_view capture_id);  // raw/captures/Y/M/D/{id}.json
std::string capture_prefix();
std::string run_record(const ClientId& client, const RunId& run);  // runs/{id}/{run}.json
std::string run_record_prefix(const ClientId& client);
std::string source_state(const SourceKey& source);  // state/sources/{key}.json
std::string page_memory(const SourceKey& source);   // state/pages/{key}.json
std::string robots_memory();                        // state/robots.json
std::string sent_memory(const ClientId& client);    // state/clients/{id}/sent.json
std::string stories(const ClientId& client);
std::string labels(const ClientId& client);  // labels/{id}.jsonl
std::string newsletter(const ClientId& client, Date target_day, std::string_view file);

}  // namespace keys

}  // namespace vectora::store
