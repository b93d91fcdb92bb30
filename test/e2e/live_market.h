// The toy market with sources of a server on loopback, so that a run is live.
//
//   LiveMarket market({"voltara"});
//   market.serve("voltara", feed({{"Voltara wins an order", "order", "12 Jan 2026"}}));
//   EXPECT_EQ(market.run("2026-01-14").exit_code, 0);
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "test/e2e/workspace.h"
#include "vectora/http/loopback_server.h"

namespace vectora::e2e {

struct News {
  std::string title;
  std::string slug;  // the address is http://news.example/{slug}
  std::string day;   // "12 Jan 2026"
  std::string text = "The order for solid-state battery packs of city buses is worth 31 million.";
};

// An RSS 2.0 document with these entries.
std::string feed(const std::vector<News>& news);

class LiveMarket {
 public:
  // Sources by name: each a feed at "/{name}" with the key "press_corporate__{name}".
  explicit LiveMarket(const std::vector<std::string>& names);

  // From now on the source answers this. A body gets an ETag and is confirmed with
  // 304, unless these headers come with it instead: then by its Last-Modified, or never.
  void serve(const std::string& name, const std::string& body, const http::Headers& headers = {});
  void answer(const std::string& name, http::Reply reply);

  Answer run(const std::string& day, std::vector<std::string> more = {}) const;
  Json record(std::string_view day = {}) const { return workspace_.record(kToyClient, day); }

  const Workspace& workspace() const { return workspace_; }
  const http::LoopbackServer& server() const { return server_; }
  static std::string key(const std::string& name) { return "press_corporate__" + name; }

 private:
  http::Reply reply_to(const http::ReceivedRequest& request);

  std::mutex mutex_;
  struct Page {
    std::string body;
    http::Headers headers;
  };

  std::map<std::string, Page> pages_;
  std::map<std::string, http::Reply> replies_;
  Workspace workspace_;
  http::LoopbackServer server_;
};

// Outcome of an entry in a record, by the end of its address: "seen_before".
std::string outcome_of(const Json& record, std::string_view slug);

}  // namespace vectora::e2e
