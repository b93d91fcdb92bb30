// Evaluate: a client's rules on labelled items.
//
//   const Evaluation now = TRY(evaluate(labels, client, canonical));
//   now.figures                        accuracy of events, relevance, entities
//   now.misses[0].why                  the receipt of a wrong answer
//   const Evaluation then = TRY(evaluate(labels, other_client, other_canonical));
//   for (const Figure& gain : compare(then, now))
//     if (gain.name == "relevance.f1" && gain.interval.low < 0) ...   not shown to be no worse
//
// Pure. Each item is judged as `vectora inspect items` judges it: on its own day
// and by what its label gives of it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "vectora/config/plan.h"
#include "vectora/evaluation/figures.h"
#include "vectora/evaluation/label.h"

namespace vectora::evaluation {

// One answer that differs from its label.
struct Miss {
  std::string id;
  std::string title;
  std::string what;  // event, relevance, companies, ...
  std::string labelled;
  std::string answered;
  std::vector<std::string> why;  // the rules and words behind the answer
};

struct Evaluation {
  std::vector<Comparison> items;  // in the order of the labels
  std::vector<Figure> figures;
  // Labelled event type -> answered one -> items.
  std::map<std::string, std::map<std::string, int>> confusion;
  std::vector<Miss> misses;
};

// An error is one of the vocabulary: a pattern that does not compile.
Result<Evaluation> evaluate(const std::vector<Label>& labels, const config::ClientPlan& client,
                            const config::Canonical& canonical, const Resampling& how = {});

// `after` minus `before` on the same labels, paired. kInvalidArgument where the
// two were not made of equally many labels.
Result<std::vector<Figure>> compare(const Evaluation& before, const Evaluation& after,
                                    const Resampling& how = {});

}  // namespace vectora::evaluation
