#include "vectora/page/article/json_ld.h"

#include <algorithm>
#include <array>
#include <vector>

#include "vectora/base/json.h"
#include "vectora/base/url.h"

namespace vectora::page {
namespace {

constexpr size_t kMaxScript = size_t{2} << 20;
constexpr int kMaxDepth = 6;  // of objects inside one another that are looked at

enum class Kind { kOther, kSite, kWebPage, kArticle };

bool ends_with_any(std::string_view type, std::initializer_list<std::string_view> endings) {
  return std::ranges::any_of(endings, [&](std::string_view e) { return type.ends_with(e); });
}

Kind kind_of_type(std::string_view type) {
  if (ends_with_any(type, {"Article", "Posting", "Report", "PressRelease", "Statement", "Review",
                           "Reportage", "BlogPost"})) {
    return Kind::kArticle;
  }
  if (type.ends_with("Page")) return Kind::kWebPage;
  if (ends_with_any(type, {"WebSite", "Organization", "NewsMediaOrganization"})) return Kind::kSite;
  return Kind::kOther;
}

Kind kind_of(const Json& object) {
  const Json* type = find_member(object, "@type");
  if (type == nullptr) return Kind::kOther;
  if (type->is_string()) return kind_of_type(type->get_ref<const std::string&>());
  Kind best = Kind::kOther;
  if (!type->is_array()) return best;
  for (const Json& one : *type) {
    if (one.is_string()) best = std::max(best, kind_of_type(one.get_ref<const std::string&>()));
  }
  return best;
}

// A text, or the first text of an array, or the "name" or "@value" of an object.
std::string text_of(const Json* value, int depth = 0) {
  if (value == nullptr || depth > 3) return {};
  if (value->is_string()) return value->get<std::string>();
  if (value->is_array()) {
    for (const Json& one : *value) {
      if (std::string text = text_of(&one, depth + 1); !text.empty()) return text;
    }
    return {};
  }
  for (const std::string_view name : {"name", "@value"}) {
    if (const Json* inner = find_member(*value, name)) return text_of(inner, depth + 1);
  }
  return {};
}

std::string member_text(const Json& object, std::string_view name) {
  return text_of(find_member(object, name));
}

std::string canonical_address(std::string_view address) {
  const std::optional<Url> url = Url::parse(address);
  return url ? url->canonical() : std::string();
}

struct FoundObject {
  const Json* object;
  Kind kind;
};

void collect(const Json& value, int depth, std::vector<FoundObject>& found) {
  if (depth > kMaxDepth) return;
  if (value.is_array()) {
    for (const Json& one : value) collect(one, depth + 1, found);
    return;
  }
  if (!value.is_object()) return;
  if (const Kind kind = kind_of(value); kind != Kind::kOther) found.push_back({&value, kind});
  for (const std::string_view name : {"@graph", "mainEntity", "mainEntityOfPage"}) {
    if (const Json* inner = find_member(value, name)) collect(*inner, depth + 1, found);
  }
}

bool is_about(const Json& article, std::string_view page) {
  for (const std::string_view name : {"url", "@id", "mainEntityOfPage"}) {
    const Json* value = find_member(article, name);
    if (value == nullptr) continue;
    const Json* id = value->is_object() ? find_member(*value, "@id") : value;
    if (id != nullptr && id->is_string() &&
        canonical_address(id->get_ref<const std::string&>()) == page) {
      return true;
    }
  }
  return false;
}

// Line breaks inside strings and commas before a closing bracket, as hand-made
// templates write them; comment marks around the whole.
class JsonRepair {
 public:
  std::string run(std::string_view script) {
    for (size_t i = 0; i < script.size(); ++i) {
      if (in_string_ && script[i] == '\\' && i + 1 < script.size()) {
        out_.append(script.substr(i++, 2));
      } else {
        add(script[i]);
      }
    }
    return std::move(out_);
  }

 private:
  void add(char c) {
    if (c == '"') in_string_ = !in_string_;
    if (!in_string_ && (c == '}' || c == ']')) drop_comma();
    const bool control = static_cast<unsigned char>(c) < 0x20;
    out_.push_back(control ? ' ' : c);
  }

