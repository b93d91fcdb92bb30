#include "vectora/http/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <optional>

namespace vectora::http {
namespace {

// A socket, with or without TLS.
class Connection {
 public:
  // What goes in or out is added to `moved`.
  Connection(int socket, SSL_CTX* tls, std::atomic<size_t>& moved)
      : socket_(socket), moved_(moved) {
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls == nullptr) return;
    ssl_.reset(SSL_new(tls));
    SSL_set_fd(ssl_.get(), socket_);
    open_ = SSL_accept(ssl_.get()) == 1;
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  bool write(std::string_view bytes) {
    while (open_ && !bytes.empty()) {
      const auto size = bytes.size();
      const auto count = ssl_ ? SSL_write(ssl_.get(), bytes.data(), static_cast<int>(size))
                              : ::send(socket_, bytes.data(), size, MSG_NOSIGNAL);
      open_ = count > 0;
      if (open_) moved_ += static_cast<size_t>(count);
      if (open_) bytes.remove_prefix(static_cast<size_t>(count));
    }
    return open_;
  }

  // Reads until the buffer holds `wanted` bytes, or until it holds `end`.
  bool read_until(std::string_view end) {
    while (open_ && buffer_.find(end) == std::string::npos) read_some();
    return open_;
  }
  bool read_at_least(size_t wanted) {
    while (open_ && buffer_.size() < wanted) read_some();
    return open_;
  }
  std::string take(size_t count) {
    std::string bytes = buffer_.substr(0, count);
    buffer_.erase(0, count);
    return bytes;
  }
  size_t find(std::string_view end) const { return buffer_.find(end); }

 private:
  struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
  };

  void read_some() {
    std::string block(16384, '\0');
    const auto count = ssl_ ? SSL_read(ssl_.get(), block.data(), static_cast<int>(block.size()))
                            : ::recv(socket_, block.data(), block.size(), 0);
    open_ = count > 0;
    if (open_) moved_ += static_cast<size_t>(count);
    if (open_) buffer_.append(block, 0, static_cast<size_t>(count));
  }

