// When a matching rule holds, and how far it is from holding.
#include <algorithm>

#include "vectora/score/matching.h"

namespace vectora::score {
namespace {

constexpr int kOtherType = 3;  // cost of being another kind of item: nothing small would change it

void add(Missing& missing, const std::string& text, int cost) {
  if (!missing.text.empty()) missing.text += "; ";
  missing.text += text;
  missing.cost += cost;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " or ") + word;
  return text;
}

void ask_min(const WatchDomain& domain, const Matter& matter,
             const std::vector<SignalCount>& counts, Where where, Missing& missing) {
  for (const SignalCount& asked : counts) {
    const int lacking = asked.count - matter.signals.count(domain.signals, asked, where);
    if (lacking <= 0) continue;
    add(missing,
        std::to_string(lacking) + " more of " + asked.name +
            (where == Where::kTitle ? " in the title" : ""),
        lacking);
  }
}

void ask_any(const WatchDomain& domain, const Matter& matter,
             const std::vector<SignalCount>& counts, Missing& missing) {
  if (counts.empty()) return;
  int least = 1 << 20;
  std::vector<std::string> names;
  for (const SignalCount& asked : counts) {
    least = std::min(least, asked.count - matter.signals.count(domain.signals, asked));
    names.push_back(asked.name);
  }
  if (least > 0) add(missing, std::to_string(least) + " more of " + joined(names), least);
}

void ask_max(const WatchDomain& domain, const Matter& matter,
             const std::vector<SignalCount>& counts, Missing& missing) {
  for (const SignalCount& asked : counts) {
    const int excess = matter.signals.count(domain.signals, asked) - asked.count;
    if (excess > 0) add(missing, std::to_string(excess) + " less of " + asked.name, excess);
  }
}

void ask_type(const std::vector<std::string>& wanted, const std::vector<std::string>& unwanted,
              const std::string& type, const std::string& what, Missing& missing) {
  if (!allows(wanted, type))
    add(missing, what + " " + joined(wanted) + " instead of " + type, kOtherType);
  if (contains(unwanted, type)) add(missing, what + " other than " + type, kOtherType);
}

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

Missing missing_of(const MatchingRule& rule, const WatchDomain& domain, const Matter& matter) {
  Missing missing;
  ask_type(rule.event_types, rule.not_event_types, matter.annotation.event.primary, "event type",
           missing);
  ask_type(rule.content_types, rule.not_content_types, matter.annotation.content_type.name,
           "content type", missing);
  ask_type(rule.actors, {}, matter.actor, "actor", missing);
  ask_min(domain, matter, rule.min, Where::kAnywhere, missing);
  ask_min(domain, matter, rule.min_title, Where::kTitle, missing);
  ask_any(domain, matter, rule.any, missing);
  ask_max(domain, matter, rule.max, missing);
  return missing;
}

}  // namespace vectora::score
