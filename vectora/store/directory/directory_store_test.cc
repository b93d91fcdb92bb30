#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>

#include "vectora/store/object_store.h"
#include "vectora/testing/golden.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::store {
namespace {

namespace fs = std::filesystem;

// Runs `work` in a process of its own, which does not outlive this one.
template <class Work>
pid_t start_process(const Work& work) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::_exit(work());
}

// Its exit status, or minus the signal that ended it.
int wait_for(pid_t child) {
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

class DirectoryStoreTest : public ::testing::Test {
 protected:
  std::string path(const std::string& name) const { return (folder_ / ("root/" + name)).string(); }

  testing::TempDir folder_;
  std::string root_ = (folder_ / "root").string();
  std::unique_ptr<ObjectStore> store_ = open_directory(root_);
};

TEST_F(DirectoryStoreTest, AnObjectIsAPlainFile) {
  ASSERT_TRUE(store_->put("clients/a.yaml", "x: 1\n"));
  EXPECT_EQ(testing::read_file(path("clients/a.yaml")), "x: 1\n");
  folder_.write("root/clients/b.yaml", "y: 2\n");
  EXPECT_EQ(store_->get("clients/b.yaml")->bytes, "y: 2\n");
}

TEST_F(DirectoryStoreTest, ReadingMakesNoFolder) {
  EXPECT_EQ(store_->get("a").error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(store_->list("")->empty());
  EXPECT_TRUE(store_->remove("a/b"));
  EXPECT_FALSE(fs::exists(root_));
}

TEST_F(DirectoryStoreTest, HidesWhatIsItsOwnOrNoObject) {
  ASSERT_TRUE(store_->put("a/k", "1"));
  folder_.write("root/a/.vectora-tmp-left-behind", "half");
  folder_.write("root/a/bad\nname", "x");
  folder_.write("root/a/bad\xff", "x");
  ASSERT_EQ(::mkfifo(path("a/pipe").c_str(), 0600), 0);
  const auto infos = store_->list("");
  ASSERT_EQ(infos->size(), 1U);
  EXPECT_EQ(infos->front().key, "a/k");
  EXPECT_EQ(store_->get("a/pipe").error().code, ErrorCode::kNotFound);
}

TEST_F(DirectoryStoreTest, SymbolicLinksAreNotFollowedOutOfTheRoot) {
  folder_.write("outside/secret", "s");
  ASSERT_TRUE(store_->put("k", "1"));
  fs::create_directory_symlink(folder_ / "outside", path("link"));
  fs::create_symlink(folder_ / "outside/secret", path("file_link"));
  for (const char* key : {"link/secret", "file_link"}) {
    EXPECT_EQ(store_->get(key).error().code, ErrorCode::kInvalidArgument) << key;
  }
  for (const auto& result : {store_->put("link/new", "x"), store_->put_if_absent("link/new", "x")})
    EXPECT_EQ(result.error().message, "link/new: a symbolic link is not followed: link");
  EXPECT_FALSE(store_->remove("link/secret"));
  EXPECT_EQ(store_->list("")->size(), 1U);
  EXPECT_FALSE(store_->list("link/"));
  ASSERT_TRUE(store_->put("file_link", "mine"));
  EXPECT_EQ(testing::read_file(folder_ / "outside/secret"), "s");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_ / "outside"), {}), 1);
}

TEST_F(DirectoryStoreTest, TheRootItselfMayBeALink) {
  fs::create_directory(folder_ / "real");
  fs::create_directory_symlink(folder_ / "real", root_);
  ASSERT_TRUE(store_->put("a/k", "1"));
  EXPECT_EQ(testing::read_file(folder_ / "real/a/k"), "1");
}

TEST_F(DirectoryStoreTest, AKeyCannotBeFolderAndObject) {
  ASSERT_TRUE(store_->put("a/b", "1"));
  for (const auto& result : {store_->put("a", "x"), store_->put_if_absent("a", "x")})
    EXPECT_EQ(result.error(), (Error{ErrorCode::kInvalidArgument, "a: a folder of other objects"}));
  const auto below = store_->put("a/b/c", "x");
  EXPECT_EQ(below.error().message, "a/b/c: an object stands where a folder is needed: b");
  EXPECT_EQ(store_->put(std::string(300, 'n'), "x").error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(store_->get("a/b")->bytes, "1");
}

TEST_F(DirectoryStoreTest, EmptyFoldersGoWithTheirLastObject) {
  ASSERT_TRUE(store_->put("a/b/c/k", "1"));
  ASSERT_TRUE(store_->put("a/x", "1"));
  ASSERT_TRUE(store_->remove("a/b/c/k"));
  EXPECT_FALSE(fs::exists(path("a/b")));
  EXPECT_TRUE(fs::exists(path("a/x")));
}

TEST_F(DirectoryStoreTest, AnUnwritableFolderIsAnErrorWithItsReason) {
  ASSERT_TRUE(store_->put("a/k", "1"));
  folder_.write("root/file", "");
  const auto store = open_directory(path("file"));
  EXPECT_NE(store->put("k", "x").error().message.find("k: cannot "), std::string::npos);
  EXPECT_EQ(store->put("k", "x").error().code, ErrorCode::kIo);
}

TEST_F(DirectoryStoreTest, AFullDiskLeavesTheOldObjectWhole) {
  ASSERT_TRUE(store_->put("a/k", "old"));
  const pid_t child = start_process([this] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto full = store_->put("a/k", std::string(100000, 'n'));
    if (full || full.error().code != ErrorCode::kIo) return 1;
    if (full.error().message != "a/k: cannot write: File too large") return 2;
    if (store_->put_if_absent("b/new", std::string(100000, 'n'))) return 3;
    return store_->put("a/small", "fits") ? 0 : 4;
  });
  EXPECT_EQ(wait_for(child), 0);
  EXPECT_EQ(store_->get("a/k")->bytes, "old");
  EXPECT_EQ(store_->list("")->size(), 2U);
  EXPECT_EQ(std::distance(fs::directory_iterator(path("a")), {}), 2);  // nothing left behind
}

