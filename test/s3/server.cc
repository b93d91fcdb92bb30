#include "test/s3/server.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace vectora::s3 {
namespace {

// Ports that nobody listens at, all different.
std::vector<int> free_ports(size_t count) {
  std::vector<int> sockets;
  std::vector<int> ports;
  for (size_t i = 0; i < count; ++i) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(socket, generic, size), 0);
    EXPECT_EQ(::getsockname(socket, generic, &size), 0);
    sockets.push_back(socket);
    ports.push_back(ntohs(address.sin_port));
  }
  for (const int socket : sockets) ::close(socket);
  return ports;
}

bool has_extended_attributes(const testing::TempDir& folder) {
  const std::string file = folder.write("probe", "").string();
  return ::setxattr(file.c_str(), "user.probe", "1", 1, 0) == 0;
}

}  // namespace

bool Server::can_run(const Needs& needs) {
  for (const std::string& program : needs.programs)
    if (e2e::installed(program).empty())
      why_not_ = "needs " + program + " (packages " + needs.packages + ")";
  if (needs.extended_attributes && !has_extended_attributes(folder_))
    why_not_ = "needs a temporary folder on a file system with extended attributes";
  return why_not_.empty();
}

void Server::start(const std::string& script, const std::vector<int>& ports) {
  // Ends with us also where we are killed.
  std::vector<std::string> command = {
      "setpriv", "--pdeathsig", "KILL", "--", "test/servers/" + script, folder_.path().string()};
  for (const int port : ports) command.push_back(std::to_string(port));
  process_ = std::make_unique<e2e::Background>(command);
  endpoint_ = "http://127.0.0.1:" + std::to_string(ports.front());
  const std::string said = process_->first_line();
  EXPECT_EQ(said, "ready") << script << " did not start";
  if (said != "ready") why_not_ = script + " did not start";
}

Server& Server::radosgw() {
  static const std::unique_ptr<Server> server = [] {
    std::unique_ptr<Server> made(new Server({"vectora", "vectora-secret", ""}));
    const Needs needs{{"radosgw", "ceph-mon", "ceph-osd", "ceph", "setpriv"},
                      "radosgw ceph-mon ceph-osd"};
    if (made->can_run(needs)) made->start("radosgw.sh", free_ports(2));
    return made;
  }();
  return *server;
}

Server& Server::swift() {
  static const std::unique_ptr<Server> server = [] {
    std::unique_ptr<Server> made(new Server({"test:tester", "testing", ""}));
    const Needs needs{{"swift-proxy-server", "swift-account-server", "swift-container-server",
                       "swift-object-server", "memcached", "setpriv"},
                      "swift-proxy swift-account swift-container swift-object memcached",
                      true};
    if (made->can_run(needs)) made->start("swift.sh", free_ports(5));
    return made;
  }();
  return *server;
}

aws::S3Options Server::options(const std::string& bucket) const {
  return {.name = {.bucket = bucket, .endpoint = endpoint_}};
}

std::unique_ptr<store::ObjectStore> Server::open_bucket(const std::string& bucket) const {
  const auto source = aws::fixed_credentials(credentials_);
  const auto made = aws::create_bucket(options(bucket), source);
  EXPECT_TRUE(made) << made.error().message;
  return *aws::open_s3(options(bucket), source);
}

std::unique_ptr<store::ObjectStore> Server::open_new_bucket() {
  return open_bucket("test-bucket-" + std::to_string(++buckets_));
}

}  // namespace vectora::s3
