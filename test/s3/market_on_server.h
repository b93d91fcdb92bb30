// The toy market with dev, stage and prod on a server, and the program that acts on them.
//
//   const MarketOnServer market(Server::radosgw(), "ebus-one");
//   market.expect_code({"env", "create", "dev"}, 0);
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "test/e2e/workspace.h"
#include "test/s3/server.h"

namespace vectora::s3 {

using Objects = std::map<std::string, std::string>;

class MarketOnServer {
 public:
  MarketOnServer(const Server& server, const std::string& project);

  e2e::Answer run(const std::vector<std::string>& arguments,
                  std::function<bool()> kill_when = {}) const;
  // The same beside the test; it prints into `first_line`.
  std::unique_ptr<e2e::Background> start(std::vector<std::string> arguments) const;
  void expect_code(const std::vector<std::string>& arguments, int code) const;
  Json json(std::vector<std::string> arguments) const;

  std::unique_ptr<store::ObjectStore> bucket(const std::string& role, const std::string& env) const;
  // All that an environment holds but its history and snapshots, as "{role}/{key}".
  Objects state(const std::string& env) const;
  // Makes it hold just these again.
  void put_back(const std::string& env, const Objects& objects) const;

  // Of the client, with a higher version; brought into dev.
  void sync_change() const;

  const e2e::Workspace& workspace() const { return workspace_; }

 private:
  e2e::Options options() const;

  const Server& server_;
  std::string project_;
  e2e::Workspace workspace_ = e2e::toy_workspace();
};

// On Ceph: dev and stage have the toy market, and stage a capture of its own.
class RadosgwMarket : public ::testing::Test {
 protected:
  void SetUp() override;

  std::unique_ptr<MarketOnServer> market_;
};

}  // namespace vectora::s3
