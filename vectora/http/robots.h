// robots.txt: what a site asks crawlers not to fetch (RFC 9309).
//
//   const Robots robots = Robots::parse(bytes, "VectoraInbox");
//   robots.allows(*Url::parse("https://a.example/news?page=2"))
//
// The rules of every group that names the product token, else those of "*". The
// longest matching pattern decides, allow wins a tie; "*" and a final "$" as in
// 2.2.3; percent-encoded and plain forms of a character are the same. Pure, linear
// in the file, and safe on any bytes: what is no record is skipped.
// Beyond the standard: Crawl-delay is read, and ends a group's list of user
// agents as a rule does; a colon may be missing between name and value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/base/url.h"

namespace vectora::http {

class Robots {
 public:
  static constexpr size_t kMaxBytes = 512000;  // what follows is not read (2.5)

  // Allows everything.
  Robots() = default;

  static Robots parse(std::string_view bytes, std::string_view product_token);

  bool allows(const Url& url) const;

  // Between two requests, as the site asks; 0: it does not.
  int64_t crawl_delay_ms() const { return crawl_delay_ms_; }

 private:
  friend class RobotsParser;

  struct Rule {
    std::string pattern;  // in normal form
    bool allow = false;
  };

  std::vector<Rule> rules_;
  int64_t crawl_delay_ms_ = 0;
};

// The addresses of its "Sitemap:" lines, as written, at most `max`.
std::vector<std::string> sitemaps_in(std::string_view robots_txt, size_t max);

}  // namespace vectora::http
