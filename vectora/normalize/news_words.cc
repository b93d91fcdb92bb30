#include "vectora/normalize/news_words.h"

#include <algorithm>

#include "vectora/normalize/words.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {

bool begins_an_ending(std::string_view sentence, const std::vector<std::string>& endings) {
  constexpr size_t kLongest = 80;  // bytes of an ending, in either case
  const std::string lower = lower_case(sentence.substr(0, kLongest));
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return lower.starts_with(ending); });
}

std::string_view news_of(std::string_view content, const std::vector<std::string>& endings) {
  const std::vector<std::string_view> sentences = text::split_sentences(content);
  for (size_t i = 1; i < sentences.size(); ++i)
    if (begins_an_ending(sentences[i], endings))
      return content.substr(0, static_cast<size_t>(sentences[i].data() - content.data()));
  return content;
}

}  // namespace vectora::normalize
