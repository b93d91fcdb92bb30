#include "vectora/store/object_store.h"

#include <algorithm>
#include <chrono>
#include <random>
#include <set>
#include <thread>

#include "vectora/base/utf8.h"

namespace vectora::store {
namespace {

constexpr size_t kMaxKeyBytes = 1024;
constexpr int kMaxUpdateTries = 1000;
constexpr int kMaxDoublings = 6;
constexpr std::chrono::milliseconds kMaxWait{2000};

using Wait = std::chrono::steady_clock::duration;

bool is_forbidden(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; }

bool is_allowed_segment(std::string_view segment) {
  return !segment.empty() && segment != "." && segment != ".." &&
         !segment.starts_with(kReservedPrefix);
}

// A key that is wrong may hold anything: it is shown without control characters.
Error bad_key(std::string_view key, std::string_view why) {
  std::string shown = to_valid_utf8(std::string(utf8_prefix(key, 80)));
  std::replace_if(shown.begin(), shown.end(), is_forbidden, '?');
  return {ErrorCode::kInvalidArgument, "\"" + shown + "\" is no object key: " + std::string(why)};
}

// Of many who try, each waits a random time before it tries again, so that most tries
// meet nobody; the more often it lost, the longer.
void wait_after(int lost_races, Wait one_try) {
  static thread_local std::minstd_rand random(std::random_device{}());
  const Wait longest =
      std::min<Wait>(one_try * (1 << std::min(lost_races, kMaxDoublings)), kMaxWait);
  std::uniform_int_distribution<Wait::rep> any(0, longest.count());
  std::this_thread::sleep_for(Wait(any(random)));
}

}  // namespace

Result<void> check_key(std::string_view key) {
  if (key.empty()) return bad_key(key, "it is empty");
  if (key.size() > kMaxKeyBytes) return bad_key(key, "longer than 1024 bytes");
  if (std::any_of(key.begin(), key.end(), is_forbidden))
    return bad_key(key, "a control character or a backslash");
  if (!is_valid_utf8(key)) return bad_key(key, "not UTF-8");
  for (size_t begin = 0; begin <= key.size();) {
    const size_t end = std::min(key.find('/', begin), key.size());
    if (!is_allowed_segment(key.substr(begin, end - begin)))
      return bad_key(key, "an empty, dotted or reserved segment");
    begin = end + 1;
  }
  return {};
}

Result<void> check_keys(const std::vector<Write>& writes) {
  std::set<std::string_view> seen;
  for (const Write& write : writes) {
    TRY(check_key(write.key));
    if (!seen.insert(write.key).second)
      return Error{ErrorCode::kInvalidArgument, write.key + ": twice in one batch"};
  }
  return {};
}

Result<std::string> ObjectStore::get_range(const std::string& key, ByteRange range) {
  const Object object = TRY(get(key));
  return object.bytes.substr(std::min(range.offset, object.bytes.size()), range.size);
}

Result<ObjectInfo> ObjectStore::head(const std::string& key) {
  Object object = TRY(get(key));
  return ObjectInfo{key, std::move(object.etag), object.bytes.size()};
}

Result<std::string> ObjectStore::copy(const std::string& from, const std::string& to) {
  const Object object = TRY(get(from));
  return put(to, object.bytes);
}

Result<void> ObjectStore::put_all(const std::vector<Write>& writes) {
  TRY(check_keys(writes));
  for (const Write& write : writes) TRY(put(write.key, write.bytes));
  return {};
}

Result<void> ObjectStore::remove_all(const std::vector<std::string>& keys) {
  for (const std::string& key : keys) TRY(check_key(key));
  for (const std::string& key : keys) TRY(remove(key));
  return {};
}

Result<std::vector<ObjectInfo>> ObjectStore::list(const std::string& prefix) {
  constexpr size_t kAll = SIZE_MAX;  // a store that bounds its pages gives several
  std::vector<ObjectInfo> infos;
  for (ListQuery query{.prefix = prefix, .limit = kAll};;) {
    Page page = TRY(list_page(query));
    std::move(page.objects.begin(), page.objects.end(), std::back_inserter(infos));
    if (!page.more) return infos;
    query.after = infos.back().key;
  }
}

Result<void> for_each_object(ObjectStore& store, const std::string& prefix,
                             const std::function<Result<void>(const ObjectInfo& info)>& visit) {
  for (ListQuery query{.prefix = prefix};;) {
    Page page = TRY(store.list_page(query));
    for (const ObjectInfo& info : page.objects) TRY(visit(info));
    if (!page.more) return {};
    query.after = std::move(page.objects.back().key);
  }
}

Result<void> update(
    ObjectStore& store, const std::string& key,
    const std::function<Result<std::string>(const std::optional<std::string>& bytes)>& change) {
  for (int lost_races = 0; lost_races < kMaxUpdateTries; ++lost_races) {
    const auto start = std::chrono::steady_clock::now();
    const Result<Object> before = store.get(key);
    if (!before && before.error().code != ErrorCode::kNotFound) return before.error();
    const std::string bytes =
        TRY_IN(key, change(before ? std::optional(before->bytes) : std::nullopt));
    const Result<std::string> written =
        before ? store.put_if(key, bytes, before->etag) : store.put_if_absent(key, bytes);
    if (written) return {};
    if (written.error().code != ErrorCode::kConflict) return written.error();
    wait_after(lost_races, std::chrono::steady_clock::now() - start);
  }
  return Error{ErrorCode::kConflict, key + ": others kept changing it"};
}

Result<void> require_many_writers(ObjectStore& store, std::string_view purpose) {
  if (TRY(store.writers()) == Writers::kMany) return {};
  return Error{ErrorCode::kUnavailable,
               std::string(purpose) +
                   ", and this store is for a single writer: its server does not know conditional "
                   "writes (If-Match, If-None-Match). Use a server that does, or a directory."};
}

}  // namespace vectora::store
