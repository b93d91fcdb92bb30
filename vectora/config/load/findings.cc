#include "vectora/config/load/findings.h"

namespace vectora::config {

void Findings::unknown(ConfigRef where, const std::string& kind, const std::string& word,
                       const std::vector<std::string>& known) {
  const std::string meant = nearest(word, known);
  error(std::move(where), "no " + kind + " '" + word + "'",
        meant.empty() ? std::string() : "did you mean '" + meant + "'?");
}

}  // namespace vectora::config
