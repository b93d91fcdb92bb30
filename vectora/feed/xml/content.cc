#include "vectora/feed/xml/content.h"

#include <algorithm>

#include "vectora/base/utf8.h"

namespace vectora::feed::xml {
namespace {

// Markup deeper than this is kept as text but not matched with its end tags.
constexpr size_t kMaxOpen = 64;

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

}  // namespace

void ContentReader::clear() {
  text_.clear();
  raw_ = {};
  has_markup_ = false;
  open_.clear();
}

void ContentReader::read(std::string_view element, const Closes& closes) {
  clear();
  const size_t begin = scanner_.position();
  size_t end = begin;
  for (Token token; scanner_.next(token); end = token.end) {
    if (token.kind == TokenKind::kCdata) cut_runaway(element, token);
    if (token.kind == TokenKind::kText || token.kind == TokenKind::kCdata) {
      add_text(token);
      continue;
    }
    const bool is_inner_end = token.kind == TokenKind::kEnd && is_open(token.name);
    if (token.kind == TokenKind::kEnd && !is_inner_end && same_letters(element, token.name)) break;
    if (!is_inner_end && closes(token)) {
      scanner_.seek(token.begin);
      break;
    }
    add_markup(token);
  }
  raw_ = scanner_.slice(begin, end);
}

// A CDATA section whose end was forgotten runs into the next one: it holds the
// end tag of its own element and then the start of another section. Such a one
// ends before that tag.
void ContentReader::cut_runaway(std::string_view element, Token& token) {
  const size_t next = token.text.find("[CDATA[");
  if (next == std::string_view::npos) return;
  const std::string_view before = token.text.substr(0, next);
  for (size_t at = before.find("</"); at != std::string_view::npos;
       at = before.find("</", at + 2)) {
    if (!before.substr(at + 2).starts_with(element)) continue;
    token.text = before.substr(0, at);
    token.end = token.begin + std::string_view("<![CDATA[").size() + at;
    return scanner_.seek(token.end);
  }
}

bool ContentReader::is_open(std::string_view name) const {
  return std::find(open_.begin(), open_.end(), name) != open_.end();
}

void ContentReader::add_markup(const Token& token) {
  if (token.kind == TokenKind::kEnd) {
    const auto opened = std::find(open_.rbegin(), open_.rend(), token.name);
    if (opened == open_.rend()) return;  // ends nothing: a slip
    open_.erase(opened.base() - 1, open_.end());
  } else if (!token.empty && open_.size() < kMaxOpen) {
    open_.push_back(token.name);
  }
  has_markup_ = true;
  text_.append(scanner_.slice(token.begin, token.end).substr(0, room()));
}

void ContentReader::add_text(const Token& token) {
  const std::string_view text = utf8_prefix(token.text, room());
  if (token.kind == TokenKind::kCdata)
    text_.append(text);
  else
    entities_.append_decoded(text_, text);
}

size_t ContentReader::room() const { return kMaxBytes - std::min(kMaxBytes, text_.size()); }

}  // namespace vectora::feed::xml
