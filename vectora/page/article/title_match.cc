#include "vectora/page/article/title_match.h"

namespace vectora::page {

std::string title_key(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      const bool general_punctuation = c == '\xE2' && i + 2 < text.size() && text[i + 1] == '\x80';
      if (general_punctuation) {
        i += 2;
      } else {
        out.push_back(c);
      }
    } else if (c >= 'A' && c <= 'Z') {
      out.push_back(static_cast<char>(c + 32));
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out.push_back(c);
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
