// What the names that web designers give to parts of a page mean: the words in
// class, id, role, itemprop and data attributes, in the languages of the web.
#pragma once

#include <cstdint>
#include <string_view>

#include "vectora/page/dom.h"

namespace vectora::page {

// A set of meanings; one element's names can have several.
using Meanings = uint32_t;

namespace meaning {
constexpr Meanings kArticle = 1u << 0;    // article, story, post
constexpr Meanings kBody = 1u << 1;       // body, content, text
constexpr Meanings kMain = 1u << 2;       // articleBody, entry-content: the text itself
constexpr Meanings kRelated = 1u << 3;    // related, recommended, more stories
constexpr Meanings kShare = 1u << 4;      // share, social, follow
constexpr Meanings kComment = 1u << 5;    // comments, replies
constexpr Meanings kAd = 1u << 6;         // advertisement, sponsor, promotion
constexpr Meanings kNav = 1u << 7;        // menu, breadcrumb, pagination
constexpr Meanings kSide = 1u << 8;       // sidebar, widget, rail
constexpr Meanings kFooter = 1u << 9;     // footer, copyright
constexpr Meanings kAuthor = 1u << 10;    // author, byline, bio
constexpr Meanings kMeta = 1u << 11;      // meta, tags, categories
constexpr Meanings kDate = 1u << 12;      // date, published, time
constexpr Meanings kSignUp = 1u << 13;    // newsletter, subscribe, paywall, login
constexpr Meanings kCaption = 1u << 14;   // caption, credit
constexpr Meanings kMedia = 1u << 15;     // image, gallery, video
constexpr Meanings kHidden = 1u << 16;    // modal, cookie, sr-only
constexpr Meanings kTitle = 1u << 17;     // title, headline
constexpr Meanings kLead = 1u << 18;      // lead, standfirst, summary, excerpt
constexpr Meanings kTeaser = 1u << 19;    // teaser, card, promo: points to another page
constexpr Meanings kHeader = 1u << 20;    // header, masthead
constexpr Meanings kEvent = 1u << 21;     // event, calendar, schedule
constexpr Meanings kConsent = 1u << 23;   // cookie notices
constexpr Meanings kModified = 1u << 22;  // updated, modified
}  // namespace meaning

// The meanings of one name: "related-posts", "mostRead", "entry_content".
Meanings meanings_of_name(std::string_view name);

// Those of all names of an element.
Meanings meanings_of(const Dom& dom, NodeId element);

}  // namespace vectora::page
