// One pass over the tokens of the document. A stack of open elements knows for
// each whether it is the feed, an entry, or something whose inside says nothing
// to us (<image>, <source>, <media:group>). Elements that mean something are
// read whole and handed to xml_fields.
//
// Where the document is not well-formed, the stack decides: an end tag closes
// the nearest element of its name and all within; one that closes nothing is
// passed over; the start of an entry ends the entry before it; a field whose end
// tag is missing ends where its next sibling starts.
#include "vectora/feed/xml_feed.h"

#include <algorithm>
#include <array>
#include <utility>

#include "vectora/feed/constructs.h"
#include "vectora/feed/xml/content.h"
#include "vectora/feed/xml/declared_entities.h"
#include "vectora/feed/xml/namespaces.h"
#include "vectora/feed/xml/scanner.h"
#include "vectora/feed/xml_fields.h"
#include "vectora/text/entities.h"

namespace vectora::feed {
namespace {

using xml::Namespace;
using xml::Token;
using xml::TokenKind;

// kWrapper: an element inside an entry that only groups elements of the entry.
enum class Role : uint8_t { kFeed, kEntry, kWrapper, kOther };

struct Frame {
  std::string_view name;
  Role role = Role::kOther;
  size_t bindings = 0;  // to release at its end
  size_t bases = 0;
};

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

template <size_t kSize>
bool is_one_of(std::string_view name, const std::array<std::string_view, kSize>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view candidate) { return same_letters(candidate, name); });
}

bool is_core(const xml::Name& name) {
  return name.space == Namespace::kNone || name.space == Namespace::kAtom;
}

bool is_entry(const xml::Name& name) {
  return is_core(name) && (same_letters(name.local, "item") || same_letters(name.local, "entry"));
}

bool is_feed(const xml::Name& name) {
  constexpr std::array<std::string_view, 3> kNames = {"rss", "channel", "feed"};
  return (is_core(name) && is_one_of(name.local, kNames)) ||
         (name.space == Namespace::kRdf && same_letters(name.local, "RDF"));
}

bool is_wrapper(const xml::Name& name) {
  return name.space == Namespace::kMedia &&
         (same_letters(name.local, "group") || same_letters(name.local, "content"));
}

// Fields of one line cannot hold the start of any other field; a text of several
// lines may be HTML and so hold a <title> or <link>, but none of these. A person
// has parts of its own, <itunes:name>.
bool is_line(Field field) { return field != Field::kSummary && field != Field::kContent; }

bool is_module(Namespace space) {
  return space != Namespace::kOther && space != Namespace::kXhtml && space != Namespace::kXml &&
         space != Namespace::kRdf;
}

bool is_sibling(const xml::Name& name, Field inside) {
  constexpr std::array<std::string_view, 6> kNeverHtml = {"item", "channel",   "pubDate",
                                                          "guid", "enclosure", "lastBuildDate"};
  constexpr std::array<std::string_view, 10> kMayBeHtml = {
      "title", "link",    "description", "category",  "comments",
      "entry", "updated", "published",   "copyright", "content"};
  if (!is_core(name)) return inside != Field::kAuthor && is_module(name.space);
  return is_one_of(name.local, kNeverHtml) ||
         (is_line(inside) && is_one_of(name.local, kMayBeHtml));
}

class XmlFeedReader {
 public:
  XmlFeedReader(std::string_view document, Collector& collector)
      : scanner_(document), content_(scanner_, entities_), collector_(collector) {
    if (collector.options().url) bases_.push_back(*collector.options().url);
  }

  bool read() {
    for (Token token; !collector_.is_full() && scanner_.next(token);) {
      if (token.kind == TokenKind::kStart) on_start(token);
      if (token.kind == TokenKind::kEnd) on_end(token.name);
    }
    while (!frames_.empty()) pop();
    return found_;
  }

 private:
  xml::Scanner scanner_;
  xml::DeclaredEntities entities_;
  xml::ContentReader content_;
  xml::NamespaceScope scope_;
  Collector& collector_;
  std::vector<Frame> frames_;
  std::vector<Url> bases_;
  EntryDraft draft_;
  Ranks feed_ranks_;
  bool found_ = false;
  bool in_entry_ = false;

  void on_start(const Token& token) {
    const Frame before{token.name, Role::kOther, scope_.mark(), bases_.size()};
    declare(token.attributes);
    const xml::Name name = scope_.resolve(token.name);
    if (is_feed(name) && !in_entry_) return on_feed(token, before, name);
    if (found_ && is_entry(name)) return on_entry(token, before, name);
    const Meaning* meaning = meaning_of(name);
    if (meaning != nullptr) {
      read_field(token, name, *meaning);
      return release(before);
    }
    push(token, before, in_entry_ && is_wrapper(name) ? Role::kWrapper : Role::kOther);
  }

