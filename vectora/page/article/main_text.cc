#include "vectora/page/article/main_text.h"

#include <algorithm>
#include <vector>

#include "vectora/page/article/blocks.h"
#include "vectora/page/article/boilerplate.h"
#include "vectora/page/article/title_match.h"

namespace vectora::page {
namespace {

using namespace meaning;

// One attempt at the text, at one strength of pruning.
class Extraction {
 public:
  Extraction(const Dom& dom, const PageMeasures& measures, std::string_view title, Pruning pruning)
      : dom_(dom),
        m_(measures),
        title_(title_key(title)),
        skipped_(find_boilerplate(dom, measures, pruning)),
        blocks_(split_blocks(dom, measures.body, skipped_)) {}

  std::string run() {
    const NodeId container = choose();
    std::erase_if(blocks_, [&](const TextBlock& block) {
      return !dom_.contains(container, block.container);
    });
    begin_after_title();
    std::erase_if(blocks_, [&](const TextBlock& block) { return !keeps(block); });
    trim_ends();
    drop_empty_headings();
    return render();
  }

 private:
  NodeId choose() const {
    std::vector<float> scores(dom_.size());
    for (const TextBlock& block : blocks_) scores[block.container] += value(block);
    for (auto n = static_cast<NodeId>(dom_.size()); n-- > m_.body + 1;) {
      scores[dom_.parent(n)] += scores[n];
    }
    NodeId best = m_.body;
    for (NodeId n = m_.body; n < dom_.size(); ++n) {
      if (dom_.is_element(n) && scores[n] >= scores[best]) best = n;
    }
    return best;
  }

  float value(const TextBlock& block) const {
    if (block.link_density() > 0.5F) return -block.weight * 0.3F - 10;
    if (block.is_paragraph()) return block.weight - block.link_weight;
    return is_heading(dom_.tag(block.container)) ? 0.0F : -5.0F;
  }

  // What stands before the heading that is the title belongs to the page, not
  // to the article, unless most of the text stands there.
  void begin_after_title() {
    float before = 0;
    float all = 0;
    size_t title = blocks_.size();
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (title == blocks_.size() && is_title(blocks_[i])) {
        title = i;
        before = all;
      }
      all += blocks_[i].is_paragraph() ? blocks_[i].weight : 0;
    }
    if (title == blocks_.size() || before > 0.3F * all) return;
    blocks_.erase(blocks_.begin(), blocks_.begin() + static_cast<std::ptrdiff_t>(title) + 1);
  }

  bool is_title(const TextBlock& block) const {
    return is_heading(dom_.tag(block.container)) &&
           is_same_title(title_key(text_of_block(dom_, block, skipped_)), title_);
  }

  bool keeps(const TextBlock& block) const {
    const Tag tag = dom_.tag(block.container);
    if (tag == Tag::kH1) return false;
    if (block.link_density() > 0.5F)
      return tag == Tag::kP && block.weight > 100 && block.link_density() < 0.8F;
    if (is_heading(tag) || block.is_paragraph()) return true;
    return block.weight > 2;
  }

  bool is_short_line(const TextBlock& block) const {
    const Tag tag = dom_.tag(block.container);
    return !block.is_paragraph() && !is_heading(tag) && !block.ends_sentence && tag != Tag::kLi &&
           tag != Tag::kP;
  }

  void trim_ends() {
    while (!blocks_.empty() && is_short_line(blocks_.back())) blocks_.pop_back();
    const auto first =
        std::ranges::find_if_not(blocks_, [&](const TextBlock& b) { return is_short_line(b); });
    blocks_.erase(blocks_.begin(), first);
  }

  // A heading is kept for what follows it.
  void drop_empty_headings() {
    std::vector<TextBlock> kept;
    for (auto block = blocks_.rbegin(); block != blocks_.rend(); ++block) {
      const bool heading = is_heading(dom_.tag(block->container));
      if (heading && kept.empty()) continue;
      kept.push_back(*block);
    }
    blocks_.assign(kept.rbegin(), kept.rend());
  }

  std::string render() const {
    std::string out;
    for (const TextBlock& block : blocks_) {
      const std::string text = text_of_block(dom_, block, skipped_);
      if (text.empty() || (is_heading(dom_.tag(block.container)) && title_key(text) == title_))
        continue;
      if (!out.empty()) out.push_back('\n');
      out += text;
    }
    return out;
  }

  const Dom& dom_;
  const PageMeasures& m_;
  std::string title_;
  std::vector<bool> skipped_;
  std::vector<TextBlock> blocks_;
};

// Pages that are written by scripts may say the same in <noscript>.
std::string text_without_scripts(const Dom& dom) {
  std::string longest;
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (dom.tag(n) != Tag::kNoscript) continue;
    std::string text = dom.block_text(n);
    if (text.size() > longest.size()) longest = std::move(text);
  }
  return longest;
}

}  // namespace

std::string read_main_text(const Dom& dom, const PageMeasures& measures, std::string_view title) {
  std::string best;
  for (const Pruning pruning : {Pruning::kStrict, Pruning::kCareful, Pruning::kNone}) {
    std::string text = Extraction(dom, measures, title, pruning).run();
    if (text.size() > best.size() * 3) best = std::move(text);
    if (static_cast<float>(best.size()) > 0.12F * measures.paragraphs[measures.body] &&
        best.size() > 150)
      break;
  }
  if (best.empty()) best = dom.block_text(measures.body);
  return best.empty() ? text_without_scripts(dom) : best;
}

}  // namespace vectora::page
