#include "vectora/page/article/main_text.h"

#include <algorithm>
#include <vector>

#include "vectora/page/article/blocks.h"
#include "vectora/page/article/vocabulary.h"

namespace vectora::page {
namespace {

using namespace meaning;

NodeId body_of(const Dom& dom) {
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (dom.tag(n) == Tag::kBody) return n;
  }
  return dom.root();
}

bool is_paragraph_like(const TextBlock& block) {
  if (block.link_density() > 0.5F) return false;
  return block.weight >= 80 || (block.weight >= 40 && block.ends_sentence);
}

class Extractor {
 public:
  Extractor(const Dom& dom, std::string_view title)
      : dom_(dom), title_(title), body_(body_of(dom)), skipped_(dom.size()), names_(dom.size()) {}

  std::string run() {
    measure_paragraphs();
    prune();
    blocks_ = split_blocks(dom_, body_, skipped_);
    score();
    const NodeId container = choose();
    return render(container);
  }

 private:
  // Paragraph weight below every node, before anything is pruned.
  void measure_paragraphs() {
    paragraphs_.assign(dom_.size(), 0);
    for (const TextBlock& block : split_blocks(dom_, body_, skipped_)) {
      if (is_paragraph_like(block)) {
        paragraphs_[block.container] += block.weight - block.link_weight;
      }
    }
    add_up(paragraphs_);
  }

  void add_up(std::vector<float>& values) const {
    for (NodeId n = static_cast<NodeId>(dom_.size()); n-- > body_ + 1;) {
      values[dom_.parent(n)] += values[n];
    }
  }

  void prune() {
    const float all = paragraphs_[body_];
    for (NodeId n = body_ + 1; n < dom_.size(); ++n) {
      if (!dom_.is_element(n)) continue;
      names_[n] = meanings_of(dom_, n);
      if (is_boilerplate(n, all > 0 ? paragraphs_[n] / all : 0)) {
        skipped_[n] = true;
        n = dom_.end_of(n) - 1;
      }
    }
  }

  bool is_hidden(NodeId n) const {
    if (dom_.has_attribute(n, "hidden") || dom_.attribute(n, "aria-hidden") == "true") return true;
    const std::string_view style = dom_.attribute(n, "style");
    return style.find("display:none") != std::string_view::npos ||
           style.find("display: none") != std::string_view::npos;
  }

  bool is_boilerplate(NodeId n, float share) const {
    const Meanings m = names_[n];
    switch (dom_.tag(n)) {
      case Tag::kNav:
      case Tag::kFooter:
      case Tag::kAside:
      case Tag::kForm:
      case Tag::kMenu:
      case Tag::kDialog: return share < 0.5F;
      case Tag::kButton:
      case Tag::kInput:
      case Tag::kLabel:
      case Tag::kFigcaption: return true;
      case Tag::kHeader: return dom_.parent(n) == body_ && share < 0.3F;
      default: break;
    }
    if (is_hidden(n)) return share < 0.5F;
    if ((m & kComment) != 0) return share < 0.7F;
    constexpr Meanings kBad = kRelated | kShare | kAd | kNav | kSide | kFooter | kAuthor | kMeta |
                              kSignUp | kCaption | kHidden | kTeaser | kDate;
    if ((m & kBad) != 0 && (m & kMain) == 0) return share < 0.25F;
    return false;
  }

  void score() {
    scores_.assign(dom_.size(), 0);
    for (const TextBlock& block : blocks_) {
      float value = -5;
      if (block.link_density() > 0.5F) {
        value = -block.weight * 0.3F - 10;
      } else if (is_paragraph_like(block)) {
        value = block.weight - block.link_weight;
      } else if (is_heading(dom_.tag(block.container))) {
        value = 0;
      }
      scores_[block.container] += value;
    }
    add_up(scores_);
  }

  NodeId choose() const {
    NodeId best = body_;
    for (NodeId n = body_; n < dom_.size(); ++n) {
      if (dom_.is_element(n) && scores_[n] >= scores_[best]) best = n;
    }
    return best;
  }

  bool keeps(const TextBlock& block) const {
    const Tag tag = dom_.tag(block.container);
    if (tag == Tag::kH1) return false;
    if (block.link_density() > 0.5F) return false;
    if (is_heading(tag)) return true;
    return is_paragraph_like(block) || tag == Tag::kP || tag == Tag::kLi || tag == Tag::kTd;
  }

  std::string render(NodeId container) const {
    std::string out;
    for (const TextBlock& block : blocks_) {
      if (!dom_.contains(container, block.container) || !keeps(block)) continue;
      const std::string text = text_of_block(dom_, block, skipped_);
      if (text.empty() || text == title_) continue;
      if (!out.empty()) out.push_back('\n');
      out += text;
    }
    return out.empty() ? dom_.block_text(body_) : out;
  }

  const Dom& dom_;
  std::string_view title_;
  NodeId body_;
  std::vector<bool> skipped_;
  std::vector<Meanings> names_;
  std::vector<float> paragraphs_;
  std::vector<float> scores_;
  std::vector<TextBlock> blocks_;
};

}  // namespace

std::string read_main_text(const Dom& dom, std::string_view title) {
  return Extractor(dom, title).run();
}

}  // namespace vectora::page