  void on_feed(const Token& token, const Frame& before, const xml::Name& name) {
    if (!found_) {
      collector_.feed.format = format_of(name);
      entities_.read(scanner_.document_type());
    }
    found_ = true;
    read_feed_start(collector_.feed, feed_ranks_, element(token, name));
    push(token, before, Role::kFeed);
  }

  static Format format_of(const xml::Name& root) {
    if (root.space == Namespace::kRdf) return Format::kRdf;
    return same_letters(root.local, "feed") ? Format::kAtom : Format::kRss;
  }

  void on_entry(const Token& token, Frame before, const xml::Name& name) {
    if (in_entry_) {
      if (frames_.back().role == Role::kOther) return push(token, before, Role::kOther);
      while (in_entry_) pop();
      before.bindings = std::min(before.bindings, scope_.mark());
      before.bases = std::min(before.bases, bases_.size());
    }
    if (is_too_deep()) return release(before);
    draft_ = {};
    in_entry_ = true;
    read_entry_start(draft_, element(token, name));
    push(token, before, Role::kEntry);
  }

  const Meaning* meaning_of(const xml::Name& name) const {
    if (frames_.empty() || frames_.back().role == Role::kOther) return nullptr;
    const bool is_foreign =
        frames_.back().role == Role::kWrapper && name.space != Namespace::kMedia;
    return is_foreign ? nullptr : find_meaning(in_entry_ ? Level::kEntry : Level::kFeed, name);
  }

  void read_field(const Token& token, const xml::Name& name, const Meaning& meaning) {
    if (token.empty)
      content_.clear();
    else
      content_.read(token.name, [&, is_xml = holds_xml(token.attributes)](const Token& inner) {
        return inner.kind == TokenKind::kEnd ? ends_parent(inner.name)
                                             : !is_xml && starts_sibling(inner, meaning.field);
      });
    const Element whole = element(token, name);
    if (in_entry_)
      read_entry_field(draft_, meaning, whole);
    else
      read_feed_field(collector_.feed, feed_ranks_, meaning, whole);
  }

  bool ends_parent(std::string_view name) const {
    return std::any_of(frames_.begin(), frames_.end(),
                       [&](const Frame& frame) { return same_letters(frame.name, name); });
  }

  bool starts_sibling(const Token& token, Field inside) const {
    return is_sibling(scope_.resolve(token.name), inside);
  }

  Element element(const Token& token, const xml::Name& name) const {
    Element whole;
    whole.name = name;
    whole.attributes = token.attributes;
    whole.text = content_.text();
    whole.raw = content_.raw();
    whole.has_markup = content_.has_markup();
    whole.base = bases_.empty() ? nullptr : &bases_.back();
    whole.base_is_declared = bases_.size() > (collector_.options().url ? 1U : 0U);
    whole.format = collector_.feed.format;
    return whole;
  }

  void on_end(std::string_view name) {
    const auto found = std::find_if(frames_.rbegin(), frames_.rend(), [&](const Frame& frame) {
      return same_letters(frame.name, name);
    });
    if (found == frames_.rend()) return;
    const auto keep = static_cast<size_t>(frames_.rend() - found) - 1;
    while (frames_.size() > keep) pop();
  }

  bool is_too_deep() const {
    return frames_.size() >= static_cast<size_t>(collector_.options().max_depth);
  }

  void push(const Token& token, const Frame& frame, Role role) {
    if (is_too_deep()) return release(frame);
    frames_.push_back(frame);
    frames_.back().role = role;
    if (token.empty) pop();
  }

  void pop() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    release(frame);
    if (frame.role != Role::kEntry) return;
    in_entry_ = false;
    collector_.add(std::move(draft_.entry));
  }

  void release(const Frame& frame) {
    scope_.release(frame.bindings);
    bases_.erase(bases_.begin() + static_cast<std::ptrdiff_t>(frame.bases), bases_.end());
  }

  // xmlns, xmlns:prefix and xml:base.
  void declare(std::string_view attributes) {
    if (attributes.find("xml") == std::string_view::npos) return;
    xml::AttributeReader reader(attributes);
    for (std::string_view name, value; reader.next(name, value);) {
      if (name == "xmlns") scope_.declare({}, value);
      if (name.starts_with("xmlns:")) scope_.declare(name.substr(6), value);
      if (name == "xml:base") add_base(value);
    }
  }

  void add_base(std::string_view value) {
    std::string reference;
    text::append_decoded(reference, value, text::Semicolon::kRequired);
    const auto base = bases_.empty() ? Url::parse(reference) : bases_.back().resolve(reference);
    if (base) bases_.push_back(*base);
  }
};

}  // namespace

bool read_xml_feed(std::string_view document, Collector& collector) {
  return XmlFeedReader(document, collector).read();
}

}  // namespace vectora::feed
