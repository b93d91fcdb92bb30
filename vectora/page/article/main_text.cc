#include "vectora/page/article/main_text.h"

#include <algorithm>
#include <vector>

#include "vectora/page/article/blocks.h"
#include "vectora/page/article/boilerplate.h"
#include "vectora/page/article/phrases.h"
#include "vectora/page/article/title_match.h"
#include "vectora/text/lenient_date.h"

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

  // Of running text that pruning left.
  float paragraph_weight() const { return weight_of(blocks_); }

  std::string run() {
    const NodeId container = choose();
    std::erase_if(blocks_, [&](const TextBlock& block) {
      return !dom_.contains(container, block.container);
    });
    begin_after_title();
    trunk_ = main_parent();
    drop_subtitle();
    drop_tail();
    drop_date_lines();
    std::erase_if(blocks_, [&](const TextBlock& block) { return !keeps(block); });
    drop_announced();
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
    if (const NodeId declared = declared_body(); declared != kNoNode) return declared;
    NodeId best = m_.body;
    for (NodeId n = m_.body; n < dom_.size(); ++n) {
      if (dom_.is_element(n) && scores[n] >= scores[best]) best = n;
    }
    return best;
  }

  // The only element that microdata call the text, if it can be.
  NodeId declared_body() const {
    NodeId found = kNoNode;
    for (NodeId n = m_.body; n < dom_.size(); ++n) {
      if (dom_.attribute(n, "itemprop") != "articleBody") continue;
      if (found != kNoNode) return kNoNode;
      found = n;
    }
    const bool believed = found != kNoNode && m_.text[found] > 0.3F * m_.text[m_.body] &&
                          m_.paragraphs[found] > 0.3F * m_.paragraphs[m_.body];
    return believed ? found : kNoNode;
  }

  float value(const TextBlock& block) const {
    if (block.link_density() > 0.5F) return -block.weight * 0.3F - 10;
    if (block.is_paragraph()) return block.weight - block.link_weight;
    return is_heading(dom_.tag(block.container)) ? 0.0F : -5.0F;
  }

  // What stands before the heading that is the title belongs to the page, not
  // to the article, unless much of the text stands there.
  void begin_after_title() {
    if (m_.title_heading == kNoNode) return;
    float before = 0;
    float all = 0;
    for (const TextBlock& block : blocks_) {
      if (!block.is_paragraph()) continue;
      all += block.weight;
      if (block.begin < m_.title_heading) before += block.weight;
    }
    if (before > 0.3F * all) return;
    std::erase_if(blocks_, [&](const TextBlock& block) {
      return block.begin < dom_.end_of(m_.title_heading);
    });
  }

  // What comes after the article: behind the element that is named as its text,
  // or else behind the one that holds nearly all paragraphs.
  void drop_tail() {
    NodeId region = dom_.root();
    for (NodeId n = trunk_; n > m_.body; n = dom_.parent(n)) {
      if ((m_.names[n] & kMain) != 0) region = n;
    }
    if (region != dom_.root()) drop_after(region, 0.5F, 0.5F);
    drop_after(trunk_, 0.65F, 0.25F);
  }

  // The bounds are shares of paragraph weight that must stand inside and may stand after.
  void drop_after(NodeId element, float least_inside, float most_after) {
    float inside = 0;
    float after = 0;
    float all = 0;
    for (const TextBlock& block : blocks_) {
      if (!block.is_paragraph()) continue;
      all += block.weight;
      if (dom_.contains(element, block.container)) inside += block.weight;
      if (block.begin >= dom_.end_of(element)) after += block.weight;
    }
    if (inside < least_inside * all || after > most_after * all) return;
    std::erase_if(blocks_,
                  [&](const TextBlock& block) { return block.begin >= dom_.end_of(element); });
  }

  // What is named as part of the title, before the text begins.
  void drop_subtitle() {
    constexpr size_t kFirstLines = 3;
    size_t index = 0;
    bool before_text = true;
    std::erase_if(blocks_, [&](const TextBlock& block) {
      before_text = before_text && index++ < kFirstLines && !is_main_paragraph(block);
      const Meanings names = m_.names[block.container] | m_.names[dom_.parent(block.container)];
      return before_text && (names & kTitle) != 0 && !dom_.contains(trunk_, block.container);
    });
  }

  // "3 May 2026, 10:00 | by A. Writer" among the first lines.
  void drop_date_lines() {
    constexpr size_t kFirstLines = 6;
    size_t index = 0;
    std::erase_if(blocks_, [&](const TextBlock& block) {
      if (index++ >= kFirstLines || block.weight > 140 || heading_rank(block) != 0) return false;
      const std::string text = text_of_block(dom_, block, skipped_);
      const std::vector<text::FoundDate> dates = text::find_dates(text);
      size_t dated = 0;
      for (const text::FoundDate& date : dates) dated += date.end - date.begin;
      return dated * 4 > text.size();
    });
  }

  bool keeps(const TextBlock& block) const {
    const Tag tag = dom_.tag(block.container);
    if (tag == Tag::kH1)
      return m_.title_heading != kNoNode && dom_.parent(block.container) == trunk_;
    if (block.link_density() > 0.5F) {
      // A section's heading may be a link; so may most of a long sentence.
      if (is_heading(tag)) return dom_.parent(block.container) == trunk_;
      return (tag == Tag::kP || tag == Tag::kLi) && block.weight > 100 &&
             block.link_density() < 0.8F;
    }
    if (is_heading(tag) || block.is_paragraph()) return true;
    return block.weight > 2;
  }

  // Lines that announce other stories end what they stand over: a heading up to
  // the next one of its rank, any other line only itself.
  void drop_announced() {
    std::vector<TextBlock> kept;
    const float all = weight_of(blocks_);
    float left = all;
    int dropping_below = 0;
    for (const TextBlock& block : blocks_) {
      const int rank = heading_rank(block);
      const bool goes_on = is_main_paragraph(block) && left > 0.3F * all;
      if ((rank != 0 && rank <= dropping_below) || goes_on) dropping_below = 0;
      left -= block.is_paragraph() ? block.weight : 0;
      const LineKind kind = line_kind(block);
      if (kind == LineKind::kRelated && dropping_below == 0) dropping_below = rank;
      if (dropping_below == 0 && !is_said_everywhere(block, kind)) kept.push_back(block);
    }
    if (weight_of(kept) > 0.6F * all) blocks_ = std::move(kept);
  }

  LineKind line_kind(const TextBlock& block) const {
    constexpr float kLongest = 330;
    if (block.weight >= kLongest) return LineKind::kOrdinary;
    return kind_of_line(text_of_block(dom_, block, skipped_));
  }

  // A call is one where it is short or holds the link to follow.
  static bool is_said_everywhere(const TextBlock& block, LineKind kind) {
    if (kind == LineKind::kCall) return block.link_weight > 0 || block.weight < 160;
    return kind != LineKind::kOrdinary;
  }

  // The element that directly holds most of the running text in paragraphs.
  NodeId main_parent() const {
    std::vector<float> held(dom_.size());
    NodeId best = m_.body;
    for (const TextBlock& block : blocks_) {
      if (!block.is_paragraph()) continue;
      const NodeId parent = dom_.parent(block.container);
      held[parent] += block.weight;
      if (held[parent] > held[best]) best = parent;
    }
    return best;
  }

  bool is_main_paragraph(const TextBlock& block) const {
    return block.is_paragraph() && block.link_density() < 0.3F &&
           dom_.tag(block.container) == Tag::kP && dom_.parent(block.container) == trunk_;
  }

  static float weight_of(const std::vector<TextBlock>& blocks) {
    float out = 0;
    for (const TextBlock& block : blocks) out += block.is_paragraph() ? block.weight : 0;
    return out;
  }

  // 1..6, or 0 for what is no heading.
  int heading_rank(const TextBlock& block) const {
    const Tag tag = dom_.tag(block.container);
    return is_heading(tag) ? static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1 : 0;
  }

  bool is_short_line(const TextBlock& block) const {
    const Tag tag = dom_.tag(block.container);
    return !block.is_paragraph() && !is_heading(tag) && !block.ends_sentence && tag != Tag::kLi;
  }

  // Bylines and dates at the begin, labels and credits at the end.
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
  NodeId trunk_ = 0;  // the element that directly holds most paragraphs
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

// Whether a text is a fair part of what there is to find.
bool is_enough(const std::string& text, float paragraphs) {
  return text.size() > 150 && static_cast<float>(text.size()) > 0.12F * paragraphs;
}

}  // namespace

std::string read_main_text(const Dom& dom, const PageMeasures& measures, std::string_view title) {
  std::string text = Extraction(dom, measures, title, Pruning::kStrict).run();
  if (is_enough(text, measures.paragraphs[measures.body])) return text;
  // Names mislead on some pages: less is believed of them where little is left.
  for (const Pruning pruning : {Pruning::kCareful, Pruning::kNone}) {
    Extraction again(dom, measures, title, pruning);
    if (is_enough(text, again.paragraph_weight())) return text;
    std::string more = again.run();
    if (more.size() > text.size() * 3) text = std::move(more);
  }
  if (text.empty()) text = dom.block_text(measures.body);
  return text.empty() ? text_without_scripts(dom) : text;
}

}  // namespace vectora::page
