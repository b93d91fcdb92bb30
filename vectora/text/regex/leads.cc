#include "vectora/text/regex/leads.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "vectora/text/lower.h"
#include "vectora/text/regex/beginnings.h"

namespace vectora::text {
namespace {

constexpr size_t kMaxSingle = 4;  // leads of a single letter that a word may go on from

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool is_broad(const std::vector<Lead>& leads) {
  const auto single = std::count_if(leads.begin(), leads.end(), [](const Lead& lead) {
    const bool is_digit = lead.letters[0] >= '0' && lead.letters[0] <= '9';
    return lead.letters.size() == 1 && is_word_byte(lead.letters[0]) && !is_digit &&
           !lead.whole_word;
  });
  return static_cast<size_t>(single) > kMaxSingle;
}

// Whether `wide` stands wherever `narrow` does.
bool stands_with(const Lead& wide, const Lead& narrow) {
  if (!narrow.letters.starts_with(wide.letters)) return false;
  if (!wide.whole_word) return true;
  const size_t length = wide.letters.size();
  return narrow.letters.size() == length ? narrow.whole_word
                                         : !is_word_byte(narrow.letters[length]);
}

// Without those that stand only where a wider one stands.
void drop_narrow(std::vector<Lead>& leads) {
  std::vector<Lead> wide;
  for (const Lead& lead : leads) {
    const auto is_known = [&](const Lead& other) {
      return other != lead && stands_with(other, lead);
    };
    if (std::none_of(leads.begin(), leads.end(), is_known)) wide.push_back(lead);
  }
  leads = std::move(wide);
}

// Nothing where a match may go on otherwise.
std::vector<Lead> leads_in(const Beginnings& beginnings) {
  std::vector<Lead> leads;
  for (const Beginning& one : beginnings) {
    if (one.letters.empty() || is_space(one.letters[0])) return {};
    if (is_word_byte(one.letters[0]) && !one.boundary && !one.at_start) return {};
    const Lead lead{one.letters, one.whole_word};
    if (std::find(leads.begin(), leads.end(), lead) == leads.end()) leads.push_back(lead);
  }
  drop_narrow(leads);
  return is_broad(leads) ? std::vector<Lead>() : leads;
}

// How often one of the leads may be expected within reach: a rough guess.
double frequency(const std::vector<Lead>& leads, size_t within) {
  constexpr double kLetters = 20;
  constexpr size_t kLongText = 2000;
  double often = 0;
  for (const Lead& lead : leads)
    often += std::pow(kLetters, -static_cast<double>(std::min<size_t>(lead.letters.size(), 6)));
  return often * static_cast<double>(std::min(within, kLongText));
}

struct GoingOn {
  std::vector<Lead> leads;
  size_t within = kNoLimit;
};

// The leads further on that are seldom there.
GoingOn rarest(const std::vector<Later>& all) {
  GoingOn best;
  for (const Later& later : all) {
    std::vector<Lead> leads = leads_in(later.begins);
    if (leads.empty()) continue;
    if (best.leads.empty() || frequency(leads, later.within) < frequency(best.leads, best.within))
      best = {std::move(leads), later.within};
  }
  return best;
}

}  // namespace

std::optional<std::vector<Opening>> openings_of(std::string_view pattern) {
  std::vector<Opening> openings;
  for (Alternative& alternative : alternatives_of(pattern)) {
    const GoingOn goes_on = rarest(alternative.later);
    Beginnings& begins = alternative.begins;
    const auto elsewhere = std::stable_partition(begins.begin(), begins.end(),
                                                 [](const Beginning& one) { return one.at_start; });
    if (elsewhere != begins.begin())
      openings.push_back(
          {leads_in({begins.begin(), elsewhere}), goes_on.leads, goes_on.within, true});
    if (elsewhere != begins.end())
      openings.push_back(
          {leads_in({elsewhere, begins.end()}), goes_on.leads, goes_on.within, false});
  }
  const bool unknown = std::any_of(openings.begin(), openings.end(), [](const Opening& opening) {
    return opening.begins.empty() && opening.goes_on.empty() && !opening.at_start;
  });
  if (openings.empty() || unknown) return {};
  return openings;
}

}  // namespace vectora::text
