#include "vectora/page/text_builder.h"

#include <algorithm>
#include <vector>

#include "vectora/page/tag.h"

namespace vectora::page {
namespace {

bool is_ascii_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }

enum class Mark { kVisible, kSpace, kVanishes };

struct WideMark {
  Mark mark = Mark::kVisible;
  size_t bytes = 1;
};

// Spaces and invisible characters beyond ASCII, by their UTF-8 bytes.
WideMark wide_mark(std::string_view text) {
  if (text.starts_with("\xC2\xA0")) return {Mark::kSpace, 2};     // NBSP
  if (text.starts_with("\xC2\xAD")) return {Mark::kVanishes, 2};  // soft hyphen
  if (text.starts_with("\xE3\x80\x80")) return {Mark::kSpace, 3};
  if (text.starts_with("\xEF\xBB\xBF")) return {Mark::kVanishes, 3};
  if (text.size() < 3 || !text.starts_with("\xE2\x80")) return {};
  const auto last = static_cast<unsigned char>(text[2]);
  if (last == 0x8B) return {Mark::kVanishes, 3};  // zero-width space
  if (last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF) return {Mark::kSpace, 3};
  return {};
}

bool may_be_wide_mark(char c) { return c == '\xC2' || c == '\xE2' || c == '\xE3' || c == '\xEF'; }

}  // namespace

void TextBuilder::separate(Separator separator) { pending_ = std::max(pending_, separator); }

void TextBuilder::add_visible(std::string_view run) {
  if (run.empty()) return;
  if (!out_.empty() && pending_ != Separator::kNone) {
    out_.push_back(pending_ == Separator::kLine ? '\n' : ' ');
  }
  pending_ = Separator::kNone;
  out_.append(run);
}

void TextBuilder::add(std::string_view text) {
  size_t begin = 0;
  size_t i = 0;
  while (i < text.size()) {
    WideMark found;
    if (is_ascii_space(text[i])) {
      found.mark = Mark::kSpace;
    } else if (is_control(text[i])) {
      found.mark = Mark::kVanishes;
    } else if (may_be_wide_mark(text[i])) {
      found = wide_mark(text.substr(i));
    }
    if (found.mark == Mark::kVisible) {
      ++i;
      continue;
    }
    add_visible(text.substr(begin, i - begin));
    if (found.mark == Mark::kSpace) separate(Separator::kSpace);
    i += found.bytes;
    begin = i;
  }
  add_visible(text.substr(begin));
}

void TextBuilder::add_subtree(const Dom& dom, NodeId node) {
  std::vector<NodeId> block_ends;
  separate_blocks();
  for (NodeId n = node; n < dom.end_of(node); ++n) {
    while (!block_ends.empty() && block_ends.back() <= n) {
      block_ends.pop_back();
      separate_blocks();
    }
    const Tag tag = dom.tag(n);
    if (tag == Tag::kNone) {
      add(dom.text(n));
    } else if (is_unseen(tag) && n != node) {
      n = dom.end_of(n) - 1;
    } else if (is_block(tag)) {
      separate_blocks();
      block_ends.push_back(dom.end_of(n));
    } else if (tag == Tag::kBr) {
      separate_blocks();
    }
  }
  separate_blocks();
}

}  // namespace vectora::page
