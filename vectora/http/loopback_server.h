// A real HTTP server on loopback for tests and benchmarks: it answers what it is
// told to, faults included, on a free port, as long as it lives.
//
//   LoopbackServer server([](const ReceivedRequest& request) { return reply(200, {}, "hello"); });
//   client->fetch({{.url = *Url::parse(server.url("/feed"))}}, ...);
//
// One thread a connection; the handler is called from these threads, one call at
// a time.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "vectora/http/http.h"

using SSL_CTX = struct ssl_ctx_st;

namespace vectora::http {

struct ReceivedRequest {
  std::string method;
  std::string target;  // "/path?query"
  Headers headers;
  std::string body;
};

struct Reply {
  enum class Then { kKeepOpen, kClose, kReset, kStall };

  std::string bytes;  // sent as they are
  Then then = Then::kKeepOpen;
  int64_t delay_ms = 0;  // before the first byte
  int64_t pause_ms = 0;  // after each byte: a slow drip
};

// A whole answer; Content-Length is added unless `headers` has it or chunks.
Reply reply(int status, Headers headers, const std::string& body);

struct ServerOptions {
  std::vector<std::string> addresses = {"127.0.0.1"};  // all on one port
  SSL_CTX* tls = nullptr;                              // not owned
};

class LoopbackServer {
 public:
  using Handler = std::function<Reply(const ReceivedRequest&)>;

  explicit LoopbackServer(Handler handler, const ServerOptions& options = {});
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  int port() const { return port_; }
  // "http://127.0.0.1:PORT/feed", or https.
  std::string url(const std::string& path) const;

  std::vector<ReceivedRequest> log() const;
  size_t connections() const { return connections_; }
  size_t most_at_once() const { return most_at_once_; }
  // In both directions, headers included, without TLS.
  size_t bytes_moved() const { return bytes_moved_; }

 private:
  void accept_all();
  void serve(int socket);
  Reply answer(const ReceivedRequest& request);
  bool pause(int64_t milliseconds) const;  // false: the server ends

  Handler handler_;
  SSL_CTX* tls_;
  int port_ = 0;
  int stop_[2] = {-1, -1};  // a pipe; readable: end
  std::vector<int> listeners_;
  mutable std::mutex mutex_;  // log_, handler_
  std::vector<ReceivedRequest> log_;
  std::atomic<size_t> connections_ = 0;
  std::atomic<size_t> bytes_moved_ = 0;
  std::atomic<size_t> at_once_ = 0;
  std::atomic<size_t> most_at_once_ = 0;
  std::mutex threads_mutex_;
  std::list<std::thread> threads_;
  std::vector<int> sockets_;
  std::thread acceptor_;
};

}  // namespace vectora::http
