#include "vectora/store/object_store.h"

#include <algorithm>

#include "vectora/base/utf8.h"

namespace vectora::store {
namespace {

constexpr size_t kMaxKeyBytes = 1024;
constexpr int kMaxUpdateTries = 1000;

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

Result<void> update(
    ObjectStore& store, const std::string& key,
    const std::function<Result<std::string>(const std::optional<std::string>& bytes)>& change) {
  for (int tries = 0; tries < kMaxUpdateTries; ++tries) {
    const Result<Object> before = store.get(key);
    if (!before && before.error().code != ErrorCode::kNotFound) return before.error();
    const std::string bytes =
        TRY_IN(key, change(before ? std::optional(before->bytes) : std::nullopt));
    const Result<std::string> written =
        before ? store.put_if(key, bytes, before->etag) : store.put_if_absent(key, bytes);
    if (written) return {};
    if (written.error().code != ErrorCode::kConflict) return written.error();
  }
  return Error{ErrorCode::kConflict, key + ": others kept changing it"};
}

}  // namespace vectora::store
