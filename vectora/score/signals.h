// Signals: distinct names of scopes in one item, as rules count them.
//
//   const Signals signals(scan);
//   signals.names({kCore, kHybrid})      distinct names, in order of first hit
//   signals.count(domain.signals, {"strong", {0, 1}, 2})
//
// A client asks the same scopes in hundreds of conditions; so the distinct names of
// each scope are gathered once. What is negated does not count. Refers to the scan, which must live
// as long.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vectora/normalize/scan.h"
#include "vectora/score/rules.h"

namespace vectora::score {

using Scopes = std::vector<lexicon::ScopeIndex>;

enum class Where { kAnywhere, kTitle };

class Signals {
 public:
  explicit Signals(const normalize::Scan& scan);

  // Anywhere includes the source's company.
  std::vector<std::string> names(const Scopes& scopes, Where where = Where::kAnywhere) const;

  // The first hit of one of the scopes; nullptr: none.
  const normalize::Hit* first_hit(const Scopes& scopes, Where where = Where::kAnywhere) const;

  // Whether one of the scopes is hit, or names the source's company.
  bool mentions(const Scopes& scopes) const;
  // Whether one of the scopes is hit in the title.
  bool heads(const Scopes& scopes) const;
  // Whether one of the scopes names the source's company.
  bool in_context(const Scopes& scopes) const;

  // Names of the groups that a count asks for, distinct over all of them.
  int count(const std::vector<SignalGroup>& groups, const SignalCount& asked,
            Where where = Where::kAnywhere) const;

 private:
  // A name of one scope, at the place of its first hit.
  struct Named {
    std::string_view name;
    uint32_t order = 0;  // of the hit; what the source is known for comes last
    uint32_t next = 0;   // of the same scope; 0: none, else the index and one
    bool in_title = false;
    bool in_text = false;  // false: known of the source only
  };
  struct Chain {
    uint32_t first = 0;  // into named_, and one; 0: empty
    uint32_t last = 0;
  };

  const normalize::Scan& scan_;
  std::vector<Named> named_;
  std::vector<Chain> chains_;  // by scope, as far as one has names

  void add(lexicon::ScopeIndex scope, const Named& named);
  // Calls `visit` with each name of the scopes, scope by scope, until it says true.
  template <class Visit>
  bool any_named(const Scopes& scopes, Visit visit) const;
};

bool contains(const std::vector<std::string>& list, std::string_view word);
// An empty list asks for nothing.
bool allows(const std::vector<std::string>& list, std::string_view word);

}  // namespace vectora::score