TEST_F(DirectoryStoreTest, OfTwoProcessesWithOneEtagExactlyOneWins) {
  for (int round = 0; round < 10; ++round) {
    const auto etag = store_->put("k", "round " + std::to_string(round));
    ASSERT_TRUE(etag);
    const auto compete = [&](const char* text) {
      return start_process([&] {
        const auto written = open_directory(root_)->put_if("k", text, *etag);
        if (written) return 10;
        return written.error().code == ErrorCode::kConflict ? 1 : 99;
      });
    };
    const std::array<pid_t, 2> children{compete("first"), compete("second")};
    EXPECT_EQ(wait_for(children[0]) + wait_for(children[1]), 11);
  }
}

TEST_F(DirectoryStoreTest, ProcessesThatUpdateOneKeyLoseNothing) {
  constexpr size_t kUpdates = 25;
  // Large: comparing the etag takes a while, in which the other could slip in.
  const std::string start(1500000, 's');
  ASSERT_TRUE(store_->put("k", start));
  const auto append = [](const std::optional<std::string>& bytes) -> Result<std::string> {
    return bytes.value_or("") + "x";
  };
  const auto work = [&] {
    const auto store = open_directory(root_);
    for (size_t i = 0; i < kUpdates; ++i)
      if (!update(*store, "k", append)) return 1;
    return 0;
  };
  const std::array<pid_t, 2> children{start_process(work), start_process(work)};
  EXPECT_EQ(wait_for(children[0]) + wait_for(children[1]), 0);
  EXPECT_EQ(store_->get("k")->bytes.size(), start.size() + 2 * kUpdates);
}

TEST_F(DirectoryStoreTest, OfTwoProcessesThatMakeAKeyExactlyOneWins) {
  for (int round = 0; round < 10; ++round) {
    const std::string key = "made/" + std::to_string(round) + "/k";
    const auto compete = [&](const char* text) {
      return start_process([&] {
        const auto written = open_directory(root_)->put_if_absent(key, text);
        if (written) return 10;
        return written.error().code == ErrorCode::kConflict ? 1 : 99;
      });
    };
    const std::array<pid_t, 2> children{compete("first"), compete("second")};
    EXPECT_EQ(wait_for(children[0]) + wait_for(children[1]), 11);
  }
}

TEST_F(DirectoryStoreTest, WritersWhoseFoldersAreRemovedStartAgain) {
  const auto churn = [this](const char* key) {
    return start_process([this, key] {
      const auto store = open_directory(root_);
      for (int i = 0; i < 50; ++i)
        if (!store->put(key, "x") || !store->remove(key)) return 1;
      return 0;
    });
  };
  const std::array<pid_t, 2> children{churn("a/b/one"), churn("a/b/two")};
  EXPECT_EQ(wait_for(children[0]), 0);
  EXPECT_EQ(wait_for(children[1]), 0);
  EXPECT_FALSE(fs::exists(path("a")));
}

// Readers see one whole text or the other while a writer is killed over and over.
TEST_F(DirectoryStoreTest, AKilledWriterLeavesTheOldOrTheNewObject) {
  const std::array<std::string, 2> texts{std::string(200000, 'a'), std::string(300000, 'b')};
  ASSERT_TRUE(store_->put("k", texts[0]));
  constexpr int kKills = 34;  // twice after each number of reads
  for (int kills = 0; kills < kKills; ++kills) {
    const pid_t child = start_process([&] {
      for (size_t i = 0;; ++i)
        if (!store_->put("k", texts[i % 2])) return 1;
    });
    bool whole = true;
    for (int reads = 0; whole && reads <= kills % 17; ++reads) {
      const auto object = store_->get("k");
      whole = object && (object->bytes == texts[0] || object->bytes == texts[1]);
    }
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    ASSERT_EQ(wait_for(child), -SIGKILL);
    ASSERT_TRUE(whole);
  }
  ASSERT_TRUE(store_->put("k", "alive"));  // no lock is left, and no half file
  EXPECT_EQ(store_->list("")->size(), 1U);
  EXPECT_EQ(std::distance(fs::directory_iterator(root_), {}), 2);  // the object, the locks
}

}  // namespace
}  // namespace vectora::store
