#include "vectora/ops/survey/doctor.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "vectora/config/release.h"
#include "vectora/ops/configuration/client_version.h"
#include "vectora/ops/configuration/journal.h"
#include "vectora/store/transfer.h"

namespace vectora::ops {
namespace {

constexpr const char* kProbe = "locks/doctor.json";
constexpr size_t kThreads = 8;            // reads at a time
constexpr int64_t kClockTolerance = 120;  // seconds

std::string advice_for(const Error& error) {
  switch (error.code) {
    case ErrorCode::kTimeout:
    case ErrorCode::kUnavailable: return {};  // the message says what to do
    default: return "see that whoever runs this may list, read, write and delete there";
  }
}

// Written, read again, removed.
Result<void> probe(store::ObjectStore& store, const std::string& bytes) {
  TRY(store.put(kProbe, bytes));
  const Result<store::Object> read = store.get(kProbe);
  TRY(store.remove(kProbe));
  if (!read) return read.error();
  if (read->bytes != bytes)
    return Error{ErrorCode::kMalformed, std::string(kProbe) + ": other bytes than were written"};
  return {};
}

Finding examine_bucket(const Environment& environment, const std::string& role,
                       store::ObjectStore& store, const std::string& bytes) {
  const std::string check = environment.bucket(role);
  const auto page = store.list_page({.prefix = {}, .limit = 1});
  if (!page)
    return {Health::kFailed, check, "cannot be read: " + page.error().message,
            advice_for(page.error())};
  if (const Result<void> written = probe(store, bytes); !written)
    return {Health::kFailed, check, "cannot be written: " + written.error().message,
            advice_for(written.error())};
  const auto writers = store.writers();
  if (!writers)
    return {Health::kFailed, check, "conditions cannot be tried: " + writers.error().message,
            advice_for(writers.error())};
  if (*writers == store::Writers::kOne)
    return {Health::kWarning, check,
            "can be read and written, but holds no conditions: it is for one writer at a time",
            "sync, promote and rollback are refused here; use a server with conditional writes"};
  return {Health::kOk, check, "can be read, written, and holds conditions", {}};
}

Finding examine_clock(Environment& environment, const Clock& clock) {
  const auto entries = read_history(*environment.buckets.config, 1);
  if (!entries)
    return {Health::kFailed, "history", entries.error().message,
            "restore or remove the entry that cannot be read"};
  if (entries->empty()) return {Health::kOk, "clock", "nothing recorded yet to compare with", {}};
  const int64_t ahead = entries->front().at - clock.now();
  if (ahead <= kClockTolerance)
    return {Health::kOk, "clock", "not behind what was recorded last", {}};
  return {Health::kFailed, "clock",
          "the last change was recorded " + std::to_string(ahead) + " s in the future, at " +
              entries->front().at.str() + " by " + entries->front().who,
          "set the clock of this machine, or of that one"};
}

bool is_newer(const std::string& program) {
  const auto theirs = Version::parse(program);
  const auto ours = Version::parse(VECTORA_VERSION);
  return theirs && ours && *theirs > *ours;
}

// Copies of the release that others changed, or that are missing.
std::vector<std::string> differing_copies(store::ObjectStore& config, const config::Files& files) {
  const std::vector<std::pair<std::string, std::string>> all(files.begin(), files.end());
  std::vector<char> differs(all.size());
  const auto look = [&](size_t i) -> Result<void> {
    const auto copy = config.get(all[i].first);
    differs[i] = !copy || copy->bytes != all[i].second ? 1 : 0;
    return {};
  };
  // A copy that cannot be read differs: there is no error to pass on.
  static_cast<void>(store::in_parallel(all.size(), kThreads, look));
  std::vector<std::string> differing;
  for (size_t i = 0; i < all.size(); ++i)
    if (differs[i] != 0) differing.push_back(all[i].first);
  return differing;
}

std::vector<Finding> examine_release(Environment& environment) {
  if (environment.workspace)
    return {{Health::kOk, "configuration", "is the workspace; `vectora validate` looks at it", {}}};
  store::ObjectStore& config = *environment.buckets.config;
  const auto stored = config::read_release(config);
  if (!stored)
    return {{Health::kFailed, "release", stored.error().message,
             "restore a snapshot of the configuration, or sync again"}};
  if (!*stored)
    return {{Health::kWarning, "release", "none yet: the flat keys are read, if there are any",
             "`vectora sync --env " + environment.name + "`"}};
  const config::Release& release = (*stored)->release;
  const auto files = config::read_released_files(config, release);
  if (!files)
    return {{Health::kFailed, "release", files.error().message,
             "restore a snapshot of the configuration, or sync again"}};
  std::vector<Finding> findings = {{Health::kOk,
                                    "release",
                                    release.digest().str() + ", " +
                                        std::to_string(release.files.size()) +
                                        " files, all as their digests say",
                                    {}}};
  if (is_newer(release.program))
    findings.push_back({Health::kWarning, "version",
                        "written by vectora " + release.program + ", this is " + VECTORA_VERSION,
                        "update this program"});
  else
    findings.push_back({Health::kOk,
                        "version",
                        "written by vectora " + release.program + ", this is " + VECTORA_VERSION,
                        {}});
  for (const std::string& path : differing_copies(config, *files))
    findings.push_back({Health::kWarning, "copies",
                        path + " is not what the release says; nothing reads it",
                        "`vectora rollback` or the next sync writes it again"});
  return findings;
}

std::vector<Finding> examine_journal(Environment& environment) {
  const auto pending = read_pending(*environment.buckets.data);
  if (!pending)
    return {{Health::kFailed, "journal", pending.error().message,
             "restore a snapshot of the configuration, then remove the journal"}};
  if (!*pending) return {{Health::kOk, "journal", "no change is under way", {}}};
  const HistoryEntry& entry = (*pending)->change.entry;
  return {{Health::kWarning, "journal",
           "a " + entry.action + " of " + entry.at.str() + " by " + entry.who +
               " is under way or was cut short",
           "if it was cut short, the next command finishes or undoes it"}};
}

}  // namespace

std::string_view to_string(Health health) {
  switch (health) {
    case Health::kOk: return "ok";
    case Health::kWarning: return "warning";
    case Health::kFailed: return "failed";
  }
  return "";
}

std::vector<Finding> examine(Environment& environment, const Clock& clock) {
  const std::string bytes = to_json_text({{"probe", clock.now().str()}});
  const std::pair<const char*, store::ObjectStore*> buckets[] = {
      {"config", environment.buckets.config.get()},
      {"data", environment.buckets.data.get()},
      {"newsletters", environment.buckets.newsletters.get()},
      {"lambda-code", environment.buckets.lambda_code.get()}};
  std::vector<Finding> findings(std::size(buckets));
  const auto look = [&](size_t i) -> Result<void> {
    findings[i] = examine_bucket(environment, buckets[i].first, *buckets[i].second, bytes);
    return {};
  };
  // What is wrong with a bucket is a finding: there is no error to pass on.
  static_cast<void>(store::in_parallel(findings.size(), findings.size(), look));
  if (has_failed(findings)) return findings;
  findings.push_back(examine_clock(environment, clock));
  for (Finding& finding : examine_release(environment)) findings.push_back(std::move(finding));
  for (Finding& finding : examine_journal(environment)) findings.push_back(std::move(finding));
  return findings;
}

bool has_failed(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.health == Health::kFailed; });
}

std::string findings_text(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    std::string health(to_string(finding.health));
    health.resize(9, ' ');
    text += health + finding.check + ": " + finding.what;
    text += finding.advice.empty() ? "\n" : "; " + finding.advice + "\n";
  }
  return text;
}

Json findings_json(const std::vector<Finding>& findings) {
  Json json = Json::array();
  for (const Finding& finding : findings)
    json.push_back({{"status", to_string(finding.health)},
                    {"check", finding.check},
                    {"what", finding.what},
                    {"advice", finding.advice}});
  return json;
}

}  // namespace vectora::ops
