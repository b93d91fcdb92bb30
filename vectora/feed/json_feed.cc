#include "vectora/feed/json_feed.h"

#include <utility>

#include "vectora/feed/json_reader.h"
#include "vectora/feed/values.h"

namespace vectora::feed {
namespace {

std::string read_text(JsonReader& json) { return clean(json.scalar()); }

// {"name": ..., "url": ...}; some write a plain string.
std::string read_author(JsonReader& json) {
  if (!json.at_object()) return read_text(json);
  std::string name;
  for (std::string key; json.next_member(key);) {
    if (key == "name")
      name = read_text(json);
    else
      json.skip();
  }
  return name;
}

// Calls `read` for each element of a list; a value alone counts as a list of one.
template <class Read>
void for_each(JsonReader& json, const Read& read) {
  if (!json.at_array()) return read();
  while (json.next_element()) read();
}

void read_attachment(JsonReader& json, Entry& entry) {
  if (!json.at_object()) return json.skip();
  Enclosure enclosure;
  for (std::string key; json.next_member(key);) {
    if (key == "url")
      enclosure.url = read_text(json);
    else if (key == "mime_type")
      enclosure.type = read_text(json);
    else
      json.skip();
  }
  if (!enclosure.url.empty() && entry.enclosures.size() < kMaxListSize)
    entry.enclosures.push_back(std::move(enclosure));
}

class ItemReader {
 public:
  ItemReader(JsonReader& json, const Url* base) : json_(json), base_(base) {}

  Entry read() {
    for (std::string key; json_.next_member(key);) {
      if (!read_body(key) && !read_list(key)) read_line(key);
    }
    if (entry_.content.empty()) entry_.content = std::move(content_text_);
    if (entry_.authors.empty()) append_bounded(entry_.authors, std::move(author_));
    return std::move(entry_);
  }

 private:
  JsonReader& json_;
  const Url* base_;
  Entry entry_;
  std::string content_text_;
  std::string author_;  // of version 1.0

  bool read_body(std::string_view key) {
    if (key == "content_html")
      entry_.content = read_text(json_);
    else if (key == "content_text")
      content_text_ = read_text(json_);
    else if (key == "summary")
      entry_.summary = read_text(json_);
    else
      return false;
    return true;
  }

  bool read_list(std::string_view key) {
    if (key == "authors")
      for_each(json_, [&] { append_bounded(entry_.authors, read_author(json_)); });
    else if (key == "tags")
      for_each(json_, [&] { append_bounded(entry_.categories, read_text(json_)); });
    else if (key == "attachments")
      for_each(json_, [&] { read_attachment(json_, entry_); });
    else
      return false;
    return true;
  }

  void read_line(std::string_view key) {
    if (key == "id") {
      entry_.id = read_text(json_);
    } else if (key == "url") {
      entry_.link = resolve_link(json_.scalar(), base_);
    } else if (key == "title") {
      entry_.title = title_text(json_.scalar());
    } else if (key == "date_published") {
      entry_.date_text = read_text(json_);
      entry_.published = feed_date(entry_.date_text);
    } else if (key == "date_modified") {
      entry_.updated = feed_date(json_.scalar());
    } else if (key == "author") {
      author_ = read_author(json_);
    } else {
      json_.skip();
    }
  }
};

class FeedReader {
 public:
  FeedReader(std::string_view document, Collector& collector)
      : json_(document), collector_(collector) {}

  bool read() {
    std::string author;
    for (std::string key; json_.next_member(key);) {
      if (key == "items")
        read_items();
      else if (key == "author")
        author = read_author(json_);
      else
        read_line(key);
    }
    if (collector_.feed.author.empty()) collector_.feed.author = author;
    return found_;
  }

 private:
  JsonReader json_;
  Collector& collector_;
  bool found_ = false;

  void read_items() {
    if (!json_.at_array()) return json_.skip();
    found_ = true;
    const Url* base = collector_.options().url ? &*collector_.options().url : nullptr;
    while (!collector_.is_full() && json_.next_element()) {
      if (json_.at_object())
        collector_.add(ItemReader(json_, base).read());
      else
        json_.skip();
    }
  }

  void read_line(std::string_view key) {
    Feed& feed = collector_.feed;
    if (key == "title")
      feed.title = title_text(json_.scalar());
    else if (key == "home_page_url")
      feed.link = read_text(json_);
    else if (key == "description")
      feed.description = read_text(json_);
    else if (key == "language")
      feed.language = read_text(json_);
    else if (key == "authors")
      read_authors();
    else if (key == "version")
      found_ |= json_.scalar().find("jsonfeed.org/version/") != std::string::npos;
    else
      json_.skip();
  }

  void read_authors() {
    for_each(json_, [&] {
      std::string name = read_author(json_);
      if (collector_.feed.author.empty()) collector_.feed.author = std::move(name);
    });
  }
};

}  // namespace

bool read_json_feed(std::string_view document, Collector& collector) {
  collector.feed.format = Format::kJson;
  return FeedReader(document, collector).read();
}

}  // namespace vectora::feed
