#include "vectora/page/propose/css_names.h"

#include <algorithm>
#include <array>

#include "vectora/page/list/roles.h"

namespace vectora::page {
namespace {

constexpr size_t kLongestName = 60;
constexpr size_t kMostClasses = 20;

constexpr auto kMadeUpStarts = std::to_array<std::string_view>(
    {"css-", "sc-", "jsx-", "jss", "emotion-", "svelte-", "astro-", "ng-tns-", "makeStyles-"});
// What an element is just now, or where it stands.
constexpr auto kStates = std::to_array<std::string_view>(
    {"active",     "current",  "first",  "last",    "odd",      "even", "open",
     "closed",     "selected", "hidden", "visible", "loaded",   "lazy", "lazyload",
     "lazyloaded", "alt",      "hover",  "focus",   "clearfix", "cf",   "sticky",
     "new",        "animated", "wow",    "fade",    "in",       "show"});
// How it looks.
constexpr auto kLooks = std::to_array<std::string_view>(
    {"col",    "row",     "container", "wrapper", "inner",   "outer",  "flex",   "grid",
     "align",  "pull",    "float",     "text",    "bg",      "mt",     "mb",     "ml",
     "mr",     "mx",      "my",        "pt",      "pb",      "pl",     "pr",     "px",
     "py",     "m",       "p",         "w",       "h",       "d",      "is",     "has",
     "js",     "u",       "d",         "border",  "rounded", "shadow", "size",   "small",
     "large",  "medium",  "full",      "half",    "left",    "right",  "center", "block",
     "inline", "animate", "aos",       "uk",      "columns", "column"});
// What it is.
constexpr auto kThings = std::to_array<std::string_view>(
    {"item",    "list",    "card",  "teaser",   "entry",  "post",    "article", "story",
     "release", "news",    "press", "headline", "title",  "date",    "time",    "published",
     "listing", "archive", "feed",  "views",    "result", "results", "events",  "blog",
     "board",   "table",   "day",   "content",  "main"});

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A name that CSS takes as it is.
bool is_plain(std::string_view name) {
  if (name.empty() || name.size() > kLongestName || is_digit(name[0])) return false;
  if (name[0] == '-' && (name.size() == 1 || !is_letter(name[1]))) return false;
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

// The words of a name, cut at "-", "_" and humps.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (size_t i = 0; i < name.size(); ++i) {
    const bool hump = i > 0 && is_upper(name[i]) && is_lower(name[i - 1]);
    if ((hump || name[i] == '-' || name[i] == '_') && !words.back().empty()) words.emplace_back();
    if (name[i] != '-' && name[i] != '_')
      words.back() += static_cast<char>(is_upper(name[i]) ? name[i] | 0x20 : name[i]);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// Behind the last "_" or "-".
std::string_view last_part(std::string_view name) {
  const size_t mark = name.find_last_of("-_");
  return mark == std::string_view::npos ? name : name.substr(mark + 1);
}

// "3kX9a", "1x2y3z", "bdVaJa", "kzqwtr": no word, no number of a column.
bool is_hash(std::string_view part) {
  if (part.size() < 4) return false;
  size_t turns = 0;  // between letters and digits, and to capitals
  size_t digits = 0;
  size_t vowels = 0;
  for (size_t i = 0; i < part.size(); ++i) {
    digits += is_digit(part[i]) ? 1U : 0U;
    vowels += std::string_view("aeiouyAEIOUY").find(part[i]) != std::string_view::npos ? 1U : 0U;
    if (i == 0) continue;
    turns += is_digit(part[i]) != is_digit(part[i - 1]) ? 1U : 0U;
    turns += is_upper(part[i]) && !is_upper(part[i - 1]) ? 1U : 0U;
  }
  if (digits == 0 && vowels == 0) return part.size() >= 6;
  if (digits == 0) return turns >= 2 && part.size() < 4 * turns;
  const bool number_behind_word = turns == 1 && is_letter(part.front());
  return digits < part.size() && !number_behind_word;
}

// "Card_body__1Zq" of style modules: file, name, and a short tail that is no word.
bool is_module_name(std::string_view name) {
  const size_t tail = name.rfind("__");
  if (tail == std::string_view::npos || tail == 0) return false;
  const std::string_view hash = name.substr(tail + 2);
  const bool has_file = name.substr(0, tail).find('_') != std::string_view::npos;
  return has_file && hash.size() >= 2 && hash.size() <= 8 &&
         std::any_of(hash.begin(), hash.end(), [](char c) { return is_digit(c) || is_upper(c); });
}

// "post-1204", "item12345"
bool names_one_entry(std::string_view name) {
  size_t run = 0;
  for (const char c : name) {
    run = is_digit(c) ? run + 1 : 0;
    if (run >= 3) return true;
  }
  return false;
}

int cost_of(std::string_view name, std::string_view tag) {
  constexpr Roles kTelling = kDateRole | kTitleRole | kNewsRole | kSummaryRole;
  const std::vector<std::string> words = words_of(name);
  const bool looks = !words.empty() && is_one_of(words.front(), kLooks);
  const bool digits = std::any_of(name.begin(), name.end(), is_digit);
  int cost = 20 + static_cast<int>(name.size() / 8);
  if ((roles_of(name) & kTelling) != 0) cost -= 10;
  const auto thing = [](const std::string& word) { return is_one_of(word, kThings); };
  if (std::any_of(words.begin(), words.end(), thing)) cost -= 5;
  if (looks) cost += 25;
  if (digits) cost += 12;
  if (name.size() < 3) cost += 10;
  return cost + (tag.empty() ? 0 : 4);
}

int cost_of_tag(Tag tag) {
  switch (tag) {
    case Tag::kTime: return 8;
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6: return 14;
    case Tag::kArticle: return 16;
    case Tag::kMain: return 24;
    case Tag::kA: return 34;
    case Tag::kDiv:
    case Tag::kSpan: return 80;
    default: return 42;
  }
}

void add_class(std::string_view name, const std::string& tag, std::vector<CssName>& out) {
  if (is_one_of(name, kStates) || names_one_entry(name)) return;
  if (!is_generated_name(name)) {
    if (!is_plain(name)) return;
    out.push_back({"." + std::string(name), cost_of(name, {})});
    out.push_back({tag + "." + std::string(name), cost_of(name, tag)});
    return;
  }
  // Of "NewsList_item__3kX9a" the part that people wrote.
  const size_t tail = name.find_last_of("-_");
  const std::string_view written = name.substr(0, tail == std::string_view::npos ? 0 : tail + 1);
  const bool usable =
      written.size() >= 6 && is_plain(written) && !is_one_of(written, kMadeUpStarts);
  const std::string_view stem = written.substr(0, written.find_last_not_of("-_") + 1);
  if (!usable || is_generated_name(stem)) return;
  out.push_back({"[class*='" + std::string(written) + "']", cost_of(written, {}) + 15});
}

void add_attributes(const Dom& dom, NodeId element, const std::string& tag,
                    std::vector<CssName>& out) {
  const std::string_view id = dom.attribute(element, "id");
  if (is_plain(id) && !is_generated_name(id) && !names_one_entry(id))
    out.push_back({"#" + std::string(id), cost_of(id, {}) - 2});
  const std::string_view property = dom.attribute(element, "itemprop");
  if (is_plain(property)) out.push_back({"[itemprop='" + std::string(property) + "']", 14});
  const std::string_view role = dom.attribute(element, "role");
  if (is_plain(role)) out.push_back({tag + "[role='" + std::string(role) + "']", 40});
  if (dom.has_attribute(element, "datetime") && tag != "time")
    out.push_back({tag + "[datetime]", 16});
}

}  // namespace

bool is_generated_name(std::string_view name) {
  const auto starts = [&](std::string_view start) {
    return name.starts_with(start) && name.size() > start.size();
  };
  if (std::any_of(kMadeUpStarts.begin(), kMadeUpStarts.end(), starts)) return true;
  return is_module_name(name) || is_hash(last_part(name));
}

std::vector<CssName> css_names(const Dom& dom, NodeId element) {
  std::vector<CssName> out;
  const std::string tag(dom.name(element));
  std::string_view classes = dom.attribute(element, "class");
  for (size_t count = 0; count < kMostClasses && !classes.empty(); ++count) {
    const size_t begin = std::min(classes.find_first_not_of(" \t\r\n\f"), classes.size());
    classes.remove_prefix(begin);
    const size_t end = std::min(classes.find_first_of(" \t\r\n\f"), classes.size());
    if (end > 0) add_class(classes.substr(0, end), tag, out);
    classes.remove_prefix(end);
  }
  add_attributes(dom, element, tag, out);
  if (is_plain(tag)) out.push_back({tag, cost_of_tag(dom.tag(element))});
  std::stable_sort(out.begin(), out.end(),
                   [](const CssName& a, const CssName& b) { return a.cost < b.cost; });
  return out;
}

}  // namespace vectora::page
