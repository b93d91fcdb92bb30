// The rules engine: scopes and name rules give the mentions, keywords the types,
// the source's sentences the summary. Nothing is said that no span supports.
#include <utility>

#include "vectora/normalize/annotator.h"
#include "vectora/normalize/extract_summary.h"
#include "vectora/normalize/names/mentions.h"
#include "vectora/normalize/names/name_finder.h"
#include "vectora/normalize/type_classifier.h"
#include "vectora/text/lenient_date.h"

namespace vectora::normalize {
namespace {

constexpr size_t kDatelineBytes = 250;
constexpr double kDatelineConfidence = 0.6;

struct Rules {
  names::EntityScopes scopes;
  names::NameFinder finder;
  TypeClassifier types;
  SummaryExtractor summaries;
};

// The day in the first words of the text, as in "BASEL, 3 February 2026 –".
std::optional<Date> dateline(std::string_view content) {
  const std::string_view head = content.substr(0, kDatelineBytes);
  for (const text::FoundDate& found : text::find_dates(head))
    if (found.end < head.size()) return found.date.day;
  return {};
}

void date_item(const Item& item, Annotation& annotation) {
  annotation.effective_date_source = "none";
  if (item.published_at) {
    annotation.effective_date = item.published_at;
    annotation.effective_date_source = "published_at";
    annotation.effective_date_confidence = item.published_at_confidence;
  } else if (const std::optional<Date> day = dateline(item.content)) {
    annotation.effective_date = day;
    annotation.effective_date_source = "text";
    annotation.effective_date_confidence = kDatelineConfidence;
  }
}

class RulesAnnotator : public Annotator {
 public:
  RulesAnnotator(lexicon::Lexicon lexicon, Rules rules)
      : lexicon_(std::move(lexicon)), rules_(std::move(rules)) {}

  Annotation annotate(const Item& item, const Scan& scan,
                      const SourceFacts& source) const override {
    if (!scan.title || !scan.content) return annotate(item, read_again(item, scan), source);
    Annotation annotation;
    annotation.mentions = mentions_of(item, scan);
    Types types = types_of(item, scan, source);
    annotation.event = std::move(types.event);
    annotation.content_type = std::move(types.content_type);
    annotation.language = item.language;
    annotation.summary =
        rules_.summaries.extract({item.title, item.content, scan.title->lower, scan.content->lower,
                                  annotation.mentions, annotation.event.evidence});
    date_item(item, annotation);
    return annotation;
  }

 private:
  // Of a scan that no lexicon made.
  static Scan read_again(const Item& item, Scan scan) {
    scan.title = lexicon::read(item.title);
    scan.content = lexicon::read(item.content);
    return scan;
  }

  Types types_of(const Item& item, const Scan& scan, const SourceFacts& source) const {
    std::string name = source.display_name;
    if (!source.type.empty()) name += " type " + source.type;
    return rules_.types.classify({item.title, *scan.title}, {item.content, *scan.content}, name);
  }

  std::vector<EntityMention> mentions_of(const Item& item, const Scan& scan) const {
    std::vector<EntityMention> mentions =
        names::scope_mentions(item, scan, lexicon_, rules_.scopes);
    const std::pair<Field, names::Tokens> fields[] = {
        {Field::kTitle, names::tokenize(item.title, *scan.title)},
        {Field::kContent, names::tokenize(item.content, *scan.content)}};
    std::vector<names::ShortForm> forms;
    for (const auto& [field, tokens] : fields) {
      const std::vector<names::Name> found = rules_.finder.find(tokens);
      names::add_names(tokens, field, found, mentions);
      for (names::ShortForm& form : names::short_forms(tokens, found))
        forms.push_back(std::move(form));
    }
    for (const auto& [field, tokens] : fields)
      names::add_short_forms(tokens, field, forms, mentions);
    names::order(mentions);
    return mentions;
  }

  lexicon::Lexicon lexicon_;
  Rules rules_;
};

}  // namespace

Result<std::unique_ptr<Annotator>> make_rules_annotator(const lexicon::Lexicon& lexicon,
                                                        RulesVocabulary vocabulary) {
  names::NameFinder finder = TRY(names::NameFinder::compile(vocabulary.name_rules));
  TypeClassifier types =
      TRY(TypeClassifier::compile(vocabulary.event_types, vocabulary.content_types));
  Rules rules{std::move(vocabulary.entity_scopes), std::move(finder), std::move(types),
              SummaryExtractor(vocabulary.news_words)};
  return std::unique_ptr<Annotator>(std::make_unique<RulesAnnotator>(lexicon, std::move(rules)));
}

}  // namespace vectora::normalize
