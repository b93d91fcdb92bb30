#include "vectora/page/article/boilerplate.h"

#include <algorithm>

#include "vectora/page/article/blocks.h"
#include "vectora/page/article/title_match.h"

namespace vectora::page {
namespace {

using namespace meaning;

NodeId body_of(const Dom& dom) {
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (dom.tag(n) == Tag::kBody) return n;
  }
  return dom.root();
}

void add_up(const Dom& dom, NodeId body, std::vector<float>& values) {
  for (auto n = static_cast<NodeId>(dom.size()); n-- > body + 1;) {
    values[dom.parent(n)] += values[n];
  }
}

bool is_inline(Tag tag) { return !is_block(tag) && tag != Tag::kOther; }

bool is_text_level(Tag tag) {
  return tag == Tag::kP || is_heading(tag) || tag == Tag::kPre || tag == Tag::kBlockquote ||
         tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kDt || tag == Tag::kDd;
}

bool is_table_part(Tag tag) {
  return tag == Tag::kTr || tag == Tag::kTbody || tag == Tag::kThead || tag == Tag::kTfoot;
}

bool hides(std::string_view style) {
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos ||
         style.find("visibility:hidden") != std::string_view::npos ||
         style.find("visibility: hidden") != std::string_view::npos;
}

class Pruner {
 public:
  Pruner(const Dom& dom, const PageMeasures& measures, Pruning pruning)
      : dom_(dom),
        m_(measures),
        pruning_(pruning),
        out_(dom.size()),
        all_(measures.paragraphs[measures.body]) {
    for (NodeId n = m_.title_heading; n != kNoNode && n != dom.root(); n = dom.parent(n)) {
      const bool holds_text = share(n) > 0.3F || measures.paragraphs[n] > 400;
      if (dom.tag(n) == Tag::kArticle && holds_text) own_article_ = n;
    }
  }

  std::vector<bool> run() {
    if (pruning_ == Pruning::kNone) return std::move(out_);
    mark([this](NodeId n) { return is_apart(n); });
    if (pruning_ == Pruning::kStrict) {
      // Shares are of what is left: many comments make an article no smaller.
      mark([this](NodeId n) { return is_named_apart(n) || is_card_list(n); });
    }
    return std::move(out_);
  }

 private:
  // Flags the outermost elements for which `test` holds.
  template <class Test>
  void mark(Test test) {
    float cut = 0;
    for (NodeId n = m_.body + 1; n < dom_.size(); ++n) {
      if (!dom_.is_element(n)) continue;
      if (!out_[n] && test(n)) {
        out_[n] = true;
        cut += m_.paragraphs[n];
      }
      if (out_[n]) n = dom_.end_of(n) - 1;
    }
    all_ -= cut;
  }

  float share(NodeId n) const { return all_ > 0 ? m_.paragraphs[n] / all_ : 0; }
  float rest(NodeId n) const { return all_ - m_.paragraphs[n]; }

  bool is_apart(NodeId n) const {
    const Tag tag = dom_.tag(n);
    if (tag == Tag::kButton || tag == Tag::kInput || tag == Tag::kFigcaption) return true;
    if (is_inline(tag)) return (m_.names[n] & kHidden) != 0 || is_hidden(n);
    if (tag == Tag::kArticle && is_other_article(n)) return true;
    if (is_hidden(n)) return share(n) < 0.5F && !is_text_level(tag);
    if (is_comment_or_notice(n)) {
      const bool believed = (m_.names[n] & kComment) != 0 || share(n) < 0.7F;
      return believed && rest(n) >= kEnoughText && !holds_title(n);
    }
    return is_apart_by_tag(n);
  }

  bool is_comment_or_notice(NodeId n) const {
    const Meanings names = m_.names[n];
    return (names & (kConsent | kComment)) != 0 && (names & kMain) == 0 &&
           !is_text_level(dom_.tag(n));
  }

  bool is_apart_by_tag(NodeId n) const {
    switch (dom_.tag(n)) {
      case Tag::kFooter:
        // What is said below a single text belongs to it, be it no part of it.
        if (pruning_ == Pruning::kCareful && is_inside(n, Tag::kArticle)) return false;
        return share(n) < 0.5F;
      case Tag::kNav:
      case Tag::kMenu:
      case Tag::kAside:
      case Tag::kDialog: return share(n) < 0.5F;
      case Tag::kForm:
      case Tag::kFieldset: return share(n) < 0.3F;
      case Tag::kHeader: return share(n) < 0.3F && !is_inside(n, Tag::kArticle) && !holds_title(n);
      default: return false;
    }
  }

  bool is_named_apart(NodeId n) const {
    const Tag tag = dom_.tag(n);
    const Meanings names = m_.names[n];
    if (names == 0 || (names & kMain) != 0 || is_table_part(tag)) return false;
    if (is_inline(tag)) return is_label(n);
    if (is_text_level(tag)) {
      constexpr Meanings kLines =
          kRelated | kShare | kAd | kNav | kCaption | kAuthor | kMeta | kDate;
      return tag != Tag::kBlockquote && (names & kLines) != 0 && m_.text[n] < 250;
    }
    return share(n) < most_share(n) || ((names & kMedia) != 0 && m_.text[n] < 300);
  }

  // The share of the page's running text that an element may have and still be
  // believed to be what its names say; the surer the names, the more.
  float most_share(NodeId n) const {
    constexpr Meanings kStrong = kRelated | kShare | kAd | kNav | kSignUp | kHidden;
    constexpr Meanings kWeak = kTeaser | kMeta | kDate | kCaption | kFooter;
    const Meanings names = m_.names[n];
    const bool linked = m_.links[n] > 0.3F * m_.text[n] || m_.text[n] < 150;
    if ((names & kStrong) == kNav && !linked) return 0;
    const bool many_others = m_.links[n] > 0.15F * m_.text[n] && rest(n) > 1500;
    if ((names & kRelated) != 0 && many_others) return 0.7F;
    if ((names & (kStrong | kAuthor)) != 0) return 0.3F;
    if ((names & kSide) != 0 && linked) return 0.2F;
    return (names & kWeak) != 0 ? 0.12F : 0;
  }

