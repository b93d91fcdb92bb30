#include "vectora/feed/xml_fields.h"

#include <utility>

#include "vectora/feed/constructs.h"
#include "vectora/feed/values.h"
#include "vectora/feed/xml/scanner.h"
#include "vectora/text/entities.h"
#include "vectora/text/html_text.h"

namespace vectora::feed {
namespace {

// What stands in for a field that the feed does not give.
constexpr uint8_t kRankOfAbout = 5;
constexpr uint8_t kRankOfGuidAsLink = 10;
constexpr uint8_t kRankOfIdAsLink = 11;
constexpr uint8_t kRankOfSelf = 12;
constexpr uint8_t kRankOfXmlLang = 5;

constexpr size_t kLongestValue = 1 << 16;  // of an attribute; a longer one is none

void take_text(std::string& target, Ranks& ranks, const Meaning& meaning, std::string value) {
  if (!value.empty() && ranks.take(meaning)) target = std::move(value);
}

void take_date(std::optional<text::ParsedDate>& target, Ranks& ranks, const Meaning& meaning,
               std::string_view text) {
  const auto date = feed_date(text);
  if (date && ranks.take_last(meaning)) target = date;
}

// RFC 4287, 4.2.7.2: a relation may be written as IANA's address of it.
std::string link_relation(std::string_view attributes) {
  constexpr std::string_view kRegistry = "http://www.iana.org/assignments/relation/";
  std::string relation = clean(attribute_value(attributes, "rel"));
  if (relation.starts_with(kRegistry)) relation.erase(0, kRegistry.size());
  return relation.empty() ? "alternate" : relation;
}

// Of several alternatives the page is the one to link to.
uint8_t rank_of_type(std::string_view type) {
  if (type == "text/html" || type == "application/xhtml+xml") return 0;
  return type.empty() ? 1 : 2;
}

// The address of a <link>: the text in RSS, an attribute in Atom. An atom:link
// inside RSS stands behind RSS's own.
struct Link {
  std::string relation = "alternate";
  std::string address;
  std::string type;
  uint8_t rank = 0;
};

Link read_link(const Element& element) {
  Link link;
  link.relation = link_relation(element.attributes);
  link.type = attribute_value(element.attributes, "type");
  std::string reference = attribute_value(element.attributes, "href");
  if (reference.empty()) reference = attribute_value(element.attributes, "resource");
  if (reference.empty()) {
    link.address = resolve_link(element.text, element.base);
    return link;
  }
  link.address = resolve_link(reference, element.base);
  link.rank = rank_of_type(link.type);
  if (element.format != Format::kAtom) link.rank = static_cast<uint8_t>(link.rank + 3);
  return link;
}

void add_enclosure(Entry& entry, std::string url, std::string type) {
  if (!url.empty() && entry.enclosures.size() < kMaxListSize)
    entry.enclosures.push_back({std::move(url), std::move(type)});
}

void read_entry_link(EntryDraft& draft, const Element& element) {
  Link link = read_link(element);
  if (link.relation == "enclosure")
    return add_enclosure(draft.entry, std::move(link.address), std::move(link.type));
  if (link.relation == "alternate")
    take_text(draft.entry.link, draft.ranks, {Field::kLink, link.rank}, std::move(link.address));
}

// RSS 2.0: the guid is an address unless it says that it is not.
void read_guid(EntryDraft& draft, const Meaning& meaning, const Element& element) {
  std::string guid = clean(element.text);
  const bool is_link = attribute_value(element.attributes, "isPermaLink") != "false";
  if (is_link)
    take_text(draft.entry.link, draft.ranks, {Field::kLink, kRankOfGuidAsLink},
              resolve_link(guid, element.base));
  take_text(draft.entry.id, draft.ranks, {Field::kId, meaning.rank}, std::move(guid));
}

// An address as id is where the entry is found, unless a link says otherwise.
void read_id(EntryDraft& draft, const Meaning& meaning, const Element& element) {
  std::string id =
      element.base_is_declared ? resolve_link(element.text, element.base) : clean(element.text);
  if (Url::parse(id)) take_text(draft.entry.link, draft.ranks, {Field::kLink, kRankOfIdAsLink}, id);
  take_text(draft.entry.id, draft.ranks, meaning, std::move(id));
}

void read_category(Entry& entry, const Element& element) {
  std::string term = attribute_value(element.attributes, "term");
  if (term.empty()) term = element.text;
  append_bounded(entry.categories, title_text(term));
}

void read_authors(EntryDraft& draft, const Meaning& meaning, const Element& element) {
  std::string name = person_name(element);
  if (name.empty()) return;
  const uint8_t current = draft.ranks.of(Field::kAuthor);
  if (meaning.rank > current) return;
  if (draft.ranks.take(meaning)) draft.entry.authors.clear();
  append_bounded(draft.entry.authors, std::move(name));
}

// The text as written is kept even where no date can be read from it.
void read_published(EntryDraft& draft, const Meaning& meaning, const Element& element) {
  const auto date = feed_date(element.text);
  const bool taken = date && draft.ranks.take_last(meaning);
  if (taken) draft.entry.published = date;
  if (taken || draft.entry.date_text.empty()) draft.entry.date_text = clean(element.text);
}

void read_feed_link(Feed& feed, Ranks& ranks, const Element& element) {
  Link link = read_link(element);
  const bool is_self = link.relation == "self" && element.format == Format::kAtom;
  if (is_self) link.rank = kRankOfSelf;
  if (is_self || link.relation == "alternate")
    take_text(feed.link, ranks, {Field::kLink, link.rank}, std::move(link.address));
}

}  // namespace

std::string attribute_value(std::string_view attributes, std::string_view local) {
  xml::AttributeReader reader(attributes);
  for (std::string_view name, value; reader.next(name, value);) {
    const size_t colon = name.find(':');
    if (name.substr(colon == std::string_view::npos ? 0 : colon + 1) != local) continue;
    if (value.size() > kLongestValue) return {};
    std::string decoded;
    text::append_decoded(decoded, value, text::Semicolon::kRequired);
    return decoded;
  }
  return {};
}

void read_entry_field(EntryDraft& draft, const Meaning& meaning, const Element& element) {
  Entry& entry = draft.entry;
  Ranks& ranks = draft.ranks;
  switch (meaning.field) {
    case Field::kTitle: return take_text(entry.title, ranks, meaning, construct_title(element));
    case Field::kLink: return read_entry_link(draft, element);
    case Field::kGuid: return read_guid(draft, meaning, element);
    case Field::kId: return read_id(draft, meaning, element);
    case Field::kPublished: return read_published(draft, meaning, element);
    case Field::kUpdated: return take_date(entry.updated, ranks, meaning, element.text);
    case Field::kSummary: return take_text(entry.summary, ranks, meaning, construct_body(element));
    case Field::kContent: return take_text(entry.content, ranks, meaning, construct_body(element));
    case Field::kAuthor: return read_authors(draft, meaning, element);
    case Field::kCategory: return read_category(entry, element);
    case Field::kEnclosure:
      return add_enclosure(entry,
                           resolve_link(attribute_value(element.attributes, "url"), element.base),
                           attribute_value(element.attributes, "type"));
    case Field::kLanguage: return;
  }
}

void read_feed_field(Feed& feed, Ranks& ranks, const Meaning& meaning, const Element& element) {
  switch (meaning.field) {
    case Field::kTitle: return take_text(feed.title, ranks, meaning, construct_title(element));
    case Field::kLink: return read_feed_link(feed, ranks, element);
    case Field::kId: return take_text(feed.id, ranks, meaning, clean(element.text));
    case Field::kUpdated: return take_date(feed.updated, ranks, meaning, element.text);
    case Field::kSummary:
      return take_text(feed.description, ranks, meaning, construct_body(element));
    case Field::kAuthor: return take_text(feed.author, ranks, meaning, person_name(element));
    case Field::kLanguage: return take_text(feed.language, ranks, meaning, clean(element.text));
    default: return;
  }
}

void read_entry_start(EntryDraft& draft, const Element& element) {
  std::string about = clean(attribute_value(element.attributes, "about"));
  take_text(draft.entry.id, draft.ranks, {Field::kId, kRankOfAbout}, std::move(about));
}

void read_feed_start(Feed& feed, Ranks& ranks, const Element& element) {
  take_text(feed.id, ranks, {Field::kId, kRankOfAbout},
            clean(attribute_value(element.attributes, "about")));
  take_text(feed.language, ranks, {Field::kLanguage, kRankOfXmlLang},
            clean(attribute_value(element.attributes, "lang")));
}

}  // namespace vectora::feed
