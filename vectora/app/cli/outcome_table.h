// The end of a run, as a small table that adds up.
#pragma once

#include <string>

#include "vectora/base/date.h"
#include "vectora/pipeline/run.h"

namespace vectora::app {

std::string outcome_table(const pipeline::ClientResult& result, Date as_of);

}  // namespace vectora::app