  // An inline element with a line of its own.
  bool is_label(NodeId n) const {
    constexpr Meanings kLabels = kShare | kAd | kCaption | kDate | kAuthor;
    return dom_.tag(n) == Tag::kSpan && (m_.names[n] & kLabels) != 0 &&
           m_.text[dom_.parent(n)] < 1.3F * m_.text[n];
  }

  bool is_hidden(NodeId n) const {
    return dom_.has_attribute(n, "hidden") || dom_.attribute(n, "aria-hidden") == "true" ||
           hides(dom_.attribute(n, "style"));
  }

  bool is_inside(NodeId n, Tag tag) const {
    for (NodeId up = dom_.parent(n); up != dom_.root(); up = dom_.parent(up)) {
      if (dom_.tag(up) == tag) return true;
    }
    return false;
  }

  bool holds_title(NodeId n) const {
    if (m_.title_heading != kNoNode) return dom_.contains(n, m_.title_heading);
    for (NodeId inner = n; inner < dom_.end_of(n); ++inner) {
      if (dom_.tag(inner) == Tag::kH1) return true;
    }
    return false;
  }

  // An <article> beside the one that holds the title.
  bool is_other_article(NodeId n) const {
    return own_article_ != kNoNode && !dom_.contains(own_article_, n) &&
           !dom_.contains(n, own_article_);
  }

  // Three or more parts alike side by side, each little but a titled link.
  bool is_card_list(NodeId n) const {
    const Tag tag = dom_.tag(n);
    if (is_inline(tag) || is_text_level(tag) || is_table_part(tag) || tag == Tag::kOl) return false;
    // Inside the text, entries with a link and much to say are its own.
    const float linked = dom_.contains(m_.trunk, n) ? 0.3F : 0.08F;
    if (m_.links[n] < std::max(60.0F, linked * m_.text[n]) || share(n) >= 0.4F) return false;
    int cards = 0;
    int others = 0;
    for (NodeId child = dom_.first_child(n); child != kNoNode; child = dom_.next_sibling(child)) {
      if (!dom_.is_element(child) || m_.text[child] < 15) continue;
      ++(is_card(child) ? cards : others);
    }
    return cards >= 3 && cards >= 4 * others;
  }

  bool is_card(NodeId n) const {
    if (m_.text[n] > 900) return false;
    float longest = 0;
    NodeId first = kNoNode;
    for (NodeId inner = n; inner < dom_.end_of(n); ++inner) {
      if (dom_.tag(inner) != Tag::kA) continue;
      if (first == kNoNode) first = inner;
      longest = std::max(longest, m_.text[inner]);
    }
    if (longest < 15) return false;
    return m_.links[n] > 0.5F * m_.text[n] ||
           (is_block(dom_.tag(n)) && starts_with_link(n, longest));
  }

  // Whether the long link stands before any other long text.
  bool starts_with_link(NodeId n, float longest) const {
    float before = 0;
    for (NodeId inner = n; inner < dom_.end_of(n); ++inner) {
      if (dom_.tag(inner) == Tag::kA && m_.text[inner] >= longest) return before < 40;
      if (dom_.is_text(inner)) before += m_.text[inner];
    }
    return false;
  }

  static constexpr float kEnoughText = 200;

  const Dom& dom_;
  const PageMeasures& m_;
  Pruning pruning_;
  NodeId own_article_ = kNoNode;  // the outermost <article> that holds the title
  std::vector<bool> out_;
  float all_;  // paragraph weight of what is not flagged yet
};

// `paragraphs` before it is summed up: what stands in each element itself.
NodeId heaviest_parent(const Dom& dom, NodeId body, const std::vector<float>& paragraphs) {
  std::vector<float> held(dom.size());
  NodeId best = body;
  for (NodeId n = body + 1; n < dom.size(); ++n) {
    const NodeId holder = dom.tag(n) == Tag::kP ? dom.parent(n) : n;
    held[holder] += paragraphs[n];
    if (held[holder] > held[best]) best = holder;
  }
  return best;
}

}  // namespace

PageMeasures measure_page(const Dom& dom, std::string_view title) {
  PageMeasures out;
  out.title_heading = find_title_heading(dom, title);
  out.body = body_of(dom);
  out.names.resize(dom.size());
  out.text.resize(dom.size());
  out.links.resize(dom.size());
  out.paragraphs.resize(dom.size());
  for (NodeId n = out.body + 1; n < dom.size(); ++n) {
    if (dom.is_element(n)) out.names[n] = meanings_of(dom, n);
  }
  const std::vector<bool> nothing(dom.size());
  for (const TextBlock& block : split_blocks(dom, out.body, nothing)) {
    if (block.is_paragraph()) out.paragraphs[block.container] += block.weight - block.link_weight;
  }
  out.trunk = heaviest_parent(dom, out.body, out.paragraphs);
  measure_texts(dom, out.body, out.text, out.links);
  add_up(dom, out.body, out.text);
  add_up(dom, out.body, out.links);
  add_up(dom, out.body, out.paragraphs);
  return out;
}

std::vector<bool> find_boilerplate(const Dom& dom, const PageMeasures& measures, Pruning pruning) {
  return Pruner(dom, measures, pruning).run();
}

}  // namespace vectora::page