  int socket_;
  std::atomic<size_t>& moved_;
  bool open_ = true;
  std::string buffer_;
  std::unique_ptr<SSL, FreeSsl> ssl_;
};

ReceivedRequest parsed_head(std::string_view head) {
  ReceivedRequest request;
  const size_t end = head.find("\r\n");
  const std::string_view line = head.substr(0, end);
  const size_t first = line.find(' ');
  const size_t second = line.rfind(' ');
  request.method = line.substr(0, first);
  request.target = line.substr(first + 1, second - first - 1);
  head.remove_prefix(end + 2);
  while (!head.empty()) {
    const std::string_view field = head.substr(0, head.find("\r\n"));
    head.remove_prefix(std::min(field.size() + 2, head.size()));
    const size_t colon = field.find(':');
    if (colon == std::string_view::npos) continue;
    request.headers[lower_case(field.substr(0, colon))] = trimmed(field.substr(colon + 1));
  }
  return request;
}

std::optional<ReceivedRequest> read_request(Connection& connection) {
  constexpr std::string_view kEnd = "\r\n\r\n";
  if (!connection.read_until(kEnd)) return std::nullopt;
  ReceivedRequest request = parsed_head(connection.take(connection.find(kEnd) + kEnd.size()));
  size_t length = 0;
  const std::string text = request.headers["content-length"];
  std::from_chars(text.data(), text.data() + text.size(), length);
  if (!connection.read_at_least(length)) return std::nullopt;
  request.body = connection.take(length);
  return request;
}

void reset(int socket) {
  const linger abort{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
}

// OpenSSL writes without MSG_NOSIGNAL: a client that has gone away would end the
// process. Only this thread is spared, not the client under test.
void block_broken_pipes() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

int listen_on(const std::string& address, int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in in{};
  in.sin_family = AF_INET;
  in.sin_port = htons(static_cast<uint16_t>(port));
  ::inet_pton(AF_INET, address.c_str(), &in.sin_addr);
  if (::bind(socket, reinterpret_cast<const sockaddr*>(&in), sizeof in) != 0) std::abort();
  if (::listen(socket, 1024) != 0) std::abort();
  return socket;
}

int port_of(int socket) {
  sockaddr_in in{};
  socklen_t size = sizeof in;
  ::getsockname(socket, reinterpret_cast<sockaddr*>(&in), &size);
  return ntohs(in.sin_port);
}

}  // namespace

Reply reply(int status, Headers headers, const std::string& body) {
  if (!headers.contains("content-length") && !headers.contains("transfer-encoding"))
    headers["content-length"] = std::to_string(body.size());
  std::string bytes = "HTTP/1.1 " + std::to_string(status) + " Whatever\r\n";
  for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
  return {.bytes = bytes + "\r\n" + body};
}

LoopbackServer::LoopbackServer(Handler handler, const ServerOptions& options)
    : handler_(std::move(handler)), tls_(options.tls) {
  if (::pipe(stop_) != 0) std::abort();
  for (const std::string& address : options.addresses) {
    listeners_.push_back(listen_on(address, port_));
    port_ = port_of(listeners_.front());
  }
  acceptor_ = std::thread([this] { accept_all(); });
}

LoopbackServer::~LoopbackServer() {
  ::close(stop_[1]);  // the other end reads as ended in every thread
  acceptor_.join();
  {
    const std::lock_guard lock(threads_mutex_);
    for (const int socket : sockets_) ::shutdown(socket, SHUT_RDWR);
  }
  for (std::thread& thread : threads_) thread.join();
  for (const int listener : listeners_) ::close(listener);
  ::close(stop_[0]);
}

std::string LoopbackServer::url(const std::string& path) const {
  return (tls_ != nullptr ? "https" : "http") + std::string("://127.0.0.1:") +
         std::to_string(port_) + path;
}

std::vector<ReceivedRequest> LoopbackServer::log() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

void LoopbackServer::accept_all() {
  std::vector<pollfd> watched{{stop_[0], POLLIN, 0}};
  for (const int listener : listeners_) watched.push_back({listener, POLLIN, 0});
  while (::poll(watched.data(), watched.size(), -1) >= 0 && watched[0].revents == 0) {
    for (const pollfd& listener : watched) {
      if ((listener.revents & POLLIN) == 0) continue;
      const int socket = ::accept4(listener.fd, nullptr, nullptr, SOCK_CLOEXEC);
      if (socket < 0) continue;
      const std::lock_guard lock(threads_mutex_);
      sockets_.push_back(socket);
      threads_.emplace_back([this, socket] { serve(socket); });
    }
  }
}

Reply LoopbackServer::answer(const ReceivedRequest& request) {
  const std::lock_guard lock(mutex_);
  log_.push_back(request);
  return handler_(request);
}

bool LoopbackServer::pause(int64_t milliseconds) const {
  pollfd stop{stop_[0], POLLIN, 0};
  return milliseconds <= 0 || ::poll(&stop, 1, static_cast<int>(milliseconds)) == 0;
}

void LoopbackServer::serve(int socket) {
  block_broken_pipes();
  ++connections_;
  most_at_once_ = std::max<size_t>(most_at_once_, ++at_once_);
  {
    Connection connection(socket, tls_, bytes_moved_);
    Reply::Then then = Reply::Then::kKeepOpen;
    while (then == Reply::Then::kKeepOpen) {
      const auto request = read_request(connection);
      if (!request) break;
      const Reply reply = answer(*request);
      then = reply.then;
      if (!pause(reply.delay_ms)) break;
      const size_t step = reply.pause_ms > 0 ? 1 : std::max<size_t>(reply.bytes.size(), 1);
      bool open = true;
      for (size_t at = 0; open && at < reply.bytes.size(); at += step)
        open = connection.write(reply.bytes.substr(at, step)) && pause(reply.pause_ms);
    }
    if (then == Reply::Then::kStall) pause(60000);
    if (then == Reply::Then::kReset) reset(socket);
  }
  --at_once_;
  const std::lock_guard lock(threads_mutex_);
  sockets_.erase(std::find(sockets_.begin(), sockets_.end(), socket));
  ::close(socket);
}

}  // namespace vectora::http
