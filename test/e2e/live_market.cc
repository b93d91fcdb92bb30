#include "test/e2e/live_market.h"

#include "vectora/base/digest.h"

namespace vectora::e2e {
namespace {

constexpr const char* kSettings = R"(project: vectora-ebus
default_environment: local
http: {contact: "tests@example.org", delay_ms: 0, timeout_s: 1, retries: 0, per_host: 16,
       max_bytes: 1000000, max_redirects: 3, allow_private_addresses: true, respect_robots: false}
environments:
  local: {store: "file://.vectora/local", config: workspace}
)";

std::string source_yaml(const std::string& name, const std::string& url) {
  return "  - source_key: " + LiveMarket::key(name) + "\n    display_name: " + name +
         "\n    homepage_url: " + url + "\n    rss_url: " + url +
         "\n    ingestion_mode: rss\n    enabled: true\n    source_type: press_corporate\n"
         "    default_language: en\n    ingestion_profile: corporate_open\n"
         "    content_enrichment: basic\n";
}

}  // namespace

std::string feed(const std::vector<News>& news) {
  std::string items;
  for (const News& entry : news)
    items += "<item><title>" + entry.title + "</title><link>http://news.example/" + entry.slug +
             "</link><pubDate>" + entry.day + " 08:00:00 GMT</pubDate><description>" + entry.text +
             "</description></item>\n";
  return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>\n" + items +
         "</channel></rss>\n";
}

LiveMarket::LiveMarket(const std::vector<std::string>& names)
    : workspace_(toy_workspace()),
      server_([this](const http::ReceivedRequest& request) { return reply_to(request); }) {
  std::string sources;
  std::string keys;
  for (const std::string& name : names) {
    sources += source_yaml(name, server_.url("/" + name));
    keys += (keys.empty() ? "" : ", ") + key(name);
  }
  workspace_.write("vectora.yaml", kSettings);
  workspace_.write("canonical/sources/source_catalog.yaml",
                   "sources:\n" + sources +
                       "bouquets:\n  - {bouquet_id: ebus_all, description: All, source_keys: [" +
                       keys + "]}\n");
  workspace_.write("canonical/sources/html_extractors.yaml", "extractors: {}\n");
}

void LiveMarket::serve(const std::string& name, const std::string& body,
                       const http::Headers& headers) {
  const std::lock_guard lock(mutex_);
  Page& page = pages_["/" + name];
  page = {body, headers};
  if (headers.empty()) page.headers["etag"] = '"' + sha256(body).hex().substr(0, 16) + '"';
  page.headers.emplace("content-type", "application/rss+xml");
  replies_.erase("/" + name);
}

void LiveMarket::answer(const std::string& name, http::Reply reply) {
  const std::lock_guard lock(mutex_);
  replies_["/" + name] = std::move(reply);
}

http::Reply LiveMarket::reply_to(const http::ReceivedRequest& request) {
  const std::lock_guard lock(mutex_);
  if (const auto found = replies_.find(request.target); found != replies_.end())
    return found->second;
  const auto page = pages_.find(request.target);
  if (page == pages_.end()) return http::reply(404, {}, "nothing here");
  const http::Headers& headers = page->second.headers;
  for (const auto& [condition, validator] :
       {std::pair("if-none-match", "etag"), std::pair("if-modified-since", "last-modified")}) {
    const auto asked = request.headers.find(condition);
    const auto had = headers.find(validator);
    if (asked != request.headers.end() && had != headers.end() && asked->second == had->second)
      return http::reply(304, {{validator, had->second}}, "");
  }
  return http::reply(200, headers, page->second.body);
}

Answer LiveMarket::run(const std::string& day, std::vector<std::string> more) const {
  more.insert(more.begin(), {"run", "--live", "--as-of", day});
  return workspace_.vectora(std::move(more));
}

std::string outcome_of(const Json& record, std::string_view slug) {
  for (const Json& item : record["items"])
    if (string_member(item, "url").ends_with(slug)) return string_member(item, "outcome");
  return "not offered";
}

}  // namespace vectora::e2e
