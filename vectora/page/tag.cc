#include "vectora/page/tag.h"

#include <algorithm>
#include <array>

namespace vectora::page {
namespace {

enum Trait : uint8_t { kInline = 0, kBlock = 1, kUnseen = 2 };

struct TagInfo {
  std::string_view name;
  Tag tag;
  Trait trait;
};

// By name, so that lookup is a binary search; in the order of the enumerators.
constexpr auto kTags = std::to_array<TagInfo>({
    {"a", Tag::kA, kInline},
    {"abbr", Tag::kAbbr, kInline},
    {"address", Tag::kAddress, kBlock},
    {"article", Tag::kArticle, kBlock},
    {"aside", Tag::kAside, kBlock},
    {"audio", Tag::kAudio, kUnseen},
    {"b", Tag::kB, kInline},
    {"base", Tag::kBase, kInline},
    {"blockquote", Tag::kBlockquote, kBlock},
    {"body", Tag::kBody, kBlock},
    {"br", Tag::kBr, kInline},
    {"button", Tag::kButton, kInline},
    {"canvas", Tag::kCanvas, kUnseen},
    {"caption", Tag::kCaption, kBlock},
    {"center", Tag::kCenter, kBlock},
    {"code", Tag::kCode, kInline},
    {"datalist", Tag::kDatalist, kUnseen},
    {"dd", Tag::kDd, kBlock},
    {"del", Tag::kDel, kInline},
    {"details", Tag::kDetails, kBlock},
    {"dialog", Tag::kDialog, kBlock},
    {"div", Tag::kDiv, kBlock},
    {"dl", Tag::kDl, kBlock},
    {"dt", Tag::kDt, kBlock},
    {"em", Tag::kEm, kInline},
    {"embed", Tag::kEmbed, kInline},
    {"fieldset", Tag::kFieldset, kBlock},
    {"figcaption", Tag::kFigcaption, kBlock},
    {"figure", Tag::kFigure, kBlock},
    {"font", Tag::kFont, kInline},
    {"footer", Tag::kFooter, kBlock},
    {"form", Tag::kForm, kBlock},
    {"frameset", Tag::kFrameset, kBlock},
    {"h1", Tag::kH1, kBlock},
    {"h2", Tag::kH2, kBlock},
    {"h3", Tag::kH3, kBlock},
    {"h4", Tag::kH4, kBlock},
    {"h5", Tag::kH5, kBlock},
    {"h6", Tag::kH6, kBlock},
    {"head", Tag::kHead, kUnseen},
    {"header", Tag::kHeader, kBlock},
    {"hgroup", Tag::kHgroup, kBlock},
    {"hr", Tag::kHr, kBlock},
    {"html", Tag::kHtml, kBlock},
    {"i", Tag::kI, kInline},
    {"iframe", Tag::kIframe, kUnseen},
    {"img", Tag::kImg, kInline},
    {"input", Tag::kInput, kInline},
    {"ins", Tag::kIns, kInline},
    {"label", Tag::kLabel, kInline},
    {"legend", Tag::kLegend, kBlock},
    {"li", Tag::kLi, kBlock},
    {"link", Tag::kLink, kInline},
    {"main", Tag::kMain, kBlock},
    {"math", Tag::kMath, kUnseen},
    {"menu", Tag::kMenu, kBlock},
    {"meta", Tag::kMeta, kInline},
    {"nav", Tag::kNav, kBlock},
    {"noframes", Tag::kNoframes, kUnseen},
    {"noscript", Tag::kNoscript, kUnseen},
    {"object", Tag::kObject, kInline},
    {"ol", Tag::kOl, kBlock},
    {"optgroup", Tag::kOptgroup, kBlock},
    {"option", Tag::kOption, kBlock},
    {"p", Tag::kP, kBlock},
    {"picture", Tag::kPicture, kInline},
    {"pre", Tag::kPre, kBlock},
    {"q", Tag::kQ, kInline},
    {"s", Tag::kS, kInline},
    {"script", Tag::kScript, kUnseen},
    {"search", Tag::kSearch, kBlock},
    {"section", Tag::kSection, kBlock},
    {"select", Tag::kSelect, kUnseen},
    {"small", Tag::kSmall, kInline},
    {"source", Tag::kSource, kInline},
    {"span", Tag::kSpan, kInline},
    {"strong", Tag::kStrong, kInline},
    {"style", Tag::kStyle, kUnseen},
    {"sub", Tag::kSub, kInline},
    {"summary", Tag::kSummary, kBlock},
    {"sup", Tag::kSup, kInline},
    {"svg", Tag::kSvg, kUnseen},
    {"table", Tag::kTable, kBlock},
    {"tbody", Tag::kTbody, kBlock},
    {"td", Tag::kTd, kBlock},
    {"template", Tag::kTemplate, kUnseen},
    {"textarea", Tag::kTextarea, kUnseen},
    {"tfoot", Tag::kTfoot, kBlock},
    {"th", Tag::kTh, kBlock},
    {"thead", Tag::kThead, kBlock},
    {"time", Tag::kTime, kInline},
    {"title", Tag::kTitle, kUnseen},
    {"tr", Tag::kTr, kBlock},
    {"track", Tag::kTrack, kInline},
    {"u", Tag::kU, kInline},
    {"ul", Tag::kUl, kBlock},
    {"video", Tag::kVideo, kUnseen},
    {"wbr", Tag::kWbr, kInline},
});

static_assert(std::ranges::is_sorted(kTags, {}, &TagInfo::name));
static_assert(std::ranges::is_sorted(kTags, {}, &TagInfo::tag));

constexpr size_t kFirst = static_cast<size_t>(kTags[0].tag);

bool has_trait(Tag tag, Trait trait) {
  const auto index = static_cast<size_t>(tag);
  return index >= kFirst && kTags[index - kFirst].trait == trait;
}

}  // namespace

Tag tag_of(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kTags, name, {}, &TagInfo::name);
  return found != kTags.end() && found->name == name ? found->tag : Tag::kOther;
}

bool is_block(Tag tag) { return has_trait(tag, kBlock); }
bool is_block(std::string_view name) { return is_block(tag_of(name)); }
bool is_unseen(Tag tag) { return has_trait(tag, kUnseen); }

}  // namespace vectora::page
