#include "vectora/page/article/page_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "vectora/page/article/state_date.h"
#include "vectora/page/article/url_date.h"
#include "vectora/page/article/visible_date.h"

namespace vectora::page {
namespace {

using namespace meaning;
using text::ParsedDate;

constexpr auto kMonthFirstRegions = std::to_array<std::string_view>({"us", "ph", "pr"});

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::ranges::any_of(parts, [&](std::string_view part) { return contains(text, part); });
}

// What a <meta> says by its squeezed name.
enum class MetaDate { kNone, kModified, kPlain, kPublished };

MetaDate meta_date_of(std::string_view name) {
  if (contains_any(name,
                   {"modif", "updat", "expir", "publisher", "revis", "valid", "crawl", "upload"})) {
    return contains_any(name, {"modif", "updat", "revis"}) ? MetaDate::kModified : MetaDate::kNone;
  }
  if (contains_any(name, {"publishedtime", "publishtime",   "publicationdate",
                          "datepublished", "publisheddate", "publishdate",
                          "pubdate",       "dateissued",    "datepub",
                          "publishedat",   "published",     "firstpublish",
                          "issued",        "citationdate",  "citationonlinedate",
                          "displaydate",   "publicdate",    "releasedate",
                          "articledate",   "postdate",      "postedon",
                          "datelastpubbed"})) {
    return MetaDate::kPublished;
  }
  if (contains_any(name, {"creat"}) && contains_any(name, {"date", "time"}))
    return MetaDate::kPlain;
  constexpr auto kPlain = std::to_array<std::string_view>(
      {"date", "dcdate", "dctermsdate", "sailthrudate", "srfdate", "outbraindate", "timestamp",
       "ptime", "newsdate", "pagedate", "wpdate", "dcdatecreated", "dctermscreated"});
  if (std::ranges::find(kPlain, name) != kPlain.end() || name.ends_with("date"))
    return MetaDate::kPlain;
  return MetaDate::kNone;
}

bool is_letters(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// "/en-gb/" in an address says more than a page's bare lang="en".
std::string region_in_path(std::string_view path) {
  for (size_t at = path.find('/'); at != std::string_view::npos; at = path.find('/', at + 1)) {
    const std::string_view segment = path.substr(at + 1, path.find('/', at + 1) - at - 1);
    if (segment.size() == 5 && (segment[2] == '-' || segment[2] == '_') &&
        is_letters(segment.substr(0, 2)) && is_letters(segment.substr(3))) {
      return std::string(segment.substr(3));
    }
  }
  return {};
}

class DateSearch {
 public:
  DateSearch(const DatedPage& page, const ArticleOptions& options)
      : page_(page), options_(options) {
    hints_.order = field_order_of(page.metadata, options.url);
    hints_.now = options.now;
    if (options.url) in_address_ = date_in_path(options.url->path());
    title_heading_ = page.measures.title_heading;
    if (in_address_ && !is_possible(*in_address_)) in_address_.reset();
  }

  std::optional<PageDate> run() {
    read_json_ld();
    read_metas();
    read_elements();
    read_configured();
    if (const std::optional<PageDate> found = best_of_declared()) return found;
    if (const auto found = read_state_date(page_.dom, hints_);
        found && is_possible(found->day) && (!in_address_ || *in_address_ == found->day)) {
      return PageDate{*found, DateSource::kMeta};
    }
    if (const auto found = find_visible_date(page_.dom, page_.measures, hints_);
        found && is_possible(found->day)) {
      const bool refuted = in_address_ && *in_address_ != found->day;
      if (!refuted) return PageDate{*found, DateSource::kText};
    }
    if (in_address_) return PageDate{{*in_address_, std::nullopt}, DateSource::kUrl};
    if (!modified_.empty()) return modified_.front();
    return std::nullopt;
  }

 private:
  bool is_possible(Date day) const {
    if (day.year() < 1990) return false;
    return options_.now ? day <= *options_.now + 1 : day.year() < 2050;
  }

  std::optional<ParsedDate> parse(std::string_view text) const {
    if (text.empty() || text.size() > 200) return std::nullopt;
    const std::optional<ParsedDate> found = text::parse_date(text, hints_);
    return found && is_possible(found->day) ? found : std::nullopt;
  }

  void declare(std::string_view text, DateSource source) {
    if (const auto found = parse(text)) declared_.push_back({*found, source});
  }

  void read_json_ld() {
    declare(page_.json_ld.date_published, DateSource::kJsonLd);
    if (declared_.empty()) declare(page_.json_ld.page_date_published, DateSource::kJsonLd);
    if (declared_.empty()) declare(page_.json_ld.date_created, DateSource::kJsonLd);
    if (const auto modified = parse(page_.json_ld.date_modified)) {
      modified_.push_back({*modified, DateSource::kJsonLd});
    }
  }

  void read_metas() {
    for (const MetaDate wanted : {MetaDate::kPublished, MetaDate::kPlain, MetaDate::kModified}) {
      for (const MetaValue& value : page_.metadata.values) {
        if (meta_date_of(value.name) == wanted) read_meta(value.content, wanted);
      }
    }
  }

  void read_meta(std::string_view content, MetaDate kind) {
    if (kind != MetaDate::kModified) {
      declare(content, DateSource::kMeta);
    } else if (const auto found = parse(content)) {
      modified_.push_back({*found, DateSource::kMeta});
    }
  }

  // Microdata, RDFa and <time>, outside of what belongs to other texts.
  void read_elements() {
    const Dom& dom = page_.dom;
    for (NodeId n = page_.measures.body + 1; n < dom.size(); ++n) {
      if (!dom.is_element(n)) continue;
      if (is_apart(n)) {
        n = dom.end_of(n) - 1;
        continue;
      }
      if (is_published_property(n)) declare(value_of(n), DateSource::kMicrodata);
      if (dom.tag(n) != Tag::kTime) continue;
      if (const auto found = time_of(n)) add_time(n, {*found, DateSource::kTimeElement});
    }
    // Those that stand at the title before those that stand anywhere.
    declared_.insert(declared_.end(), times_at_title_.begin(), times_at_title_.end());
    declared_.insert(declared_.end(), times_.begin(), times_.end());
  }

  void add_time(NodeId n, const PageDate& date) {
    const Meanings around = page_.measures.names[n] | page_.measures.names[page_.dom.parent(n)];
    if ((around & kModified) != 0 && (around & kDate) == 0) {
      modified_.push_back(date);
    } else {
      (is_at_title(n) ? times_at_title_ : times_).push_back(date);
    }
  }

  // Within some lines after the heading, or just before it.
  bool is_at_title(NodeId n) const {
    if (title_heading_ == kNoNode) return false;
    constexpr float kAfter = 500;
    constexpr float kBefore = 200;
    const bool after = n > title_heading_;
    float between = 0;
    for (NodeId i = std::min(n, title_heading_); i < std::max(n, title_heading_); ++i) {
      if (page_.dom.is_text(i) && !page_.dom.contains(title_heading_, i))
        between += page_.measures.text[i];
      if (between > kAfter) return false;
    }
    return after || between < kBefore;
  }

  bool is_apart(NodeId n) const {
    const Tag tag = page_.dom.tag(n);
    if (tag == Tag::kNav) return !holds_title(n);
    constexpr Meanings kApart = kComment | kRelated | kEvent | kNav;
    const bool named =
        tag == Tag::kAside ? is_outside_article(n) : (page_.measures.names[n] & kApart) != 0;
    if (!named || !is_block(tag) || holds_title(n)) return false;
    const float all = page_.measures.paragraphs[page_.measures.body];
    return all > 0 && page_.measures.paragraphs[n] < 0.4F * all;
  }

  bool holds_title(NodeId n) const {
    return title_heading_ != kNoNode && page_.dom.contains(n, title_heading_);
  }

  bool is_outside_article(NodeId n) const {
    for (NodeId up = page_.dom.parent(n); up != page_.dom.root(); up = page_.dom.parent(up)) {
      if (page_.dom.tag(up) == Tag::kArticle) return false;
    }
    return true;
  }

  bool is_published_property(NodeId n) const {
    const std::string_view property = page_.dom.attribute(n, "property");
    return page_.dom.attribute(n, "itemprop") == "datePublished" ||
           contains_any(property, {"datePublished", "dc:date", "dc:created", "dateCreated"});
  }

  std::string value_of(NodeId n) const {
    for (const std::string_view name : {"datetime", "content"}) {
      const std::string_view value = page_.dom.attribute(n, name);
      if (parse(value)) return std::string(value);
    }
    return page_.measures.text[n] < 80 ? page_.dom.text_content(n) : std::string();
  }

  // What a <time> shows is what its author meant, where it shows a whole date:
  // the attribute is often of the last change, or in UTC.
  std::optional<ParsedDate> time_of(NodeId n) const {
    const std::optional<ParsedDate> said = parse(value_of(n));
    if (page_.measures.text[n] > 60 || !page_.dom.has_attribute(n, "datetime")) return said;
    const std::string shown = page_.dom.text_content(n);
    if (shown.find('/') != std::string::npos) return said;
    const std::vector<text::FoundDate> found = text::find_dates(shown, hints_);
    if (found.size() != 1 || !is_possible(found[0].date.day) ||
        (said && said->day == found[0].date.day)) {
      return said;
    }
    return found[0].date;
  }

  void read_configured() {
    if (options_.date_selector) {
      const NodeId node = options_.date_selector->first(page_.dom, page_.dom.root());
      if (node != kNoNode) declare(page_.dom.text_content(node), DateSource::kSelector);
    }
    if (options_.date_patterns.empty()) return;
    const std::string text = page_.dom.block_text(page_.measures.body);
    for (const text::Regex& pattern : options_.date_patterns) {
      if (const auto match = pattern.search(text)) declare(match->group, DateSource::kSelector);
    }
  }

  // The most trusted, but one that the address confirms before one that it refutes.
  std::optional<PageDate> best_of_declared() const {
    if (declared_.empty()) return std::nullopt;
    if (in_address_) {
      for (const PageDate& date : declared_) {
        if (date.date.day == *in_address_) return date;
      }
    }
    return in_own_zone(earlier_at_title(declared_.front()));
  }

  // A head is often written anew with each change; an earlier date at the title
  // is then the true one.
  PageDate earlier_at_title(const PageDate& date) const {
    if (date.source != DateSource::kMeta) return date;
    for (const PageDate& shown : times_at_title_) {
      if (shown.date.day < date.date.day) return shown;
    }
    return date;
  }

  // The same moment may be written in UTC in one place and in the zone of the
  // page in another; the day of the latter is the one that readers saw.
  PageDate in_own_zone(const PageDate& date) const {
    if (!date.date.time || date.date.time->date() != date.date.day) return date;
    constexpr int64_t kSameMoment = 3600;
    for (const PageDate& other : declared_) {
      if (!other.date.time || other.date.day == date.date.day) continue;
      const int64_t apart = other.date.time->unix_seconds() - date.date.time->unix_seconds();
      if (std::abs(apart) < kSameMoment) return other;
    }
    return date;
  }

  const DatedPage& page_;
  const ArticleOptions& options_;
  text::DateHints hints_;
  std::optional<Date> in_address_;
  std::vector<PageDate> declared_;
  std::vector<PageDate> modified_;
  std::vector<PageDate> times_at_title_;
  std::vector<PageDate> times_;
  NodeId title_heading_ = kNoNode;
};

}  // namespace

text::FieldOrder field_order_of(const Metadata& metadata, const std::optional<Url>& url) {
  using text::FieldOrder;
  if (!metadata.language.empty() && metadata.language != "en") return FieldOrder::kDayFirst;
  const std::string region =
      !metadata.region.empty() || !url ? metadata.region : region_in_path(url->path());
  if (!region.empty()) {
    const bool month_first =
        std::ranges::find(kMonthFirstRegions, region) != kMonthFirstRegions.end();
    return month_first ? FieldOrder::kMonthFirst : FieldOrder::kDayFirst;
  }
  if (url) {
    for (const std::string_view domain : {".uk", ".au", ".in", ".nz", ".za", ".ie"}) {
      if (url->host().ends_with(domain)) return FieldOrder::kDayFirst;
    }
  }
  return FieldOrder::kUnknown;
}

std::optional<PageDate> read_page_date(const DatedPage& page, const ArticleOptions& options) {
  return DateSearch(page, options).run();
}

}  // namespace vectora::page
