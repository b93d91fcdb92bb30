#include "vectora/page/article/blocks.h"

#include "vectora/page/text_builder.h"

namespace vectora::page {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

struct TextMeasure {
  float weight = 0;
  uint16_t marks = 0;
  bool ends_sentence = false;
};

// Three-byte punctuation: 。 、 ， ！ ？ and the ellipsis and closing quotes of Latin scripts.
bool is_wide_mark(std::string_view at) {
  return at.starts_with("\xE3\x80\x82") || at.starts_with("\xE3\x80\x81") ||
         at.starts_with("\xEF\xBC\x8C") || at.starts_with("\xEF\xBC\x81") ||
         at.starts_with("\xEF\xBC\x9F") || at.starts_with("\xE2\x80\xA6") ||
         at.starts_with("\xE0\xA5\xA4");
}

bool is_closing_quote(std::string_view at) {
  return at.starts_with("\xE2\x80\x9D") || at.starts_with("\xE2\x80\x99") ||
         at.starts_with("\xE2\x80\x9C") || at.starts_with("\xE3\x80\x8D") ||
         at.starts_with("\xEF\xBC\x89");
}

// One look at each character.
class Meter {
 public:
  TextMeasure run(std::string_view text) {
    for (size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte < 0x80) {
        add_ascii(text[i]);
      } else if (byte >= 0xC0) {
        add_wide(byte, text.substr(i));
      }
    }
    return out_;
  }

 private:
  void add_ascii(char c) {
    const bool space = is_space(c);
    if (!space || !after_space_) out_.weight += 1;
    after_space_ = space;
    const bool full_stop = c == '.' || c == '!' || c == '?';
    const bool closes = c == '"' || c == '\'' || c == ')' || c == ']';
    if (full_stop || c == ',' || c == ';') ++out_.marks;
    if (!space && !closes) out_.ends_sentence = full_stop || c == ':';
  }

  void add_wide(unsigned char lead, std::string_view at) {
    after_space_ = false;
    out_.weight += lead >= 0xE3 && lead <= 0xED ? 2.0F : 1.0F;
    const bool mark = is_wide_mark(at);
    if (mark) ++out_.marks;
    if (!is_closing_quote(at)) out_.ends_sentence = mark;
  }

  TextMeasure out_;
  bool after_space_ = true;
};

TextMeasure measure(std::string_view text) { return Meter().run(text); }

class Splitter {
 public:
  Splitter(const Dom& dom, const std::vector<bool>& skipped) : dom_(dom), skipped_(skipped) {}

  std::vector<TextBlock> run(NodeId scope) {
    for (NodeId n = scope; n < dom_.end_of(scope); ++n) {
      close_elements(n);
      n = visit(n);
    }
    finish();
    return std::move(blocks_);
  }

 private:
  // Gives the last node that is done with.
  NodeId visit(NodeId n) {
    const Tag tag = dom_.tag(n);
    if (tag == Tag::kNone) {
      if (dom_.is_text(n)) add_text(n);
      return n;
    }
    if (skipped_[n] || is_unseen(tag)) {
      if (is_block(tag)) finish();
      return dom_.end_of(n) - 1;
    }
    if (tag == Tag::kBr) {
      if (++breaks_ >= 2) finish();
    } else if (is_block(tag)) {
      finish();
      block_ends_.push_back({dom_.end_of(n), n});
    } else if (tag == Tag::kA) {
      link_end_ = dom_.end_of(n);
    }
    return n;
  }

  void close_elements(NodeId n) {
    while (!block_ends_.empty() && block_ends_.back().end <= n) {
      block_ends_.pop_back();
      finish();
    }
  }

  void add_text(NodeId n) {
    const TextMeasure found = measure(dom_.text(n));
    if (found.weight == 0) return;
    if (current_.weight == 0) {
      current_.container = block_ends_.empty() ? dom_.root() : block_ends_.back().node;
      current_.begin = n;
    }
    const bool only_space = found.weight <= 1 && found.marks == 0;
    current_.end = n + 1;
    current_.weight += found.weight;
    if (n < link_end_) current_.link_weight += found.weight;
    current_.sentence_marks = static_cast<uint16_t>(current_.sentence_marks + found.marks);
    if (!only_space) current_.ends_sentence = found.ends_sentence;
    if (!only_space) breaks_ = 0;
  }

  void finish() {
    breaks_ = 0;
    if (current_.weight > 0) blocks_.push_back(current_);
    current_ = {};
  }

  struct OpenBlock {
    NodeId end;
    NodeId node;
  };

  const Dom& dom_;
  const std::vector<bool>& skipped_;
  std::vector<TextBlock> blocks_;
  std::vector<OpenBlock> block_ends_;
  NodeId link_end_ = 0;
  int breaks_ = 0;
  TextBlock current_;
};

}  // namespace

std::vector<TextBlock> split_blocks(const Dom& dom, NodeId scope,
                                    const std::vector<bool>& skipped) {
  return Splitter(dom, skipped).run(scope);
}

void measure_texts(const Dom& dom, NodeId scope, std::vector<float>& text,
                   std::vector<float>& links) {
  NodeId link_end = 0;
  for (NodeId n = scope; n < dom.end_of(scope); ++n) {
    const Tag tag = dom.tag(n);
    if (is_unseen(tag)) {
      n = dom.end_of(n) - 1;
    } else if (tag == Tag::kA) {
      link_end = dom.end_of(n);
    } else if (tag == Tag::kNone) {
      text[n] = measure(dom.text(n)).weight;
      if (n < link_end) links[n] = text[n];
    }
  }
}

std::string text_of_block(const Dom& dom, const TextBlock& block,
                          const std::vector<bool>& skipped) {
  TextBuilder builder(Separator::kLine);
  for (NodeId n = block.begin; n < block.end; ++n) {
    const Tag tag = dom.tag(n);
    if (tag == Tag::kNone) {
      builder.add(dom.text(n));
    } else if (skipped[n] || is_unseen(tag)) {
      n = dom.end_of(n) - 1;
    } else if (tag == Tag::kBr) {
      builder.separate(Separator::kLine);
    }
  }
  return builder.take();
}

}  // namespace vectora::page
