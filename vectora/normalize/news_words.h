// NewsWords: the words that a market's news is full of, whatever it tells.
//
// Knowledge of the market and of the languages its sources write, from
// canonical/texts/news_words.yaml. Without the file nothing is passed over, and
// headlines are compared by all their words alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vectora::normalize {

struct NewsWords {
  // How sentences begin after which a release says nothing new: "about ". Lower case.
  std::vector<std::string> endings;
  // What a single sentence may hold that makes it none of the news. Lower case.
  std::vector<std::string> boilerplate;
  // Words that headlines are full of; they say little about what is told.
  std::vector<std::string> common;
  // Words of those who comment on an event instead of telling it.
  std::vector<std::string> commentary;
  // Words that headlines use for one another; all of a row are told by its first.
  std::vector<std::vector<std::string>> synonyms;
};

// Whether a sentence begins like one of the endings.
bool begins_an_ending(std::string_view sentence, const std::vector<std::string>& endings);

// The text before the first sentence, but for the very first, that begins like an
// ending: what is news in it.
std::string_view news_of(std::string_view content, const std::vector<std::string>& endings);

}  // namespace vectora::normalize
