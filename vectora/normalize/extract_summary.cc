#include "vectora/normalize/extract_summary.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "vectora/normalize/words.h"
#include "vectora/text/html_text.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr size_t kMaxSentences = 5;
constexpr size_t kMaxBytes = 900;
constexpr size_t kMinSentenceBytes = 30;
constexpr size_t kMaxConsidered = 60;
constexpr size_t kLongSentence = 420;

// Where the news ends: what follows is the same in every release. Lower case, at
// the start of a sentence.
constexpr std::array<std::string_view, 20> kEnds = {"about ",
                                                    "forward-looking",
                                                    "forward looking",
                                                    "cautionary",
                                                    "safe harbor",
                                                    "safe harbour",
                                                    "disclaimer",
                                                    "media contact",
                                                    "investor contact",
                                                    "contacts:",
                                                    "contact:",
                                                    "for more information",
                                                    "notes to editors",
                                                    "à propos",
                                                    "important safety information",
                                                    "references",
                                                    "this press release contains",
                                                    "this information is information",
                                                    "the company's actual results",
                                                    "read more"};
// What a single sentence may hold that makes it none of the news.
constexpr std::array<std::string_view, 10> kBoilerplate = {
    "forward-looking", "click here",
    "subscribe",       "all rights reserved",
    "cookies",         "welcome back",
    "download",        "sign up",
    "nasdaq:",         "undertakes no obligation"};

struct Candidate {
  std::string_view text;
  size_t position = 0;
  double value = 0;
};

bool ends_news(std::string_view lower) {
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return lower.starts_with(end); });
}

double boilerplate_share(std::string_view lower) {
  return static_cast<double>(std::count_if(
      kBoilerplate.begin(), kBoilerplate.end(),
      [&](std::string_view phrase) { return lower.find(phrase) != std::string_view::npos; }));
}

bool has_figure(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool repeats(std::string_view lower_sentence, std::string_view lower_title) {
  return !lower_title.empty() && lower_title.find(lower_sentence) != std::string::npos;
}

double named(std::string_view content, std::string_view sentence,
             const std::vector<EntityMention>& mentions) {
  const auto begin = static_cast<size_t>(sentence.data() - content.data());
  const size_t end = begin + sentence.size();
  std::vector<std::string_view> names;
  for (const EntityMention& mention : mentions)
    if (mention.span.field == Field::kContent && mention.span.begin >= begin &&
        mention.span.end <= end &&
        std::find(names.begin(), names.end(), mention.canonical) == names.end())
      names.push_back(mention.canonical);
  return static_cast<double>(std::min<size_t>(names.size(), 4));
}

bool holds(std::string_view content, std::string_view sentence, const std::optional<Span>& span) {
  if (!span || span->field != Field::kContent) return false;
  const auto begin = static_cast<size_t>(sentence.data() - content.data());
  return span->begin >= begin && span->end <= begin + sentence.size();
}

// Views into `content`; a sentence is worth something only if it can be printed.
std::vector<Candidate> candidates(std::string_view title, std::string_view content) {
  std::vector<Candidate> found;
  const std::string lower_title = lower_case(title);
  const std::vector<std::string_view> sentences = text::split_sentences(content);
  for (const std::string_view sentence : sentences) {
    const std::string lower = lower_case(sentence);
    if (ends_news(lower) && !found.empty()) break;
    if (found.size() >= kMaxConsidered) break;
    if (sentence.size() < kMinSentenceBytes || repeats(lower, lower_title)) continue;
    Candidate candidate;
    candidate.text = sentence;
    candidate.position = found.size();
    candidate.value = -1.5 * boilerplate_share(lower);
    if (sentence.size() > kLongSentence) candidate.value -= 1;
    found.push_back(candidate);
  }
  return found;
}

void value_candidates(std::vector<Candidate>& found, std::string_view content,
                      const std::vector<EntityMention>& mentions,
                      const std::optional<Span>& evidence) {
  for (Candidate& candidate : found) {
    candidate.value += 3.0 / static_cast<double>(1 + candidate.position);
    if (has_figure(candidate.text)) candidate.value += 0.7;
    if (holds(content, candidate.text, evidence)) candidate.value += 1.2;
    candidate.value += 0.5 * named(content, candidate.text, mentions);
  }
}

}  // namespace

std::string extract_summary(std::string_view title, std::string_view content,
                            const std::vector<EntityMention>& mentions,
                            const std::optional<Span>& event_evidence) {
  std::vector<Candidate> found = candidates(title, content);
  value_candidates(found, content, mentions, event_evidence);
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.value > b.value; });
  std::vector<Candidate> chosen;
  size_t bytes = 0;
  for (const Candidate& candidate : found) {
    if (chosen.size() >= kMaxSentences || candidate.value < 0) break;
    if (!chosen.empty() && bytes + candidate.text.size() > kMaxBytes) continue;
    bytes += candidate.text.size();
    chosen.push_back(candidate);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Candidate& a, const Candidate& b) { return a.position < b.position; });
  std::string summary;
  for (const Candidate& candidate : chosen) {
    if (!summary.empty()) summary += ' ';
    summary += text::collapse_space(candidate.text);
  }
  return summary;
}

}  // namespace vectora::normalize
