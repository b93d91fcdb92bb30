#include "vectora/pipeline/run.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "vectora/base/counted.h"
#include "vectora/normalize/annotator.h"

namespace vectora::pipeline {
namespace {

constexpr int kMinLookBackDays = 90;

// One client on its way through the run.
struct Traveller {
  const config::ClientPlan* plan = nullptr;
  ItemStore items;
  std::vector<Reading> readings;  // of its own sources
  Curated curated;
  ClientResult result;

  bool failed() const { return !result.error.empty(); }
  void fail(const Error& error) {
    result.error = error.message;
    result.status = "failed";
  }
};

Date look_back(const config::ClientPlan& client, Date as_of) {
  const int window = client.gate.window.last - client.gate.window.first;
  return as_of - std::max(2 * window, kMinLookBackDays);
}

bool is_newsroom(const config::Source& source) { return !source.facts.company.empty(); }

// The sources of all clients, each once. A newsroom stands before the press, so
// that of two entries with one address the company's own is kept.
std::vector<const config::Source*> union_of_sources(const RunPlan& plan) {
  std::set<SourceKey> keys;
  for (const config::ClientPlan& client : plan.clients)
    keys.insert(client.sources.begin(), client.sources.end());
  std::vector<const config::Source*> sources;
  for (const SourceKey& key : keys) sources.push_back(&plan.canonical.sources.at(key));
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto* a, const auto* b) { return is_newsroom(*a) > is_newsroom(*b); });
  return sources;
}

std::string score_band(score::Points score) {
  const int64_t low = score.tenths() / 50 * 5;
  return std::to_string(low) + "-" + std::to_string(low + 5);
}

void count_judged(ClientResult& result, const std::vector<CuratedItem>& items) {
  std::map<std::string, std::set<std::string>> names;
  for (const CuratedItem& curated : items) {
    result.items_matched += curated.judgement.relevant ? 1 : 0;
    ++result.score_bands[score_band(curated.judgement.score)];
    for (const DomainId& domain : curated.judgement.matched_domains())
      ++result.domain_counts[domain.str()];
    for (const normalize::EntityMention& mention : curated.annotation.mentions)
      names[std::string(normalize::plural_name(mention.kind))].insert(mention.canonical);
  }
  for (const auto& [kind, distinct] : names)
    result.entity_counts[kind] = static_cast<int>(distinct.size());
}

class Run {
 public:
  Run(const RunPlan& plan, const RunPorts& ports) : plan_(plan), ports_(ports) {}

  Result<RunResult> all() {
    open_clients();
    if (plan_.steps.ingest) {
      TRY(collect());
      // Beyond this point nothing is fetched.
      each("ingest", [this](Traveller& client) { return ingest_client(client); });
    }
    if (plan_.steps.normalize) {
      TRY(make_annotator());
      each("normalize", [this](Traveller& client) { return normalize_client(client); });
    }
    // Every item that can be in an issue has its judgement in the store.
    if (plan_.steps.newsletter)
      each("newsletter", [this](Traveller& client) { return newsletter_client(client); });
    each("record", [this](Traveller& client) { return record_client(client); });
    return std::move(*this).result();
  }

 private:
  void open_clients() {
    for (const config::ClientPlan& client : plan_.clients) {
      Traveller traveller;
      traveller.plan = &client;
      traveller.result.client = client.id;
      auto items = ItemStore::load(*ports_.buckets.data, client.id, look_back(client, plan_.as_of));
      if (items)
        traveller.items = *std::move(items);
      else
        traveller.fail(items.error());
      travellers_.push_back(std::move(traveller));
    }
  }

  // One client's failure never stops another.
  template <class Step>
  void each(std::string_view name, Step step) {
    for (Traveller& client : travellers_) {
      if (client.failed()) continue;
      const Result<void> done = step(client);
      if (done) continue;
      client.fail(done.error());
      ports_.observer.tell({Level::kError,
                            std::string(name) + ": " + done.error().message,
                            {{"client_id", client.plan->id.str()}}});
    }
  }

  Result<void> collect() {
    const std::vector<const config::Source*> sources = union_of_sources(plan_);
    sources_asked_ = sources.size();
    Collector collector(
        {ports_.client, *ports_.buckets.data, ports_.observer},
        {plan_.mode, plan_.capture_id, plan_.now, plan_.refresh, plan_.max_fresh_s});
    readings_ = TRY(collector.read_sources(sources));
    tell_sources(sources);
    TRY(collector.read_details(wanted_details()));
    TRY(collector.save());
    captures_ = plan_.mode == Mode::kReplay ? plan_.captures
                                            : std::vector<Digest>{collector.capture().digest()};
    return {};
  }

