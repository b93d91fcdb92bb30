#include "vectora/newsletter/edit.h"

#include <algorithm>
#include <map>

#include "vectora/base/url.h"
#include "vectora/newsletter/headline.h"
#include "vectora/newsletter/phrases.h"
#include "vectora/text/sentences.h"

namespace vectora::newsletter {
namespace {

constexpr size_t kTldrLines = 3;
constexpr size_t kNamesInIntroduction = 4;
constexpr size_t kTitleBytes = 300;

using normalize::Field;
using normalize::Span;

// Where a sentence stands in the source's text; nothing if it does not.
std::optional<Span> find_span(const normalize::Item& item, std::string_view sentence) {
  if (sentence.ends_with(" …")) sentence.remove_suffix(std::string_view(" …").size());
  if (sentence.empty()) return std::nullopt;
  for (const auto& [field, text] :
       {std::pair{Field::kContent, &item.content}, std::pair{Field::kTitle, &item.title}}) {
    const size_t begin = text->find(sentence);
    if (begin != std::string::npos)
      return Span{field, static_cast<uint32_t>(begin),
                  static_cast<uint32_t>(begin + sentence.size())};
  }
  return std::nullopt;
}

// A sentence that the source does not hold is not printed.
std::vector<Evidence> summarize(const Candidate& candidate) {
  std::vector<Evidence> evidence;
  for (const std::string_view sentence : text::split_sentences(candidate.annotation->summary)) {
    if (repeats_title(sentence, candidate.item->title)) continue;
    if (const auto span = find_span(*candidate.item, sentence))
      evidence.push_back({std::string(sentence), {*span}});
  }
  return evidence;
}

class Editor {
 public:
  Editor(const EditInput& input, const EditContext& context)
      : input_(input), context_(context), phrases_(language_from(context.profile.language)) {
    for (const normalize::SourceFacts& source : input.sources) sources_[source.key] = &source;
  }

  Issue edit() {
    issue_.newsletter_id = context_.profile.client.str() + "_" + context_.target_day.str();
    issue_.profile = context_.profile;
    issue_.generated_at = context_.generated_at;
    issue_.target_day = context_.target_day;
    issue_.period = context_.period;
    issue_.monitored = context_.monitored;
    issue_.troubles = context_.troubles;
    issue_.config_digest = context_.config_digest;
    issue_.items_analyzed = static_cast<int>(input_.candidates.size());
    for (const normalize::Outcome& outcome : input_.choice.outcomes)
      ++issue_.outcomes[std::string(normalize::to_string(outcome.kind))];
    add_sections();
    if (context_.profile.include_tldr && issue_.item_count() > 1) add_tldr();
    if (context_.profile.include_intro || issue_.item_count() == 0)
      issue_.introduction = phrases_.introduction(issue_, strongest_names());
    issue_.scope_line = phrases_.scope(context_.monitored, context_.period);
    return std::move(issue_);
  }

 private:
  void add_sections() {
    for (const Choice::Chosen& chosen : input_.choice.chosen) {
      const Section& section = input_.layout.sections[chosen.section];
      if (issue_.sections.empty() || issue_.sections.back().id != section.id)
        issue_.sections.push_back({section.id, section.title, {}});
      issue_.sections.back().items.push_back(item_of(chosen));
    }
  }

  IssueItem item_of(const Choice::Chosen& chosen) const {
    const Candidate& candidate = input_.candidates[chosen.candidate];
    const normalize::Item& source = *candidate.item;
    IssueItem item;
    item.id = source.id;
    const Headline headline = split_headline(source.title, source.content);
    item.title = text::cut_at_word(headline.title, kTitleBytes);
    item.summary = summarize(candidate);
    item.score = candidate.judgement->score;
    item.published_at = source.published_at;
    item.source = source.source;
    item.source_name = display_name(source.source);
    if (!headline.publisher.empty())
      item.source_name = phrases_.via(headline.publisher, item.source_name);
    if (const auto url = Url::parse(source.url)) item.url = url->str();
    item.event_type = candidate.annotation->event.primary;
    item.follow_up = chosen.follow_up_of;
    for (const normalize::EntityKind kind : normalize::kAllEntityKinds)
      item.entities[std::string(normalize::plural_name(kind))] =
          candidate.annotation->entities(kind);
    for (const DomainId& domain : candidate.judgement->matched_domains())
      item.domains.push_back(domain);
    for (const size_t copy : chosen.also_told_by) {
      std::string name = display_name(input_.candidates[copy].item->source);
      if (name != item.source_name && std::find(item.also_told_by.begin(), item.also_told_by.end(),
                                                name) == item.also_told_by.end())
        item.also_told_by.push_back(std::move(name));
    }
    return item;
  }

  std::string display_name(const SourceKey& key) const {
    const auto found = sources_.find(key);
    return found == sources_.end() || found->second->display_name.empty()
               ? key.str()
               : found->second->display_name;
  }

  std::vector<const IssueItem*> strongest() const {
    std::vector<const IssueItem*> items;
    for (const IssueSection& section : issue_.sections)
      for (const IssueItem& item : section.items) items.push_back(&item);
    std::stable_sort(items.begin(), items.end(),
                     [](const auto* a, const auto* b) { return a->score > b->score; });
    return items;
  }

  void add_tldr() {
    const std::vector<const IssueItem*> items = strongest();
    for (size_t i = 0; i < std::min(items.size(), kTldrLines); ++i) {
      std::string line = items[i]->title + " (" + items[i]->source_name;
      if (items[i]->published_at) line += ", " + phrases_.date(*items[i]->published_at);
      issue_.tldr.push_back(line + ")");
    }
  }

  // The companies, else the products, of the strongest items: each once.
  std::vector<std::string> strongest_names() const {
    std::vector<std::string> names;
    for (const IssueItem* item : strongest()) {
      for (const char* kind : {"companies", "trademarks", "molecules"}) {
        const auto& found = item->entities.at(kind);
        if (found.empty()) continue;
        if (std::find(names.begin(), names.end(), found.front()) == names.end())
          names.push_back(found.front());
        break;
      }
      if (names.size() == kNamesInIntroduction) break;
    }
    return names;
  }

  const EditInput& input_;
  const EditContext& context_;
  Phrases phrases_;
  std::map<SourceKey, const normalize::SourceFacts*> sources_;
  Issue issue_;
};

}  // namespace

int Issue::item_count() const {
  int count = 0;
  for (const IssueSection& section : sections) count += static_cast<int>(section.items.size());
  return count;
}

Issue edit(const EditInput& input, const EditContext& context) {
  return Editor(input, context).edit();
}

}  // namespace vectora::newsletter
