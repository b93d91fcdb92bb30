#include <cstdint>
#include <cstdlib>
#include <map>
#include <string_view>

#include "vectora/base/json.h"
#include "vectora/normalize/item.h"
#include "vectora/normalize/stories/stories.h"
#include "vectora/score/inspect.h"

namespace {

using vectora::Json;
namespace normalize = vectora::normalize;
namespace score = vectora::score;

struct Market {
  vectora::lexicon::Lexicon lexicon;
  std::unique_ptr<normalize::Annotator> annotator;
  score::Rules rules;
};

const Market& market() {
  static const Market made = [] {
    vectora::lexicon::Scope scope;
    scope.id = "makers";
    scope.terms = {{"Acme", {"Acme Gnomes"}, "", "", {}}, {"kiln", {}, "", R"(\bkilns?\b)", {}}};
    normalize::NameRule rule;
    rule.method = normalize::NameMethod::kEndsWith;
    rule.words = {"Inc", "Works"};
    normalize::TypePattern type;
    type.name = "sale";
    type.title = {{{"sells", {}, "", "", {}}, 1}};
    Market market;
    market.lexicon = *vectora::lexicon::Lexicon::compile({scope});
    normalize::RulesVocabulary vocabulary;
    vocabulary.event_types = {type};
    vocabulary.entity_scopes = {{0, normalize::EntityKind::kCompany}};
    vocabulary.name_rules = {rule};
    market.annotator = *normalize::make_rules_annotator(market.lexicon, vocabulary);
    market.rules.domains.resize(1);
    market.rules.domains[0].signals.resize(1);
    market.rules.domains[0].signals[0].scopes = {0};
    return market;
  }();
  return made;
}

}  // namespace

// Any line gives an error or an answer in JSON; any JSON gives an error or an item,
// an annotation, a fingerprint or a judgement that is written and read again alike.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  const std::map<vectora::SourceKey, normalize::SourceFacts> sources;
  const score::InspectContext context{
      market().lexicon, *market().annotator, market().rules, sources, {}};
  for (const auto inspect : {score::inspect_item_json, score::inspect_pair_json}) {
    const auto answer = inspect(line, context);
    if (answer && !vectora::parse_json(*answer)) std::abort();
  }
  const auto json = vectora::parse_json(line);
  if (!json) return 0;
  if (const auto item = normalize::item_from_json(*json))
    if (!normalize::item_from_json(to_json(*item))) std::abort();
  if (const auto print = normalize::fingerprint_from_json(*json))
    if (!normalize::fingerprint_from_json(to_json(*print))) std::abort();
  if (const auto annotation = normalize::annotation_from_json(*json))
    if (!normalize::annotation_from_json(to_json(*annotation))) std::abort();
  if (const auto judgement = score::judgement_from_json(*json))
    if (!score::judgement_from_json(to_json(*judgement, normalize::Item()))) std::abort();
  return 0;
}
