#include "vectora/app/cli/trace_command.h"

#include <algorithm>
#include <set>

#include "vectora/app/cli/workspace_session.h"
#include "vectora/base/url.h"
#include "vectora/pipeline/run_record.h"

namespace vectora::app {
namespace {

// How a person names an item: by id, or by any spelling of its address.
class Wanted {
 public:
  explicit Wanted(const std::string& name) : name_(name) {
    if (const auto url = Url::parse(name)) address_ = url->canonical();
  }

  bool is(const std::string& id, const std::string& url) const {
    if (id == name_) return true;
    if (address_.empty()) return false;
    const auto parsed = Url::parse(url);
    return parsed && parsed->canonical() == address_;
  }

 private:
  std::string name_;
  std::string address_;
};

Result<std::vector<ClientId>> clients_of(const TraceArguments& arguments,
                                         const config::LoadedWorkspace& loaded) {
  std::vector<ClientId> clients;
  for (const auto& [id, file] : loaded.client_files) clients.push_back(id);
  const ClientId wanted(arguments.client);
  if (wanted.empty()) return clients;
  if (loaded.client_files.contains(wanted)) return std::vector<ClientId>{wanted};
  return no_such_client(wanted, loaded);
}

Result<std::vector<pipeline::RunRecord>> run_records(store::ObjectStore& data,
                                                     const ClientId& client) {
  std::vector<pipeline::RunRecord> records;
  for (const auto& info : TRY(data.list(store::keys::run_record_prefix(client)))) {
    const store::Object object = TRY(data.get(info.key));
    const Json json = TRY_IN(info.key, parse_json(object.bytes));
    records.push_back(TRY_IN(info.key, pipeline::run_record_from_json(json)));
  }
  std::stable_sort(records.begin(), records.end(),
                   [](const auto& a, const auto& b) { return a.as_of > b.as_of; });
  return records;
}

struct Sighting {
  const pipeline::RunRecord* record = nullptr;
  std::string item;
  std::string source;
  std::string title;
  std::string outcome;
  std::string detail;
};

std::vector<Sighting> sightings(const std::vector<pipeline::RunRecord>& records,
                                const Wanted& wanted) {
  std::vector<Sighting> found;
  std::set<std::string> ids;
  for (const pipeline::RunRecord& record : records) {
    for (const pipeline::Fate& fate : record.fates) {
      if (!wanted.is(fate.item.str(), fate.url)) continue;
      ids.insert(fate.item.str());
      found.push_back(
          {&record, fate.item.str(), fate.source.str(), fate.title,
           fate.outcome ? std::string(normalize::to_string(fate.outcome->kind)) : "stored",
           fate.outcome ? fate.outcome->detail : ""});
    }
  }
  // Stored items are judged again by later issues, also when no source offers them.
  for (const pipeline::RunRecord& record : records)
    for (const auto& [item, outcome] : record.candidates)
      if (ids.contains(item.str()) || wanted.is(item.str(), ""))
        found.push_back({&record, item.str(), "", "",
                         "issue: " + std::string(normalize::to_string(outcome.kind)),
                         outcome.detail});
  std::stable_sort(found.begin(), found.end(), [](const Sighting& a, const Sighting& b) {
    return a.record->as_of > b.record->as_of;
  });
  return found;
}

void print(const Sighting& sighting, const Globals& globals, Console& console) {
  const pipeline::RunRecord& record = *sighting.record;
  if (globals.output == Output::kJson) {
    console.print(to_json_line({{"client_id", record.client.str()},
                                {"run_id", record.id.str()},
                                {"as_of", record.as_of.str()},
                                {"item_id", sighting.item},
                                {"source_key", sighting.source},
                                {"title", sighting.title},
                                {"outcome", sighting.outcome},
                                {"detail", sighting.detail}}) +
                  "\n");
    return;
  }
  std::string line = record.as_of.str() + "  " + record.client.str() + "  " + sighting.item + "  " +
                     sighting.outcome;
  if (!sighting.detail.empty()) line += " (" + sighting.detail + ")";
  if (!sighting.title.empty()) line += "  \"" + sighting.title + "\"";
  console.print(line + "\n");
}

// The curated object of an item, newest file first.
Result<std::optional<Json>> find_curated(store::ObjectStore& data, const ClientId& client,
                                         const Wanted& wanted) {
  auto files = TRY(data.list(store::keys::curated_prefix(client)));
  std::reverse(files.begin(), files.end());
  for (const auto& info : files) {
    const store::Object object = TRY(data.get(info.key));
    const Json items = TRY_IN(info.key, parse_json(object.bytes));
    for (const Json& item : items)
      if (wanted.is(string_member(item, "item_id"), string_member(item, "url")))
        return std::optional<Json>(item);
  }
  return std::optional<Json>();
}

std::string signed_number(double value) {
  const score::Points points = score::Points::round(value);
  return (points.tenths() >= 0 ? "+" : "") + points.str();
}

const Json& member(const Json& json, std::string_view name) {
  static const Json kNothing = Json::object();
  const Json* found = find_member(json, name);
  return found == nullptr ? kNothing : *found;
}

std::string words_at(const Json& item, const Json& span) {
  if (!span.is_object()) return {};
  const std::string text =
      string_member(item, string_member(span, "field") == "title" ? "title" : "content");
  const auto start = static_cast<size_t>(number_member(span, "start"));
  const auto end = static_cast<size_t>(number_member(span, "end"));
  return start <= end && end <= text.size() ? text.substr(start, end - start) : std::string();
}

std::string term_line(const Json& item, const Json& term) {
  // Receipts store tenths; people read points.
  std::string line = "  " + signed_number(number_member(term, "value") / 10.0);
  line.resize(std::max<size_t>(line.size(), 9), ' ');
  line += string_member(term, "rule") + ": " + string_member(term, "because");
  const std::string words = words_at(item, member(term, "span"));
  if (!words.empty()) line += "  \"" + words + "\"";
  const std::string config = string_member(term, "config");
  if (!config.empty()) line += "  [" + config + "]";
  return line + "\n";
}

std::string mentions_of(const Json& item) {
  const Json& content = member(item, "normalized_content");
  std::string out;
  for (const Json& mention : member(content, "mentions")) {
    out += "  " + string_member(mention, "type") + ": \"" + string_member(mention, "text") + "\"";
    const std::string canonical = string_member(mention, "canonical");
    if (canonical != string_member(mention, "text")) out += " = " + canonical;
    out += " (" + string_member(mention, "status") + ", " + string_member(mention, "field") + ")\n";
  }
  return out;
}

std::string domains_of(const Json& item) {
  const Json& matching = member(item, "matching_results");
  std::string out;
  for (const auto& [domain, verdict] : member(matching, "domain_relevance").items()) {
    out += "  " + domain + ": matched by " + string_member(verdict, "rule");
    for (const Json& reason : member(verdict, "reasons"))
      if (reason.is_string()) out += "; " + reason.get<std::string>();
    out += "\n";
  }
  for (const Json& rejection : member(matching, "rejections"))
    out += "  not matched: " +
           (rejection.is_string() ? rejection.get<std::string>() : to_json_line(rejection)) + "\n";
  return out;
}

std::string receipt_of(const Json& item) {
  const Json& scoring = member(item, "scoring_results");
  std::string out;
  for (const Json& term : member(scoring, "receipt")) out += term_line(item, term);
  out += "  = " + score::Points::round(number_member(scoring, "final_score")).str() + "\n";
  return out;
}

std::string explanation(const ClientId& client, const Json& item) {
  const Json& content = member(item, "normalized_content");
  const Json& event = member(content, "event_classification");
  std::string out = string_member(item, "title") + "\n" + string_member(item, "item_id") + "  " +
                    string_member(item, "url") + "\nclient: " + client.str() + "\npublished: ";
  out += string_member(item, "published_at", "unknown") + " (from " +
         string_member(item, "published_at_source", "none") +
         ")\nevent: " + string_member(event, "primary_type") +
         ", content: " + string_member(content, "content_type") + "\nmentions:\n" +
         mentions_of(item) + "domains:\n" + domains_of(item);
  const Json& editorial = member(member(item, "scoring_results"), "editorial");
  if (!string_member(editorial, "rule").empty())
    out += "editorial rule: " + string_member(editorial, "rule") + ": " +
           string_member(editorial, "decision") + ": " + string_member(editorial, "because") +
           "  [" + string_member(editorial, "config") + "]\n";
  return out + "receipt:\n" + receipt_of(item);
}

}  // namespace

ExitCode where_command(const TraceArguments& arguments, const Globals& globals, Console& console) {
  const auto session = open_workspace(globals, Access::kReadWrite, console);
  if (!session) return fail(session.error(), console);
  const auto clients = clients_of(arguments, session->loaded);
  if (!clients) return fail(clients.error(), console);
  const Wanted wanted(arguments.item);
  size_t met = 0;
  for (const ClientId& client : *clients) {
    const auto records = run_records(*session->buckets.data, client);
    if (!records) return fail(records.error(), console);
    const std::vector<Sighting> found = sightings(*records, wanted);
    for (const Sighting& sighting : found) print(sighting, globals, console);
    met += found.size();
  }
  if (met > 0) return ExitCode::kOk;
  console.error("no run met " + arguments.item +
                "; it was not offered by any source of an active client");
  return ExitCode::kFailed;
}

ExitCode explain_command(const TraceArguments& arguments, const Globals& globals,
                         Console& console) {
  const auto session = open_workspace(globals, Access::kReadWrite, console);
  if (!session) return fail(session.error(), console);
  const auto clients = clients_of(arguments, session->loaded);
  if (!clients) return fail(clients.error(), console);
  const Wanted wanted(arguments.item);
  bool found = false;
  for (const ClientId& client : *clients) {
    const auto item = find_curated(*session->buckets.data, client, wanted);
    if (!item) return fail(item.error(), console);
    if (!*item) continue;
    found = true;
    console.print(globals.output == Output::kJson ? to_json_line(**item) + "\n"
                                                  : explanation(client, **item));
  }
  if (found) return ExitCode::kOk;
  const ExitCode code = where_command(arguments, globals, console);
  if (code == ExitCode::kOk)
    console.note("no receipt: it is not judged yet, or was refused before");
  return code;
}

}  // namespace vectora::app
