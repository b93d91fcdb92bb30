#include "vectora/text/sentences.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "vectora/base/utf8.h"
#include "vectora/text/word_set.h"

// A sentence ends at a line break and at a mark of its end that is followed by
// white space and by something that can begin the next one. The work is in the
// full stop: behind an abbreviation, a single letter or inside a number it ends
// nothing. An abbreviation such as "Inc." may well end a sentence, so it does if
// a word follows that opens sentences and seldom goes on with a name ("The").

namespace vectora::text {
namespace {

constexpr std::string_view kEllipsis = " \xE2\x80\xA6";

// Never the last word of a sentence: something must follow. Lower case.
bool is_leading_word(std::string_view word) {
  static const WordSet kWords{
      "approx", "art", "c.f",  "ca",   "capt", "cf",   "col",  "dipl", "dr",   "drs",  "e.g", "env",
      "esp",    "ex",  "fig",  "figs", "gen",  "gov",  "hon",  "i.e",  "incl", "ing",  "lt",  "m",
      "maj",    "me",  "mlle", "mm",   "mme",  "mmes", "mr",   "mrs",  "ms",   "msgr", "mt",  "no",
      "nos",    "nr",  "n°",   "p.ex", "ph.d", "pp",   "pr",   "prof", "ref",  "rev",  "sec", "sen",
      "sgt",    "ste", "st",   "tel",  "viz",  "vol",  "vols", "vs"};
  return kWords.contains(word);
}

// May end a sentence or go on.
bool is_open_word(std::string_view word) {
  static const WordSet kWords{
      "a.g",   "a.m",   "a.s",   "apr",  "aug",  "b.v",  "bros", "co",  "corp",  "cie",
      "d.c",   "dec",   "dept",  "dist", "e.u",  "est",  "al",   "etc", "feb",   "inc",
      "jan",   "jr",    "jul",   "jun",  "l.p",  "lab",  "labs", "llc", "ltd",   "ltda",
      "m.d",   "mar",   "mfg",   "n.v",  "nov",  "oct",  "p.m",  "plc", "pharm", "pty",
      "s.a",   "s.a.s", "s.p.a", "sa",   "sep",  "sept", "sr",   "u.k", "u.n",   "u.s",
      "u.s.a", "univ",  "janv",  "févr", "juil", "déc",  "av"};
  return kWords.contains(word);
}

// Words that open a sentence rather than go on after "Inc." or "U.S.".
bool is_opener(std::string_view word) {
  static const WordSet kWords{
      "A",     "After", "All",  "Also",  "An",    "And",  "As",      "At",    "Based", "Both",
      "But",   "By",    "Ce",   "Ces",   "Cette", "Dans", "During",  "Each",  "En",    "Elle",
      "For",   "From",  "He",   "Her",   "His",   "How",  "However", "If",    "Il",    "Ils",
      "In",    "It",    "Its",  "L",     "La",    "Le",   "Les",     "More",  "Most",  "No",
      "Nos",   "Notre", "Nous", "On",    "Our",   "Pour", "Sa",      "Ses",   "She",   "Since",
      "Some",  "Son",   "Such", "Terms", "That",  "The",  "Their",   "There", "These", "They",
      "This",  "Those", "To",   "Under", "Une",   "Un",   "Upon",    "We",    "What",  "When",
      "While", "With",  "You"};
  return kWords.contains(word);
}

template <size_t kSize>
bool is_in(const std::string_view (&list)[kSize], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) {
  return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Quotes and brackets that close behind the full stop, and white space of
// several bytes (NBSP before "»") as well.
constexpr std::string_view kClosers[] = {
    "\"",       "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99", "\xC2\xBB", "\xC2\xA0\xC2\xBB",
    " \xC2\xBB"};
constexpr std::string_view kWideEnds[] = {"\xE3\x80\x82", "\xEF\xBC\x81",
                                          "\xEF\xBC\x9F"};  // 。！？

template <size_t kSize>
size_t length_of_any(const std::string_view (&list)[kSize], std::string_view text) {
  size_t longest = 0;
  for (const std::string_view entry : list) {
    if (text.starts_with(entry)) longest = std::max(longest, entry.size());
  }
  return longest;
}

// "• First point" is the sentence "First point".
std::string_view without_bullet(std::string_view sentence) {
  constexpr std::string_view kBullets[] = {
      "\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x97\xA6",  "\xE2\x80\xA3",
      "\xC2\xB7",     "- ",           "* ",           "\xE2\x80\x93 ", "\xEF\x82\xB7"};
  if (sentence.empty() || is_upper(sentence.front())) return sentence;
  return trimmed(sentence.substr(length_of_any(kBullets, sentence)));
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<std::string_view> run() {
    for (size_t at = 0; at < text_.size();) {
      if (!may_end(text_[at])) {
        ++at;
        continue;
      }
      const size_t end = end_of_mark(at);
      if (end > at && ends_sentence(at, end)) {
        close(end);
      }
      at = std::max(end, at + 1);
    }
    close(text_.size());
    return std::move(sentences_);
  }

 private:
  // The first bytes of marks and of line breaks.
  static constexpr std::array<bool, 256> make_ends() {
    std::array<bool, 256> ends{};
    for (const char c : {'.', '\n', '!', '?', '\r', '\xE3', '\xEF'})
      ends[static_cast<unsigned char>(c)] = true;
    return ends;
  }
  static bool may_end(char c) {
    static constexpr std::array<bool, 256> kEnds = make_ends();
    return kEnds[static_cast<unsigned char>(c)];
  }

  // Past the marks that may end a sentence at `at`, and what closes behind them;
  // `at` itself where there is none.
  size_t end_of_mark(size_t at) const {
    const char c = text_[at];
    if (c == '\n' || c == '\r') return at + 1;
    size_t end = at + length_of_any(kWideEnds, text_.substr(at));
    if (end == at) {
      while (end < text_.size() && (text_[end] == '.' || text_[end] == '!' || text_[end] == '?')) {
        ++end;
      }
    }
    if (end == at) return at;
    while (const size_t closer = length_of_closer(end)) end += closer;
    return end;
  }

  size_t length_of_closer(size_t at) const {
    const bool plain_space = text_.substr(at).size() > 1 && text_[at] == ' ' &&
                             static_cast<unsigned char>(text_[at + 1]) < 0x80;
    return plain_space ? 0 : length_of_any(kClosers, text_.substr(at));
  }

  bool ends_sentence(size_t at, size_t end) const {
    const char c = text_[at];
    if (c == '\n' || c == '\r') return true;
    if (static_cast<unsigned char>(c) >= 0x80) return true;
    if (end == text_.size()) return true;
    if (!is_space(text_[end]) && !text_.substr(end).starts_with("\xC2\xA0")) return false;
    const std::string_view next = next_word(end);
    if (next.empty()) return true;
    if (is_lower(next.front())) return false;
    const bool single_stop = c == '.' && (end == at + 1 || text_[at + 1] != '.');
    return !single_stop || !is_abbreviation(word_before(at), next);
  }

  std::string_view next_word(size_t at) const {
    while (at < text_.size() && !is_letter(text_[at]) && !is_digit(text_[at])) ++at;
    size_t end = at;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    return text_.substr(at, std::max(end, std::min(at + 1, text_.size())) - at);
  }

  // The word that a stop at `at` belongs to, inner stops ("U.S") included.
  std::string_view word_before(size_t at) const {
    constexpr size_t kLongest = 24;
    size_t begin = at;
    while (begin > start_ && at - begin < kLongest &&
           (is_letter(text_[begin - 1]) || is_digit(text_[begin - 1]) || text_[begin - 1] == '.')) {
      --begin;
    }
    return text_.substr(begin, at - begin);
  }

  static bool is_initials(std::string_view word) {
    if (word.empty() || word.size() > 5) return false;
    for (size_t i = 0; i < word.size(); ++i) {
      if (i % 2 == 0 ? !is_upper(word[i]) : word[i] != '.') return false;
    }
    return word.size() % 2 == 1;
  }

  // Whether the stop after `word` ends nothing, seeing that `next` follows.
  bool is_abbreviation(std::string_view word, std::string_view next) const {
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; });
    if (lower == "no" && !is_digit(next.front())) return false;
    if (is_leading_word(lower) && !is_plain_word(word)) return true;
    if (is_open_word(lower)) return !is_opener(next);
    if (is_initials(word)) return word.size() == 1 || !is_opener(next);
    return is_list_number(word);
  }

