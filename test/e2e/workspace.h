// Workspaces to run the program in, and what it leaves there.
//
//   const Workspace workspace = toy_workspace();
//   const Answer run = workspace.vectora({"run", "--replay", "capture"});
//   const Json record = workspace.record("ebus_weekly");
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "test/e2e/program.h"
#include "vectora/base/json.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::e2e {

// Bytes by path below a folder; locks, which hold nothing, are left out.
using Tree = std::map<std::string, std::string>;
Tree read_tree(const std::filesystem::path& folder);

// Paths of two trees whose bytes differ or that one of them lacks.
std::vector<std::string> differences(const Tree& a, const Tree& b);

class Workspace {
 public:
  explicit Workspace(std::string project);

  std::filesystem::path path() const { return folder_->path(); }
  // "{store}/{project}-{role}-local"
  std::filesystem::path bucket(const std::string& role) const;

  void write(const std::string& name, const std::string& text) const { folder_->write(name, text); }
  // Every `from` in the file becomes `to`; none there is a failure of the test.
  void replace(const std::string& name, std::string_view from, std::string_view to) const;

  // The program with this folder as its workspace.
  Answer vectora(std::vector<std::string> arguments, const Options& options = {}) const;

  Tree store() const;  // every object of the environment "local"
  Json json(const std::string& role, const std::string& key) const;
  // The only file of a folder of the data bucket: a run record, a capture.
  std::vector<std::string> keys(const std::string& role, const std::string& prefix) const;
  Json record(const std::string& client, std::string_view as_of = {}) const;
  Json newsletter(const std::string& client, std::string_view day) const;  // day: 2026-02-06

 private:
  std::unique_ptr<testing::TempDir> folder_;
  std::string project_;
};

// What `vectora init` writes.
Workspace fresh_workspace();
constexpr const char* kExampleDay = "2026-02-06";

// The second market of test/data: small, its sources recorded in "capture".
Workspace toy_workspace();
constexpr const char* kToyClient = "ebus_weekly";
constexpr const char* kToyDay = "2026-01-14";
constexpr const char* kToyClientFile = "clients/production/ebus_weekly.yaml";

// Another client of the toy market, like the first but for its id.
void add_toy_client(const Workspace& workspace, const std::string& id);

// "sources" and "entries" of a record add up, and the entries to its items.
void expect_balanced(const Json& record, int sources_asked);

// Every *.json of the store is whole.
void expect_all_json_parses(const Workspace& workspace);

std::vector<std::string> selected_items(const Json& newsletter);
std::vector<std::string> lines_of(const std::string& text);

}  // namespace vectora::e2e
