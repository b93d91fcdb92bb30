#include "vectora/text/html_text.h"

#include <algorithm>
#include <array>

#include "vectora/base/utf8.h"
#include "vectora/text/entities.h"

namespace vectora::text {
namespace {

// Elements that stand within a line: they do not part words. All others do.
constexpr std::array<std::string_view, 37> kInline = {
    "a",   "abbr", "acronym", "b",    "bdi", "bdo",  "big",   "cite",  "code",   "data",
    "del", "dfn",  "em",      "font", "i",   "ins",  "kbd",   "label", "mark",   "nobr",
    "q",   "rp",   "rt",      "ruby", "s",   "samp", "small", "span",  "strike", "strong",
    "sub", "sup",  "time",    "tt",   "u",   "var",  "wbr"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Reads one fragment from front to back. No step looks back, and what is
// searched for in vain once is not searched for again: time is linear.
class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) { out_.reserve(html.size()); }

  std::string read() {
    while (position_ < html_.size()) {
      const size_t less = std::min(html_.find('<', position_), html_.size());
      append_decoded(out_, html_.substr(position_, less - position_), Semicolon::kMayBeMissing);
      position_ = less;
      if (less < html_.size()) read_markup();
    }
    return collapse_space(out_);
  }

 private:
  std::string_view html_;
  size_t position_ = 0;
  std::string out_;
  bool no_more_tags_ = false;  // no '>' follows

  void read_markup() {
    const std::string_view rest = html_.substr(position_);
    if (rest.starts_with("<!--")) return skip_comment();
    const size_t name = rest.size() > 1 && rest[1] == '/' ? 2 : 1;
    const bool markup = rest.size() > name && (is_letter(rest[name]) ||
                                               (name == 1 && (rest[1] == '!' || rest[1] == '?')));
    if (!markup || !skip_tag(name)) literal();
  }

  void literal() { out_ += html_[position_++]; }

  void skip_comment() {
    const size_t end = html_.find("-->", position_ + 4);
    position_ = end == std::string_view::npos ? html_.size() : end + 3;
  }

  // False if the tag has no end.
  bool skip_tag(size_t name_offset) {
    if (no_more_tags_) return false;
    const size_t end = tag_end(position_ + name_offset);
    if (end == std::string_view::npos) return false;
    const std::string name = lower_name(position_ + name_offset);
    position_ = end + 1;
    if (std::find(kInline.begin(), kInline.end(), name) == kInline.end()) out_ += ' ';
    if (name_offset == 1 && (name == "script" || name == "style")) skip_raw_text(name);
    return true;
  }

  // The '>' that ends a tag, quoted values respected; where a quote is never
  // closed the first '>' is it.
  size_t tag_end(size_t at) {
    const size_t first = html_.find('>', at);
    no_more_tags_ = first == std::string_view::npos;
    size_t end = first;
    while (at < html_.size() && end != std::string_view::npos) {
      const size_t equals = html_.substr(0, end).find('=', at);
      if (equals == std::string_view::npos) return end;
      at = html_.find_first_not_of(" \t\r\n", equals + 1);
      if (at == std::string_view::npos || (html_[at] != '"' && html_[at] != '\'')) continue;
      const size_t closing = closing_quote(at);
      if (closing == std::string_view::npos) return first;
      at = closing + 1;
      if (closing > end) end = html_.find('>', at);
    }
    return end == std::string_view::npos ? first : end;
  }

  // A value holds no more than an address does; further away stands another's quote.
  size_t closing_quote(size_t opening) const {
    constexpr size_t kLongestValue = 16384;
    return html_.substr(0, opening + kLongestValue).find(html_[opening], opening + 1);
  }

  std::string lower_name(size_t at) const {
    std::string name;
    for (; at < html_.size() && is_letter(html_[at]) && name.size() < 12; ++at)
      name += lower(html_[at]);
    return name;
  }

  void skip_raw_text(std::string_view name) {
    for (size_t at = html_.find("</", position_); at != std::string_view::npos;
         at = html_.find("</", at + 2)) {
      if (lower_name(at + 2) != name) continue;
      position_ = at;
      return;
    }
    position_ = html_.size();
  }
};

bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// ASCII that is no white space and no control character, which is nearly everything.
bool is_plain(char c) { return c > ' ' && c != '\x7F'; }

bool is_control(char c) {
  return !is_ascii_space(c) && (static_cast<unsigned char>(c) < ' ' || c == '\x7F');
}

// The length of the white space character at `position`, or 0. Beyond ASCII these
// are NEL and NBSP, the Ogham space, the spaces of general punctuation with the
// zero-width one, the line separators, the word joiner, the ideographic space and
// the byte order mark. Told from the bytes: text of other scripts is full of their
// first ones.
size_t space_length(std::string_view text, size_t position) {
  const auto byte = [&](size_t offset) {
    const size_t at = position + offset;
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return is_ascii_space(text[position]) ? 1 : 0;
  if (first == 0xC2) return byte(1) == 0x85 || byte(1) == 0xA0 ? 2 : 0;
  if (first == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    const bool is_space =
        (last >= 0x80 && last <= 0x8B) || last == 0xA8 || last == 0xA9 || last == 0xAF;
    return is_space ? 3 : 0;
  }
  if (first == 0xE2) return byte(1) == 0x81 && (byte(2) == 0x9F || byte(2) == 0xA0) ? 3 : 0;
  if (first == 0xE1) return byte(1) == 0x9A && byte(2) == 0x80 ? 3 : 0;
  if (first == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  return first == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_decoded(out, text, Semicolon::kMayBeMissing);
  return out;
}

std::string plain_text(std::string_view html) {
  if (!looks_like_html(html)) return collapse_space(html);
  return Reader(html).read();
}

bool looks_like_html(std::string_view text) {
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    const char next = text[at + 1];
    if (text[at] == '<' && (is_letter(next) || next == '/' || next == '!' || next == '?'))
      return true;
    if (text[at] == '&' && read_reference(text, at, Semicolon::kMayBeMissing).length > 0)
      return true;
  }
  return false;
}

namespace {

// One space between two plain characters is as it should be.
size_t end_of_collapsed(std::string_view text, size_t at) {
  while (at < text.size()) {
    if (is_plain(text[at])) {
      ++at;
    } else if (text[at] == ' ' && at + 1 < text.size() && is_plain(text[at + 1])) {
      at += 2;
    } else if (space_length(text, at) == 0 && !is_control(text[at])) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

}  // namespace

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool is_apart = false;
  for (size_t at = 0; at < text.size();) {
    const size_t space = space_length(text, at);
    if (space > 0 || is_control(text[at])) {
      is_apart |= space > 0;
      at += std::max<size_t>(space, 1);
      continue;
    }
    const size_t begin = at;
    at = end_of_collapsed(text, at);
    if (is_apart && !out.empty()) out += ' ';
    is_apart = false;
    out.append(text, begin, at - begin);
  }
  return out;
}

}  // namespace vectora::text
