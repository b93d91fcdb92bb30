// A client that keeps to robots.txt (RFC 9309).
//
//   const auto curl = make_curl_client(options);
//   const auto client = make_robots_client(*curl, {});
//
// Before the first request to an origin its robots.txt is fetched, once in the
// life of the client, all origins of a batch side by side; pages follow when all
// of these are answered. What a file disallows fails with kRefused, "robots.txt
// disallows ...". A file that a 4xx or too many redirects keep from us allows
// everything; one that cannot be had (5xx, no connection) disallows everything,
// and the failure says why it could not. Requests with `respect_robots` false
// pass. A Crawl-delay is honoured up to the bound. Redirects are not checked again.
//
// What sites answered outlives the client where the caller keeps it: `learned` is
// told each answer, `known` gives them back. One is used for a day (2.4), then
// confirmed, and beyond that only while the site does not give a new one.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "vectora/http/curl_client.h"
#include "vectora/http/http.h"
#include "vectora/http/revalidation.h"

namespace vectora::http {

// What a site answered when it was asked for its robots.txt.
struct RobotsAnswer {
  int status = 0;  // 2xx: `body` holds; 4xx: there is none
  std::string body;
  Validators validators;
  Instant received;
};

struct RobotsOptions {
  std::string product_token = std::string(kProductToken);
  int64_t max_crawl_delay_ms = 5000;
  Instant now = {};                                // against which `known` ages
  std::map<std::string, RobotsAnswer> known = {};  // by origin
  std::function<void(const std::string& origin, const RobotsAnswer&)> learned = {};
};

// `inner` must outlive the client.
std::unique_ptr<Client> make_robots_client(Client& inner, RobotsOptions options);

}  // namespace vectora::http
