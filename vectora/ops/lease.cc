#include "vectora/ops/lease.h"

#include <optional>

#include "vectora/base/json.h"

namespace vectora::ops {
namespace {

constexpr int kVersion = 1;
constexpr int kMaxTries = 20;
// How long the record of a lease that is being released keeps others from taking it
// over: its removal follows at once, and must not remove the record of another.
constexpr int64_t kReleaseSeconds = 60;

struct Record {
  std::string owner;
  std::string process;
  std::string purpose;
  Instant acquired_at;
  Instant expires_at;
};

std::string to_text(const Record& record) {
  return to_json_text({{"version", kVersion},
                       {"owner", record.owner},
                       {"process", record.process},
                       {"purpose", record.purpose},
                       {"acquired_at", record.acquired_at.str()},
                       {"expires_at", record.expires_at.str()}});
}

Result<Record> record_of(const std::string& bytes) {
  const Result<Json> json = parse_json(bytes);
  const auto acquired = json ? Instant::parse(string_member(*json, "acquired_at")) : std::nullopt;
  const auto expires = json ? Instant::parse(string_member(*json, "expires_at")) : std::nullopt;
  if (!acquired || !expires || number_member(*json, "version") != kVersion)
    return Error{
        ErrorCode::kMalformed,
        std::string(kLeaseKey) + ": no lease of version 1; remove it when no command is at work"};
  return Record{string_member(*json, "owner"), string_member(*json, "process"),
                string_member(*json, "purpose"), *acquired, *expires};
}

Error held(const Environment& environment, const Record& record) {
  return {ErrorCode::kConflict,
          "environment '" + environment.name + "' is being changed by " + record.owner + " (" +
              record.purpose + ") since " + record.acquired_at.str() +
              "; try again when that has ended, at the latest after " + record.expires_at.str()};
}

}  // namespace

struct Lease::Data {
  store::ObjectStore& store;
  const Clock& clock;
  Record record;
  std::string etag;

  Result<void> extend(int64_t seconds) {
    record.expires_at = clock.now() + seconds;
    Result<std::string> written = store.put_if(kLeaseKey, to_text(record), etag);
    if (!written && written.error().code == ErrorCode::kConflict)
      return Error{ErrorCode::kConflict, std::string(kLeaseKey) +
                                             ": the lease expired and another process took it; "
                                             "run the command again"};
    if (!written) return written.error();
    etag = *std::move(written);
    return {};
  }
};

Lease::Lease(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Lease::Lease(Lease&&) noexcept = default;

Lease& Lease::operator=(Lease&& other) noexcept {
  std::swap(data_, other.data_);
  return *this;
}

Lease::~Lease() {
  // What cannot be released expires.
  static_cast<void>(release().ok());
}

Result<Lease> Lease::acquire(Environment& environment, const Operator& who,
                             const std::string& purpose) {
  store::ObjectStore& store = *environment.buckets.data;
  TRY(require_many_writers(store, environment.name + ": " + purpose + " needs a lease"));
  for (int tries = 0; tries < kMaxTries; ++tries) {
    const Instant now = who.clock.now();
    const Record mine{who.who, who.process, purpose, now, now + kLeaseSeconds};
    const Result<store::Object> present = store.get(kLeaseKey);
    if (!present && present.error().code != ErrorCode::kNotFound) return present.error();
    if (present) {
      const Record record = TRY(record_of(present->bytes));
      if (record.expires_at >= now && !who.has_ended(record.process))
        return held(environment, record);
    }
    Result<std::string> written = present ? store.put_if(kLeaseKey, to_text(mine), present->etag)
                                          : store.put_if_absent(kLeaseKey, to_text(mine));
    if (written)
      return Lease(std::make_unique<Data>(Data{store, who.clock, mine, *std::move(written)}));
    if (written.error().code != ErrorCode::kConflict) return written.error();
  }
  return Error{ErrorCode::kConflict, std::string(kLeaseKey) + ": others keep taking it"};
}

Result<void> Lease::renew() { return data_->extend(kLeaseSeconds); }

Result<void> Lease::release() {
  if (!data_) return {};
  const std::unique_ptr<Data> data = std::move(data_);
  TRY(data->extend(kReleaseSeconds));
  return data->store.remove(kLeaseKey);
}

}  // namespace vectora::ops