  // "me", "art" and "gen" are words too; only with a capital they are titles.
  static bool is_plain_word(std::string_view word) {
    constexpr std::string_view kBoth[] = {"me", "art", "mm", "ms", "mt", "m", "ex"};
    return is_in(kBoth, word);
  }

  // "1. First" at the start of a sentence.
  bool is_list_number(std::string_view word) const {
    constexpr size_t kLongest = 2;
    if (word.empty() || word.size() > kLongest) return false;
    if (!std::all_of(word.begin(), word.end(), is_digit)) return false;
    return trimmed(text_.substr(start_)).data() == word.data();
  }

  void close(size_t end) {
    const std::string_view sentence = without_bullet(trimmed(text_.substr(start_, end - start_)));
    const bool says_something = std::any_of(sentence.begin(), sentence.end(),
                                            [](char c) { return is_letter(c) || is_digit(c); });
    if (says_something) sentences_.push_back(sentence);
    start_ = end;
  }

  std::string_view text_;
  size_t start_ = 0;  // of the sentence being read
  std::vector<std::string_view> sentences_;
};

}  // namespace

std::vector<std::string_view> split_sentences(std::string_view text) {
  return Splitter(text).run();
}

std::string cut_at_sentence(std::string_view text, size_t max_bytes) {
  text = trimmed(text);
  if (text.size() <= max_bytes) return std::string(text);
  // One sentence more than fits is enough to know where the last whole one ends.
  const std::string_view seen = utf8_prefix(text, 2 * max_bytes + 1);
  size_t end = 0;
  for (const std::string_view sentence : split_sentences(seen)) {
    const auto sentence_end = static_cast<size_t>(sentence.data() - text.data()) + sentence.size();
    const bool may_go_on = sentence_end == seen.size() && seen.size() < text.size();
    if (sentence_end > max_bytes || may_go_on) break;
    end = sentence_end;
  }
  return end > 0 ? std::string(text.substr(0, end)) : cut_at_word(text, max_bytes);
}