  void drop_comma() {
    const size_t last = out_.find_last_not_of(' ');
    if (last != std::string::npos && out_[last] == ',') out_.erase(last, 1);
  }

  std::string out_;
  bool in_string_ = false;
};

std::string_view outermost_value(std::string_view script) {
  constexpr std::string_view kCData = "<![CDATA[";
  const size_t section = script.find(kCData);
  if (section != std::string_view::npos) {
    script.remove_prefix(section + kCData.size());
    script = script.substr(0, script.rfind("]]>"));
  }
  const size_t begin = script.find_first_of("{[");
  const size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  return script.substr(begin, end - begin + 1);
}

std::optional<Json> read_script(std::string_view script) {
  const std::string_view value = outermost_value(script);
  if (value.empty() || value.size() > kMaxScript) return std::nullopt;
  if (Result<Json> json = parse_json(value)) return *std::move(json);
  if (Result<Json> json = parse_json(JsonRepair().run(value))) return *std::move(json);
  return std::nullopt;
}

// The first string of that name, where the whole is not JSON.
std::string member_in_broken_json(std::string_view script, std::string_view name) {
  const std::string quoted = "\"" + std::string(name) + "\"";
  const size_t at = script.find(quoted);
  if (at == std::string_view::npos) return {};
  const size_t begin = script.find('"', script.find(':', at + quoted.size()));
  if (begin == std::string_view::npos) return {};
  return std::string(script.substr(begin + 1, script.find('"', begin + 1) - begin - 1));
}

void fill_if_empty(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void read_article(const Json& article, JsonLd& out) {
  out.headline = member_text(article, "headline");
  fill_if_empty(out.headline, member_text(article, "name"));
  out.date_published = member_text(article, "datePublished");
  out.date_created = member_text(article, "dateCreated");
  out.date_modified = member_text(article, "dateModified");
  out.body = member_text(article, "articleBody");
  fill_if_empty(out.body, member_text(article, "text"));
  out.author = member_text(article, "author");
  out.description = member_text(article, "description");
  out.language = member_text(article, "inLanguage");
  fill_if_empty(out.site_name, member_text(article, "publisher"));
}

void read_page(const Json& web_page, JsonLd& out) {
  fill_if_empty(out.page_date_published, member_text(web_page, "datePublished"));
  fill_if_empty(out.date_modified, member_text(web_page, "dateModified"));
  fill_if_empty(out.description, member_text(web_page, "description"));
  fill_if_empty(out.language, member_text(web_page, "inLanguage"));
}

const Json* own_article(const std::vector<FoundObject>& found, std::string_view page_url) {
  const std::string page = canonical_address(page_url);
  const Json* first = nullptr;
  for (const FoundObject& one : found) {
    if (one.kind != Kind::kArticle) continue;
    if (!page.empty() && is_about(*one.object, page)) return one.object;
    if (first == nullptr ||
        (!first->contains("datePublished") && one.object->contains("datePublished"))) {
      first = one.object;
    }
  }
  return first;
}

bool is_json_ld(const Dom& dom, NodeId node) {
  return dom.tag(node) == Tag::kScript &&
         dom.attribute(node, "type").starts_with("application/ld+json") &&
         dom.first_child(node) != kNoNode;
}

}  // namespace

JsonLd read_json_ld(const Dom& dom, std::string_view page_url) {
  std::vector<Json> scripts;
  JsonLd out;
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (!is_json_ld(dom, n)) continue;
    if (std::optional<Json> json = read_script(dom.text(n + 1))) {
      scripts.push_back(*std::move(json));
    } else {
      fill_if_empty(out.page_date_published,
                    member_in_broken_json(dom.text(n + 1), "datePublished"));
    }
  }
  std::vector<FoundObject> found;
  for (const Json& script : scripts) collect(script, 0, found);
  if (const Json* article = own_article(found, page_url)) read_article(*article, out);
  for (const FoundObject& one : found) {
    if (one.kind == Kind::kWebPage) read_page(*one.object, out);
    if (one.kind == Kind::kSite) fill_if_empty(out.site_name, member_text(*one.object, "name"));
  }
  return out;
}

}  // namespace vectora::page