  // Entries whose page some client wants to read, each once.
  std::vector<DetailTask> wanted_details() {
    std::vector<DetailTask> tasks;
    for (Reading& reading : readings_) {
      const config::Source& source = plan_.canonical.sources.at(reading.source);
      for (normalize::Entry& entry : reading.entries) {
        if (!may_want_detail(entry, source)) continue;
        const auto wants = [&](const Traveller& client) {
          return !client.failed() && watches(client, reading.source) &&
                 wants_detail(entry, source, *client.plan, plan_.canonical, client.items,
                              plan_.now);
        };
        if (std::any_of(travellers_.begin(), travellers_.end(), wants))
          tasks.push_back({&entry, &source});
      }
    }
    return tasks;
  }

  static bool watches(const Traveller& client, const SourceKey& source) {
    return std::binary_search(client.plan->sources.begin(), client.plan->sources.end(), source);
  }

  void tell_sources(const std::vector<const config::Source*>& sources) {
    for (size_t i = 0; i < sources.size(); ++i) {
      const std::pair<std::string, std::string> field{"source_key", sources[i]->facts.key.str()};
      const Reading& reading = readings_[i];
      if (reading.end == SourceEnd::kFailed)
        ports_.observer.tell(
            {Level::kWarning, "source failed: " + reading.reason + ": " + reading.detail, {field}});
      if (!reading.drift.empty())
        ports_.observer.tell({Level::kWarning, "source drifts: " + reading.drift, {field}});
      for (const std::string& note : reading.notes)
        ports_.observer.tell({Level::kWarning, note, {field}});
    }
  }

  Result<void> ingest_client(Traveller& client) {
    for (const Reading& reading : readings_)
      if (watches(client, reading.source)) client.readings.push_back(reading);
    client.result.ingested =
        ingest(client.readings, *client.plan, plan_.canonical, client.items, plan_.now);
    return client.items.save(*ports_.buckets.data);
  }

  Result<void> make_annotator() {
    annotator_ =
        TRY(normalize::make_rules_annotator(plan_.canonical.lexicon, plan_.canonical.vocabulary));
    return {};
  }

  Result<void> normalize_client(Traveller& client) {
    client.curated = curate({*client.plan, plan_.canonical, *annotator_, client.items, plan_.as_of},
                            annotations_, ports_.observer);
    const auto& items = client.curated.items;
    client.result.items_input = static_cast<int>(items.size() + client.curated.rejected.size());
    client.result.items_normalized = static_cast<int>(items.size());
    count_judged(client.result, items);
    return save_curated(*ports_.buckets.data, client.plan->id, items, plan_.canonical.digest,
                        plan_.now);
  }

  Result<void> newsletter_client(Traveller& client) {
    // Nothing was read: an issue made now would count as sent and say nothing.
    if (status_of(client) == "failed") return {};
    if (!plan_.steps.normalize) TRY(load_judged(client));
    if (client.plan->layout.mode == newsletter::Mode::kLatestRunOnly) keep_latest_run(client);
    const newsletter::SentMemory sent = TRY(load_sent(ports_.buckets, client.plan->id));
    ports_.observer.begin("render", 1);
    client.result.issue = make_issue({*client.plan, plan_.canonical, client.curated.items, sent,
                                      troubles_of(client), plan_.as_of, plan_.now});
    ports_.observer.advance(1);
    ports_.observer.finish();
    return deliver(ports_.buckets, client.plan->id, *client.result.issue);
  }

  Result<void> load_judged(Traveller& client) {
    const auto& window = client.plan->gate.window;
    std::vector<CuratedItem> items = TRY(load_curated(
        *ports_.buckets.data, client.plan->id, look_back(*client.plan, plan_.as_of), plan_.as_of));
    std::erase_if(items, [&window](const CuratedItem& curated) {
      return curated.item.published_at && !window.contains(*curated.item.published_at);
    });
    client.curated.items = std::move(items);
    return {};
  }

  static void keep_latest_run(Traveller& client) {
    Date latest;
    for (const CuratedItem& curated : client.curated.items) latest = std::max(latest, curated.day);
    std::erase_if(client.curated.items,
                  [latest](const CuratedItem& curated) { return curated.day != latest; });
  }

  std::vector<newsletter::SourceTrouble> troubles_of(const Traveller& client) const {
    std::vector<newsletter::SourceTrouble> troubles;
    for (const Reading& reading : client.readings) {
      const config::Source& source = plan_.canonical.sources.at(reading.source);
      if (reading.end == SourceEnd::kFailed)
        troubles.push_back({source.facts.display_name, newsletter::Trouble::kUnread, 0});
      else if (const int days = silent_days(reading, source); days > 0)
        troubles.push_back({source.facts.display_name, newsletter::Trouble::kSilent, days});
    }
    return troubles;
  }

