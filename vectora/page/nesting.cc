// Why this exists. Tree building looks through the stack of open elements at
// nearly every tag, so its time is quadratic in the depth: 100 KB of nested
// <div> is seconds of work. And each formatting element left open is made anew
// in every later block ("reconstruct the active formatting elements", WHATWG
// HTML 13.2.4.3), so n open ones and m blocks make n*m nodes. Both are bounded
// here, by a scan that keeps a stack of names and follows the rules of the tree
// builder only as far as needed to be safe: an end tag closes only what the tree
// builder would close, or less.
#include "vectora/page/nesting.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace vectora::page {
namespace {

// No depth of their own: void elements, and those whose start tag closes the
// element of the same kind that is open.
constexpr auto kDepthless = std::to_array<std::string_view>(
    {"a",     "area",   "base",  "body",  "br",     "col", "dd",    "dt",   "embed",  "head",
     "hr",    "html",   "img",   "input", "keygen", "li",  "link",  "meta", "option", "p",
     "param", "source", "tbody", "td",    "tfoot",  "th",  "thead", "tr",   "track",  "wbr"});
constexpr auto kFormatting = std::to_array<std::string_view>(
    {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
// An end tag of another element does not close through these.
constexpr auto kScopeMarkers =
    std::to_array<std::string_view>({"applet", "caption", "foreignobject", "marquee", "math",
                                     "object", "svg", "table", "template"});
// Generic containers whose end tag closes all that is open inside them.
constexpr auto kContainers = std::to_array<std::string_view>(
    {"address", "article", "aside",   "blockquote", "button",     "center", "details",
     "dialog",  "div",     "dl",      "fieldset",   "figcaption", "figure", "footer",
     "form",    "header",  "hgroup",  "main",       "menu",       "nav",    "ol",
     "pre",     "section", "summary", "ul"});
constexpr auto kRawText = std::to_array<std::string_view>(
    {"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});

template <size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& names, std::string_view name) {
  return std::ranges::binary_search(names, name);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
bool ends_name(char c) {
  return c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_foreign(std::string_view name) { return name == "svg" || name == "math"; }

struct TagToken {
  size_t begin = 0;  // of "<"
  size_t end = 0;    // past ">"
  bool is_end_tag = false;
  std::string name;
};

// Past the tag's ">", with quoted attribute values passed over.
size_t end_of_tag(std::string_view html, size_t at) {
  while (at < html.size() && html[at] != '>') {
    if (html[at] != '=') {
      ++at;
      continue;
    }
    at = std::min(html.find_first_not_of(" \t\r\n\f", at + 1), html.size());
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      at = std::min(html.find(html[at], at + 1), html.size());
      if (at < html.size()) ++at;
    }
  }
  return std::min(at + 1, html.size());
}

size_t find_end_tag(std::string_view html, std::string_view name, size_t from) {
  for (size_t at = html.find("</", from); at != std::string_view::npos;
       at = html.find("</", at + 2)) {
    const std::string_view rest = html.substr(at + 2);
    const bool same = rest.size() > name.size() && ends_name(rest[name.size()]) &&
                      std::equal(name.begin(), name.end(), rest.begin(),
                                 [](char a, char b) { return a == lower(b); });
    if (same) return at;
  }
  return std::string_view::npos;
}

class NestingScan {
 public:
  NestingScan(std::string_view html, const NestingBounds& bounds) : html_(html), bounds_(bounds) {}

  std::optional<std::string> run() {
    for (size_t at = html_.find('<'); at != std::string_view::npos; at = html_.find('<', at)) {
      at = read_markup(at);
    }
    if (!changed_) return std::nullopt;
    out_.append(html_.substr(copied_));
    out_.append(appended_);
    return std::move(out_);
  }

 private:
  // Looks at the "<" at `at`; gives where to go on.
  size_t read_markup(size_t at) {
    const std::string_view rest = html_.substr(at);
    if (rest.starts_with("<!--")) return end_of_comment(at);
    const size_t name_at = rest.starts_with("</") ? 2 : 1;
    if (rest.size() <= name_at) return html_.size();
    if (!is_letter(rest[name_at])) return end_of_other(at, name_at);
    read_name(at, name_at);
    if (token_.is_end_tag) {
      if (at >= maybe_raw_until_) on_end_tag();
      return token_.end;
    }
    on_start_tag();
    return is_one_of(kRawText, token_.name) ? enter_raw_text() : token_.end;
  }

  void read_name(size_t at, size_t name_at) {
    token_.begin = at;
    token_.is_end_tag = name_at == 2;
    token_.name.clear();
    size_t i = at + name_at;
    for (; i < html_.size() && !ends_name(html_[i]); ++i) {
      if (token_.name.size() < kMaxName) token_.name.push_back(lower(html_[i]));
    }
    token_.end = end_of_tag(html_, i);
  }

  size_t end_of_comment(size_t at) const {
    if (html_.substr(at + 4).starts_with(">")) return at + 5;
    // The dashes of "<!-->" and "<!--->" count as those of the end.
    for (at = html_.find("--", at + 2); at != std::string_view::npos;
         at = html_.find("--", at + 1)) {
      const std::string_view after = html_.substr(at + 2);
      if (after.starts_with(">") || after.starts_with("!>")) return at + 3;
    }
    return html_.size();
  }

  // "<!doctype", "<?xml" and "</3" end at the next ">"; "<3" is text.
  size_t end_of_other(size_t at, size_t name_at) const {
    const bool is_text = name_at == 1 && html_[at + 1] != '!' && html_[at + 1] != '?';
    return is_text ? at + 1 : std::min(html_.find('>', at), html_.size());
  }

  // In SVG and MathML these elements hold markup. Whether the tree builder is
  // still inside such a one is not known here, so that both readings are
  // provided for: start tags count, end tags do not.
  size_t enter_raw_text() {
    if (token_.end < maybe_raw_until_) return token_.end;
    const size_t close = find_end_tag(html_, token_.name, token_.end);
    if (close == std::string_view::npos) {
      changed_ = true;
      appended_ = "</" + token_.name + ">";
    }
    const size_t end = std::min(close, html_.size());
    if (open_foreign_ == 0) return end;
    maybe_raw_until_ = end;
    return token_.end;
  }

  void on_start_tag() {
    if (is_one_of(kDepthless, token_.name)) return;
    const bool formatting = is_one_of(kFormatting, token_.name);
    if (static_cast<int>(open_.size()) >= bounds_.depth ||
        (formatting && open_formatting_ >= bounds_.formatting)) {
      leave_out();
      return;
    }
    if (formatting) ++open_formatting_;
    if (is_foreign(token_.name)) ++open_foreign_;
    open_.push_back(token_.name);
  }

  void leave_out() {
    changed_ = true;
    out_.append(html_.substr(copied_, token_.begin - copied_));
    copied_ = token_.end;
  }

  void on_end_tag() {
    const bool formatting = is_one_of(kFormatting, token_.name);
    if (formatting && open_formatting_ > 0) --open_formatting_;
    const size_t index = find_open(formatting);
    if (index == kNotFound) return;
    if (formatting) {
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
    } else {
      for (size_t i = index; i < open_.size(); ++i) open_foreign_ -= is_foreign(open_[i]) ? 1 : 0;
      open_.resize(index);
    }
  }

  // The open element that an end tag closes. A formatting element is taken out
  // of the middle; a container closes what is inside it; any other element is
  // only looked for up to the next container.
  size_t find_open(bool formatting) const {
    const bool closes_all =
        formatting || is_one_of(kContainers, token_.name) || is_one_of(kScopeMarkers, token_.name);
    const size_t lowest = open_.size() > kLookBack ? open_.size() - kLookBack : 0;
    for (size_t i = open_.size(); i > lowest; --i) {
      const std::string& name = open_[i - 1];
      if (name == token_.name) return i - 1;
      if (is_one_of(kScopeMarkers, name) && !is_one_of(kScopeMarkers, token_.name)) break;
      if (!closes_all && is_one_of(kContainers, name)) break;
    }
    return kNotFound;
  }

  static constexpr size_t kMaxName = 32;
  static constexpr size_t kLookBack = 256;
  static constexpr size_t kNotFound = static_cast<size_t>(-1);

  std::string_view html_;
  NestingBounds bounds_;
  TagToken token_;
  std::vector<std::string> open_;
  int open_formatting_ = 0;
  int open_foreign_ = 0;
  bool changed_ = false;
  size_t maybe_raw_until_ = 0;
  std::string out_;
  std::string appended_;
  size_t copied_ = 0;
};

}  // namespace

std::optional<std::string> bound_nesting(std::string_view html, const NestingBounds& bounds) {
  return NestingScan(html, bounds).run();
}

}  // namespace vectora::page
