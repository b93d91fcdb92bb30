#include "vectora/text/language.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "vectora/base/utf8.h"
#include "vectora/text/fold_table.h"

// The script decides where it can: kana is Japanese, Hangul Korean, ideographs
// without either Chinese. Languages in Latin letters are told apart by their
// smallest words: each one found speaks for its languages, the less the more
// languages share it. A quarter more than the second is needed to win.

namespace vectora::text {
namespace {

constexpr size_t kBytesLookedAt = 16384;
constexpr double kLeastEvidence = 1.0;
constexpr double kLeastLead = 1.25;
constexpr double kLeastLeadOfSisters = 1.05;
constexpr size_t kFewWords = 20;
constexpr size_t kWordsPerSmallWord = 6;

struct Language {
  std::string_view code;
  std::string_view words;
};

constexpr Language kLatin[] = {
    {"en",
     "the and of to in for with on that is as by its at from this has will are was be have an it "
     "our we which or not their more than new said announces announced today about company a how "
     "why what who can could may after over into against first you your they these when would "
     "been were no do all up out us but if one two first between through during most under "
     "per says reports"},
    {"fr",
     "le la les de des du et en un une pour dans par sur avec que qui est au aux ce cette son ses "
     "plus sont nous été ainsi leur d l société a ses ou mais cette comme elle à se deux après"},
    {"de",
     "der die das und in von zu den mit für auf ist des im ein eine einer dem nicht auch als wird "
     "bei sich werden sind hat aus nach über zum zur wurde"},
    {"es",
     "el la los las de del y en que un una para con por se su es al como más sus ha este esta lo "
     "fue son entre sobre también a no o pero"},
    {"it",
     "il lo la gli le di del della dei delle e in che un una per con da è nel nella alla sono si "
     "più anche al come ha dal degli sul a i su tra dopo"},
    {"pt",
     "o a os as de do da dos das e em no na que um uma para com por se é ao mais como não foi "
     "seu sua são também pela pelo"},
    {"nl",
     "de het een en van in op te met voor is dat zijn aan door bij ook als niet naar wordt worden "
     "heeft uit om over deze tot meer"},
    {"sv",
     "och att det i en som på är av för med den till ett om har inte från kan vid ska eller också "
     "under efter bolaget sin"},
    {"da",
     "og at det i en som på er af for med den til et om har ikke fra kan ved skal eller også efter "
     "blev selskabet sin være bliver nu mere kun hvor sig op ud mod uge noget siger jeg hun han vi "
     "kunne skulle når år"},
    {"no",
     "og at det i en som på er av for med den til et om har ikke fra kan ved skal eller også etter "
     "ble selskapet sin være blir vil nå mer bare hvor seg opp ut mot uke noe sier jeg hun han vi "
     "kunne skulle når år"},
    {"fi",
     "ja on ei että se oli joka myös ovat kun mutta sekä tai kuin sen hän mukaan yhtiö yhtiön "
     "jälkeen voi vuoden vuonna ole olla noin"},
    {"pl",
     "i w z na do a się że nie jest to od po jak przez dla o oraz za są ale jego który która przy "
     "także być roku został"},
};
constexpr size_t kLanguages = std::size(kLatin);

// In a headline there are few small words; endings help.
constexpr Language kEndings[] = {
    {"en", "ing ings ed ly ness ship ths ght tion tions"},
    {"fr", "tion tions ment eux eurs elle ique iques ée ées ité"},
    {"de", "ung ungen lich liche keit heit isch ische schaft tion"},
    {"es", "ción ciones dad mente ados adas ando iento"},
    {"it", "zione zioni mente ità anza aggio ggi ano"},
    {"pt", "ção ções dade mento ando ados agem"},
    {"nl", "ijk ijke heid atie aties eert ingen lijk"},
    {"sv", "ning ningar het erna arna ande lig iskt"},
    {"da", "else elser hed ning ninger erne ende"},
    {"no", "else elser het ning ninger ene ende"},
    {"fi", "ssa ssä sta stä lla llä nen ään aan isen"},
    {"pl", "ość ości anie ania ych ego owy owa"},
};
static_assert(std::size(kEndings) == kLanguages);

struct SmallWord {
  std::string text;
  std::vector<size_t> languages;
};

std::string fold_word(std::string_view word) {
  std::string folded;
  FoldBuffer buffer;
  for (size_t at = 0; at < word.size();) folded += folded_form(next_code_point(word, at), buffer);
  return folded;
}

void add_word(std::vector<SmallWord>& table, std::string word, size_t language) {
  const auto at = std::lower_bound(
      table.begin(), table.end(), word,
      [](const SmallWord& entry, const std::string& wanted) { return entry.text < wanted; });
  if (at != table.end() && at->text == word) {
    at->languages.push_back(language);
  } else {
    table.insert(at, {std::move(word), {language}});
  }
}

void add_words(std::vector<SmallWord>& table, std::string_view list, size_t language) {
  while (!list.empty()) {
    const size_t end = std::min(list.find(' '), list.size());
    add_word(table, fold_word(list.substr(0, end)), language);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

std::vector<SmallWord> make_small_words() {
  std::vector<SmallWord> table;
  for (size_t i = 0; i < kLanguages; ++i) add_words(table, kLatin[i].words, i);
  return table;
}

const std::vector<SmallWord>& small_words() {
  static const std::vector<SmallWord> kTable = make_small_words();
  return kTable;
}

using EndingTable = std::array<std::vector<std::string>, kLanguages>;

EndingTable make_folded_endings() {
  EndingTable table;
  for (size_t i = 0; i < kLanguages; ++i) {
    std::vector<SmallWord> endings;
    add_words(endings, kEndings[i].words, i);
    for (SmallWord& ending : endings) table[i].push_back(std::move(ending.text));
  }
  return table;
}

const EndingTable& folded_endings() {
  static const EndingTable kTable = make_folded_endings();
  return kTable;
}

const SmallWord* find_small_word(std::string_view folded) {
  const std::vector<SmallWord>& table = small_words();
  const auto at = std::lower_bound(
      table.begin(), table.end(), folded,
      [](const SmallWord& entry, std::string_view wanted) { return entry.text < wanted; });
  return at != table.end() && at->text == folded ? &*at : nullptr;
}

// What is counted in one walk over the text.
struct Census {
  size_t latin = 0;
  size_t cyrillic = 0;
  size_t not_russian = 0;  // Cyrillic letters that Russian does not have
  size_t kana = 0;
  size_t hangul = 0;
  size_t ideographs = 0;
  size_t other = 0;
  size_t words = 0;
  std::array<double, kLanguages> evidence{};
  std::array<size_t, kLanguages> hits{};  // small words
};

bool is_not_russian(char32_t c) {
  return c == U'і' || c == U'ї' || c == U'є' || c == U'ј' || c == U'љ' || c == U'ў';
}

bool is_in(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// The count that a letter adds to; null for what is no letter.
size_t* count_of(char32_t c, Census& census) {
  if (c < 0x0250 || is_in(c, 0x1E00, 0x1EFF)) return &census.latin;
  if (is_in(c, 0x0400, 0x04FF)) return &census.cyrillic;
  if (is_in(c, 0x3041, 0x30FF)) return &census.kana;
  if (is_in(c, 0xAC00, 0xD7A3) || is_in(c, 0x1100, 0x11FF)) return &census.hangul;
  if (is_in(c, 0x3400, 0x9FFF)) return &census.ideographs;
  const bool punctuation = is_in(c, 0x2000, 0x303F) || c >= 0xF000;
  return c >= 0x0370 && !punctuation ? &census.other : nullptr;
}

void count_letter(char32_t c, Census& census) {
  if (size_t* const count = count_of(c, census)) ++*count;
  if (is_not_russian(c)) ++census.not_russian;
}

void count_endings(std::string_view word, Census& census) {
  constexpr size_t kShortest = 5;
  constexpr double kWeight = 0.4;
  if (word.size() < kShortest) return;
  const EndingTable& endings = folded_endings();
  for (size_t language = 0; language < kLanguages; ++language) {
    const bool fits = std::any_of(endings[language].begin(), endings[language].end(),
                                  [&](const std::string& end) { return word.ends_with(end); });
    if (fits) census.evidence[language] += kWeight;
  }
}

void count_small_word(const SmallWord& known, Census& census) {
  const double share = 1.0 / static_cast<double>(known.languages.size());
  for (const size_t language : known.languages) {
    census.evidence[language] += share;
    ++census.hits[language];
  }
}

enum class Length { kHeadline, kText };

void count_word(std::string_view word, Length length, Census& census) {
  if (word.empty()) return;
  ++census.words;
  if (const SmallWord* const known = find_small_word(word)) {
    count_small_word(*known, census);
  } else if (length == Length::kHeadline) {
    count_endings(word, census);
  }
}

Census take_census(std::string_view text) {
  constexpr size_t kLongestWord = 40;
  constexpr size_t kLongestHeadline = 300;
  const Length length = text.size() <= kLongestHeadline ? Length::kHeadline : Length::kText;
  Census census;
  FoldBuffer buffer;
  std::string word;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const std::string_view form = folded_form(c, buffer);
    const bool ascii_letter = form.size() == 1 && form[0] >= 'a' && form[0] <= 'z';
    if (!ascii_letter && c < 0xC0) {
      count_word(word, length, census);
      word.clear();
      continue;
    }
    count_letter(c, census);
    if (word.size() <= kLongestWord) word += form;
  }
  count_word(word, length, census);
  return census;
}

// Danish and Norwegian share most of their small words, and so of their evidence.
bool are_sisters(size_t a, size_t b) {
  const auto is_either = [](size_t i) { return kLatin[i].code == "da" || kLatin[i].code == "no"; };
  return is_either(a) && is_either(b);
}

std::string_view by_words(const Census& census) {
  const auto* const best = std::max_element(census.evidence.begin(), census.evidence.end());
  const auto index = static_cast<size_t>(best - census.evidence.begin());
  if (*best < kLeastEvidence) return {};
  for (size_t other = 0; other < kLanguages; ++other) {
    if (other == index) continue;
    const double lead = are_sisters(index, other) ? kLeastLeadOfSisters : kLeastLead;
    if (*best < lead * census.evidence[other]) return {};
  }
  // A language that is none of ours has a few of these words by chance.
  const bool is_chance =
      census.words > kFewWords && census.hits[index] * kWordsPerSmallWord < census.words;
  return is_chance ? std::string_view() : kLatin[index].code;
}

// An ideograph or a syllable says as much as a few letters do.
std::string_view by_script(const Census& census) {
  constexpr size_t kLettersOfASyllable = 3;
  constexpr size_t kLeastSyllables = 2;
  const size_t syllables = census.kana + census.hangul + census.ideographs;
  const size_t letters = census.latin + census.cyrillic + census.other;
  if (syllables >= kLeastSyllables && syllables * kLettersOfASyllable > letters) {
    if (census.hangul > census.kana + census.ideographs) return "ko";
    // Japanese writes an ending in kana after every few ideographs.
    if (census.kana * 10 >= census.ideographs) return census.kana > 0 ? "ja" : "";
    return "zh";
  }
  if (census.cyrillic > census.latin + census.other) {
    return census.not_russian * 50 > census.cyrillic ? "" : "ru";
  }
  return census.latin > census.other ? by_words(census) : std::string_view();
}

}  // namespace

std::string detect_language(std::string_view utf8) {
  return std::string(by_script(take_census(utf8_prefix(utf8, kBytesLookedAt))));
}

}  // namespace vectora::text
