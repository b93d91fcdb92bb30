#include "test/s3/market_on_server.h"

#include <array>

namespace vectora::s3 {
namespace {

constexpr std::array<const char*, 3> kRoles = {"config", "data", "newsletters"};

bool is_of_state(const std::string& key) {
  return !key.starts_with("history/") && !key.starts_with("snapshots/");
}

}  // namespace

MarketOnServer::MarketOnServer(const Server& server, const std::string& project)
    : server_(server), project_(project) {
  const std::string store = "{store: \"s3://\", region: us-east-1, endpoint: \"" +
                            server.endpoint() + "\", path_style: true}\n";
  workspace_.write("vectora.yaml", "project: " + project +
                                       "\nenvironments:\n  local: {store: \"file://.vectora/"
                                       "local\", config: workspace}\n  dev: " +
                                       store + "  stage: " + store + "  prod: " + store);
}

e2e::Options MarketOnServer::options() const {
  const aws::Credentials& credentials = server_.credentials();
  return {.variables = {{"AWS_ACCESS_KEY_ID", credentials.access_key_id},
                        {"AWS_SECRET_ACCESS_KEY", credentials.secret_access_key},
                        {"AWS_EC2_METADATA_DISABLED", "true"}}};
}

e2e::Answer MarketOnServer::run(const std::vector<std::string>& arguments,
                                std::function<bool()> kill_when) const {
  e2e::Options with = options();
  with.kill_when = std::move(kill_when);
  return workspace_.vectora(arguments, with);
}

std::unique_ptr<e2e::Background> MarketOnServer::start(std::vector<std::string> arguments) const {
  arguments.insert(arguments.begin(), {VECTORA_PROGRAM, "-w", workspace_.path().string()});
  return std::make_unique<e2e::Background>(arguments, options());
}

void MarketOnServer::expect_code(const std::vector<std::string>& arguments, int code) const {
  const e2e::Answer answer = run(arguments);
  EXPECT_EQ(answer.exit_code, code) << answer.out << answer.err;
}

Json MarketOnServer::json(std::vector<std::string> arguments) const {
  arguments.push_back("--json");
  const e2e::Answer answer = run(arguments);
  const auto parsed = parse_json(answer.out);
  EXPECT_TRUE(parsed) << answer.out << answer.err;
  return parsed ? *parsed : Json::object();
}

std::unique_ptr<store::ObjectStore> MarketOnServer::bucket(const std::string& role,
                                                           const std::string& env) const {
  return server_.open_bucket(project_ + "-" + role + "-" + env);
}

Objects MarketOnServer::state(const std::string& env) const {
  Objects objects;
  for (const std::string role : kRoles) {
    const auto store = bucket(role, env);
    const auto infos = store->list("");
    EXPECT_TRUE(infos) << infos.error().message;
    if (!infos) continue;
    for (const store::ObjectInfo& info : *infos)
      if (is_of_state(info.key)) objects[role + "/" + info.key] = store->get(info.key)->bytes;
  }
  return objects;
}

void MarketOnServer::put_back(const std::string& env, const Objects& objects) const {
  for (const std::string role : kRoles) {
    const auto store = bucket(role, env);
    std::vector<std::string> useless;
    for (const store::ObjectInfo& info : *store->list(""))
      if (is_of_state(info.key) && !objects.contains(role + "/" + info.key))
        useless.push_back(info.key);
    EXPECT_TRUE(store->remove_all(useless));
    std::vector<store::Write> writes;
    for (const auto& [name, bytes] : objects)
      if (name.starts_with(role + "/")) writes.push_back({name.substr(role.size() + 1), bytes});
    EXPECT_TRUE(store->put_all(writes));
  }
}

void MarketOnServer::sync_change() const {
  workspace_.replace(e2e::kToyClientFile, "default_period_days: 14", "default_period_days: 21");
  expect_code({"client", "bump", e2e::kToyClient}, 0);
  expect_code({"sync", "--env", "dev"}, 0);
}

void RadosgwMarket::SetUp() {
  static int markets = 0;
  const Server& server = Server::radosgw();
  if (!server.why_not().empty()) GTEST_SKIP() << server.why_not();
  market_ = std::make_unique<MarketOnServer>(server, "ebus-" + std::to_string(++markets));
  for (const char* env : {"dev", "stage"}) market_->expect_code({"env", "create", env}, 0);
  market_->expect_code({"sync", "--env", "dev"}, 0);
  market_->expect_code({"promote", "dev", "stage"}, 0);
  market_->expect_code({"run", "--env", "stage", "--replay", "capture"}, 0);
}

}  // namespace vectora::s3
