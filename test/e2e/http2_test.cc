// HTTP/2 over TLS, from a server that speaks nothing else.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "test/e2e/program.h"
#include "vectora/http/curl_client.h"
#include "vectora/http/test_certificate.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::e2e {
namespace {

// One that nobody listens on; the server of the test is told to take it.
int free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in in{};
  in.sin_family = AF_INET;
  in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof in;
  EXPECT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&in), size), 0);
  EXPECT_EQ(::getsockname(socket, reinterpret_cast<sockaddr*>(&in), &size), 0);
  ::close(socket);
  return ntohs(in.sin_port);
}

std::vector<std::string> fetch(const std::vector<std::string>& urls, const std::string& ca_file) {
  http::CurlOptions options;
  options.allow_private_addresses = true;
  options.delay_ms = 0;
  options.retries = 8;  // the server may not listen yet
  options.retry_base_ms = 50;
  options.ca_file = ca_file;
  std::vector<http::Request> requests;
  for (const std::string& url : urls) requests.push_back({.url = *Url::parse(url)});
  std::vector<std::string> told(urls.size());
  http::make_curl_client(options)->fetch(requests, [&](size_t index, http::Outcome outcome) {
    const auto* response = std::get_if<http::Response>(&outcome);
    told[index] = response != nullptr
                      ? std::to_string(response->status) + " " + response->body
                      : std::string(http::to_string(std::get<http::Failure>(outcome).reason));
  });
  return told;
}

TEST(Http2, AnswersComeOverTlsFromAServerWhoseAuthorityIsNamed) {
  const std::filesystem::path program = installed("nghttpd");
  if (program.empty()) GTEST_SKIP() << "nghttpd is not installed (nghttp2-server)";
  const testing::TempDir folder;
  const http::TestCertificate certificate = http::make_certificate("IP:127.0.0.1", 3600);
  const std::string ca = folder.write("cert.pem", certificate.pem).string();
  const std::string key = folder.write("key.pem", certificate.key_pem).string();
  folder.write("site/one.xml", "<rss/>");
  folder.write("site/two.xml", std::string(100000, 'x'));
  const std::string port = std::to_string(free_port());
  const Background server({program.string(), "--address=127.0.0.1",
                           "--htdocs=" + (folder.path() / "site").string(), port, key, ca});
  const std::string site = "https://127.0.0.1:" + port;
  const std::vector<std::string> told =
      fetch({site + "/one.xml", site + "/two.xml", site + "/none.xml"}, ca);
  EXPECT_EQ(told[0], "200 <rss/>");
  EXPECT_EQ(told[1], "200 " + std::string(100000, 'x'));
  EXPECT_EQ(told[2].substr(0, 3), "404");
  EXPECT_EQ(fetch({site + "/one.xml"}, "")[0], "tls");  // an authority that nobody named
}

}  // namespace
}  // namespace vectora::e2e
