#include "vectora/config/schema/key.h"
#include "vectora/config/schema/term_keys.h"

namespace vectora::config {
namespace {

using enum Type;
using enum Acts;

std::vector<Key> general_keys() {
  return {
      {"project", kText, "!", "vectora-inbox", kOperations,
       "First part of every bucket's and function's name."},
      {"default_environment", kText, "!", "local", kOperations,
       "The environment of a command that names none."},
      {"http.contact", kText, "", "", kRun,
       "Address that a publisher may write to; sent in the User-Agent."},
      {"http.concurrency", kInt, "1..2000", "64", kRun, "Requests under way at one time."},
      {"http.per_host", kInt, "1..16", "2", kRun, "Requests under way at one time to a host."},
      {"http.delay_ms", kInt, "0..60000", "500", kRun,
       "Milliseconds between two requests to one host."},
      {"http.timeout_s", kInt, "1..300", "20", kRun, "Seconds after which a request fails."},
      {"http.max_bytes", kInt, "1000..64000000", "20000000", kRun,
       "Bytes beyond which a response is refused."},
      {"http.allow_private_addresses", kBool, "", "false", kRun,
       "Whether sources may stand on private or loopback addresses."},
      {"http.respect_robots", kBool, "", "true", kRun, "Whether robots.txt is obeyed."},
      {"http.retries", kInt, "0..10", "2", kRun,
       "How often a request that failed for the moment is sent again."},
      {"http.max_redirects", kInt, "0..20", "5", kRun, "Redirects that are followed."},
      {"http.reuse_fresh_s", kInt, "0..86400", "3600", kRun,
       "Seconds at most for which a source's answer is used again without asking, where its "
       "server calls it fresh (Cache-Control, Expires). 0: always ask."},
  };
}

std::vector<Key> snapshot_keys() {
  return {
      {"snapshots.keep_last", kInt, "1..10000", "10", kOperations,
       "How many of the newest snapshots `vectora snapshot prune` keeps."},
      {"snapshots.keep_daily", kInt, "0..3650", "14", kOperations,
       "Of how many days with a snapshot the newest one is kept."},
      {"snapshots.keep_weekly", kInt, "0..520", "8", kOperations,
       "Of how many weeks with a snapshot the newest one is kept."},
      {"snapshots.protected[]", kText, "!", "archive-*", kOperations,
       "Names of snapshots that are never pruned; `*` stands for any characters."},
  };
}

std::vector<Key> environment_keys() {
  return {
      {"environments", kGroup, "", kRequired, kOperations,
       "Each environment by its name: local, dev, stage, prod."},
      {"environments.*.store", kText, "!", "", kOperations,
       "Where objects are kept: `file://DIR`, relative to the workspace, or `s3://`."},
      {"environments.*.config", kEnum, "workspace|bucket", "bucket", kOperations,
       "Whether the configuration is this folder or the environment's config bucket."},
      {"environments.*.inherits_from", kText, "!", "", kOperations,
       "Another environment, whose values hold where this one says nothing."},
      {"environments.*.protected", kBool, "", "false", kOperations,
       "Whether destructive commands ask for the environment's name."},
      {"environments.*.replay", kText, "", "", kRun,
       "A folder of captures that a run reads instead of the network, unless `--live`."},
      {"environments.*.region", kText, "", "", kOperations, "Region of the buckets."},
      {"environments.*.profile", kText, "", "", kOperations,
       "Named profile that credentials are taken from."},
      {"environments.*.endpoint", kText, "", "", kOperations,
       "Address of an object store other than the region's own."},
      {"environments.*.path_style", kBool, "", "false", kOperations,
       "Whether a bucket's name stands in the path instead of the host."},
      {"environments.*.llm.provider", kEnum, "none|bedrock|openai|anthropic", "llm.provider",
       kModel, "Which language model helps there; only `none` works in this version."},
      {"environments.*.soak_days", kInt, "0..365", "14 for prod, else 0", kOperations,
       "Days that a configuration must have been in stage before it is promoted here."},
      {"llm.provider", kEnum, "none|bedrock|openai|anthropic", "none", kModel,
       "Which language model helps; this version warns of all but `none`."},
  };
}

}  // namespace

const Schema& workspace_schema() {
  static const Schema schema{
      "workspace", "Workspace", "vectora.yaml",
      "What all clients of this workspace share, and where each environment keeps its objects.",
      joined({general_keys(), snapshot_keys(), environment_keys()})};
  return schema;
}

}  // namespace vectora::config
