#include "vectora/store/buckets.h"

#include <algorithm>

namespace vectora::store {
namespace {

constexpr std::string_view kItemsFile = "items.json";

}  // namespace

std::string bucket_name(std::string_view project, std::string_view role, std::string_view env) {
  std::string name(project);
  name += '-';
  name += role;
  name += '-';
  name += env;
  return name;
}

Buckets open_directory_buckets(const std::string& root, std::string_view project,
                               std::string_view env) {
  const auto open = [&](std::string_view role) {
    return open_directory(root + "/" + bucket_name(project, role, env));
  };
  return {open("config"), open("data"), open("newsletters"), open("lambda-code")};
}

Buckets open_overlay_buckets(Buckets& base) {
  return {open_overlay(*base.config), open_overlay(*base.data), open_overlay(*base.newsletters),
          open_overlay(*base.lambda_code)};
}

namespace keys {
namespace {

std::string items_of(const std::string& prefix, Date day) {
  return prefix + day.path() + "/" + std::string(kItemsFile);
}

}  // namespace

std::string client_config(const ClientId& client) { return "clients/" + client.str() + ".yaml"; }

std::string ingested_prefix(const ClientId& client) { return "ingested/" + client.str() + "/"; }

std::string ingested(const ClientId& client, Date run_day) {
  return items_of(ingested_prefix(client), run_day);
}

std::string curated_prefix(const ClientId& client) { return "curated/" + client.str() + "/"; }

std::string curated(const ClientId& client, Date run_day) {
  return items_of(curated_prefix(client), run_day);
}

std::optional<Date> day_of(std::string_view key) {
  if (!key.starts_with("ingested/") && !key.starts_with("curated/")) return std::nullopt;
  key.remove_prefix(key.find('/') + 1);
  const size_t client_end = key.find('/');
  if (client_end == std::string_view::npos || client_end == 0) return std::nullopt;
  key.remove_prefix(client_end + 1);
  const size_t day_end = key.rfind('/');
  if (day_end == std::string_view::npos || key.substr(day_end + 1) != kItemsFile)
    return std::nullopt;
  std::string day(key.substr(0, day_end));
  if (day.find('-') != std::string::npos) return std::nullopt;
  std::replace(day.begin(), day.end(), '/', '-');
  return Date::parse(day);
}

std::string raw_object(const Digest& digest) {
  return "raw/objects/" + digest.hex().substr(0, 2) + "/" + digest.hex();
}

std::string capture_prefix() { return "raw/captures/"; }

std::string capture(Date day, std::string_view capture_id) {
  return capture_prefix() + day.path() + "/" + std::string(capture_id) + ".json";
}

std::string run_record(const ClientId& client, const RunId& run) {
  return "runs/" + client.str() + "/" + run.str() + ".json";
}

std::string run_record_prefix(const ClientId& client) { return "runs/" + client.str() + "/"; }

std::string source_state(const SourceKey& source) {
  return "state/sources/" + source.str() + ".json";
}

std::string page_memory(const SourceKey& source) { return "state/pages/" + source.str() + ".json"; }

std::string robots_memory() { return "state/robots.json"; }

std::string sent_memory(const ClientId& client) {
  return "state/clients/" + client.str() + "/sent.json";
}

std::string stories(const ClientId& client) {
  return "state/clients/" + client.str() + "/stories.json";
}

std::string labels(const ClientId& client) { return "labels/" + client.str() + ".jsonl"; }

std::string newsletter(const ClientId& client, Date target_day, std::string_view file) {
  return client.str() + "/" + target_day.path() + "/" + std::string(file);
}

}  // namespace keys

}  // namespace vectora::store
