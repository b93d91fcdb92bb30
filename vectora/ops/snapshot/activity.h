// Activity: who works on the snapshots of an environment right now.
//
//   Activity activity = TRY(Activity::begin(config, anna, Work::kPrune));
//   ... TRY(activity.renew()) ...            // now and then, while it goes on
//   TRY(activity.end());
//
// Snapshots may be made and read side by side. Pruning deletes contents that no
// manifest names, which must not be those of a snapshot under way: it wants to be
// alone. Restoring changes what a snapshot would keep, or another restore would
// write: it excludes these. So all enter themselves in one object,
// snapshots/activity.json of the config bucket (version 1), by conditional writes:
//   {"version": 1, "entries": [{"id", "work", "owner", "process", "since", "until"}]}
// An entry counts until `until`, and no longer when its process is known to be gone:
// what was killed stands in nobody's way.
#pragma once

#include <string>

#include "vectora/ops/operator.h"
#include "vectora/store/object_store.h"

namespace vectora::ops::snapshot {

enum class Work { kCreate, kRead, kRestore, kPrune };

std::string_view to_string(Work work);

class Activity {
 public:
  // kConflict, with who it is and until when, where another work excludes this one. The
  // operator outlives the activity.
  static Result<Activity> begin(store::ObjectStore& config, const Operator& who, Work work);
  Activity(Activity&& other) noexcept;
  Activity& operator=(Activity&&) = delete;
  ~Activity();  // ends it, if the store lets it; else it counts until its time is over

  // Cheap: writes only when a good part of the time is over. kConflict when it came
  // too late and another began meanwhile: whoever hears it stops.
  Result<void> renew();
  Result<void> end();

 private:
  Activity(store::ObjectStore& config, const Operator& who, std::string id);

  store::ObjectStore* config_;
  const Operator* who_;
  std::string id_;  // empty: ended
  Instant renew_at_;
};

}  // namespace vectora::ops::snapshot
