#include "vectora/evaluation/evaluate.h"

#include <algorithm>
#include <memory>

#include "vectora/normalize/annotator.h"
#include "vectora/score/inspect.h"

namespace vectora::evaluation {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

// The words at a span, as a reason quotes them.
std::string quoted(const normalize::Item& item, const std::optional<normalize::Span>& span) {
  return span ? "\"" + std::string(normalize::words(item, *span)) + "\"" : std::string();
}

std::string at(const ConfigRef& config) {
  return config.empty() ? std::string() : " (" + config.str() + ")";
}

class Evaluator {
 public:
  Evaluator(const score::InspectContext& context, Evaluation& evaluation)
      : context_(context), evaluation_(evaluation) {}

  void add(const Label& label) {
    const score::Inspection inspected = score::inspect_item(asked(label), context_);
    Comparison item;
    item.event_type = label.event_type;
    item.event_alts = label.event_alts;
    item.answered_event = inspected.annotation.event.primary;
    item.relevant = label.relevant;
    item.answered_relevant = inspected.judgement.relevant;
    item.score = inspected.judgement.score.value();
    if (!label.event_type.empty()) add_event(label, inspected, item);
    if (label.relevant && *label.relevant != item.answered_relevant)
      add_relevance(label, inspected);
    for (const auto& [kind, names] : label.entities) add_names(label, kind, names, inspected, item);
    evaluation_.items.push_back(std::move(item));
  }

 private:
  static score::AskedItem asked(const Label& label) {
    return {label.title, label.content, label.source, label.published_at, label.url};
  }

  void add_event(const Label& label, const score::Inspection& inspected, const Comparison& item) {
    ++evaluation_.confusion[label.event_type][item.answered_event];
    const auto& alts = label.event_alts;
    const bool is_alt = std::find(alts.begin(), alts.end(), item.answered_event) != alts.end();
    if (item.answered_event == label.event_type || is_alt) return;
    const normalize::EventClass& event = inspected.annotation.event;
    const normalize::ContentType& content = inspected.annotation.content_type;
    std::vector<std::string> why;
    why.push_back(event.evidence
                      ? "event: " + quoted(inspected.item, event.evidence) + at(event.config)
                      : "event: no phrase of any type");
    if (content.evidence)
      why.push_back("content type " + content.name + ": " +
                    quoted(inspected.item, content.evidence) + at(content.config));
    evaluation_.misses.push_back(
        {label.id, label.title, "event", label.event_type, item.answered_event, std::move(why)});
  }

  void add_relevance(const Label& label, const score::Inspection& inspected) {
    const auto word = [](bool relevant) { return relevant ? "relevant" : "not relevant"; };
    std::vector<std::string> why;
    for (const score::DomainVerdict& domain : inspected.judgement.domains)
      why.push_back(reason_of(domain));
    evaluation_.misses.push_back({label.id, label.title, "relevance", word(*label.relevant),
                                  word(!*label.relevant), std::move(why)});
  }

  static std::string reason_of(const score::DomainVerdict& domain) {
    std::string reason = domain.domain.str() + ": ";
    reason += domain.matched ? domain.rule + ", " + joined(domain.reasons) : domain.near_miss;
    const std::pair<const char*, const std::vector<std::string>*> signals[] = {
        {"strong", &domain.strong},
        {"medium", &domain.medium},
        {"weak", &domain.weak},
        {"exclusions", &domain.exclusions}};
    for (const auto& [name, words] : signals)
      if (!words->empty()) reason += "; " + std::string(name) + ": " + joined(*words);
    return reason + at(domain.config);
  }

  void add_names(const Label& label, normalize::EntityKind kind,
                 const std::vector<std::string>& names, const score::Inspection& inspected,
                 Comparison& item) {
    const NameMatch match = match_names(names, score::written_names(inspected.annotation, kind));
    if (!match.missing.empty() || !match.extra.empty())
      evaluation_.misses.push_back(
          {label.id, label.title, std::string(normalize::plural_name(kind)), joined(match.missing),
           joined(match.extra), mentions_of(inspected.annotation, match.extra)});
    item.names.emplace(kind, match);
  }

  static std::vector<std::string> mentions_of(const normalize::Annotation& annotation,
                                              const std::vector<std::string>& names) {
    std::vector<std::string> why;
    for (const normalize::EntityMention& mention : annotation.mentions)
      if (std::find(names.begin(), names.end(), mention.text) != names.end())
        why.push_back("\"" + mention.text + "\" as " + mention.canonical + ", " + mention.status);
    return why;
  }

  const score::InspectContext& context_;
  Evaluation& evaluation_;
};

}  // namespace

Result<Evaluation> evaluate(const std::vector<Label>& labels, const config::ClientPlan& client,
                            const config::Canonical& canonical, const Resampling& how) {
  const std::unique_ptr<normalize::Annotator> annotator =
      TRY(normalize::make_rules_annotator(canonical.lexicon, canonical.vocabulary));
  std::map<SourceKey, normalize::SourceFacts> sources;
  for (const auto& [key, source] : canonical.sources) sources.emplace(key, source.facts);
  const score::InspectContext context{canonical.lexicon, *annotator, client.rules, sources, {}};
  Evaluation evaluation;
  Evaluator evaluator(context, evaluation);
  for (const Label& label : labels) evaluator.add(label);
  evaluation.figures = figures_of(evaluation.items, how);
  return evaluation;
}

Result<std::vector<Figure>> compare(const Evaluation& before, const Evaluation& after,
                                    const Resampling& how) {
  if (before.items.size() != after.items.size())
    return Error{ErrorCode::kInvalidArgument,
                 "evaluations of " + std::to_string(before.items.size()) + " and " +
                     std::to_string(after.items.size()) + " labels cannot be compared"};
  return gains(before.items, after.items, how);
}

}  // namespace vectora::evaluation
