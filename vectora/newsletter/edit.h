// Editing: a choice becomes an Issue. Sentences are extracted, never invented.
#pragma once

#include <string>
#include <vector>

#include "vectora/newsletter/choose.h"
#include "vectora/newsletter/issue.h"

namespace vectora::newsletter {

struct EditInput {
  const std::vector<Candidate>& candidates;
  const Choice& choice;
  const Layout& layout;
  const std::vector<normalize::SourceFacts>& sources;  // for display names
};

struct EditContext {
  Profile profile;
  Instant generated_at;
  Date target_day;
  normalize::Window period;
  Monitored monitored;
  std::vector<SourceTrouble> troubles;
  Digest config_digest;
};

Issue edit(const EditInput& input, const EditContext& context);

}  // namespace vectora::newsletter
