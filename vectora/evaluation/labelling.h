// Labelling: a walk through items that nobody has labelled, key by key.
//
//   Labelling walk(items, event_types, labels);
//   while (!walk.finished()) {
//     show(walk.question());
//     TRY(walk.press(next_key()));
//   }
//
// Of each item it asks whether it is relevant, then of which event type it is.
//   y n ?    relevant, not relevant, cannot be decided
//   1-9 0    the event type by its number; 0 is the tenth
//   a        the next number is an alternative, right as well
//   s        leave the item for another time
//   u        undo: the answer before, also that of an item already stored
//   q        end; what was answered is kept
// An item is stored when its last question is answered. Without a terminal: keys
// are characters, questions are text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vectora/evaluation/label_store.h"

namespace vectora::evaluation {

class Labelling {
 public:
  // `items` are labels without answers; those that `labels` has are passed over.
  // At most ten event types can be pressed; `labels` must outlive the walk.
  Labelling(std::vector<Label> items, std::vector<std::string> event_types, LabelStore& labels);

  bool finished() const { return ended_ || position_ == items_.size(); }
  // The item and what may be pressed; empty when finished.
  std::string question() const;
  // A key without a meaning here changes nothing and is told in `complaint`.
  Result<void> press(char key);
  const std::string& complaint() const { return complaint_; }

  size_t left() const { return items_.size() - position_; }
  size_t stored() const { return stored_.size(); }

 private:
  enum class Ask { kRelevance, kEvent };

  Result<void> answer(char key);
  Result<void> choose_event(const std::string& type);
  Result<void> undo();
  void next();
  std::optional<std::string> type_of(char key) const;

  std::vector<Label> items_;
  std::vector<std::string> types_;
  LabelStore& labels_;
  size_t position_ = 0;
  Ask ask_ = Ask::kRelevance;
  Label current_;                // the answers so far
  bool is_alternative_ = false;  // what the next number means
  std::vector<size_t> stored_;   // positions, in order
  std::string complaint_;
  bool ended_ = false;
};

}  // namespace vectora::evaluation
