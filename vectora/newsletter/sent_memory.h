// What a client was already sent, by target day of the issue.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/base/date.h"
#include "vectora/base/json.h"
#include "vectora/normalize/stories/stories.h"

namespace vectora::newsletter {

struct SentItem {
  std::string title;
  normalize::Fingerprint print;
};

struct SentMemory {
  std::map<Date, std::vector<SentItem>> issues;

  // Replaces what was remembered of that day: making an issue again is not
  // sending it twice.
  void record(Date target_day, std::vector<SentItem> items);
};

Json to_json(const SentMemory& memory);
Result<SentMemory> sent_memory_from_json(const Json& json);

}  // namespace vectora::newsletter
