// A client's labels in its data bucket: labels/{client_id}.jsonl.
//
//   LabelStore labels(data, client);
//   TRY(labels.load());
//   TRY(labels.put(label));       written at once, merged with what others wrote
//   TRY(labels.remove(label.id));
//
// Each change is a conditional update of the whole file: where somebody else
// changed it meanwhile, it is read again and the change made on theirs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vectora/base/id.h"
#include "vectora/evaluation/label.h"
#include "vectora/store/object_store.h"

namespace vectora::evaluation {

class LabelStore {
 public:
  LabelStore(store::ObjectStore& data, ClientId client);

  // No file is no label.
  Result<void> load();
  const std::vector<Label>& labels() const { return labels_; }

  Result<void> put(const Label& label);  // replaces one of the same id
  Result<void> remove(const std::string& id);

 private:
  Result<void> change(const std::function<void(std::vector<Label>&)>& edit);

  store::ObjectStore& data_;
  std::string key_;
  std::string etag_;  // empty: there is no file
  std::vector<Label> labels_;
};

}  // namespace vectora::evaluation
