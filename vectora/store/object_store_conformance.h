// What every ObjectStore does, as one suite of tests.
//
//   INSTANTIATE_TEST_SUITE_P(Memory, ObjectStoreConformance, ::testing::Values(...));
//
// Included by the test of each implementation; `open` gives an empty store.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "vectora/store/object_store.h"

namespace vectora::store {

struct StoreCase {
  std::string name;
  // Null where it cannot be had on this machine; `why_not` then says what it needs.
  std::function<std::shared_ptr<ObjectStore>()> open;
  std::function<std::string()> why_not = [] { return std::string(); };

  friend void PrintTo(const StoreCase& store_case, std::ostream* out) { *out << store_case.name; }
};

class ObjectStoreConformance : public ::testing::TestWithParam<StoreCase> {
 protected:
  void SetUp() override {
    if (!store_) GTEST_SKIP() << GetParam().why_not();
  }

  ObjectStore& store() { return *store_; }

  // The bytes, or the words of the error's code.
  std::string read(const std::string& key) {
    const Result<Object> object = store_->get(key);
    return object ? object->bytes : std::string(to_string(object.error().code));
  }

  std::string listed(const std::string& prefix) {
    std::string keys;
    const auto infos = store_->list(prefix);
    if (!infos) return infos.error().message;
    for (const ObjectInfo& info : *infos) keys += info.key + " ";
    return keys;
  }

