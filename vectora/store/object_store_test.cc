#include "vectora/store/object_store.h"

#include "vectora/store/object_store_conformance.h"
#include "vectora/testing/temp_dir.h"

namespace vectora::store {
namespace {

// A store, and what must live as long.
template <class Kept>
std::shared_ptr<ObjectStore> keeping(std::shared_ptr<Kept> kept,
                                     std::unique_ptr<ObjectStore> store) {
  ObjectStore* const raw = store.release();
  return {raw, [kept](ObjectStore* owned) { delete owned; }};
}

std::shared_ptr<ObjectStore> directory() {
  auto folder = std::make_shared<testing::TempDir>();
  const std::string root = (*folder / "not/yet/there").string();
  return keeping(folder, open_directory(root));
}

std::shared_ptr<ObjectStore> overlay_of(std::shared_ptr<ObjectStore> base) {
  ObjectStore& reference = *base;
  return keeping(std::move(base), open_overlay(reference));
}

INSTANTIATE_TEST_SUITE_P(
    Stores, ObjectStoreConformance,
    ::testing::Values(StoreCase{"Memory",
                                [] { return std::shared_ptr<ObjectStore>(open_memory()); }},
                      StoreCase{"Directory", directory},
                      StoreCase{"OverlayOfMemory", [] { return overlay_of(open_memory()); }},
                      StoreCase{"OverlayOfDirectory", [] { return overlay_of(directory()); }}),
    [](const auto& instance) { return instance.param.name; });

TEST(OverlayStoreTest, NothingIsWrittenThrough) {
  const auto base = open_memory();
  const auto overlay = open_overlay(*base);
  ASSERT_TRUE(base->put("kept", "1"));
  ASSERT_TRUE(base->put("changed", "2"));
  const auto removed_etag = base->put("removed", "3");
  ASSERT_TRUE(removed_etag);
  const auto changed = overlay->get("changed");
  ASSERT_TRUE(changed);
  ASSERT_TRUE(overlay->put_if("changed", "22", changed->etag));
  ASSERT_TRUE(overlay->remove("removed"));
  ASSERT_TRUE(overlay->put_if_absent("new", "4"));

  EXPECT_EQ(overlay->get("changed")->bytes, "22");
  EXPECT_EQ(code_of(overlay->get("removed")), "not found");
  EXPECT_EQ(code_of(overlay->put_if("removed", "x", *removed_etag)), "conflict");
  EXPECT_EQ(code_of(overlay->put_if_absent("kept", "x")), "conflict");
  const auto over = overlay->list("");
  ASSERT_EQ(over->size(), 3U);
  EXPECT_EQ((*over)[0].size, 2U);  // "changed", as the overlay has it

  EXPECT_EQ(base->get("changed")->bytes, "2");
  EXPECT_EQ(base->get("removed")->bytes, "3");
  EXPECT_EQ(base->list("")->size(), 3U);
}

TEST(OverlayStoreTest, AnObjectRemovedHereCanBeMadeAgain) {
  const auto base = open_memory();
  const auto overlay = open_overlay(*base);
  ASSERT_TRUE(base->put("k", "1"));
  ASSERT_TRUE(overlay->remove("k"));
  ASSERT_TRUE(overlay->put_if_absent("k", "2"));
  EXPECT_EQ(overlay->get("k")->bytes, "2");
}

TEST(CheckKeyTest, SaysWhatIsWrong) {
  EXPECT_EQ(check_key("a\nb").error().message,
            "\"a?b\" is no object key: a control character or a backslash");
  EXPECT_TRUE(check_key(std::string(1024, 'k')));
  EXPECT_EQ(code_of(check_key(std::string(1025, 'k'))), "invalid argument");
  EXPECT_TRUE(check_key("raw/captures/2026/02/03/\xC3\xA9 +%.json"));
  EXPECT_TRUE(check_key("a/.hidden/..b/c..d"));
}

// Somebody else writes between each read and write.
class RacingStore : public ObjectStore {
 public:
  explicit RacingStore(ObjectStore& base, int races) : base_(base), races_(races) {}
  Result<Object> get(const std::string& key) override {
    auto object = base_.get(key);
    const std::string theirs = "theirs" + std::to_string(--races_);
    if (races_ >= 0) *base_.put(key, theirs);
    return object;
  }
  Result<std::string> put(const std::string& key, std::string_view bytes) override {
    return base_.put(key, bytes);
  }
  Result<std::string> put_if_absent(const std::string& key, std::string_view bytes) override {
    return base_.put_if_absent(key, bytes);
  }
  Result<std::string> put_if(const std::string& key, std::string_view bytes,
                             const std::string& etag) override {
    return base_.put_if(key, bytes, etag);
  }
  Result<void> remove(const std::string& key) override { return base_.remove(key); }
  Result<std::vector<ObjectInfo>> list(const std::string& prefix) override {
    return base_.list(prefix);
  }

 private:
  ObjectStore& base_;
  int races_;
};

TEST(UpdateTest, StartsAgainAsLongAsOthersWin) {
  const auto memory = open_memory();
  RacingStore store(*memory, 3);
  const auto append = [](const std::optional<std::string>& bytes) -> Result<std::string> {
    return bytes.value_or("nothing") + "+mine";
  };
  ASSERT_TRUE(update(store, "k", append));
  EXPECT_EQ(memory->get("k")->bytes, "theirs0+mine");
}

TEST(UpdateTest, GivesUpWhenOthersNeverStop) {
  const auto memory = open_memory();
  RacingStore store(*memory, 1000000);
  const auto change = [](const std::optional<std::string>&) -> Result<std::string> {
    return std::string("x");
  };
  EXPECT_EQ(code_of(update(store, "k", change)), "conflict");
}

}  // namespace
}  // namespace vectora::store
