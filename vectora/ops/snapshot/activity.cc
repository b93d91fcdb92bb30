#include "vectora/ops/snapshot/activity.h"

#include <atomic>

#include "vectora/base/digest.h"
#include "vectora/base/json.h"

namespace vectora::ops::snapshot {
namespace {

constexpr const char* kKey = "snapshots/activity.json";
constexpr int kVersion = 1;
constexpr int64_t kSeconds = 300;  // that an entry counts after it was renewed
constexpr int64_t kRenewAfter = 60;

bool excludes(std::string_view one, std::string_view other) {
  if (one == "prune" || other == "prune") return true;
  const auto changes_or_keeps = [](std::string_view work) { return work != "read"; };
  return (one == "restore" && changes_or_keeps(other)) ||
         (other == "restore" && changes_or_keeps(one));
}

bool counts(const Json& entry, const Operator& who) {
  const auto until = Instant::parse(string_member(entry, "until"));
  return until && *until > who.clock.now() && !who.has_ended(string_member(entry, "process"));
}

Error busy(const Json& entry) {
  return {ErrorCode::kConflict, "a snapshot " + string_member(entry, "work") + " is under way by " +
                                    string_member(entry, "owner") + " since " +
                                    string_member(entry, "since") +
                                    ": try again when it has ended, or after " +
                                    string_member(entry, "until") + " if it no longer runs"};
}

// The entries that count; a list that cannot be read is an error, never an empty list.
Result<Json> entries_of(const std::optional<std::string>& bytes, const Operator& who) {
  Json left = Json::array();
  if (!bytes) return left;
  const Json json = TRY(parse_json(*bytes));
  const Json* entries = find_member(json, "entries");
  if (number_member(json, "version") != kVersion || entries == nullptr || !entries->is_array())
    return Error{ErrorCode::kMalformed, "no list of works of version 1"};
  for (const Json& entry : *entries)
    if (counts(entry, who)) left.push_back(entry);
  return left;
}

std::string text_of(const Json& entries) {
  return to_json_text({{"version", kVersion}, {"entries", entries}});
}

std::string new_id(const Operator& who) {
  static std::atomic<uint64_t> count = 0;
  return sha256(who.process + "/" + who.clock.now().str() + "/" + std::to_string(++count))
      .hex()
      .substr(0, 16);
}

}  // namespace

std::string_view to_string(Work work) {
  switch (work) {
    case Work::kCreate: return "create";
    case Work::kRead: return "read";
    case Work::kRestore: return "restore";
    case Work::kPrune: return "prune";
  }
  return "unknown";
}

Activity::Activity(store::ObjectStore& config, const Operator& who, std::string id)
    : config_(&config), who_(&who), id_(std::move(id)), renew_at_(who.clock.now() + kRenewAfter) {}

Activity::Activity(Activity&& other) noexcept
    : config_(other.config_),
      who_(other.who_),
      id_(std::exchange(other.id_, {})),
      renew_at_(other.renew_at_) {}

Activity::~Activity() { static_cast<void>(end()); }

Result<Activity> Activity::begin(store::ObjectStore& config, const Operator& who, Work work) {
  const Instant now = who.clock.now();
  const std::string id = new_id(who);
  const auto enter = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    Json entries = TRY(entries_of(bytes, who));
    for (const Json& entry : entries)
      if (excludes(string_member(entry, "work"), to_string(work))) return busy(entry);
    entries.push_back({{"id", id},
                       {"work", std::string(to_string(work))},
                       {"owner", who.who},
                       {"process", who.process},
                       {"since", now.str()},
                       {"until", (now + kSeconds).str()}});
    return text_of(entries);
  };
  TRY(update(config, kKey, enter));
  return Activity(config, who, id);
}

Result<void> Activity::renew() {
  const Instant now = who_->clock.now();
  if (now < renew_at_) return {};
  const auto prolong = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    Json entries = TRY(entries_of(bytes, *who_));
    for (Json& entry : entries) {
      if (string_member(entry, "id") != id_) continue;
      entry["until"] = (now + kSeconds).str();
      return text_of(entries);
    }
    return Error{ErrorCode::kConflict,
                 "this took too long between two steps and may no longer go on; begin again"};
  };
  TRY(update(*config_, kKey, prolong));
  renew_at_ = now + kRenewAfter;
  return {};
}

Result<void> Activity::end() {
  if (id_.empty()) return {};
  const std::string id = std::exchange(id_, {});
  const auto leave = [&](const std::optional<std::string>& bytes) -> Result<std::string> {
    Json left = Json::array();
    for (const Json& entry : TRY(entries_of(bytes, *who_)))
      if (string_member(entry, "id") != id) left.push_back(entry);
    return text_of(left);
  };
  return update(*config_, kKey, leave);
}

}  // namespace vectora::ops::snapshot
