#include "vectora/page/list/list_page.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "vectora/page/list/zones.h"

namespace vectora::page {
namespace {

constexpr uint64_t kHashSeed = 1469598103934665603ULL;
constexpr uint64_t kHashPrime = 1099511628211ULL;

uint64_t hash_of(std::string_view text, uint64_t hash) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * kHashPrime;
  return (hash ^ 0x1F) * kHashPrime;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Class names without digits, the order kept: "css-1x0k2ab" and "css-1x1k2ab"
// are one class, and so are "post-12" and "post-13". Words of state are dropped.
uint64_t class_hash(std::string_view class_names, uint64_t hash) {
  constexpr std::array<std::string_view, 20> kStates = {
      "first",  "last",      "odd",      "even",    "active",    "open",     "in",
      "alt",    "sticky",    "featured", "show",    "current",   "selected", "closed",
      "hidden", "collapsed", "collapse", "is-open", "is-active", "expanded"};
  size_t begin = 0;
  std::string word;
  while (begin < class_names.size()) {
    const size_t end = std::min(class_names.find_first_of(" \t\r\n", begin), class_names.size());
    word.clear();
    for (const char c : class_names.substr(begin, end - begin)) {
      if (is_letter(c) || c == '-' || c == '_') word += c;
    }
    if (std::find(kStates.begin(), kStates.end(), word) == kStates.end())
      hash = hash_of(word, hash);
    begin = end + 1;
  }
  return hash;
}

std::vector<uint64_t> shapes_of(const Dom& dom) {
  std::vector<uint64_t> shapes(dom.size(), kHashSeed);
  for (NodeId n = 1; n < dom.size(); ++n) {
    const uint64_t above = shapes[dom.parent(n)];
    shapes[n] = dom.is_element(n)
                    ? class_hash(dom.attribute(n, "class"), hash_of(dom.name(n), above))
                    : above;
  }
  return shapes;
}

// The quoted address in "location.href='/news/1'"; empty: none.
std::string_view click_address(std::string_view handler) {
  const size_t at = handler.find("location");
  if (at == std::string_view::npos) return {};
  const size_t open = handler.find_first_of("'\"", at);
  if (open == std::string_view::npos) return {};
  const size_t close = handler.find(handler[open], open + 1);
  if (close == std::string_view::npos) return {};
  return handler.substr(open + 1, close - open - 1);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_share_address(const Url& url) {
  const std::string_view path = url.path();
  const bool shares = contains(path, "share") || contains(path, "/intent/") ||
                      contains(path, "/submit") || contains(path, "/pin/create");
  return shares && (contains(url.query(), "url=") || contains(url.query(), "u=") ||
                    contains(url.query(), "text="));
}

bool is_host_of(std::string_view site, std::string_view host) {
  if (site.size() <= host.size()) return site == host;
  return site.substr(site.size() - host.size()) == host &&
         site[site.size() - host.size() - 1] == '.';
}

// A page of the publisher on a social network, not a post or a film there.
bool is_social_profile(const Url& url) {
  constexpr std::array<std::string_view, 11> kHosts = {
      "facebook.com",    "twitter.com", "x.com",        "linkedin.com",
      "instagram.com",   "youtube.com", "t.me",         "vk.com",
      "plus.google.com", "weibo.com",   "pinterest.com"};
  const auto depth = std::count(url.path().begin(), url.path().end(), '/');
  return depth <= 2 && url.query().empty() &&
         std::any_of(kHosts.begin(), kHosts.end(),
                     [&](std::string_view host) { return is_host_of(url.site(), host); });
}

bool is_secondary_path(std::string_view path) {
  constexpr std::array kParts = {"/tag/",          "/tags/",    "/category/", "/categories/",
                                 "/author/",       "/authors/", "/topic/",    "/topics/",
                                 "/organization/", "/user/",    "/users/",    "/profile/",
                                 "/page/",         "/section/", "/search/"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view part) { return contains(path, part); });
}

class LinkCollector {
 public:
  explicit LinkCollector(ListPage& page) : page_(page) {
    if (page.options.url) page_key_ = page.options.url->canonical();
  }

