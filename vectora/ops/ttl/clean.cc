#include "vectora/ops/ttl/clean.h"

#include <algorithm>
#include <functional>

#include "vectora/ops/snapshot/names.h"

namespace vectora::ops {
namespace {

using snapshot::Area;
using snapshot::Place;

bool is_over(Date day, const Lifetime& lifetime, Date today) { return today - day > lifetime.days; }

// The objects of one client, and whether any of them is still young.
class Search {
 public:
  Search(Environment& environment, const Lifetime& lifetime, Date today)
      : environment_(environment), lifetime_(lifetime), today_(today) {}

  Result<std::vector<Expired>> run() {
    const std::string& id = lifetime_.client.str();
    TRY(look(Area::kNewsletters, id + "/", [](const Place& place) {
      return Result<std::optional<Date>>(snapshot::day_of(place));
    }));
    for (const char* folder : {"ingested/", "curated/"})
      TRY(look(Area::kData, folder + id + "/", [](const Place& place) {
        return Result<std::optional<Date>>(snapshot::day_of(place));
      }));
    TRY(look(Area::kData, "runs/" + id + "/",
             [this](const Place& place) { return day_of_run(place); }));
    std::stable_partition(expired_.begin(), expired_.end(), [](const Expired& expired) {
      return snapshot::names_others(expired.place);
    });
    if (!expired_.empty() && !has_young_)
      TRY(look(Area::kData, "state/clients/" + id + "/", [](const Place&) {
        return Result<std::optional<Date>>(Date());  // with the last of the rest
      }));
    return std::move(expired_);
  }

 private:
  using DayOf = std::function<Result<std::optional<Date>>(const Place& place)>;

  // What has no day is young: it is nothing that a run of this version wrote.
  Result<void> look(Area area, const std::string& prefix, const DayOf& day_of) {
    for (const store::ObjectInfo& info :
         TRY(snapshot::store_of(environment_, area)->list(prefix))) {
      const Place place{area, info.key};
      const std::optional<Date> day = TRY_IN(place.str(), day_of(place));
      if (day && is_over(*day, lifetime_, today_))
        expired_.push_back({place, lifetime_.client, info.size});
      else
        has_young_ = true;
    }
    return {};
  }

  Result<std::optional<Date>> day_of_run(const Place& place) {
    const store::Object object = TRY(environment_.buckets.data->get(place.key));
    const Json record = TRY(parse_json(object.bytes));
    return Date::parse(string_member(record, "as_of"));
  }

  Environment& environment_;
  const Lifetime& lifetime_;
  Date today_;
  std::vector<Expired> expired_;
  bool has_young_ = false;
};

Json rule(const Lifetime& lifetime, const std::string& prefix) {
  std::string id = "vectora-ttl-" + prefix;
  std::replace(id.begin(), id.end(), '/', '-');
  id.pop_back();
  return {{"ID", id},
          {"Status", "Enabled"},
          {"Filter", {{"Prefix", prefix}}},
          {"Expiration", {{"Days", lifetime.days}}}};
}

// What a process that was killed leaves of large objects.
Json uploads_rule() {
  return {{"ID", "vectora-incomplete-uploads"},
          {"Status", "Enabled"},
          {"Filter", {{"Prefix", ""}}},
          {"AbortIncompleteMultipartUpload", {{"DaysAfterInitiation", 1}}}};
}

}  // namespace

std::vector<Lifetime> lifetimes_of(const std::map<ClientId, config::ClientPlan>& clients) {
  std::vector<Lifetime> lifetimes;
  for (const auto& [id, client] : clients)
    if (client.ttl_days > 0) lifetimes.push_back({id, client.ttl_days});
  return lifetimes;
}

Result<std::vector<Expired>> find_expired(Environment& environment,
                                          const std::vector<Lifetime>& lifetimes, Date today) {
  std::vector<Expired> all;
  for (const Lifetime& lifetime : lifetimes) {
    std::vector<Expired> expired = TRY(Search(environment, lifetime, today).run());
    std::move(expired.begin(), expired.end(), std::back_inserter(all));
  }
  return all;
}

Result<Cleaned> clean(const snapshot::Context& context, const std::vector<Lifetime>& lifetimes,
                      Archive archive, CleanMode mode) {
  const Instant now = context.who.clock.now();
  Cleaned cleaned;
  cleaned.expired = TRY(find_expired(context.environment, lifetimes, now.date()));
  if (mode == CleanMode::kTell || cleaned.expired.empty()) return cleaned;
  if (archive == Archive::kYes) {
    snapshot::CreateOptions options;
    options.name = "archive-" + snapshot::name_at(now);
    options.why = "taken before clean";
    cleaned.archive = TRY_IN("archive", snapshot::create_snapshot(context, options)).manifest.name;
  }
  for (const Expired& expired : cleaned.expired)
    TRY_IN(to_string(expired.place.area),
           snapshot::store_of(context.environment, expired.place.area)->remove(expired.place.key));
  return cleaned;
}

Json lifecycle_rules(const Environment& environment, const std::vector<Lifetime>& lifetimes) {
  Json data = Json::array({uploads_rule()});
  Json newsletters = Json::array({uploads_rule()});
  for (const Lifetime& lifetime : lifetimes) {
    const std::string id = lifetime.client.str() + "/";
    for (const char* folder : {"ingested/", "curated/", "runs/", "state/clients/"})
      data.push_back(rule(lifetime, folder + id));
    newsletters.push_back(rule(lifetime, id));
  }
  return {{environment.bucket("config"), {{"Rules", Json::array({uploads_rule()})}}},
          {environment.bucket("data"), {{"Rules", std::move(data)}}},
          {environment.bucket("newsletters"), {{"Rules", std::move(newsletters)}}}};
}

}  // namespace vectora::ops
