// The keys of what annotates an item: scopes, types, kinds of entities, names, words of news.
#include "test/keys/flip.h"
#include "test/keys/term_flips.h"

namespace vectora::keys {
namespace {

// `title` has a keyword of the type, "kestrelword" and KSTW.
std::vector<Flip> keyword_flips(const std::string& key, const std::string& place,
                                const std::string& title) {
  const std::string item = "news [+]: {title: " + title + "}";
  std::vector<Flip> flips;
  for (const std::string list : {".title_keywords", ".body_keywords", ".negative_keywords"}) {
    append(flips, term_flips(key + list, place + list, Part::kAnnotations, {item}));
    flips.push_back({key + list + "[].weight",
                     {item, place + list + "[+]: {name: kestrelword, weight: 0.25}"},
                     {place + list + "[-].weight: 4"},
                     Part::kAnnotations});
  }
  return flips;
}

const std::vector<Flip> kTypes = {
    {"content_types.*.event_type",
     {},
     {"contents content_types.deal.event_type: corporate_move"},
     Part::kAnnotations},
    {"event_types.*.words.en",
     {},
     {"events event_types.partnership.words.en: kestrelwords"},
     Part::kIssue},
    {"event_types.*.words.fr",
     {"client client_profile.language: fr"},
     {"events event_types.partnership.words.fr: kestrelmots"},
     Part::kIssue},
};

std::vector<Flip> kind_flips() {
  std::vector<Flip> flips;
  for (const std::string kind :
       {"companies", "molecules", "technologies", "trademarks", "indications", "dosing_intervals"})
    flips.push_back(
        {"entity_kinds." + kind + ".scopes[]",
         {"exclusions kestrels: [kestrelword]", "news [+]: {title: A story of kestrelword}"},
         {"entities entity_kinds." + kind + ".scopes[+]: kestrels"},
         Part::kAnnotations});
  return flips;
}

Flip name_rule(const std::string& key, const std::string& change) {
  return {"rules[]." + key,
          {"news [+]: {title: Kestrel Inc opens a depot with Falcon Inc}",
           "open_world rules: [{id: suffix, kind: company, method: ends_with, words: [Inc]}]"},
          {"open_world rules[0]." + change},
          Part::kAnnotations};
}

Flip headline_rule() {
  return {"rules[].headline_words[]",
          {"news [+]: {title: Kestrel opens a depot}",
           "open_world rules: [{id: acts, kind: company, method: pattern, "
           "headline_words: ['^(Kestrel) opens']}]"},
          {"open_world rules[0].headline_words: ['^(Kestrel) closes']"},
          Part::kAnnotations};
}

// Two headlines, of which the second ends otherwise.
std::vector<std::string> two_titles(const std::string& first, const std::string& second) {
  return {"news [+]: {title: " + first + "}", "news [+]: {title: " + second + "}"};
}

Flip text_word(const std::string& list) {
  return {list + "[]",
          {"news [+]: {title: A story in four sentences, text: The first sentence tells what "
           "happened. The second one tells when it happened. The third one tells who had said so. "
           "Kestrelword is what the fourth one tells.}"},
          {"texts " + list + ": [kestrelword]"},
          Part::kAnnotations};
}

}  // namespace

FlipTable scope_flips() {
  return {config::scopes_schema(),
          {"companies", "molecules", "technologies", "trademarks", "indications", "exclusions"},
          joined({term_flips("*", "trademarks bus_models", Part::kAnnotations),
                  term_flips("*.*", "technologies bus_batteries.cells", Part::kAnnotations)})};
}

FlipTable event_flips() {
  return {config::events_schema(),
          {"events", "contents"},
          joined({keyword_flips("event_types.*", "events event_types.partnership",
                                "Kestrelword and KSTW in one alliance"),
                  keyword_flips("content_types.*", "contents content_types.deal",
                                "A field test of kestrelword and KSTW orders 240 packs"),
                  kTypes})};
}

FlipTable entity_flips() { return {config::entities_schema(), {"entities"}, kind_flips()}; }

FlipTable open_world_flips() {
  return {config::open_world_schema(),
          {"open_world"},
          {name_rule("kind", "kind: trademark"), name_rule("method", "method: followed_by"),
           name_rule("words[]", "words: [AG]"), name_rule("except[]", "except: [Falcon Inc]"),
           headline_rule()}};
}

FlipTable text_flips() {
  const std::vector<std::string> told = two_titles("Voltara alliance kestrel by the morning",
                                                   "Voltara alliance kestrel evening of harbours");
  const std::vector<std::string> bought =
      two_titles("Voltara alliance buys", "Voltara alliance acquires");
  return {config::texts_schema(),
          {"texts"},
          {text_word("endings"),
           text_word("boilerplate"),
           {"stories.common[]", told, {"texts stories.common: [kestrel]"}, Part::kEntries},
           {"stories.commentary[]", told, {"texts stories.commentary: [harbour]"}, Part::kEntries},
           {"stories.synonyms.*[]",
            bought,
            {"texts stories.synonyms: {buys: [acquires]}"},
            Part::kEntries}}};
}

}  // namespace vectora::keys
