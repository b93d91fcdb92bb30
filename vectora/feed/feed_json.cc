#include "vectora/feed/feed_json.h"

namespace vectora::feed {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += kHex[byte >> 4U];
      out += kHex[byte & 0x0FU];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Writes the members of one object; empty values are left out.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }

  void text(std::string_view key, std::string_view value) {
    if (value.empty()) return;
    name(key);
    append_quoted(out_, value);
  }

  void date(std::string_view key, const std::optional<text::ParsedDate>& value) {
    if (value) text(key, value->instant().str());
  }

  template <class List, class Write>
  void list(std::string_view key, const List& values, const Write& write) {
    if (values.empty()) return;
    name(key);
    char before = '[';
    for (const auto& value : values) {
      out_ += before;
      write(value);
      before = ',';
    }
    out_ += ']';
  }

  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;

  void name(std::string_view key) {
    if (!first_) out_ += ',';
    first_ = false;
    append_quoted(out_, key);
    out_ += ':';
  }
};

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

void append_entry(std::string& out, const Entry& entry) {
  Object object(out);
  object.text("title", entry.title);
  object.text("link", entry.link);
  object.text("id", entry.id);
  object.date("published", entry.published);
  object.date("updated", entry.updated);
  object.text("summary", entry.summary);
  object.text("content", entry.content);
  object.text("author", joined(entry.authors));
  object.list("categories", entry.categories,
              [&](const std::string& category) { append_quoted(out, category); });
  object.list("enclosures", entry.enclosures, [&](const Enclosure& enclosure) {
    Object inner(out);
    inner.text("url", enclosure.url);
    inner.text("type", enclosure.type);
    inner.close();
  });
  object.close();
}

// The items are written; the object is still open.
void append_feed(std::string& out, const Feed& feed) {
  std::string members;
  Object object(members);
  object.text("title", feed.title);
  object.text("link", feed.link);
  object.text("description", feed.description);
  object.text("id", feed.id);
  object.date("updated", feed.updated);
  object.text("author", feed.author);
  object.text("language", feed.language);
  object.text("encoding", feed.encoding);
  object.close();
  if (members.size() > 2) out += ',';
  out.append(members, 1);
}

// Puts entries into the list of items.
class Items {
 public:
  explicit Items(std::string& out) : out_(out) { out_ += "{\"items\":["; }

  void add(const Entry& entry) {
    if (!first_) out_ += ',';
    first_ = false;
    append_entry(out_, entry);
  }

  void close() { out_ += ']'; }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace

std::string to_json(const Feed& feed) {
  std::string out;
  Items items(out);
  for (const Entry& entry : feed.entries) items.add(entry);
  items.close();
  append_feed(out, feed);
  return out;
}

Result<std::string> parse_to_json(std::string_view bytes, Options options) {
  std::string out;
  Items items(out);
  options.sink = [&](const Entry& entry) { items.add(entry); };
  const Feed feed = TRY(parse_feed(bytes, options));
  items.close();
  append_feed(out, feed);
  return out;
}

}  // namespace vectora::feed
