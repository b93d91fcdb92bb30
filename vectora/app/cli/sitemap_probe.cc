// Proposals from sitemaps; the rest of source_probe.h is in source_probe.cc.
#include <algorithm>
#include <map>

#include "vectora/app/cli/source_probe.h"
#include "vectora/feed/sitemap.h"
#include "vectora/http/decoder.h"
#include "vectora/http/robots.h"

namespace vectora::app {
namespace {

constexpr size_t kMaxSitemaps = 5;
constexpr size_t kMaxParts = 3;
constexpr size_t kMaxUnpacked = 64000000;
constexpr size_t kFewestPages = 3;  // that make a folder one of news

std::optional<feed::Sitemap> sitemap_of(const http::Response& answer) {
  const Result<std::string> bytes = http::unpacked(answer.body, kMaxUnpacked);
  if (!bytes) return std::nullopt;
  auto map = feed::parse_sitemap(*bytes, {answer.charset(), Url::parse(answer.final_url)});
  return map ? std::optional(*std::move(map)) : std::nullopt;
}

// "/en/news/" of https://a.example/en/news/story; of "/story" nothing.
std::string folder_of(const std::string& address) {
  const auto url = Url::parse(address);
  if (!url) return {};
  const std::string folder = url->path().substr(0, url->path().rfind('/') + 1);
  return folder == "/" ? std::string() : folder;
}

size_t pages_below(const std::vector<feed::SitemapPage>& pages, const std::string& folder) {
  return static_cast<size_t>(std::count_if(pages.begin(), pages.end(), [&folder](const auto& page) {
    return folder_of(page.url).starts_with(folder);
  }));
}

// The folder of the entries: the one that was probed, else the one with most pages.
std::string news_folder(const std::vector<feed::SitemapPage>& pages, const Url& probed) {
  std::string folder = probed.path();
  if (!folder.ends_with('/')) folder += '/';
  if (folder != "/" && pages_below(pages, folder) >= kFewestPages) return folder;
  std::map<std::string, size_t> counts;
  for (const feed::SitemapPage& page : pages)
    if (const std::string name = folder_of(page.url); !name.empty()) ++counts[name];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == counts.end() || most->second < kFewestPages ? std::string() : most->first;
}

// As an expression that finds just this text.
std::string literal(std::string_view text) {
  std::string expression;
  for (const char c : text) {
    if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) expression += '\\';
    expression += c;
  }
  return expression;
}

void add_entries(Proposal& proposal, const std::vector<feed::SitemapPage>& pages,
                 const std::string& folder) {
  for (const feed::SitemapPage& page : pages) {
    if (!folder_of(page.url).starts_with(folder)) continue;
    const auto& date = page.published ? page.published : page.changed;
    proposal.entries.push_back({page.title.empty() ? "(title on its page)" : page.title,
                                date ? std::optional(date->day) : std::nullopt, page.url});
  }
}

}  // namespace

std::vector<Url> named_sitemaps(std::string_view robots_txt, const Url& site) {
  std::vector<Url> urls;
  for (const std::string& address : http::sitemaps_in(robots_txt, kMaxSitemaps))
    if (const auto url = site.resolve(address)) urls.push_back(*url);
  if (urls.empty()) urls.push_back(*site.resolve("/sitemap.xml"));
  return urls;
}

std::vector<Url> parts_of_sitemap(const http::Response& answer) {
  std::vector<Url> urls;
  const std::optional<feed::Sitemap> map = sitemap_of(answer);
  if (!map || !map->is_index) return urls;
  for (size_t i = 0; i < std::min(kMaxParts, map->pages.size()); ++i)
    urls.push_back(*Url::parse(map->pages[i].url));
  return urls;
}

std::optional<Proposal> propose_sitemap(const http::Response& answer,
                                        const std::vector<http::Response>& parts,
                                        const Url& probed) {
  const std::optional<Url> url = Url::parse(answer.final_url);
  std::optional<feed::Sitemap> map = sitemap_of(answer);
  if (!url || !map) return std::nullopt;
  std::vector<feed::SitemapPage> pages;
  if (!map->is_index) pages = std::move(map->pages);
  for (const http::Response& part : parts)
    if (const auto below = sitemap_of(part); below && !below->is_index)
      pages.insert(pages.end(), below->pages.begin(), below->pages.end());
  const bool is_news =
      std::any_of(pages.begin(), pages.end(), [](const auto& page) { return !page.title.empty(); });
  Proposal proposal = proposal_for(*url);
  proposal.mode = config::SourceMode::kSitemap;
  proposal.has_titles = is_news;
  const std::string folder = is_news ? std::string() : news_folder(pages, probed);
  if (!folder.empty()) proposal.url_pattern = literal(folder);
  for (const feed::SitemapPage& page : pages)
    if (!page.language.empty()) proposal.language = page.language;
  add_entries(proposal, pages, folder);
  if (proposal.entries.empty()) return std::nullopt;
  return proposal;
}

}  // namespace vectora::app
