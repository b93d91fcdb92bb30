#include "vectora/page/list/roles.h"

#include <algorithm>
#include <array>
#include <string>

namespace vectora::page {
namespace {

struct RoleWord {
  std::string_view word;
  Roles roles;
};

// Sorted by word.
constexpr std::array kRoleWords = {
    RoleWord{"addtoany", kOutRole},
    RoleWord{"ads", kSideRole},
    RoleWord{"advert", kSideRole},
    RoleWord{"advertisement", kSideRole},
    RoleWord{"aside", kSideRole},
    RoleWord{"author", kBylineRole},
    RoleWord{"badge", kLabelRole},
    RoleWord{"blogtitle", kTitleRole},
    RoleWord{"breadcrumb", kOutRole},
    RoleWord{"breadcrumbs", kOutRole},
    RoleWord{"byline", kBylineRole},
    RoleWord{"calendar", kEventRole},
    RoleWord{"cat", kLabelRole},
    RoleWord{"categories", kLabelRole},
    RoleWord{"category", kLabelRole},
    RoleWord{"comment", kBylineRole},
    RoleWord{"comments", kBylineRole},
    RoleWord{"consent", kOutRole},
    RoleWord{"cookie", kOutRole},
    RoleWord{"cookies", kOutRole},
    RoleWord{"created", kDateRole},
    RoleWord{"crumb", kOutRole},
    RoleWord{"crumbs", kOutRole},
    RoleWord{"date", kDateRole},
    RoleWord{"dateline", kDateRole},
    RoleWord{"dates", kDateRole},
    RoleWord{"datetime", kDateRole},
    RoleWord{"dato", kDateRole},
    RoleWord{"datum", kDateRole},
    RoleWord{"dek", kSummaryRole},
    RoleWord{"desc", kSummaryRole},
    RoleWord{"description", kSummaryRole},
    RoleWord{"entry", kNewsRole},
    RoleWord{"event", kEventRole},
    RoleWord{"events", kEventRole},
    RoleWord{"excerpt", kSummaryRole},
    RoleWord{"eyebrow", kLabelRole},
    RoleWord{"fecha", kDateRole},
    RoleWord{"filing", kEventRole},
    RoleWord{"filings", kEventRole},
    RoleWord{"foot", kFrameRole},
    RoleWord{"footer", kFrameRole},
    RoleWord{"gnb", kOutRole},
    RoleWord{"header", kFrameRole},
    RoleWord{"headline", kTitleRole},
    RoleWord{"headlines", kTitleRole},
    RoleWord{"hidden", kHiddenRole},
    RoleWord{"intro", kSummaryRole},
    RoleWord{"kicker", kLabelRole},
    RoleWord{"label", kLabelRole},
    RoleWord{"lang", kOutRole},
    RoleWord{"language", kOutRole},
    RoleWord{"languages", kOutRole},
    RoleWord{"lnb", kOutRole},
    RoleWord{"masthead", kFrameRole},
    RoleWord{"mega", kOutRole},
    RoleWord{"megamenu", kOutRole},
    RoleWord{"meganav", kOutRole},
    RoleWord{"menu", kOutRole},
    RoleWord{"menus", kOutRole},
    RoleWord{"modal", kOutRole},
    RoleWord{"modified", kUpdatedRole},
    RoleWord{"mostread", kSideRole},
    RoleWord{"nav", kOutRole},
    RoleWord{"navbar", kOutRole},
    RoleWord{"navi", kOutRole},
    RoleWord{"navigation", kOutRole},
    RoleWord{"news", kNewsRole},
    RoleWord{"newslist", kNewsRole},
    RoleWord{"next", kNextRole},
    RoleWord{"offcanvas", kOutRole},
    RoleWord{"older", kNextRole},
    RoleWord{"pager", kOutRole | kPagerRole},
    RoleWord{"pagination", kOutRole | kPagerRole},
    RoleWord{"paging", kOutRole | kPagerRole},
    RoleWord{"popular", kSideRole},
    RoleWord{"popup", kOutRole},
    RoleWord{"post", kNewsRole},
    RoleWord{"posted", kDateRole},
    RoleWord{"posts", kNewsRole},
    RoleWord{"press", kNewsRole},
    RoleWord{"promo", kSideRole},
    RoleWord{"pubdate", kDateRole},
    RoleWord{"published", kDateRole},
    RoleWord{"pubtime", kDateRole},
    RoleWord{"recommended", kSideRole},
    RoleWord{"related", kSideRole},
    RoleWord{"release", kNewsRole},
    RoleWord{"releases", kNewsRole},
    RoleWord{"screen", kHiddenRole},
    RoleWord{"screenreader", kHiddenRole},
    RoleWord{"share", kOutRole},
    RoleWord{"sharing", kOutRole},
    RoleWord{"sidebar", kSideRole},
    RoleWord{"skip", kOutRole},
    RoleWord{"social", kOutRole},
    RoleWord{"socials", kOutRole},
    RoleWord{"sponsor", kSideRole},
    RoleWord{"sponsored", kSideRole},
    RoleWord{"sr", kHiddenRole},
    RoleWord{"story", kNewsRole},
    RoleWord{"subheading", kSummaryRole},
    RoleWord{"subject", kTitleRole},
    RoleWord{"submenu", kOutRole},
    RoleWord{"subtitle", kSummaryRole},
    RoleWord{"summary", kSummaryRole},
    RoleWord{"tag", kLabelRole},
    RoleWord{"tagcloud", kOutRole},
    RoleWord{"tags", kLabelRole},
    RoleWord{"teaser", kSummaryRole},
    RoleWord{"time", kDateRole},
    RoleWord{"timestamp", kDateRole},
    RoleWord{"tit", kTitleRole},
    RoleWord{"titel", kTitleRole},
    RoleWord{"title", kTitleRole},
    RoleWord{"titre", kTitleRole},
    RoleWord{"titulo", kTitleRole},
    RoleWord{"topbar", kFrameRole},
    RoleWord{"topic", kLabelRole},
    RoleWord{"topics", kLabelRole},
    RoleWord{"trending", kSideRole},
    RoleWord{"ttl", kTitleRole},
    RoleWord{"type", kLabelRole},
    RoleWord{"updated", kUpdatedRole},
    RoleWord{"visually", kHiddenRole},
    RoleWord{"webcast", kEventRole},
    RoleWord{"webcasts", kEventRole},
    RoleWord{"when", kDateRole},
};

Roles roles_of_word(std::string_view word) {
  const auto at = std::lower_bound(
      kRoleWords.begin(), kRoleWords.end(), word,
      [](const RoleWord& row, std::string_view wanted) { return row.word < wanted; });
  return at != kRoleWords.end() && at->word == word ? at->roles : 0;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

Roles roles_of(std::string_view class_names) {
  Roles roles = 0;
  std::string word;
  char before = ' ';
  const auto finish = [&] {
    if (!word.empty()) roles |= roles_of_word(word);
    word.clear();
  };
  for (const char c : class_names) {
    const bool letter = is_upper(c) || is_lower(c);
    if (!letter || (is_upper(c) && is_lower(before))) finish();
    if (letter) word += static_cast<char>(c | 0x20);
    before = c;
  }
  finish();
  return roles;
}

}  // namespace vectora::page
