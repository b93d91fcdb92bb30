#include "vectora/page/article/visible_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "vectora/page/article/blocks.h"
#include "vectora/page/article/lowered.h"
#include "vectora/page/article/title_match.h"

namespace vectora::page {
namespace {

using namespace meaning;

constexpr float kLongestLine = 300;     // of a line that may be a date line
constexpr size_t kDatelineReach = 160;  // bytes of a paragraph's begin
constexpr double kEnough = 0.9;
constexpr double kInTitle = 2.5;

// Words before a date that say what it is the date of, in lower case.
constexpr auto kPublishedWords = std::to_array<std::string_view>(
    {"publish",        "posted",       "date:",      "written",   "released",  "issued",
     "veröffentlicht", "erstellt",     "stand:",     "datum",     "vom ",      "publié",
     "publicado",      "publicada",    "pubblicato", "fecha",     "data:",     "data da",
     "gepubliceerd",   "geplaatst",    "publicerad", "publisert", "julkaistu", "opublikowano",
     "dodano",         "опубликовано", "дата",       "发布",      "發布",      "日期",
     "公開",           "投稿",         "등록",       "작성",      "입력",      "le "});
constexpr auto kModifiedWords = std::to_array<std::string_view>(
    {"updated", "modified", "aktualisiert", "mis à jour", "actualizado", "aggiornato",
     "last update", "last edited", "edited on", "geändert", "bearbeitet", "atualizado", "更新",
     "수정", "обновлено", "bijgewerkt", "uppdaterad"});
constexpr auto kOtherWords = std::to_array<std::string_view>(
    {"©",       "copyright",    "retrieved",    "deadline",    "expires", "valid",
     "event",   "webinar",      "born",         "abgerufen",   "since ",  "seit ",
     "founded", "copyrights",   "all rights",   "register by", "until ",  "bis zum",
     "joined",  "member since", "membre depuis"});

template <size_t kSize>
bool has_any(std::string_view text, const std::array<std::string_view, kSize>& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

class VisibleDateSearch {
 public:
  VisibleDateSearch(const Dom& dom, const PageMeasures& measures, std::string_view title,
                    const text::DateHints& hints)
      : dom_(dom),
        m_(measures),
        title_(title),
        hints_(hints),
        skipped_(find_boilerplate(dom, measures, Pruning::kCareful)),
        blocks_(split_blocks(dom, measures.body, skipped_)) {}

  std::optional<text::ParsedDate> run() {
    find_title();
    for (size_t i = 0; i < blocks_.size(); ++i) look_at(i);
    if (best_score_ < kEnough) return std::nullopt;
    return best_;
  }

 private:
  void find_title() {
    const NodeId heading = m_.title_heading;
    title_at_ = blocks_.size();
    first_paragraph_ = blocks_.size();
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const TextBlock& block = blocks_[i];
      if (heading != kNoNode && title_at_ == blocks_.size() &&
          dom_.contains(heading, block.begin)) {
        title_at_ = i;
      }
      const bool long_text = block.is_paragraph() && block.weight > 150;
      const bool behind_title = title_at_ < i || title_at_ == blocks_.size();
      if (first_paragraph_ == blocks_.size() && long_text && behind_title) first_paragraph_ = i;
    }
  }

  void look_at(size_t index) {
    const TextBlock& block = blocks_[index];
    if (index == title_at_) {
      look_inside_title(block);
      return;
    }
    const bool line = block.weight <= kLongestLine;
    const bool may_hold_dateline = index >= first_paragraph_ && index < first_paragraph_ + 2;
    if (!line && !may_hold_dateline) return;
    const std::string text = text_of_block(dom_, block, skipped_);
    if (text.find_first_of("0123456789") == std::string::npos) return;
    const std::string_view seen =
        line ? std::string_view(text) : std::string_view(text).substr(0, kDatelineReach);
    for (const text::FoundDate& found : dates_of(seen)) {
      if (found.date.day.year() < 1995) continue;
      const double score = line ? score_line(index, text, found) : score_dateline(text, found);
      if (score > best_score_) {
        best_score_ = score;
        best_ = found.date;
      }
    }
  }

  // A date in a title is of what it tells, unless it stands in an element for dates.
  void look_inside_title(const TextBlock& block) {
    for (NodeId n = block.container; n < block.end; ++n) {
      const bool dated =
          dom_.tag(n) == Tag::kTime || (dom_.is_element(n) && (m_.names[n] & kDate) != 0);
      if (!dated || n == block.container) continue;
      for (const text::FoundDate& found : dates_of(dom_.text_content(n))) {
        if (best_score_ < kInTitle) best_ = found.date;
        best_score_ = std::max(best_score_, kInTitle);
      }
    }
  }

  // A short line may be a date that running text would not be believed: "28.01.22".
  std::vector<text::FoundDate> dates_of(std::string_view text) const {
    std::vector<text::FoundDate> found = text::find_dates(text, hints_);
    if (found.empty() && text.size() < 40) {
      if (const auto date = text::parse_date(text, hints_))
        found.push_back({*date, 0, text.size()});
    }
    return found;
  }

  // NEW YORK, Feb. 3, 2026 (Wire) -- Example said ...
  double score_dateline(std::string_view text, const text::FoundDate& found) const {
    if (found.begin > 80) return 0;
    const std::string_view after = text.substr(found.end).substr(0, 40);
    const bool dash =
        after.find(" - ") != std::string_view::npos || after.find("--") != std::string_view::npos ||
        after.find("–") != std::string_view::npos || after.find("—") != std::string_view::npos;
    const bool first = found.begin < 4;
    return dash ? 3.0 : first ? 2.0 : 0;
  }

  double score_line(size_t index, const std::string& text, const text::FoundDate& found) const {
    const TextBlock& block = blocks_[index];
    const std::string before = lowered(std::string_view(text).substr(0, found.begin));
    const std::string around = lowered(text);
    if (has_any(around, kOtherWords)) return 0;
    double score = 0;
    const double covered =
        static_cast<double>(found.end - found.begin) / static_cast<double>(text.size());
    score += covered > 0.8 ? 1.5 : covered > 0.35 ? 1.0 : covered > 0.2 ? 0.4 : 0;
    const Meanings names = names_around(block.container);
    const bool said = (names & kDate) != 0 || has_any(before, kPublishedWords);
    // What running text tells of is an event, unless it says otherwise.
    if (block.is_paragraph() && covered < 0.35 && !said) return score_dateline(text, found);
    if ((names & kDate) != 0) score += 1.5;
    if ((names & (kMeta | kAuthor)) != 0) score += 0.5;
    if ((names & (kEvent | kRelated | kTeaser | kComment | kFooter | kSide)) != 0) score -= 1.5;
    if (has_any(before, kPublishedWords)) score += 1.2;
    if (has_any(before, kModifiedWords)) score -= 0.7;
    score += nearness(index);
    if (block.link_density() > 0.7F) score -= 0.8;
    return score;
  }

  // Near the title, or between it and the text.
  double nearness(size_t index) const {
    if (title_at_ == blocks_.size()) return index < first_paragraph_ + 2 ? 0.7 : 0;
    if (index > title_at_) {
      const size_t away = index - title_at_;
      if (away <= 6 || index <= first_paragraph_)
        return 1.2 - 0.02 * static_cast<double>(std::min<size_t>(away, 20));
      return away < 20 ? 0.4 : 0;
    }
    return title_at_ - index <= 3 ? 0.9 : 0;
  }

  Meanings names_around(NodeId node) const {
    Meanings out = 0;
    for (int up = 0; up < 4 && node > m_.body; ++up, node = dom_.parent(node)) {
      if (m_.text[node] > 500) break;
      out |= m_.names[node];
    }
    for (NodeId inner = node; inner < dom_.end_of(node) && m_.text[node] < 300; ++inner) {
      if (dom_.is_element(inner) && !is_block(dom_.tag(inner))) out |= m_.names[inner] & kDate;
    }
    return out;
  }

  const Dom& dom_;
  const PageMeasures& m_;
  std::string_view title_;
  const text::DateHints& hints_;
  std::vector<bool> skipped_;
  std::vector<TextBlock> blocks_;
  size_t title_at_ = 0;
  size_t first_paragraph_ = 0;
  double best_score_ = 0;
  std::optional<text::ParsedDate> best_;
};

}  // namespace

std::optional<text::ParsedDate> find_visible_date(const Dom& dom, const PageMeasures& measures,
                                                  std::string_view title,
                                                  const text::DateHints& hints) {
  return VisibleDateSearch(dom, measures, title, hints).run();
}

}  // namespace vectora::page
