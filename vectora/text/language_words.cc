#include "vectora/text/language_words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace vectora::text {

bool is_function_word(const HashedWord& lower) {
  static const WordSet kWords{
      "a",      "about",  "across", "after",     "against", "all",   "also",      "amid", "an",
      "and",    "any",    "are",    "as",        "at",      "au",    "aux",       "be",   "been",
      "before", "behind", "being",  "below",     "between", "both",  "but",       "by",   "can",
      "could",  "dans",   "de",     "des",       "despite", "did",   "do",        "does", "du",
      "during", "en",     "et",     "following", "for",     "from",  "had",       "has",  "have",
      "he",     "her",    "his",    "how",       "if",      "in",    "including", "into", "is",
      "it",     "its",    "la",     "le",        "les",     "may",   "might",     "more", "most",
      "new",    "no",     "not",    "now",       "of",      "off",   "on",        "one",  "or",
      "other",  "our",    "out",    "over",      "par",     "per",   "plus",      "pour", "she",
      "should", "since",  "so",     "some",      "sur",     "than",  "that",      "the",  "their",
      "them",   "then",   "these",  "they",      "this",    "those", "through",   "to",   "toward",
      "under",  "une",    "until",  "up",        "upon",    "using", "via",       "was",  "we",
      "were",   "what",   "when",   "where",     "which",   "while", "who",       "why",  "will",
      "with",   "within", "without"};
  return kWords.contains(lower);
}

bool is_negator(std::string_view lower) {
  static const WordSet kWords{"not",       "non",   "no",     "without", "never",  "nor",
                              "neither",   "isn't", "aren't", "avoid",   "avoids", "avoiding",
                              "replacing", "sans",  "pas",    "ni"};
  return kWords.contains(lower);
}

bool is_negating_pair(std::string_view first, std::string_view second) {
  static constexpr std::pair<std::string_view, std::string_view> kPairs[] = {
      {"rather", "than"},     {"instead", "of"},  {"alternative", "to"},
      {"alternatives", "to"}, {"switch", "from"}, {"lieu", "de"}};
  return std::find(std::begin(kPairs), std::end(kPairs), std::pair(first, second)) !=
         std::end(kPairs);
}

bool is_negation_filler(std::string_view lower) {
  static const WordSet kWords{"a",   "an",  "the", "any", "is",    "be",        "being",
                              "are", "use", "of",  "as",  "need",  "for",       "requiring",
                              "un",  "une", "de",  "d",   "daily", "additional"};
  return kWords.contains(lower);
}

}  // namespace vectora::text
