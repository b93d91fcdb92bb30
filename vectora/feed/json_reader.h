// JSON as it comes from outside, value by value: no tree, no recursion.
//
//   JsonReader json(R"({"title": "A", "items": [{"id": 1}]})");
//   for (std::string key; json.next_member(key);)
//     if (key == "title") title = json.scalar();
//     else json.skip();
//
// Made for documents of any size and depth. It is lenient: what is cut off ends
// there, a comma too many is nothing, a lone surrogate is U+FFFD.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vectora::feed {

class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text) {}

  bool at_object() { return next_char() == '{'; }
  bool at_array() { return next_char() == '['; }

  // Steps into the object or array at hand, or on to its next part; false after
  // the last one, which is then passed, and false where there is no such thing.
  // The part must be read (scalar, skip, or stepped through) before the next step.
  bool next_member(std::string& key);
  bool next_element();

  // A string, or a number as written; empty for anything else, which is passed.
  std::string scalar();
  void skip();

 private:
  std::string_view text_;
  size_t position_ = 0;

  char next_char();
  bool step(char opening, char closing);
  std::string string();
  void skip_token(char c);
  void skip_string();
  void read_escape(std::string& out);
  char32_t read_unit();
};

}  // namespace vectora::feed
