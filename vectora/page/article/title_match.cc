#include "vectora/page/article/title_match.h"

namespace vectora::page {

namespace {

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Dashes, quotes and spaces of U+2000..U+203F.
bool is_wide_punctuation(std::string_view at) {
  return at.size() >= 3 && at[0] == '\xE2' && at[1] == '\x80';
}

}  // namespace

std::string title_key(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_wide_punctuation(text.substr(i))) {
      i += 2;
    } else if (static_cast<unsigned char>(c) >= 0x80 || is_ascii_alphanumeric(c)) {
      out.push_back(lower(c));
    }
  }
  return out;
}

bool is_same_title(std::string_view heading, std::string_view title) {
  if (heading == title) return !title.empty();
  constexpr size_t kEnough = 12;
  const std::string_view shorter = heading.size() < title.size() ? heading : title;
  const std::string_view longer = heading.size() < title.size() ? title : heading;
  return shorter.size() >= kEnough && shorter.size() * 2 >= longer.size() &&
         longer.find(shorter) != std::string_view::npos;
}

NodeId find_title_heading(const Dom& dom, std::string_view title) {
  const std::string key = title_key(title);
  NodeId only = kNoNode;
  size_t count = 0;
  for (const Tag wanted : {Tag::kH1, Tag::kH2, Tag::kH3}) {
    for (NodeId n = 0; n < dom.size(); ++n) {
      if (dom.tag(n) != wanted) continue;
      if (is_same_title(title_key(dom.text_content(n)), key)) return n;
      if (wanted == Tag::kH1 && ++count == 1) only = n;
    }
  }
  return count == 1 ? only : kNoNode;
}

}  // namespace vectora::page
