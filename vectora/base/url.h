// Url: an absolute http or https address that parsed.
//
//   const std::optional<Url> page = Url::parse("https://Example.org:443/a/../b?x#y");
//   page->str()                    "https://example.org/b?x#y"
//   page->resolve("c?z")->str()    "https://example.org/c?z"
//   page->without_credentials()    for logs
//
// Follows the WHATWG URL standard (https://url.spec.whatwg.org) for the two
// special schemes this product reads. Left out aloud: other schemes (nothing is
// returned), and IDNA mapping beyond lower case: a non-ASCII host is kept as
// UTF-8 and lower-cased, which the transport converts.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace vectora {

class Url {
 public:
  static constexpr size_t kMaxLength = 8192;  // longer input is no address

  static std::optional<Url> parse(std::string_view text);

  // A reference as found in a document: absolute, scheme-relative,
  // path-relative, query or fragment alone.
  std::optional<Url> resolve(std::string_view reference) const;

  std::string str() const;  // serialized, fragment included
  std::string without_fragment() const;
  std::string without_credentials() const;

  const std::string& scheme() const { return scheme_; }  // "http" or "https"
  const std::string& host() const { return host_; }      // lower case; IPv6 in brackets
  int port() const { return port_; }                     // never 0: the default where none is given
  const std::string& path() const { return path_; }      // starts with "/"
  const std::string& query() const { return query_; }    // without "?"
  const std::string& fragment() const { return fragment_; }
  bool has_credentials() const { return !user_info_.empty(); }

  // The site: host without "www.", ports and credentials.
  std::string_view site() const;

  // One spelling for one page, by which entries are compared: lower-case scheme
  // forced to https, no "www.", no default port, no fragment, no tracking
  // parameters (utm_*, fbclid, gclid, ...), sorted query, no trailing slash.
  // It is a name, not necessarily an address that answers.
  std::string canonical() const;

  auto operator<=>(const Url&) const = default;

 private:
  std::string scheme_;
  std::string user_info_;
  std::string host_;
  int port_ = 0;
  std::string path_;
  std::string query_;
  std::string fragment_;
  bool has_query_ = false;

  std::string authority_and_path() const;
};

}  // namespace vectora
