// What one element of an XML feed says, put into the entry or the feed.
#pragma once

#include <string_view>

#include "vectora/feed/feed.h"
#include "vectora/feed/fields.h"

namespace vectora::feed {

struct Element {
  xml::Name name;
  std::string_view attributes;  // as written
  std::string_view text;        // decoded; markup as written
  std::string_view raw;         // nothing decoded
  bool has_markup = false;
  const Url* base = nullptr;      // what relative addresses are relative to
  bool base_is_declared = false;  // by xml:base, not only known from where the feed came
  Format format = Format::kRss;
};

struct EntryDraft {
  Entry entry;
  Ranks ranks;
};

void read_entry_field(EntryDraft& draft, const Meaning& meaning, const Element& element);
void read_feed_field(Feed& feed, Ranks& ranks, const Meaning& meaning, const Element& element);

// <item rdf:about="...">
void read_entry_start(EntryDraft& draft, const Element& element);
// <feed xml:lang="...">, <channel rdf:about="...">
void read_feed_start(Feed& feed, Ranks& ranks, const Element& element);

// The value of an attribute by its local name, decoded; empty where it is absent
// or too long to be one.
std::string attribute_value(std::string_view attributes, std::string_view local);

}  // namespace vectora::feed
