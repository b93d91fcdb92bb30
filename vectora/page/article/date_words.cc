#include "vectora/page/article/date_words.h"

#include <algorithm>
#include <array>

namespace vectora::page {
namespace {

// Beginnings of words that say what a date is the date of, in lower case.
constexpr auto kPublishedWords = std::to_array<std::string_view>(
    {"publi",         "posted",   "date:",    "written",      "released",      "issued",
     "veröffentlich", "erstellt", "stand:",   "stand -",      "datum",         "erschienen",
     "gespeichert",   "abgelegt", "filed",    "mis en ligne", "mise en ligne", "pubblic",
     "fecha",         "data:",    "data da",  "geplaatst",    "gepubliceerd",  "julkais",
     "opublikowan",   "dodano",   "опублик",  "дата",         "发布",          "發布",
     "日期",          "公開",     "投稿",     "등록",         "작성",          "입력",
     "vydáno",        "vydané",   "megjelen", "közzétét",     "közzétev",      "δημοσι",
     "ημερομηνία",    "yayın",    "tarih",    "опублік",      "публик",        "掲載",
     "配信日",        "発表日",   "게시",     "게재",         "تاريخ",         "نشر",
     "תאריך",         "פורסם",    "utgiv",    "udgiv",        "เผยแพร่",        "ngày đăng",
     "प्रकाशित"});
// They count just before the date alone.
constexpr auto kLeadingWords = std::to_array<std::string_view>(
    {"le", "vom", "del", "от", "on", "date", "datum", "data", "fecha"});
constexpr auto kModifiedWords = std::to_array<std::string_view>(
    {"updated",     "modified",    "aktualisiert", "mis à jour", "actualizado", "aggiornato",
     "last update", "last edited", "edited on",    "geändert",   "bearbeitet",  "atualizado",
     "更新",        "수정",        "обновлено",    "bijgewerkt", "uppdaterad",  "letzte änderung",
     "akt.:",       "reviewed"});
// Of an event, a term, a right, a picture.
constexpr auto kOtherWords = std::to_array<std::string_view>({"©",
                                                              "copyright",
                                                              "retrieved",
                                                              "deadline",
                                                              "expires",
                                                              "verfügbar",
                                                              "available",
                                                              "disponible",
                                                              "valid",
                                                              "event",
                                                              "webinar",
                                                              "born",
                                                              "abgerufen",
                                                              "since ",
                                                              "seit ",
                                                              "founded",
                                                              "all rights",
                                                              "register by",
                                                              "until ",
                                                              "bis zum",
                                                              "joined",
                                                              "member since",
                                                              "membre depuis",
                                                              "today is",
                                                              "current date",
                                                              "current time",
                                                              "heute ist",
                                                              "aktuelles datum",
                                                              "time now",
                                                              "date actuelle",
                                                              "aujourd'hui",
                                                              "fecha actual",
                                                              "nous sommes le",
                                                              "figure ",
                                                              "abbildung",
                                                              "photo:",
                                                              "foto:",
                                                              "source:",
                                                              "as of",
                                                              "closing date",
                                                              "apply by",
                                                              "applications by",
                                                              "starts",
                                                              "start date",
                                                              "end date",
                                                              "due date",
                                                              "next review",
                                                              "save the date",
                                                              "record date",
                                                              "payment date",
                                                              "effective date",
                                                              "anmeldeschluss",
                                                              "anmeldefrist",
                                                              "bewerbungsfrist",
                                                              "bewerbungsschluss",
                                                              "einsendeschluss",
                                                              "gültig",
                                                              "veranstaltung",
                                                              "beginn:",
                                                              "date limite",
                                                              "valable",
                                                              "jusqu",
                                                              "événement",
                                                              "évènement",
                                                              "fecha límite",
                                                              "plazo",
                                                              "válido",
                                                              "evento",
                                                              "vence",
                                                              "scadenza",
                                                              "termine:",
                                                              "prazo",
                                                              "sista",
                                                              "senast den",
                                                              "geldig",
                                                              "uiterlijk",
                                                              "termin ",
                                                              "termin:",
                                                              "срок",
                                                              "действител",
                                                              "截止",
                                                              "締切",
                                                              "締め切り",
                                                              "마감"});
// Of the text they stand in.
constexpr auto kSelfWords = std::to_array<std::string_view>(
    {"this entry", "this post", "this article", "this story", "this page", "dieser beitrag",
     "dieser artikel", "dieser eintrag", "cet article", "ce billet", "cette page", "este artículo",
     "esta entrada", "este artigo", "questo articolo", "dit artikel", "dit bericht"});
constexpr auto kByWords = std::to_array<std::string_view>(
    {"by ", "von ", "par ", "por ", "di ", "door ", "av ", "af ", "przez "});

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// At the beginning of a word: "event" is not in "prevention". Words of scripts
// without spaces begin anywhere.
bool has_word(std::string_view text, std::string_view word) {
  const bool latin = word.front() >= 'a' && word.front() <= 'z';
  for (size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (!latin || at == 0 || !is_word_byte(text[at - 1])) return true;
  }
  return false;
}

template <size_t kSize>
bool has_any(std::string_view text, const std::array<std::string_view, kSize>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has_word(text, word); });
}

template <size_t kSize>
bool starts_with_any(std::string_view text, const std::array<std::string_view, kSize>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

bool says_published(std::string_view text) { return has_any(text, kPublishedWords); }
bool says_modified(std::string_view text) { return has_any(text, kModifiedWords); }
bool tells_of_other(std::string_view text) { return has_any(text, kOtherWords); }
bool begins_byline(std::string_view text) { return starts_with_any(text, kByWords); }

bool speaks_of_itself(std::string_view text) {
  return has_any(text, kSelfWords) && says_published(text);
}

bool ends_with_leading_word(std::string_view before) {
  while (before.ends_with(' ') || before.ends_with('\n')) before.remove_suffix(1);
  constexpr size_t kShort = 24;
  if (before.size() > kShort) return false;
  return std::ranges::any_of(kLeadingWords, [&](std::string_view word) {
    return before.ends_with(word) &&
           (before.size() == word.size() || !is_word_byte(before[before.size() - word.size() - 1]));
  });
}

}  // namespace vectora::page