std::string cut_at_word(std::string_view text, size_t max_bytes) {
  text = trimmed(text);
  if (text.size() <= max_bytes) return std::string(text);
  if (max_bytes <= kEllipsis.size()) return {};
  const size_t room = max_bytes - kEllipsis.size();
  std::string_view kept = utf8_prefix(text, room);
  if (!is_space(text[kept.size()])) {
    const size_t last_space = kept.find_last_of(" \t\r\n");
    if (last_space != std::string_view::npos) kept = kept.substr(0, last_space);
  }
  kept = trimmed(kept);
  while (!kept.empty() &&
         (kept.back() == ',' || kept.back() == ';' || kept.back() == ':' || kept.back() == '-')) {
    kept = trimmed(kept.substr(0, kept.size() - 1));
  }
  return std::string(kept) + std::string(kEllipsis);
}

namespace {

bool is_ideograph(char32_t c) {
  return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF);
}

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  const bool punctuation = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F);
  return c >= 0xC0 && !punctuation;
}

bool joins_words(char32_t c) { return c == '-' || c == '\'' || c == '.' || c == 0x2019; }

}  // namespace

size_t count_words(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool letter = is_word_character(c);
    if (is_ideograph(c) || (letter && !inside)) ++words;
    inside = (letter && !is_ideograph(c)) || (inside && joins_words(c));
  }
  return words;
}

}  // namespace vectora::text
