#include "vectora/pipeline/issue_maker.h"

#include <set>

#include "vectora/newsletter/choose.h"
#include "vectora/newsletter/render.h"

namespace vectora::pipeline {
namespace {

constexpr const char* kManifest = "manifest.json";

std::vector<newsletter::Candidate> candidates_of(const std::vector<CuratedItem>& items) {
  std::vector<newsletter::Candidate> candidates;
  candidates.reserve(items.size());
  for (const CuratedItem& curated : items)
    candidates.push_back({&curated.item, &curated.annotation, &curated.judgement});
  return candidates;
}

std::vector<normalize::SourceFacts> facts_of(const config::Canonical& canonical) {
  std::vector<normalize::SourceFacts> facts;
  for (const auto& [key, source] : canonical.sources) facts.push_back(source.facts);
  return facts;
}

}  // namespace

MadeIssue make_issue(const IssueInput& input) {
  const config::ClientPlan& client = input.client;
  const std::vector<newsletter::Candidate> candidates = candidates_of(input.items);
  const newsletter::Choice choice = newsletter::choose(
      candidates, client.layout, input.sent, input.target_day, input.canonical.story_words);
  const std::vector<normalize::SourceFacts> facts = facts_of(input.canonical);
  MadeIssue made;
  made.issue = newsletter::edit({candidates, choice, client.layout, facts},
                                {client.profile, input.now, input.target_day, client.gate.window,
                                 client.monitored, input.troubles, client.digest});
  made.files = {{"newsletter.md", newsletter::render_markdown(made.issue)},
                {"newsletter.html", newsletter::render_html(made.issue)},
                {"newsletter.txt", newsletter::render_text(made.issue)},
                {"newsletter.json", newsletter::render_json(made.issue)}};
  made.files[kManifest] = newsletter::render_manifest(made.issue, made.files);
  for (size_t i = 0; i < input.items.size(); ++i)
    made.outcomes.emplace_back(input.items[i].item.id, choice.outcomes[i]);
  for (const auto& chosen : choice.chosen) {
    const CuratedItem& curated = input.items[chosen.candidate];
    made.sent.push_back(
        {curated.item.title,
         normalize::fingerprint(curated.item, curated.annotation, input.canonical.story_words)});
  }
  return made;
}

Result<newsletter::SentMemory> load_sent(store::Buckets& buckets, const ClientId& client) {
  const std::string key = store::keys::sent_memory(client);
  const Result<store::Object> object = buckets.data->get(key);
  if (!object) {
    if (object.error().code == ErrorCode::kNotFound) return newsletter::SentMemory{};
    return object.error();
  }
  const Json json = TRY_IN(key, parse_json(object->bytes));
  newsletter::SentMemory memory = TRY_IN(key, newsletter::sent_memory_from_json(json));
  std::set<std::string> written;
  for (const store::ObjectInfo& info : TRY(buckets.newsletters->list(client.str() + "/")))
    written.insert(info.key);
  std::erase_if(memory.issues, [&](const auto& issue) {
    return !written.contains(store::keys::newsletter(client, issue.first, kManifest));
  });
  return memory;
}

Result<void> deliver(store::Buckets& buckets, const ClientId& client, const MadeIssue& made) {
  const Date day = made.issue.target_day;
  for (const auto& [name, bytes] : made.files)
    if (name != kManifest)
      TRY(buckets.newsletters->put(store::keys::newsletter(client, day, name), bytes));
  const auto remember = [&](const std::optional<std::string>& old) -> Result<std::string> {
    newsletter::SentMemory memory;
    if (old) {
      const Json json = TRY(parse_json(*old));
      memory = TRY(newsletter::sent_memory_from_json(json));
    }
    memory.record(day, made.sent);
    return to_json_text(newsletter::to_json(memory));
  };
  TRY(store::update(*buckets.data, store::keys::sent_memory(client), remember));
  TRY(buckets.newsletters->put(store::keys::newsletter(client, day, kManifest),
                               made.files.at(kManifest)));
  return {};
}

}  // namespace vectora::pipeline