  void run() {
    const Dom& dom = page_.dom;
    page_.links_before.reserve(dom.size() + 1);
    for (NodeId n = 0; n < dom.size(); ++n) {
      page_.links_before.push_back(static_cast<uint32_t>(page_.links.size()));
      if (!dom.is_element(n) || page_.zones[n] == Zone::kOut) continue;
      const TargetId target = target_of(n);
      if (target != kNoTarget) page_.links.push_back({n, target});
    }
    page_.links_before.push_back(static_cast<uint32_t>(page_.links.size()));
  }

 private:
  TargetId target_of(NodeId node) {
    const std::string_view reference = link_reference(page_.dom, node);
    if (reference.empty() || reference.front() == '#') return kNoTarget;
    const auto [at, fresh] = by_reference_.try_emplace(reference, kNoTarget);
    if (fresh) at->second = add(reference);
    if (at->second != kNoTarget && contains(page_.dom.attribute(node, "rel"), "tag"))
      page_.targets[at->second].secondary = true;
    return at->second;
  }

  TargetId add(std::string_view reference) {
    const std::optional<Url> url =
        page_.base ? page_.base->resolve(reference) : Url::parse(reference);
    if (!url || is_share_address(*url)) return kNoTarget;
    std::string key = url->canonical();
    const bool comments =
        contains(url->fragment(), "comment") || contains(url->fragment(), "respond");
    if (key == page_key_) return kNoTarget;
    if (comments) key += "#comments";
    const auto [at, fresh] = by_key_.try_emplace(key, static_cast<TargetId>(page_.targets.size()));
    if (fresh) {
      const bool secondary = comments || is_social_profile(*url) || is_secondary_path(url->path());
      page_.targets.push_back({url->str(), std::move(key), secondary});
    }
    return at->second;
  }

  ListPage& page_;
  std::string page_key_;
  std::unordered_map<std::string_view, TargetId> by_reference_;
  std::unordered_map<std::string, TargetId> by_key_;
};

std::optional<Url> base_of(const Dom& dom, const ListingOptions& options) {
  if (options.base_url) return options.base_url;
  for (NodeId n = 1; n < dom.size(); ++n) {
    if (dom.tag(n) == Tag::kBody) break;
    if (dom.tag(n) != Tag::kBase || !dom.has_attribute(n, "href")) continue;
    const std::string_view href = dom.attribute(n, "href");
    std::optional<Url> base = options.url ? options.url->resolve(href) : Url::parse(href);
    if (base) return base;
  }
  return options.url;
}

}  // namespace

std::string_view link_reference(const Dom& dom, NodeId node) {
  const Tag tag = dom.tag(node);
  if (tag == Tag::kA) return dom.attribute(node, "href");
  if (tag == Tag::kLink) {
    return contains(dom.attribute(node, "itemprop"), "url") ? dom.attribute(node, "href")
                                                            : std::string_view();
  }
  if (tag == Tag::kImg || tag == Tag::kIframe || tag == Tag::kVideo) return {};
  for (auto* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a) {
    if (a->name == "data-href" || a->name == "data-link" || a->name == "data-permalink" ||
        a->name == "data-url") {
      if (!a->value.empty() && (a->value.front() == '/' || a->value.substr(0, 4) == "http"))
        return a->value;
    }
    if (a->name == "onclick") {
      const std::string_view address = click_address(a->value);
      if (!address.empty()) return address;
    }
  }
  return {};
}

ListPage::ListPage(const Dom& tree, const ListingOptions& wanted) : dom(tree), options(wanted) {
  base = base_of(dom, options);
  roles = roles_of_nodes(dom);
  zones = zones_of_nodes(dom, roles);
  shapes = shapes_of(dom);
  hints.now = options.now;
  LinkCollector(*this).run();
}

}  // namespace vectora::page
