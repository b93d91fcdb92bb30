// What the class names of an element say about it. A general vocabulary of the
// web in the languages that pages are written in; nothing about any site.
#pragma once

#include <cstdint>
#include <string_view>

namespace vectora::page {

// What the class, id and itemprop of an element say about it; a set of bits.
using Roles = uint32_t;
constexpr Roles kDateRole = 1;       // "date", "meta-date", "published"
constexpr Roles kTitleRole = 2;      // "title", "headline", "subject"
constexpr Roles kLabelRole = 4;      // "category", "tag", "type"
constexpr Roles kSummaryRole = 8;    // "excerpt", "description"
constexpr Roles kUpdatedRole = 16;   // "modified"
constexpr Roles kOutRole = 32;       // "nav", "breadcrumb", "pagination", "share"
constexpr Roles kSideRole = 64;      // "sidebar", "related", "popular"
constexpr Roles kHiddenRole = 128;   // "sr-only", "visually-hidden"
constexpr Roles kNewsRole = 256;     // "news", "press", "post", "entry"
constexpr Roles kNextRole = 512;     // "next", "older"
constexpr Roles kPagerRole = 1024;   // "pagination", "pager"
constexpr Roles kEventRole = 2048;   // "event", "filing", "webcast"
constexpr Roles kFrameRole = 8192;   // "header", "footer": of the page, or of an entry
constexpr Roles kBylineRole = 4096;  // "author", "comments"

// The roles of all words in a class attribute: words are separated by anything
// but letters and digits, and by humps ("mainNav").
Roles roles_of(std::string_view class_names);

}  // namespace vectora::page
