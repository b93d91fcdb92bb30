#include "vectora/normalize/extract_summary.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "vectora/text/html_text.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr size_t kMaxSentences = 5;
constexpr size_t kMaxBytes = 900;
constexpr size_t kMinSentenceBytes = 30;
constexpr size_t kMaxConsidered = 60;
constexpr size_t kLongSentence = 420;

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

}  // namespace

SummaryExtractor::SummaryExtractor(const NewsWords& words) : endings_(words.endings.size()) {
  size_t number = 0;
  for (const std::string& phrase : words.endings) add_phrase(phrase, number++);
  for (const std::string& phrase : words.boilerplate) add_phrase(phrase, number++);
  phrases_.finish();
}

void SummaryExtractor::add_phrase(const std::string& phrase, size_t number) {
  if (phrase.empty()) return;
  text::Opening opening;
  opening.begins.push_back({text::lower_in_place(phrase), false});
  phrases_.add({opening}, static_cast<uint32_t>(number));
}

bool SummaryExtractor::begins_an_ending(const Places& places, size_t begin) const {
  return std::any_of(places.begin(), places.end(), [&](const text::LeadIndex::Place& place) {
    return place.expression < endings_ && place.at == begin;
  });
}

// How many phrases a sentence holds.
double SummaryExtractor::boilerplate_share(const Places& places, size_t begin, size_t end) const {
  int share = 0;
  const text::LeadIndex::Place* before = nullptr;
  for (const text::LeadIndex::Place& place : places) {
    if (place.expression < endings_ || place.at < begin || place.at >= end) continue;
    if (before == nullptr || before->expression != place.expression) ++share;
    before = &place;
  }
  return share;
}

std::vector<SummaryExtractor::Candidate> SummaryExtractor::candidates(const Told& told) const {
  std::vector<Candidate> found;
  const Places places = phrases_.places(told.lower_content);
  for (const std::string_view sentence : text::split_sentences(told.content)) {
    const auto begin = static_cast<size_t>(sentence.data() - told.content.data());
    const size_t end = begin + sentence.size();
    if (found.size() >= kMaxConsidered) break;
    if (!found.empty() && begins_an_ending(places, begin)) break;
    const std::string_view lower(told.lower_content.bytes_at(begin), sentence.size());
    if (sentence.size() < kMinSentenceBytes || repeats(lower, told.lower_title.text())) continue;
    Candidate candidate;
    candidate.text = sentence;
    candidate.position = found.size();
    candidate.value = -1.5 * boilerplate_share(places, begin, end);
    if (sentence.size() > kLongSentence) candidate.value -= 1;
    found.push_back(candidate);
  }
  return found;
}

void SummaryExtractor::value(std::vector<Candidate>& found, const Told& told) {
  for (Candidate& candidate : found) {
    candidate.value += 3.0 / static_cast<double>(1 + candidate.position);
    if (has_figure(candidate.text)) candidate.value += 0.7;
    if (holds(told.content, candidate.text, told.event_evidence)) candidate.value += 1.2;
    candidate.value += 0.5 * named(told.content, candidate.text, told.mentions);
  }
}

std::string SummaryExtractor::extract(const Told& told) const {
  std::vector<Candidate> found = candidates(told);
  value(found, told);
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