 private:
  std::shared_ptr<ObjectStore> store_ = GetParam().open();
};

template <class T>
std::string code_of(const Result<T>& result) {
  return result ? "ok" : std::string(to_string(result.error().code));
}

TEST_P(ObjectStoreConformance, GivesBackWhatWasPut) {
  const std::string bytes("a\0b\n\xff", 5);
  const auto etag = store().put("x/y.bin", bytes);
  ASSERT_TRUE(etag);
  const auto object = store().get("x/y.bin");
  ASSERT_TRUE(object);
  EXPECT_EQ(object->bytes, bytes);
  EXPECT_EQ(object->etag, *etag);
  ASSERT_TRUE(store().put("x/y.bin", ""));
  EXPECT_EQ(read("x/y.bin"), "");
}

TEST_P(ObjectStoreConformance, AMissingObjectIsNotFoundAndNamesItsKey) {
  ASSERT_TRUE(store().put("a/b", "1"));
  for (const char* key : {"a", "a/c", "a/b/c", "z/z/z"}) {
    const auto missing = store().get(key);
    EXPECT_EQ(code_of(missing), "not found") << key;
    EXPECT_TRUE(missing.error().message.starts_with(key)) << missing.error().message;
  }
}

TEST_P(ObjectStoreConformance, TheEtagChangesWithTheContent) {
  const auto first = store().put("k", "one");
  const auto second = store().put("k", "two");
  const auto third = store().put("k", "one");
  ASSERT_TRUE(first && second && third);
  EXPECT_NE(*first, *second);
  EXPECT_NE(*second, *third);
}

TEST_P(ObjectStoreConformance, PutIfAbsentWritesOnlyTheFirst) {
  EXPECT_EQ(code_of(store().put_if_absent("a/k", "first")), "ok");
  const auto second = store().put_if_absent("a/k", "second");
  EXPECT_EQ(code_of(second), "conflict");
  EXPECT_TRUE(second.error().message.starts_with("a/k"));
  EXPECT_EQ(read("a/k"), "first");
  ASSERT_TRUE(store().remove("a/k"));
  EXPECT_EQ(code_of(store().put_if_absent("a/k", "third")), "ok");
  EXPECT_EQ(read("a/k"), "third");
}

TEST_P(ObjectStoreConformance, PutIfWritesOnlyOverTheObjectThatWasRead) {
  const auto etag = store().put("k", "one");
  ASSERT_TRUE(etag);
  const auto next = store().put_if("k", "two", *etag);
  ASSERT_TRUE(next);
  EXPECT_EQ(code_of(store().put_if("k", "three", *etag)), "conflict");
  EXPECT_EQ(read("k"), "two");
  EXPECT_EQ(code_of(store().put_if("k", "three", *next)), "ok");
  EXPECT_EQ(code_of(store().put_if("gone/k", "x", *next)), "conflict");
  EXPECT_EQ(listed(""), "k ");
}

TEST_P(ObjectStoreConformance, RemovingTwiceSucceeds) {
  ASSERT_TRUE(store().put("a/b/c", "1"));
  EXPECT_EQ(code_of(store().remove("a/b")), "ok");
  EXPECT_EQ(read("a/b/c"), "1");
  EXPECT_EQ(code_of(store().remove("a/b/c")), "ok");
  EXPECT_EQ(code_of(store().remove("a/b/c")), "ok");
  EXPECT_EQ(read("a/b/c"), "not found");
  EXPECT_EQ(listed(""), "");
}

TEST_P(ObjectStoreConformance, AKeyMayTakeThePlaceOfAnEmptiedFolder) {
  ASSERT_TRUE(store().put("a/b/c", "1"));
  ASSERT_TRUE(store().remove("a/b/c"));
  EXPECT_EQ(code_of(store().put("a", "2")), "ok");
  EXPECT_EQ(read("a"), "2");
}

TEST_P(ObjectStoreConformance, ListsInByteOrderByPrefix) {
  for (const char* key : {"b/2", "b/10", "b-x", "b0", "a", "B/1", "b/\xC3\xA9", "b/c/d/e", "b/c-d"})
    ASSERT_TRUE(store().put(key, key));
  EXPECT_EQ(listed(""), "B/1 a b-x b/10 b/2 b/c-d b/c/d/e b/\xC3\xA9 b0 ");
  EXPECT_EQ(listed("b"), "b-x b/10 b/2 b/c-d b/c/d/e b/\xC3\xA9 b0 ");
  EXPECT_EQ(listed("b/"), "b/10 b/2 b/c-d b/c/d/e b/\xC3\xA9 ");
  EXPECT_EQ(listed("b/c"), "b/c-d b/c/d/e ");
  EXPECT_EQ(listed("b/c/d/"), "b/c/d/e ");
  EXPECT_EQ(listed("b/c/d/e"), "b/c/d/e ");
  for (const char* none : {"c", "b/c/d/e/", "/", "b//", "../", "b/../", "./a", "a/"})
    EXPECT_EQ(listed(none), "") << none;
}

TEST_P(ObjectStoreConformance, ListsSizesAndEtagsWhereItKnowsThem) {
  const auto etag = store().put("dir/k", "12345");
  ASSERT_TRUE(etag);
  const auto infos = store().list("dir/");
  ASSERT_TRUE(infos);
  ASSERT_EQ(infos->size(), 1U);
  EXPECT_EQ(infos->front().size, 5U);
  EXPECT_TRUE(infos->front().etag.empty() || infos->front().etag == *etag);
  const auto info = store().head("dir/k");
  ASSERT_TRUE(info);
  EXPECT_EQ(*info, (ObjectInfo{"dir/k", *etag, 5}));
  EXPECT_EQ(code_of(store().head("dir")), "not found");
}

TEST_P(ObjectStoreConformance, PagesGiveEachKeyOnceInOrder) {
  std::vector<std::string> keys;
  for (const char* folder : {"p/a", "p/a-", "p/a/b/", "p/a/b0", "p/c/"})
    for (char c = 'a'; c < 'f'; ++c) keys.push_back(std::string(folder) + "x" + c);
  std::sort(keys.begin(), keys.end());
  std::vector<Write> writes{{"o", "before"}, {"q", "behind"}};
  for (const std::string& key : keys) writes.push_back({key, key});
  ASSERT_TRUE(store().put_all(writes));
  for (const size_t limit : std::vector<size_t>{1, 4, 24, 25, 26}) {
    ListQuery query{.prefix = "p/", .limit = limit};
    std::vector<std::string> seen;
    for (bool more = true; more && seen.size() <= keys.size(); query.after = seen.back()) {
      const auto page = store().list_page(query);
      ASSERT_TRUE(page && !page->objects.empty());
      EXPECT_LE(page->objects.size(), limit);
      for (const ObjectInfo& info : page->objects) seen.push_back(info.key);
      more = page->more;
    }
    EXPECT_EQ(seen, keys) << limit;
  }
}

TEST_P(ObjectStoreConformance, AKeyWrittenBetweenTwoPagesDisturbsNoOther) {
  ASSERT_TRUE(store().put_all({{"b", ""}, {"d", ""}, {"f", ""}}));
  const auto first = store().list_page({.prefix = "", .limit = 2});
  ASSERT_TRUE(first && first->more);
  ASSERT_TRUE(store().put_all({{"a", ""}, {"c", ""}}));
  ASSERT_TRUE(store().remove("d"));
  const auto second = store().list_page({.prefix = "", .after = "d", .limit = 2});
  ASSERT_TRUE(second);
  ASSERT_EQ(second->objects.size(), 1U);
  EXPECT_EQ(second->objects.front().key, "f");
  EXPECT_FALSE(second->more);
}

TEST_P(ObjectStoreConformance, GivesTheRangeThatExists) {
  ASSERT_TRUE(store().put("k", "0123456789"));
  ASSERT_TRUE(store().put("empty", ""));
  const auto range = [this](const char* key, size_t offset, size_t size) {
    const auto bytes = store().get_range(key, {offset, size});
    return bytes ? *bytes : code_of(bytes);
  };
  EXPECT_EQ(range("k", 0, 10), "0123456789");
  EXPECT_EQ(range("k", 3, 4), "3456");
  EXPECT_EQ(range("k", 8, 100), "89");
  EXPECT_EQ(range("k", 0, SIZE_MAX), "0123456789");
  EXPECT_EQ(range("k", 5, SIZE_MAX), "56789");
  EXPECT_EQ(range("k", 10, 1), "");
  EXPECT_EQ(range("k", 99, 1), "");
  EXPECT_EQ(range("k", 2, 0), "");
  EXPECT_EQ(range("empty", 0, 5), "");
  EXPECT_EQ(range("missing", 0, 1), "not found");
}

TEST_P(ObjectStoreConformance, CopiesToAnotherKey) {
  ASSERT_TRUE(store().put("a/from", "bytes"));
  ASSERT_TRUE(store().put("b/\xC3\xA9 +%&?=#", "odd"));
  const auto etag = store().copy("a/from", "c/to");
  ASSERT_TRUE(etag);
  EXPECT_EQ(read("c/to"), "bytes");
  EXPECT_EQ(store().head("c/to")->etag, *etag);
  EXPECT_EQ(code_of(store().copy("b/\xC3\xA9 +%&?=#", "c/to")), "ok");
  EXPECT_EQ(read("c/to"), "odd");
  EXPECT_EQ(code_of(store().copy("missing", "c/to")), "not found");
  EXPECT_EQ(read("c/to"), "odd");
  EXPECT_EQ(code_of(store().copy("a/from", "../x")), "invalid argument");
  EXPECT_EQ(code_of(store().copy("../x", "c/to")), "invalid argument");
}

TEST_P(ObjectStoreConformance, PutsAndRemovesManyAtOnce) {
  ASSERT_TRUE(store().put("many/3", "old"));
  std::vector<std::string> keys;
  for (int i = 0; i < 150; ++i)
    keys.push_back("many/" + std::to_string(i % 7) + (i < 7 ? "" : "-/" + std::to_string(i)));
  std::vector<Write> writes;
  for (const std::string& key : keys) writes.push_back({key, key});
  ASSERT_TRUE(store().put_all(writes));
  const auto infos = store().list("many/");
  ASSERT_TRUE(infos);
  EXPECT_EQ(infos->size(), keys.size());
  for (const size_t i : {0U, 3U, 7U, 149U}) EXPECT_EQ(read(keys[i]), keys[i]);
  keys.push_back("never/there");
  EXPECT_EQ(code_of(store().remove_all(keys)), "ok");
  EXPECT_EQ(listed(""), "");
}

TEST_P(ObjectStoreConformance, ABatchWithABadKeyIsRefusedWhole) {
  EXPECT_EQ(code_of(store().put_all({{"a", "1"}, {"../b", "2"}})), "invalid argument");
  const auto twice = store().put_all({{"a", "1"}, {"b", "2"}, {"a", "3"}});
  EXPECT_EQ(code_of(twice), "invalid argument");
  EXPECT_TRUE(twice.error().message.starts_with("a: ")) << twice.error().message;
  EXPECT_EQ(listed(""), "");
  ASSERT_TRUE(store().put("a", "1"));
  EXPECT_EQ(code_of(store().remove_all({"a", "/"})), "invalid argument");
  EXPECT_EQ(listed(""), "a ");
}

TEST_P(ObjectStoreConformance, RefusesWhatIsNoKey) {
  for (const char* key : {"", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", "a\\b",
                          "a\nb", "a/.vectora-tmp-1", ".vectora-locks/00", "\xff", "\x7f"}) {
    EXPECT_EQ(code_of(store().get(key)), "invalid argument") << key;
    EXPECT_EQ(code_of(store().put(key, "x")), "invalid argument") << key;
    EXPECT_EQ(code_of(store().put_if_absent(key, "x")), "invalid argument") << key;
    EXPECT_EQ(code_of(store().put_if(key, "x", "e")), "invalid argument") << key;
    EXPECT_EQ(code_of(store().remove(key)), "invalid argument") << key;
    EXPECT_EQ(code_of(store().head(key)), "invalid argument") << key;
    EXPECT_EQ(code_of(store().get_range(key, {0, 1})), "invalid argument") << key;
  }
  EXPECT_EQ(listed(""), "");
}

TEST_P(ObjectStoreConformance, ThreadsThatUpdateOneKeyLoseNothing) {
  constexpr int kThreads = 4;
  constexpr int kUpdates = 10;
  const auto append = [](const std::optional<std::string>& bytes) -> Result<std::string> {
    return bytes.value_or("") + "x";
  };
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < kUpdates; ++i)
        EXPECT_EQ(code_of(update(store(), "counter", append)), "ok");
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(read("counter").size(), static_cast<size_t>(kThreads * kUpdates));
}

TEST_P(ObjectStoreConformance, AnUpdateThatFailsWritesNothing) {
  ASSERT_TRUE(store().put("k", "old"));
  const auto refuse = [](const std::optional<std::string>& bytes) -> Result<std::string> {
    return Error{ErrorCode::kMalformed, "cannot read \"" + bytes.value_or("nothing") + "\""};
  };
  const auto refused = update(store(), "k", refuse);
  EXPECT_EQ(code_of(refused), "malformed");
  EXPECT_EQ(refused.error().message, "k: cannot read \"old\"");
  EXPECT_EQ(read("k"), "old");
}

}  // namespace vectora::store
