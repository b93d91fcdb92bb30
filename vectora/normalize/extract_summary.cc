#include "vectora/normalize/extract_summary.h"

#include <algorithm>
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

struct Candidate {
  std::string_view text;
  size_t position = 0;
  double value = 0;
};

double boilerplate_share(std::string_view lower, const std::vector<std::string>& boilerplate) {
  return static_cast<double>(std::count_if(
      boilerplate.begin(), boilerplate.end(),
      [&](const std::string& phrase) { return lower.find(phrase) != std::string_view::npos; }));
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

// Views into the content; a sentence is worth something only if it can be printed.
std::vector<Candidate> candidates(const Told& told, const NewsWords& words) {
  std::vector<Candidate> found;
  const std::string lower_title = lower_case(told.title);
  const std::vector<std::string_view> sentences = text::split_sentences(told.content);
  for (const std::string_view sentence : sentences) {
    const std::string lower = lower_case(sentence);
    if (found.size() >= kMaxConsidered) break;
    if (!found.empty() && begins_an_ending(sentence, words.endings)) break;
    if (sentence.size() < kMinSentenceBytes || repeats(lower, lower_title)) continue;
    Candidate candidate;
    candidate.text = sentence;
    candidate.position = found.size();
    candidate.value = -1.5 * boilerplate_share(lower, words.boilerplate);
    if (sentence.size() > kLongSentence) candidate.value -= 1;
    found.push_back(candidate);
  }
  return found;
}

void value_candidates(std::vector<Candidate>& found, const Told& told) {
  for (Candidate& candidate : found) {
    candidate.value += 3.0 / static_cast<double>(1 + candidate.position);
    if (has_figure(candidate.text)) candidate.value += 0.7;
    if (holds(told.content, candidate.text, told.event_evidence)) candidate.value += 1.2;
    candidate.value += 0.5 * named(told.content, candidate.text, told.mentions);
  }
}

}  // namespace

std::string extract_summary(const Told& told, const NewsWords& words) {
  std::vector<Candidate> found = candidates(told, words);
  value_candidates(found, told);
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
