// S3 servers that nobody here wrote, each started once a test program and ended with it.
//
//   const Server& server = Server::radosgw();
//   if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
//   const auto store = server.open_bucket("some-bucket");
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "test/e2e/program.h"
#include "vectora/aws/s3/s3_store.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::s3 {

class Server {
 public:
  // Ceph's gateway: conditional writes. Two users; `credentials` are those of the first.
  static Server& radosgw();
  // OpenStack Swift: answers 501 to conditional writes.
  static Server& swift();

  // Why it cannot run here; empty: it runs.
  const std::string& why_not() const { return why_not_; }
  const std::string& endpoint() const { return endpoint_; }
  const aws::Credentials& credentials() const { return credentials_; }

  aws::S3Options options(const std::string& bucket) const;
  // Makes the bucket if it is not there.
  std::unique_ptr<store::ObjectStore> open_bucket(const std::string& bucket) const;
  // A bucket of a name that no test had before.
  std::unique_ptr<store::ObjectStore> open_new_bucket();

 private:
  struct Needs {
    std::vector<std::string> programs;
    std::string packages;
    bool extended_attributes = false;
  };

  explicit Server(aws::Credentials credentials) : credentials_(std::move(credentials)) {}
  bool can_run(const Needs& needs);
  void start(const std::string& script, const std::vector<int>& ports);

  aws::Credentials credentials_;
  std::string why_not_;
  std::string endpoint_;
  int buckets_ = 0;
  testing::TempDir folder_;
  std::unique_ptr<e2e::Background> process_;
};

}  // namespace vectora::s3
