#include "vectora/http/curl_client.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>

#include "vectora/http/loopback_server.h"
#include "vectora/http/revalidation.h"
#include "vectora/http/test_certificate.h"
#include "vectora/http/test_codings.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::http {
namespace {

using Then = Reply::Then;

CurlOptions local() {
  CurlOptions options;
  options.contact = "ops@vectora.example";
  options.delay_ms = 0;
  options.timeout_ms = 5000;
  options.retries = 0;
  options.retry_base_ms = 1;
  options.allow_private_addresses = true;
  return options;
}

Request get(const std::string& url) { return {.url = *Url::parse(url)}; }

Outcome fetch_one(const Request& request, const CurlOptions& options = local()) {
  Outcome outcome;
  int answers = 0;
  make_curl_client(options)->fetch({request}, [&](size_t index, Outcome answer) {
    EXPECT_EQ(index, 0U);
    ++answers;
    outcome = std::move(answer);
  });
  EXPECT_EQ(answers, 1);
  return outcome;
}

// "200 body" or "reason: detail".
std::string told(const Outcome& outcome) {
  if (const auto* response = std::get_if<Response>(&outcome))
    return std::to_string(response->status) + " " + response->body;
  const auto& failure = std::get<Failure>(outcome);
  return std::string(to_string(failure.reason)) + ": " + failure.detail;
}

std::string told(const std::string& url, const CurlOptions& options = local()) {
  return told(fetch_one(get(url), options));
}

// The same reply to everything.
LoopbackServer::Handler always(Reply reply) {
  return [reply](const ReceivedRequest&) { return reply; };
}

// One reply after the other; the last stays.
LoopbackServer::Handler in_turn(std::vector<Reply> replies) {
  return [replies, next = size_t{0}](const ReceivedRequest&) mutable {
    return replies[std::min(next++, replies.size() - 1)];
  };
}

TEST(CurlClientTest, GivesStatusHeadersAndBody) {
  LoopbackServer server(always(reply(
      404, {{"Content-Type", "text/html; charset=\"ISO-8859-1\""}, {"ETag", "\"x\""}}, "gone")));
  const Outcome outcome = fetch_one(get(server.url("/feed?a=b#part")));
  const auto& response = std::get<Response>(outcome);
  EXPECT_EQ(response.status, 404);
  EXPECT_EQ(response.body, "gone");
  EXPECT_EQ(response.header("etag"), "\"x\"");
  EXPECT_EQ(response.charset(), "iso-8859-1");
  EXPECT_EQ(response.final_url, server.url("/feed?a=b"));
  EXPECT_GT(response.bytes_on_wire, 60);
  EXPECT_LT(response.bytes_on_wire, 200);
  EXPECT_GT(response.received, Instant());
  EXPECT_EQ(server.log()[0].target, "/feed?a=b");
}

TEST(CurlClientTest, SaysWhoItIsAndSendsWhatIsAsked) {
  LoopbackServer server(always(reply(200, {}, "")));
  Request request = get(server.url("/"));
  request.method = "POST";
  request.headers = {{"if-none-match", "\"e\""}, {"x-empty", ""}};
  request.body = std::string("a\0b", 3);
  EXPECT_EQ(told(fetch_one(request)), "200 ");
  const ReceivedRequest received = server.log().at(0);
  EXPECT_EQ(received.method, "POST");
  EXPECT_EQ(received.body, request.body);
  EXPECT_EQ(received.headers.at("user-agent"),
            "VectoraInbox/" VECTORA_VERSION " (+ops@vectora.example)");
  EXPECT_EQ(received.headers.at("accept-encoding"), "gzip, deflate, br, zstd");
  EXPECT_EQ(received.headers.at("if-none-match"), "\"e\"");
  EXPECT_EQ(received.headers.at("x-empty"), "");
  EXPECT_FALSE(received.headers.contains("expect"));
}

TEST(CurlClientTest, AHeaderWithALineBreakIsNotSent) {
  LoopbackServer server(always(reply(200, {}, "")));
  Request request = get(server.url("/"));
  request.headers = {{"if-none-match", "x\r\nevil: 1"}};
  EXPECT_EQ(told(fetch_one(request)), "refused: a line break in the method or a header");
  EXPECT_TRUE(server.log().empty());
}

TEST(CurlClientTest, HeadHasNoBody) {
  LoopbackServer server(
      always(reply(200, {{"content-length", "9"}, {"content-encoding", "gzip"}}, "")));
  Request request = get(server.url("/"));
  request.method = "HEAD";
  EXPECT_EQ(told(fetch_one(request)), "200 ");
}

TEST(CurlClientTest, DecompressesAndCountsWhatCameOverTheWire) {
  const std::string page(100000, 'p');
  LoopbackServer server(always(reply(200, {{"content-encoding", "gzip"}}, gzip(page))));
  const Outcome outcome = fetch_one(get(server.url("/")));
  EXPECT_EQ(std::get<Response>(outcome).body, page);
  EXPECT_LT(std::get<Response>(outcome).bytes_on_wire, 1000);
}

TEST(CurlClientTest, EachFaultHasItsReason) {
  CurlOptions options = local();
  options.max_bytes = 100000;
  const std::string zipped = gzip(std::string(50000, 'x') + "abcdefgh");
  const std::string bomb = gzip(std::string(2000000, 'x'));
  Reply cut = reply(200, {{"content-length", "100"}}, "too short");
  cut.then = Then::kClose;
  Reply drip = reply(200, {}, std::string(1000, 'd'));
  drip.pause_ms = 5;
  const std::pair<Reply, std::string> cases[] = {
      {{.bytes = "", .then = Then::kReset}, "connect: "},
      {{.bytes = "", .then = Then::kClose}, "connect: Empty reply from server"},
      {{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", .then = Then::kReset},
       "connect: "},
      {{.bytes = "", .then = Then::kStall}, "timeout: "},
      {drip, "timeout: "},
      {cut, "protocol: "},
      {{.bytes = "SSH-2.0-OpenSSH_9.2\r\n", .then = Then::kClose}, "protocol: "},
      {reply(200, {{"content-encoding", "gzip"}}, zipped.substr(0, zipped.size() / 2)),
       "protocol: the compressed body ends early"},
      {reply(200, {{"content-encoding", "gzip"}}, "plain"), "protocol: the body is not gzip"},
      {reply(200, {{"content-encoding", "gzip"}}, bomb), "too_large: too large once decompressed"},
      {reply(200, {}, std::string(200000, 'h')), "too_large: larger than 100000 bytes"},
      {{.bytes = "HTTP/1.1 200 OK\r\n\r\n" + std::string(200000, 'h'), .then = Then::kClose},
       "too_large: larger than 100000 bytes"},
      {{.bytes = "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", .then = Then::kStall},
       "too_large: larger than 100000 bytes"},
      {reply(200,
             {{"x", std::string(90000, 'h')},
              {"y", std::string(90000, 'h')},
              {"z", std::string(90000, 'h')}},
             ""),
       "too_large: headers larger than 262144 bytes"},
  };
  for (const auto& [given, expected] : cases) {
    options.timeout_ms = expected.starts_with("timeout") ? 300 : 5000;
    LoopbackServer server(always(given));
    const std::string outcome = told(server.url("/"), options);
    EXPECT_TRUE(outcome.starts_with(expected)) << outcome << " instead of " << expected;
  }
}

TEST(CurlClientTest, WhereNobodyListensTheConnectionFails) {
  int port = 0;
  { port = LoopbackServer(always(reply(200, {}, ""))).port(); }
  const std::string outcome = told("http://127.0.0.1:" + std::to_string(port) + "/");
  EXPECT_TRUE(outcome.starts_with("connect: ")) << outcome;
}

TEST(CurlClientTest, ANameThatDoesNotResolveIsDns) {
  const std::string outcome = told("http://no-such-name.invalid/");
  EXPECT_EQ(outcome, "dns: Could not resolve host: no-such-name.invalid");
}

TEST(CurlClientTest, FollowsRedirectsAndSaysWhereTheyLed) {
  LoopbackServer server([](const ReceivedRequest& request) {
    if (request.target == "/new") return reply(200, {}, "there");
    return reply(301, {{"location", "/new"}}, "moved");
  });
  const Outcome outcome = fetch_one(get(server.url("/old")));
  EXPECT_EQ(told(outcome), "200 there");
  EXPECT_EQ(std::get<Response>(outcome).final_url, server.url("/new"));
  EXPECT_EQ(std::get<Response>(outcome).moved_to, server.url("/new"));
  EXPECT_FALSE(std::get<Response>(outcome).headers.contains("location"));
}

TEST(CurlClientTest, ARedirectLoopIsGivenUp) {
  LoopbackServer server(always(reply(302, {{"location", "/again"}}, "")));
  CurlOptions options = local();
  options.max_redirects = 3;
  options.retries = 2;
  EXPECT_EQ(told(server.url("/"), options), "refused: more than 3 redirects");
  EXPECT_EQ(server.log().size(), 4U);
}

TEST(CurlClientTest, WithoutRedirectsARedirectIsTheAnswer) {
  LoopbackServer server(always(reply(301, {{"location", "/new"}}, "moved")));
  CurlOptions options = local();
  options.max_redirects = 0;
  EXPECT_EQ(told(server.url("/"), options), "301 moved");
}

TEST(CurlClientTest, APutWithoutBodySaysThatItHasNone) {
  LoopbackServer server(always(reply(200, {}, "")));
  Request request = get(server.url("/"));
  request.method = "PUT";
  EXPECT_EQ(told(fetch_one(request)), "200 ");
  EXPECT_EQ(server.log().front().headers.at("content-length"), "0");
}

TEST(CurlClientTest, ARedirectLeavesNeitherHttpNorPost) {
  for (const char* target : {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/"}) {
    LoopbackServer server(always(reply(302, {{"location", target}}, "")));
    const std::string outcome = told(server.url("/"));
    EXPECT_TRUE(outcome.starts_with("refused: ")) << outcome;
  }
  LoopbackServer server(always(reply(307, {{"location", "/elsewhere"}}, "")));
  Request request = get(server.url("/"));
  request.method = "POST";
  EXPECT_EQ(told(fetch_one(request)), "307 ");
  EXPECT_EQ(server.log().size(), 1U);
}

TEST(CurlClientTest, ACookieLivesThroughTheRedirectsOfOneRequest) {
  LoopbackServer server([](const ReceivedRequest& request) {
    if (request.headers.contains("cookie")) return reply(200, {}, request.headers.at("cookie"));
    return reply(302, {{"location", "/"}, {"set-cookie", "seen=1; path=/"}}, "");
  });
  const auto client = make_curl_client(local());
  for (int i = 0; i < 2; ++i)
    client->fetch({get(server.url("/"))},
                  [](size_t, Outcome outcome) { EXPECT_EQ(told(outcome), "200 seen=1"); });
  EXPECT_EQ(server.log().size(), 4U);
}

TEST(CurlClientTest, RefusesPrivateAddressesUnlessAllowed) {
  LoopbackServer server(always(reply(200, {}, "secret")));
  CurlOptions options = local();
  options.allow_private_addresses = false;
  options.retries = 3;
  const std::string expected = "refused: 127.0.0.1 is no public address (loopback)";
  EXPECT_EQ(told(server.url("/"), options), expected);
  // Other spellings of the same address: the socket is what is judged.
  const std::string port = std::to_string(server.port());
  EXPECT_EQ(told("http://2130706433:" + port + "/", options), expected);
  EXPECT_EQ(told("http://0x7f.1:" + port + "/", options), expected);
  const std::string named = told("http://localhost:" + port + "/", options);
  EXPECT_TRUE(named.starts_with("refused: ")) << named;
  const std::string mapped = told("http://[::ffff:127.0.0.1]:" + port + "/", options);
  EXPECT_TRUE(mapped.starts_with("refused: ")) << mapped;
  EXPECT_TRUE(server.log().empty());
}

TEST(CurlClientTest, AProxyMayBePrivateAndResolvesTheNames) {
  LoopbackServer proxy(always(reply(200, {}, "by proxy")));
  CurlOptions options = local();
  options.allow_private_addresses = false;
  options.proxy = proxy.url("");
  EXPECT_EQ(told("http://no-such-name.invalid/x", options), "200 by proxy");
  EXPECT_EQ(proxy.log().at(0).target, "http://no-such-name.invalid/x");
}

TEST(CurlClientTest, TheProxyOfTheEnvironmentIsNotUsed) {
  LoopbackServer proxy(always(reply(200, {}, "by proxy")));
  LoopbackServer server(always(reply(200, {}, "direct")));
  ASSERT_EQ(::setenv("http_proxy", proxy.url("").c_str(), 1), 0);
  EXPECT_EQ(told(server.url("/")), "200 direct");
  ::unsetenv("http_proxy");
}

TEST(CurlClientTest, CredentialsAreSentAndNeverTold) {
  LoopbackServer server(always(reply(200, {}, "in")));
  const std::string port = std::to_string(server.port());
  const Outcome outcome = fetch_one(get("http://user:secret@127.0.0.1:" + port + "/a"));
  EXPECT_EQ(std::get<Response>(outcome).final_url, server.url("/a"));
  EXPECT_EQ(server.log()[0].headers.at("authorization"), "Basic dXNlcjpzZWNyZXQ=");
  for (const std::string url :
       {"http://user:secret@no-such-name.invalid/", "http://user:secret@127.0.0.1:1/"})
    EXPECT_EQ(told(url).find("secret"), std::string::npos);
}

// What comes of a server with such a certificate, which the client trusts or not.
struct TlsCase {
  std::string alternative_name = "IP:127.0.0.1";
  int64_t valid_s = 3600;
  bool trusted = true;
  bool verify_tls = true;
};

std::string told_over_tls(const TlsCase& test) {
  const testing::TempDir folder;
  const TestCertificate certificate = make_certificate(test.alternative_name, test.valid_s);
  LoopbackServer server(always(reply(200, {}, "safe")), {.tls = certificate.server.get()});
  CurlOptions options = local();
  options.retries = 2;
  if (test.trusted) options.ca_file = folder.write("ca.pem", certificate.pem).string();
  Request request = get(server.url("/"));
  request.verify_tls = test.verify_tls;
  const std::string outcome = told(fetch_one(request, options));
  EXPECT_EQ(server.connections(), 1U) << "no retry";
  return outcome;
}

TEST(CurlClientTest, SaysWhatIsWrongWithACertificate) {
  EXPECT_EQ(told_over_tls({}), "200 safe");
  EXPECT_EQ(told_over_tls({.valid_s = -60}), "tls: certificate has expired");
  EXPECT_EQ(told_over_tls({.alternative_name = "DNS:b.example"}),
            "tls: certificate is not for the host '127.0.0.1'");
  EXPECT_EQ(told_over_tls({.trusted = false}), "tls: self-signed certificate");
}

TEST(CurlClientTest, WhereVerificationIsOffACertificateIsNotLookedAt) {
  EXPECT_EQ(told_over_tls({.valid_s = -60, .trusted = false, .verify_tls = false}), "200 safe");
  EXPECT_EQ(told_over_tls({.alternative_name = "DNS:b.example", .verify_tls = false}), "200 safe");
}

TEST(CurlClientTest, OneUnverifiedRequestDoesNotOpenTheWayForOthers) {
  const TestCertificate certificate = make_certificate("IP:127.0.0.1", 3600);
  LoopbackServer server(always(reply(200, {}, "safe")), {.tls = certificate.server.get()});
  const auto client = make_curl_client(local());
  Request unverified = get(server.url("/"));
  unverified.verify_tls = false;
  std::vector<std::string> answers;
  for (const Request& request : {unverified, get(server.url("/"))})
    client->fetch({request},
                  [&](size_t, const Outcome& outcome) { answers.push_back(told(outcome)); });
  EXPECT_EQ(answers, (std::vector<std::string>{"200 safe", "tls: self-signed certificate"}));
}

TEST(CurlClientTest, EachHopOfARedirectIsJudged) {
  std::string target;
  LoopbackServer server(
      [&target](const ReceivedRequest& request) {
        if (request.target == "/secret") return reply(200, {}, "secret");
        return reply(302, {{"location", target}}, "");
      },
      {.addresses = {"127.0.0.1", "127.0.0.2"}});
  CurlOptions options = local();
  options.allow_private_addresses = false;
  options.allowed_addresses = {"127.0.0.1"};
  const std::string port = std::to_string(server.port());
  target = "http://127.0.0.1:" + port + "/secret";
  EXPECT_EQ(told(server.url("/"), options), "200 secret");
  target = "http://127.0.0.2:" + port + "/secret";
  EXPECT_EQ(told(server.url("/"), options), "refused: 127.0.0.2 is no public address (loopback)");
}

TEST(CurlClientTest, TriesAgainUntilItWorks) {
  LoopbackServer server(in_turn({{.bytes = "", .then = Then::kReset},
                                 reply(503, {}, "busy"),
                                 reply(429, {{"retry-after", "0"}}, "slow down"),
                                 reply(200, {}, "at last")}));
  CurlOptions options = local();
  options.retries = 3;
  EXPECT_EQ(told(server.url("/"), options), "200 at last");
  EXPECT_EQ(server.log().size(), 4U);
}

TEST(CurlClientTest, TheLastAnswerStandsWhenRetriesAreOver) {
  LoopbackServer server(always(reply(503, {}, "busy")));
  CurlOptions options = local();
  options.retries = 2;
  EXPECT_EQ(told(server.url("/"), options), "503 busy");
  EXPECT_EQ(server.log().size(), 3U);
}

TEST(CurlClientTest, DoesNotWaitForAServerThatAsksForTooMuch) {
  LoopbackServer server(always(reply(429, {{"retry-after", "3600"}}, "")));
  CurlOptions options = local();
  options.retries = 5;
  EXPECT_EQ(told(server.url("/"), options), "429 ");
  EXPECT_EQ(server.log().size(), 1U);
}

TEST(CurlClientTest, AHostIsAskedOnlySoManyThingsAtOnce) {
  Reply slow = reply(200, {}, "x");
  slow.delay_ms = 20;
  LoopbackServer server(always(slow));
  CurlOptions options = local();
  options.per_host = 2;
  std::vector<Request> requests(12, get(server.url("/")));
  size_t answered = 0;
  make_curl_client(options)->fetch(requests, [&](size_t, Outcome) { ++answered; });
  EXPECT_EQ(answered, 12U);
  EXPECT_LE(server.most_at_once(), 2U);
  EXPECT_LE(server.connections(), 2U);
}

TEST(CurlClientTest, OneThatStallsHoldsNobodyElseUp) {
  LoopbackServer server([](const ReceivedRequest& request) {
    if (request.target == "/stall") return Reply{.bytes = "", .then = Then::kStall};
    return reply(200, {}, request.target);
  });
  CurlOptions options = local();
  options.timeout_ms = 1000;
  std::vector<Request> requests{get(server.url("/stall"))};
  for (int i = 0; i < 20; ++i) requests.push_back(get(server.url("/" + std::to_string(i))));
  std::vector<size_t> order;
  make_curl_client(options)->fetch(requests, [&](size_t index, Outcome outcome) {
    order.push_back(index);
    EXPECT_EQ(std::holds_alternative<Response>(outcome), index != 0);
  });
  ASSERT_EQ(order.size(), 21U);
  EXPECT_EQ(order.back(), 0U);
}

TEST(CurlClientTest, WhatHasNotChangedIsAnAnswer) {
  LoopbackServer server([](const ReceivedRequest& request) {
    if (request.headers.contains("if-none-match")) return reply(304, {{"etag", "\"v1\""}}, "");
    return reply(200, {{"etag", "\"v1\""}}, "feed");
  });
  const auto client = make_curl_client(local());
  Request request = get(server.url("/"));
  std::string answers;
  for (int i = 0; i < 2; ++i)
    client->fetch({request}, [&](size_t, const Outcome& outcome) {
      answers += told(outcome) + "; ";
      add_to(request, validators_of(std::get<Response>(outcome)));
    });
  EXPECT_EQ(answers, "200 feed; 304 ; ");
  EXPECT_EQ(server.connections(), 1U);  // kept open between the two
}

TEST(CurlClientTest, RaisesTheLimitOfOpenFiles) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  rlimit few = before;
  few.rlim_cur = std::min<rlim_t>(200, before.rlim_max);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
  make_curl_client(local());
  rlimit after{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &after), 0);
  EXPECT_EQ(after.rlim_cur, before.rlim_max);
}

TEST(UserAgentTest, HoldsNoLineBreak) {
  EXPECT_EQ(user_agent("a@b.example\r\nx: 1"),
            "VectoraInbox/" VECTORA_VERSION " (+a@b.example??x: 1)");
  EXPECT_EQ(user_agent(""), "VectoraInbox/" VECTORA_VERSION);
}

TEST(CurlClientTest, NothingToFetchIsDoneAtOnce) {
  make_curl_client(local())->fetch({}, [](size_t, Outcome) { FAIL(); });
}

}  // namespace
}  // namespace vectora::http
