// When a matching rule holds, and how far it is from holding.
#include <algorithm>
#include <string_view>
#include <utility>

#include "vectora/score/matching.h"

namespace vectora::score {
namespace {

constexpr int kOtherType = 3;  // cost of being another kind of item: nothing small would change it

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " or ") + word;
  return text;
}

// Asks one rule's conditions of one item and adds up what is missing.
class Asker {
 public:
  Asker(const WatchDomain& domain, const Matter& matter, Wording wording)
      : domain_(domain), matter_(matter), wording_(wording) {}

  void at_least(const std::vector<SignalCount>& counts, Where where) {
    for (const SignalCount& asked : counts) {
      const int lacking = asked.count - count(asked, where);
      if (lacking <= 0) continue;
      add(lacking, [&] {
        return std::to_string(lacking) + " more of " + asked.name +
               (where == Where::kTitle ? " in the title" : "");
      });
    }
  }

  void one_of(const std::vector<SignalCount>& counts) {
    if (counts.empty()) return;
    int least = 1 << 20;
    for (const SignalCount& asked : counts)
      least = std::min(least, asked.count - count(asked, Where::kAnywhere));
    if (least <= 0) return;
    add(least, [&] {
      std::vector<std::string> names;
      for (const SignalCount& asked : counts) names.push_back(asked.name);
      return std::to_string(least) + " more of " + joined(names);
    });
  }

  void at_most(const std::vector<SignalCount>& counts) {
    for (const SignalCount& asked : counts) {
      const int excess = count(asked, Where::kAnywhere) - asked.count;
      if (excess > 0)
        add(excess, [&] { return std::to_string(excess) + " less of " + asked.name; });
    }
  }

  void type(const std::vector<std::string>& wanted, const std::vector<std::string>& unwanted,
            const std::string& type, std::string_view what) {
    const std::string prefix(what);
    if (!allows(wanted, type))
      add(kOtherType, [&] { return prefix + " " + joined(wanted) + " instead of " + type; });
    if (contains(unwanted, type)) add(kOtherType, [&] { return prefix + " other than " + type; });
  }

  Missing take() { return std::move(missing_); }

 private:
  const WatchDomain& domain_;
  const Matter& matter_;
  Wording wording_;
  Missing missing_;

  int count(const SignalCount& asked, Where where) const {
    return matter_.signals.count(domain_.signals, asked, where);
  }

  template <class Words>
  void add(int cost, Words words) {
    missing_.cost += cost;
    if (wording_ == Wording::kNo) return;
    if (!missing_.text.empty()) missing_.text += "; ";
    missing_.text += words();
  }
};

bool counts_at_least(const WatchDomain& domain, const Matter& matter, const SignalCount& asked,
                     Where where) {
  return matter.signals.count(domain.signals, asked, where) >= asked.count;
}

}  // namespace

bool holds(const MatchingRule& rule, const WatchDomain& domain, const Matter& matter) {
  const auto at_least = [&](Where where) {
    return [&, where](const SignalCount& asked) {
      return counts_at_least(domain, matter, asked, where);
    };
  };
  const std::string& event = matter.annotation.event.primary;
  const std::string& content = matter.annotation.content_type.name;
  return allows(rule.event_types, event) && !contains(rule.not_event_types, event) &&
         allows(rule.content_types, content) && !contains(rule.not_content_types, content) &&
         allows(rule.actors, matter.actor) &&
         std::all_of(rule.min.begin(), rule.min.end(), at_least(Where::kAnywhere)) &&
         std::all_of(rule.min_title.begin(), rule.min_title.end(), at_least(Where::kTitle)) &&
         (rule.any.empty() ||
          std::any_of(rule.any.begin(), rule.any.end(), at_least(Where::kAnywhere))) &&
         std::all_of(rule.max.begin(), rule.max.end(), [&](const SignalCount& asked) {
           return matter.signals.count(domain.signals, asked) <= asked.count;
         });
}

Missing missing_of(const MatchingRule& rule, const WatchDomain& domain, const Matter& matter,
                   Wording wording) {
  Asker asker(domain, matter, wording);
  asker.type(rule.event_types, rule.not_event_types, matter.annotation.event.primary, "event type");
  asker.type(rule.content_types, rule.not_content_types, matter.annotation.content_type.name,
             "content type");
  asker.type(rule.actors, {}, matter.actor, "actor");
  asker.at_least(rule.min, Where::kAnywhere);
  asker.at_least(rule.min_title, Where::kTitle);
  asker.one_of(rule.any);
  asker.at_most(rule.max);
  return asker.take();
}

}  // namespace vectora::score
