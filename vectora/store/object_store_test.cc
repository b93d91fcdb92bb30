#include "vectora/store/object_store.h"

#include "vectora/store/hooked_store.h"
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

TEST(OverlayStoreTest, PagesHoldWhatIsNewWhereItBelongs) {
  const auto base = open_memory();
  const auto overlay = open_overlay(*base);
  ASSERT_TRUE(base->put_all({{"b", ""}, {"d", ""}, {"f", ""}, {"h", ""}}));
  ASSERT_TRUE(overlay->put_all({{"a", ""}, {"c", ""}, {"e", ""}, {"i", ""}}));
  ASSERT_TRUE(overlay->remove_all({"d", "h"}));
  std::string seen;
  ListQuery query{.prefix = "", .limit = 1};
  for (bool more = true; more; query.after = seen.substr(seen.size() - 1)) {
    const auto page = overlay->list_page(query);
    ASSERT_TRUE(page && page->objects.size() == 1);
    seen += page->objects.front().key;
    more = page->more;
  }
  EXPECT_EQ(seen, "abcefi");
}

TEST(ForEachObjectTest, VisitsAllPagesUntilAnError) {
  const auto store = open_memory();
  std::vector<std::string> keys;
  for (int i = 0; i < 2500; ++i) keys.push_back("k" + std::to_string(i));
  for (const std::string& key : keys) ASSERT_TRUE(store->put(key, ""));
  size_t visited = 0;
  ASSERT_TRUE(for_each_object(*store, "k", [&](const ObjectInfo&) -> Result<void> {
    ++visited;
    return {};
  }));
  EXPECT_EQ(visited, keys.size());
  const auto ended = for_each_object(*store, "k", [&](const ObjectInfo& info) -> Result<void> {
    if (info.key == "k10") return Error{ErrorCode::kMalformed, info.key};
    return {};
  });
  EXPECT_EQ(ended.error().message, "k10");
}

TEST(CheckKeyTest, SaysWhatIsWrong) {
  EXPECT_EQ(check_key("a\nb").error().message,
            "\"a?b\" is no object key: a control character or a backslash");
  EXPECT_TRUE(check_key(std::string(1024, 'k')));
  EXPECT_EQ(code_of(check_key(std::string(1025, 'k'))), "invalid argument");
  EXPECT_TRUE(check_key("raw/captures/2026/02/03/\xC3\xA9 +%.json"));
  EXPECT_TRUE(check_key("a/.hidden/..b/c..d"));
}

class SingleWriterStore : public HookedStore {
 public:
  explicit SingleWriterStore(ObjectStore& base)
      : HookedStore(base, [](std::string_view, const std::string&) { return Result<void>(); }) {}
  Result<Writers> writers() override { return Writers::kOne; }
};

TEST(RequireManyWritersTest, NamesWhoAsksWhereTheServerKnowsNoConditions) {
  const auto memory = open_memory();
  EXPECT_TRUE(require_many_writers(*memory, "promote needs a lease"));
  SingleWriterStore store(*memory);
  const auto refused = require_many_writers(store, "promote needs a lease");
  EXPECT_EQ(code_of(refused), "unavailable");
  EXPECT_TRUE(refused.error().message.starts_with("promote needs a lease, and this store"));
}

// Somebody else writes before each conditional write, `races` times.
HookedStore racing(ObjectStore& base, int races) {
  return {base, [&base, races](std::string_view operation, const std::string& key) mutable {
            if (!operation.starts_with("put_if") || --races < 0) return Result<void>();
            EXPECT_TRUE(base.put(key, "theirs" + std::to_string(races)));
            return Result<void>();
          }};
}

TEST(UpdateTest, StartsAgainAsLongAsOthersWin) {
  const auto memory = open_memory();
  HookedStore store = racing(*memory, 3);
  const auto append = [](const std::optional<std::string>& bytes) -> Result<std::string> {
    return bytes.value_or("nothing") + "+mine";
  };
  ASSERT_TRUE(update(store, "k", append));
  EXPECT_EQ(memory->get("k")->bytes, "theirs0+mine");
}

TEST(UpdateTest, GivesUpWhenOthersNeverStop) {
  const auto memory = open_memory();
  HookedStore store = racing(*memory, 1000000);
  const auto change = [](const std::optional<std::string>&) -> Result<std::string> {
    return std::string("x");
  };
  EXPECT_EQ(code_of(update(store, "k", change)), "conflict");
}

}  // namespace
}  // namespace vectora::store
