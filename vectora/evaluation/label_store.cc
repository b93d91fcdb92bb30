#include "vectora/evaluation/label_store.h"

#include <algorithm>

#include "vectora/store/buckets.h"

namespace vectora::evaluation {
namespace {

constexpr int kAttempts = 10;

}  // namespace

LabelStore::LabelStore(store::ObjectStore& data, ClientId client)
    : data_(data), key_(store::keys::labels(client)) {}

Result<void> LabelStore::load() {
  const Result<store::Object> object = data_.get(key_);
  if (!object && object.error().code == ErrorCode::kNotFound) {
    labels_.clear();
    etag_.clear();
    return {};
  }
  if (!object) return object.error();
  labels_ = TRY_IN(key_, labels_from_lines(object->bytes));
  etag_ = object->etag;
  return {};
}

Result<void> LabelStore::change(const std::function<void(std::vector<Label>&)>& edit) {
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    std::vector<Label> changed = labels_;
    edit(changed);
    const std::string lines = to_lines(changed);
    Result<std::string> etag =
        etag_.empty() ? data_.put_if_absent(key_, lines) : data_.put_if(key_, lines, etag_);
    if (etag) {
      labels_ = std::move(changed);
      etag_ = *std::move(etag);
      return {};
    }
    if (etag.error().code != ErrorCode::kConflict) return etag.error();
    TRY(load());
  }
  return Error{ErrorCode::kConflict, key_ + ": others change it all the time; try again"};
}

Result<void> LabelStore::put(const Label& label) {
  return change([&label](std::vector<Label>& labels) {
    const auto same = [&label](const Label& other) { return other.id == label.id; };
    const auto known = std::find_if(labels.begin(), labels.end(), same);
    if (known == labels.end())
      labels.push_back(label);
    else
      *known = label;
  });
}

Result<void> LabelStore::remove(const std::string& id) {
  return change([&id](std::vector<Label>& labels) {
    std::erase_if(labels, [&id](const Label& label) { return label.id == id; });
  });
}

}  // namespace vectora::evaluation
