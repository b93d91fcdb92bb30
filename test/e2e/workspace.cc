#include "test/e2e/workspace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "vectora/testing/golden.h"

namespace vectora::e2e {
namespace {

namespace fs = std::filesystem;

std::string slashes(std::string_view day) {
  std::string text(day);
  std::replace(text.begin(), text.end(), '-', '/');
  return text;
}

int total(const Json& counts) {
  int sum = 0;
  for (const auto& [name, count] : counts.items()) sum += count.get<int>();
  return sum;
}

Json parsed(const std::string& text, const std::string& name) {
  const auto json = parse_json(text);
  if (json) return *json;
  ADD_FAILURE() << name << ": " << json.error().message;
  return {};
}

}  // namespace

Tree read_tree(const fs::path& folder) {
  Tree tree;
  if (!fs::exists(folder)) return tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).string();
    if (entry.is_regular_file() && name.find(".vectora-locks") == std::string::npos)
      tree[name] = testing::read_file(entry.path());
  }
  return tree;
}

std::vector<std::string> differences(const Tree& a, const Tree& b) {
  std::vector<std::string> names;
  for (const auto& [name, bytes] : a)
    if (const auto found = b.find(name); found == b.end() || found->second != bytes)
      names.push_back(name);
  for (const auto& [name, bytes] : b)
    if (!a.contains(name)) names.push_back(name);
  return names;
}

Workspace::Workspace(std::string project)
    : folder_(std::make_unique<testing::TempDir>()), project_(std::move(project)) {}

fs::path Workspace::bucket(const std::string& role) const {
  return path() / ".vectora/local" / (project_ + "-" + role + "-local");
}

void Workspace::replace(const std::string& name, std::string_view from, std::string_view to) const {
  std::string text = testing::read_file(path() / name);
  size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << name << " does not say " << from;
  for (; at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  write(name, text);
}

Answer Workspace::vectora(std::vector<std::string> arguments, const Options& options) const {
  arguments.insert(arguments.end(), {"--workspace", path().string()});
  return e2e::vectora(std::move(arguments), options);
}

Tree Workspace::store() const { return read_tree(path() / ".vectora"); }

Json Workspace::json(const std::string& role, const std::string& key) const {
  return parsed(testing::read_file(bucket(role) / key), key);
}

std::vector<std::string> Workspace::keys(const std::string& role, const std::string& prefix) const {
  std::vector<std::string> keys;
  for (const auto& [name, bytes] : read_tree(bucket(role)))
    if (name.starts_with(prefix)) keys.push_back(name);
  return keys;
}

Json Workspace::record(const std::string& client, std::string_view as_of) const {
  for (const std::string& key : keys("data", "runs/" + client + "/")) {
    Json record = json("data", key);
    if (as_of.empty() || string_member(record, "as_of") == as_of) return record;
  }
  ADD_FAILURE() << "no run record of " << client << " " << as_of;
  return Json::object();
}

Json Workspace::newsletter(const std::string& client, std::string_view day) const {
  return json("newsletters", client + "/" + slashes(day) + "/newsletter.json");
}

Workspace fresh_workspace() {
  Workspace workspace("vectora-inbox");
  const Answer run = vectora({"init", workspace.path().string()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  return workspace;
}

Workspace toy_workspace() {
  Workspace workspace("vectora-ebus");
  fs::copy(testing::test_data("market_ebus"), workspace.path(),
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  return workspace;
}

void add_toy_client(const Workspace& workspace, const std::string& id) {
  const std::string name = "clients/production/" + id + ".yaml";
  workspace.write(name, testing::read_file(workspace.path() / kToyClientFile));
  workspace.replace(name, std::string("client_id: ") + kToyClient, "client_id: " + id);
}

void expect_balanced(const Json& record, int sources_asked) {
  EXPECT_EQ(total(record["sources"]), sources_asked) << record["sources"];
  std::map<std::string, int> outcomes;
  int entries = 0;
  for (const Json& source : record["source_outcomes"]) {
    ++outcomes[string_member(source, "outcome")];
    entries += source["entries"].get<int>();
  }
  EXPECT_EQ(Json(outcomes), Json(record["sources"].get<std::map<std::string, int>>()));
  EXPECT_EQ(entries, record["entries_offered"].get<int>());
  const int offered = record["entries_offered"].get<int>();
  EXPECT_EQ(total(record["entries"]), offered) << record["entries"];
  EXPECT_EQ(static_cast<int>(record["items"].size()), offered);
}

void expect_all_json_parses(const Workspace& workspace) {
  for (const auto& [name, bytes] : workspace.store())
    if (name.ends_with(".json")) parsed(bytes, name);
}

std::vector<std::string> selected_items(const Json& newsletter) {
  std::vector<std::string> items;
  for (const Json& section : newsletter["sections"])
    for (const Json& item : section["items"]) items.push_back(string_member(item, "item_id"));
  return items;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace vectora::e2e
