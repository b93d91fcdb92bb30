// Plan: a workspace, read, checked and typed; what a run needs and nothing else.
//
//   const LoadedWorkspace loaded = load_workspace(files);     // pure: bytes in, plans out
//   if (has_errors(loaded.problems)) ...                      // every problem at once
//
// A file list without vectora.yaml takes the defaults, for configurations that
// come from a bucket. The files come from a workspace folder or from an environment's config
// bucket; how, is the caller's business (vectora/config/workspace_files.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "vectora/base/digest.h"
#include "vectora/base/id.h"
#include "vectora/config/problem.h"
#include "vectora/feed/json_list.h"
#include "vectora/lexicon/lexicon.h"
#include "vectora/newsletter/layout.h"
#include "vectora/normalize/annotator.h"
#include "vectora/normalize/gate.h"
#include "vectora/normalize/stories/story_words.h"
#include "vectora/page/listing.h"
#include "vectora/score/rules.h"

namespace vectora::config {

// Workspace-relative path -> bytes: "vectora.yaml", "clients/production/x.yaml",
// "canonical/scopes/company_scopes.yaml". In a config bucket clients are
// "clients/{client_id}.yaml".
using Files = std::map<std::string, std::string>;

struct HttpSettings {
  std::string contact;
  int concurrency = 64;
  int per_host = 2;
  int delay_ms = 500;
  int timeout_s = 20;
  int64_t max_bytes = 20000000;
  bool allow_private_addresses = false;
  bool respect_robots = true;
  int retries = 2;
  int max_redirects = 5;
  int reuse_fresh_s = 3600;
};

struct Environment {
  std::string name;   // local, dev, stage, prod
  std::string store;  // "file://DIR" (relative to the workspace) or "s3://"
  bool config_from_workspace = false;
  bool is_protected = false;
  std::string replay;  // capture that a run replays unless told otherwise; empty: live
  std::string region;
  std::string profile;
  std::string endpoint;
  bool path_style = false;
  std::string llm_provider = "none";
  int soak_days = 0;  // that a configuration stays where it comes from before it is promoted here
};

// Which snapshots of an environment `vectora snapshot prune` keeps.
struct Retention {
  int keep_last = 10;   // the newest
  int keep_daily = 14;  // the newest of each of so many days
  int keep_weekly = 8;  // and weeks
  // Never removed; "*" stands for any characters.
  std::vector<std::string> protected_names = {"archive-*"};
};

struct Workspace {
  std::string project = "vectora-inbox";
  std::string default_environment = "local";
  HttpSettings http;
  Retention snapshots;
  std::map<std::string, Environment> environments;  // inheritance resolved
};

enum class SourceMode { kRss, kHtml, kApi, kSitemap, kNone };
enum class Enrichment { kBasic, kSummary, kFullArticle };

struct Source {
  normalize::SourceFacts facts;
  bool enabled = true;
  SourceMode mode = SourceMode::kRss;
  std::string url;  // what is fetched: rss_url, html_url, api_url or sitemap_url, by mode
  std::string homepage_url;
  std::vector<std::string> tags;
  std::string profile;  // ingestion profile by name
  Enrichment enrichment = Enrichment::kBasic;
  size_t max_content_length = 0;  // bytes; 0: the default of the enrichment
  int expected_period_days = 0;   // silence longer than this is reported; 0: unknown
  bool verify_tls = true;
  bool respect_robots = true;
  int timeout_s = 0;  // of a request, if less than the workspace's; 0: the workspace's
  std::optional<feed::JsonListShape> api;  // of mode api; nothing: its answer is a feed
  std::optional<text::Regex> url_pattern;  // of mode sitemap: which addresses are entries
  page::ListingOptions listing;            // selectors and patterns, compiled
  page::ArticleOptions article;
  ConfigRef config;
};

// What all clients share: the market.
struct Canonical {
  lexicon::Lexicon lexicon;
  std::map<SourceKey, Source> sources;
  std::map<std::string, std::vector<SourceKey>> bouquets;
  std::map<std::string, normalize::IngestionProfile> profiles;
  normalize::RulesVocabulary vocabulary;
  Digest digest;                      // of all canonical files
  normalize::StoryWords story_words;  // of the vocabulary's news words
};

// One client, complete.
struct ClientPlan {
  ClientId id;
  std::string name;
  bool active = false;
  std::string version;
  std::string file;                                    // workspace-relative
  std::vector<SourceKey> sources;                      // bouquets and extras resolved, sorted
  std::map<SourceKey, std::string> profile_overrides;  // by bouquet_ingestion_overrides
  int period_days = 7;
  int ttl_days = 0;             // of a test client: days that what it writes lives; 0: for ever
  normalize::GateOptions gate;  // window unset: the run sets it
  score::Rules rules;
  std::map<score::ScoringMode, score::Weight> mode_factors;  // of which rules.mode_factor is one
  newsletter::Layout layout;
  newsletter::Profile profile;
  newsletter::Monitored monitored;
  Digest digest;  // of the canonical digest and the client's file
};

struct LoadedWorkspace {
  Workspace workspace;
  std::optional<Canonical> canonical;      // nothing when it has errors
  std::map<ClientId, ClientPlan> clients;  // the valid ones; templates are not clients
  // Problems by file; those of an invalid client concern it alone.
  std::vector<Problem> problems;
  std::vector<Problem> workspace_problems() const;  // vectora.yaml and canonical/
  std::vector<Problem> client_problems(const ClientId& client) const;
  std::map<ClientId, std::string> client_files;  // also of invalid clients, where an id is known
};

LoadedWorkspace load_workspace(const Files& files);

// vectora.yaml alone, for environments whose configuration lies elsewhere.
struct Settings {
  Workspace workspace;
  std::vector<Problem> problems;
};
Settings load_settings(const Files& files);

// Overrides of a run: flags win over the plan.
struct RunOverrides {
  std::optional<int> period_days;
  std::optional<Date> from_date;
  std::optional<Date> to_date;
  std::optional<normalize::TemporalMode> temporal;
  std::optional<normalize::IngestionMode> ingestion;
  std::optional<score::ScoringMode> scoring;
};

// Sets the window [as_of - period, as_of], both ends included; explicit dates
// replace its ends, the period then counting back from the last one.
void apply(ClientPlan& client, const RunOverrides& overrides, Date as_of);

}  // namespace vectora::config
