// The program, killed at random points of a promotion on a server, while another process
// reads the configuration, and runs by it.
//
// VECTORA_KILLS=30 makes it so many kills; 3 without it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <climits>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <random>

#include "test/s3/market_on_server.h"
#include "vectora/config/workspace_files.h"
#include "vectora/ops/configuration/journal.h"

namespace vectora::s3 {
namespace {

constexpr int kKills = 3;
constexpr uint32_t kSeed = 20261121;

int kills() {
  const char* number = std::getenv("VECTORA_KILLS");
  return number == nullptr ? kKills : std::atoi(number);
}

config::Files seen(store::ObjectStore& config) {
  const auto files = config::read_config_bucket(config);
  EXPECT_TRUE(files) << files.error().message;
  return files ? *files : config::Files();
}

class RadosgwKilledPromotion : public RadosgwMarket {
 protected:
  void SetUp() override {
    RadosgwMarket::SetUp();
    if (IsSkipped()) return;
    market_->sync_change();
    config_ = market_->bucket("config", "stage");
    data_ = market_->bucket("data", "stage");
    old_ = seen(*config_);
    new_ = seen(*market_->bucket("config", "dev"));
    before_ = market_->state("stage");
    old_run_ = id_of(*run_beside());
  }

  // Promotes, reading beside it and running beside it, and kills it when it was looked
  // at so often.
  e2e::Answer promote_until(int looks) {
    int count = 0;
    std::unique_ptr<e2e::Background> beside;
    const int start = std::uniform_int_distribution<int>(1, looks)(random_);
    const auto look = [&] {
      const config::Files visible = seen(*config_);
      EXPECT_TRUE(visible == old_ || visible == new_) << "mixed at look " << count;
      if (++count == start) beside = run_beside();
      return count >= looks;
    };
    const e2e::Answer answer = market_->run({"promote", "dev", "stage"}, look);
    if (beside) expect_whole(id_of(*beside));
    looks_ += count;
    if (answer.signal != SIGKILL) looks_of_one_ = std::min(looks_of_one_, count);
    return answer;
  }

  std::unique_ptr<e2e::Background> run_beside() const {
    return market_->start({"run", "--env", "stage", "--client", e2e::kToyClient, "--replay",
                           "capture", "--as-of", e2e::kToyDay, "--dry-run", "--json", "--quiet"});
  }

  // It is made of the configuration that the run met.
  static std::string id_of(e2e::Background& run) {
    const std::string line = run.first_line();
    const auto json = parse_json(line);
    EXPECT_TRUE(json && string_member(*json, "status") == "success") << line;
    return json ? string_member(*json, "run_id") : line;
  }

  void expect_whole(const std::string& run) const {
    EXPECT_TRUE(run == old_run_ || run == new_run_) << "a run by a mixed configuration";
  }

  std::unique_ptr<store::ObjectStore> config_;
  std::unique_ptr<store::ObjectStore> data_;
  config::Files old_;
  config::Files new_;
  std::string old_run_;
  std::string new_run_;
  Objects before_;
  int looks_ = 0;
  int looks_of_one_ = INT_MAX;  // until it comes to its end
  std::mt19937 random_{kSeed};
};

TEST_F(RadosgwKilledPromotion, IsNeverSeenMixedAndIsFinishedOrUndoneByTheNextCommand) {
  const e2e::Answer whole = promote_until(INT_MAX);
  ASSERT_EQ(whole.exit_code, 0) << whole.err;
  const Objects after = market_->state("stage");
  ASSERT_EQ(seen(*config_), new_);
  ASSERT_NE(old_, new_);
  new_run_ = id_of(*run_beside());
  ASSERT_NE(old_run_, new_run_);

  int killed = 0;
  int under_way = 0;
  std::map<bool, int> ends;
  for (int tries = 0; killed < kills(); ++tries) {
    ASSERT_LT(tries, 10 * kills()) << "it comes to its end before it is killed";
    market_->put_back("stage", before_);
    const int looks = std::uniform_int_distribution<int>(1, looks_of_one_)(random_);
    if (promote_until(looks).signal != SIGKILL) continue;
    ++killed;
    under_way += data_->get(ops::kJournalKey).ok() ? 1 : 0;
    expect_whole(id_of(*run_beside()));
    market_->expect_code({"history", "stage"}, 0);  // the next command that may write
    EXPECT_FALSE(data_->get(ops::kJournalKey)) << "killed at look " << looks;
    market_->expect_code({"promote", "dev", "stage", "--dry-run"}, 0);
    const bool is_done = seen(*config_) == new_;
    ++ends[is_done];
    Objects now = market_->state("stage");
    now.erase(std::string("data/") + "locks/configuration.json");
    EXPECT_EQ(now, is_done ? after : before_) << "killed at look " << looks;
  }
  std::cout << killed << " kills, " << under_way << " amid the change; " << ends[false]
            << " undone, " << ends[true] << " finished; " << looks_ << " looks, none mixed\n";
}

}  // namespace
}  // namespace vectora::s3