  // Days since the newest entry, where they exceed what is usual for the source.
  int silent_days(const Reading& reading, const config::Source& source) const {
    if (source.expected_period_days == 0) return 0;
    std::optional<Date> newest;
    for (const normalize::Entry& entry : reading.entries)
      if (entry.published && entry.published->day <= plan_.as_of)
        newest = std::max(newest.value_or(entry.published->day), entry.published->day);
    if (!newest) return 0;
    const int days = plan_.as_of - *newest;
    return days > source.expected_period_days ? days : 0;
  }

  Result<void> record_client(Traveller& client) {
    RunRecord& record = client.result.record;
    record.client = client.plan->id;
    record.as_of = plan_.as_of;
    record.window = client.plan->gate.window;
    record.config_digest = client.plan->digest;
    record.captures = captures_;
    record.id = run_id(record.client, record.as_of, record.config_digest, captures_);
    record.fates = client.result.ingested.fates;
    count_sources(record, client.readings);
    // Steps that are run apart go on writing the record that the ingest began.
    if (!plan_.steps.ingest) TRY(take_up(record));
    if (client.result.issue) record.candidates = client.result.issue->outcomes;
    settle(client);
    count_entries(record);
    count_rules(record, client.curated.items);
    client.result.status = record.status = status_of(client);
    tell_result(client);
    TRY(ports_.buckets.data->put(store::keys::run_record(record.client, record.id),
                                 to_json_text(to_json(record))));
    return {};
  }

  void tell_result(const Traveller& client) const {
    const RunRecord& record = client.result.record;
    const int items = client.result.issue ? client.result.issue->issue.item_count() : 0;
    ports_.observer.tell({Level::kInfo,
                          record.status + ", " +
                              counted(record.entries_offered, "entry", "entries") + " offered, " +
                              counted(items, "item") + " in the issue",
                          {{"client_id", record.client.str()}, {"run_id", record.id.str()}}});
  }

  // The record of the day's ingest, where there is one.
  Result<void> take_up(RunRecord& record) const {
    const std::string prefix = store::keys::run_record_prefix(record.client);
    std::optional<RunRecord> newest;
    for (const store::ObjectInfo& info : TRY(ports_.buckets.data->list(prefix))) {
      const store::Object object = TRY(ports_.buckets.data->get(info.key));
      const Json json = TRY_IN(info.key, parse_json(object.bytes));
      RunRecord found = TRY_IN(info.key, run_record_from_json(json));
      if (found.as_of == record.as_of) newest = std::move(found);
    }
    if (!newest) return {};
    newest->window = record.window;
    newest->config_digest = record.config_digest;
    record = *std::move(newest);
    return {};
  }

  // Entries that were stored get the outcome that the gate or the issue gave them.
  static void settle(Traveller& client) {
    std::map<ItemId, normalize::Outcome> known;
    for (const Rejected& rejected : client.curated.rejected)
      known.emplace(rejected.item, rejected.outcome);
    for (const auto& [item, outcome] : client.result.record.candidates)
      known.emplace(item, outcome);
    for (Fate& fate : client.result.record.fates)
      if (const auto found = known.find(fate.item); !fate.outcome && found != known.end())
        fate.outcome = found->second;
  }

  static std::string status_of(const Traveller& client) {
    const auto failed = static_cast<size_t>(
        std::count_if(client.readings.begin(), client.readings.end(),
                      [](const Reading& r) { return r.end == SourceEnd::kFailed; }));
    const auto disabled = static_cast<size_t>(
        std::count_if(client.readings.begin(), client.readings.end(),
                      [](const Reading& r) { return r.end == SourceEnd::kDisabled; }));
    if (failed > 0) return failed + disabled == client.readings.size() ? "failed" : "partial";
    if (client.result.issue && client.result.issue->issue.item_count() == 0) return "no_items";
    return "success";
  }

  RunResult result() && {
    RunResult result;
    result.sources_asked = sources_asked_;
    for (Traveller& client : travellers_) result.clients.push_back(std::move(client.result));
    return result;
  }

  const RunPlan& plan_;
  const RunPorts& ports_;
  std::vector<Traveller> travellers_;
  std::vector<Reading> readings_;
  std::vector<Digest> captures_;
  std::unique_ptr<normalize::Annotator> annotator_;
  AnnotationCache annotations_;
  size_t sources_asked_ = 0;
};

}  // namespace

std::string RunResult::status() const {
  const auto count = [this](std::string_view status) {
    return std::count_if(clients.begin(), clients.end(),
                         [status](const ClientResult& c) { return c.status == status; });
  };
  const auto all = static_cast<std::ptrdiff_t>(clients.size());
  if (count("failed") == all && all > 0) return "failed";
  if (count("failed") + count("partial") > 0) return "partial";
  return count("no_items") == all ? "no_items" : "success";
}

Result<RunResult> run_pipeline(const RunPlan& plan, const RunPorts& ports) {
  return Run(plan, ports).all();
}

std::string issue_key(const ClientId& client, Date target_day, std::string_view file) {
  return store::keys::newsletter(client, target_day, file);
}

}  // namespace vectora::pipeline
