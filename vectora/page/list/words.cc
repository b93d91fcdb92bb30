#include "vectora/page/list/words.h"

#include <algorithm>
#include <array>

#include "vectora/base/utf8.h"
#include "vectora/text/fold.h"

namespace vectora::page {
namespace {

constexpr size_t kLongestPhrase = 60;

template <size_t kCount>
constexpr std::array<std::string_view, kCount> phrases(const std::string_view (&list)[kCount]) {
  std::array<std::string_view, kCount> out;
  for (size_t i = 0; i < kCount; ++i) out[i] = list[i];
  return out;
}

// Whole texts, folded.
constexpr auto kActions = phrases({
    "more",
    "more info",
    "more information",
    "details",
    "view details",
    "detail",
    "link",
    "open",
    "view",
    "pdf",
    "html",
    "htm",
    "doc",
    "docx",
    "xls",
    "zip",
    "xml",
    "txt",
    "here",
    "full story",
    "full article",
    "full release",
    "full text",
    "story",
    "permalink",
    "source",
    "comment",
    "comments",
    "no comments",
    "reply",
    "share",
    "tweet",
    "email",
    "e mail",
    "print",
    "save",
    "follow",
    "like",
    "pin it",
    "subscribe",
    "sign up",
    "log in",
    "login",
    "register",
    "home",
    "back",
    "top",
    "back to top",
    "load more",
    "show more",
    "show all",
    "see all",
    "view all",
    "all",
    "all news",
    "watch",
    "listen",
    "play",
    "previous",
    "prev",
    "next",
    "first",
    "last",
    "older posts",
    "newer posts",
    "new",
    "go",
    "search",
    "rss",
    "twitter",
    "facebook",
    "linkedin",
    "whatsapp",
    "pinterest",
    "reddit",
    "instagram",
    "youtube",
    "telegram",
    "hide",
    "flag",
    "past",
    "discuss",
    "expand",
    "close",
    "menu",
    "suite",
    "voir plus",
    "plus",
    "plus d infos",
    "voir",
    "savoir plus",
    "telecharger",
    "mehr",
    "weiter",
    "lesen",
    "leer",
    "ver mas",
    "ver",
    "mas",
    "mas informacion",
    "descargar",
    "leggi",
    "leggi tutto",
    "continua",
    "scarica",
    "tutto",
    "mais",
    "ver mais",
    "baixar",
    "verder",
    "meer",
    "mer",
    "mera",
    "mere",
    "vis mer",
    "visa mer",
    "lisaa",
    "lue",
    "dalej",
    "wiecej",
    "vice",
    "cely clanek",
    "подробнее",
    "далее",
    "читать",
    "еще",
    "更多",
    "详情",
    "查看",
    "查看更多",
    "查看详情",
    "阅读全文",
    "全文",
    "下载",
    "詳細",
    "詳しくはこちら",
    "もっと見る",
    "続きを読む",
    "続きを見る",
    "一覧",
    "더보기",
    "자세히",
    "자세히 보기",
    "다운로드",
    "المزيد",
    "اقرأ المزيد",
    "devami",
    "devamini oku",
});

// Beginnings, folded; whole words.
constexpr auto kActionBeginnings = phrases({
    "read more",
    "read the full",
    "read full",
    "read the story",
    "read story",
    "read article",
    "read the article",
    "read release",
    "read press release",
    "read the press release",
    "read this",
    "read on",
    "read now",
    "learn more",
    "find out more",
    "see more",
    "view more",
    "show more",
    "continue reading",
    "continue to",
    "keep reading",
    "click here",
    "go to article",
    "go to the article",
    "go to story",
    "go to news",
    "download",
    "view pdf",
    "view the pdf",
    "view document",
    "view release",
    "view full",
    "view article",
    "view post",
    "open pdf",
    "pdf download",
    "pdf version",
    "download attachment",
    "leave a comment",
    "leave a reply",
    "add comment",
    "post a comment",
    "share on",
    "share this",
    "share to",
    "share via",
    "tweet this",
    "skip to",
    "lire la suite",
    "lire plus",
    "lire l article",
    "lire le communique",
    "en savoir plus",
    "telecharger",
    "voir le communique",
    "partager sur",
    "laisser un commentaire",
    "mehr erfahren",
    "mehr lesen",
    "mehr dazu",
    "weiterlesen",
    "jetzt lesen",
    "artikel lesen",
    "herunterladen",
    "zum artikel",
    "zur meldung",
    "leer mas",
    "leer noticia",
    "saber mas",
    "seguir leyendo",
    "ir a la noticia",
    "descargar",
    "compartir en",
    "ver noticia",
    "leggi di piu",
    "leggi tutto",
    "continua a leggere",
    "scopri di piu",
    "scarica",
    "condividi",
    "leia mais",
    "ler mais",
    "saiba mais",
    "continue lendo",
    "lees meer",
    "lees verder",
    "meer lezen",
    "las mer",
    "ladda ned",
    "ladda ner",
    "laes mere",
    "les mer",
    "lue lisaa",
    "lue koko",
    "czytaj wiecej",
    "czytaj dalej",
    "cist dale",
    "читать далее",
    "читать дальше",
    "читать полностью",
    "узнать больше",
    "اقرأ المزيد",
    "view all",
    "see all",
});

constexpr auto kNextTexts = phrases({
    "next",          "next page",      "older",         "older posts",
    "older entries", "older articles", "more news",     "load more",
    "suivant",       "suivante",       "page suivante", "weiter",
    "nachste",       "nachste seite",  "siguiente",     "siguiente pagina",
    "proximo",       "proxima",        "successivo",    "avanti",
    "prossima",      "volgende",       "nasta",         "nasta sida",
    "naeste",        "neste",          "seuraava",      "nastepna",
    "dalsi",         "следующая",      "вперед",        "下一页",
    "下页",          "下一頁",         "次へ",          "次のページ",
    "다음",          "التالي",
});

constexpr auto kLabels = phrases({
    "regulatory",
    "non regulatory",
    "regulatorisk",
    "press release",
    "press releases",
    "pressreleases",
    "pressrelease",
    "corporate",
    "news",
    "press",
    "company news",
    "announcement",
    "announcements",
    "media release",
    "pressemitteilung",
    "pressmeddelande",
    "communique",
    "communique de presse",
    "comunicado",
    "comunicado de prensa",
    "comunicato stampa",
    "pm",
    "blog",
    "article",
    "insight",
    "insights",
    "update",
    "updates",
    "investor news",
    "product news",
    "borsmeddelelse",
    "porssitiedote",
    "lehdistotiedote",
    "financial",
    "business",
    "science",
});

constexpr auto kOtherHeadings = phrases({
    "event",       "events",     "presentation", "presentations", "webcast",      "webcasts",
    "calendar",    "filing",     "filings",      "reports",       "report",       "documents",
    "governance",  "resources",  "stock",        "popular",       "trending",     "most read",
    "most viewed", "related",    "recommended",  "sponsored",     "tags",         "categories",
    "archives",    "subscribe",  "contact",      "contacts",      "alerts",       "links",
    "comments",    "follow",     "partners",     "products",      "services",     "kalender",
    "termine",     "evenements", "agenda",       "eventos",       "meistgelesen", "populares",
    "categorias",  "kategorien", "kommentare",
});

bool is_joined_letter(char32_t c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

template <class Table>
bool holds(const Table& table, std::string_view text) {
  return std::find(table.begin(), table.end(), text) != table.end();
}

template <class Table>
bool holds_beginning(const Table& table, std::string_view text) {
  return std::any_of(table.begin(), table.end(), [&](std::string_view start) {
    return text.substr(0, start.size()) == start &&
           (text.size() == start.size() || text[start.size()] == ' ');
  });
}

bool is_wide_letter(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF);
}

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "View opinion", "Listen", "Read order": a verb of the page and what it does.
bool is_short_command(std::string_view text) {
  constexpr auto kVerbs =
      phrases({"view", "read", "see", "open", "download", "listen", "watch", "play", "click",
               "lire", "voir", "ver", "leer", "ansehen", "ladda"});
  if (std::count(text.begin(), text.end(), ' ') > 2) return false;
  return holds(kVerbs, text.substr(0, text.find(' ')));
}

// "12 comments", "0 kommentare".
bool is_count_of_comments(std::string_view text) {
  const size_t space = text.find(' ');
  if (space == std::string_view::npos || !is_number(text.substr(0, space))) return false;
  const std::string_view rest = text.substr(space + 1);
  return rest.substr(0, 6) == "commen" || rest.substr(0, 6) == "kommen" ||
         rest.substr(0, 7) == "comenta" || rest == "replies" || rest == "likes" ||
         rest == "shares" || rest == "views";
}

}  // namespace

std::string plain_words(std::string_view text) {
  const std::string folded = text::fold_text(text);
  std::string out;
  size_t at = 0;
  while (at < folded.size()) {
    const size_t begin = at;
    const char32_t c = next_code_point(folded, at);
    const bool punctuation = (c >= 0x2010 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x301F) ||
                             (c >= 0xFF00 && c <= 0xFF20) || (c >= 0xA0 && c <= 0xBF);
    if (is_joined_letter(c) && !punctuation) {
      out.append(folded, begin, at - begin);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_action_text(std::string_view text) {
  const std::string words = plain_words(utf8_prefix(text, kLongestPhrase));
  if (text.size() > kLongestPhrase) return holds_beginning(kActionBeginnings, words);
  return words.empty() || is_number(words) || holds(kActions, words) || holds(kNextTexts, words) ||
         holds_beginning(kActionBeginnings, words) || is_count_of_comments(words) ||
         is_short_command(words);
}

bool is_next_text(std::string_view text) {
  if (text.empty() || text.size() > 40) return false;
  const std::string words = plain_words(text);
  if (!words.empty()) return holds(kNextTexts, words);
  return text == ">" || text == ">>" || text == "›" || text == "»" || text == "→" || text == "❯";
}

bool is_label_text(std::string_view text) {
  return text.size() <= 40 && holds(kLabels, plain_words(text));
}

bool is_revision_text(std::string_view text) {
  constexpr std::array<std::string_view, 12> kStarts = {
      "revised",    "updated",      "last updated", "modified",   "last modified", "corrected",
      "mis a jour", "aktualisiert", "actualizado",  "aggiornato", "atualizado",    "uppdaterad"};
  return holds_beginning(kStarts, plain_words(text.substr(0, 40)));
}

bool is_other_heading(std::string_view text) {
  if (text.size() > 60) return false;
  const std::string words = " " + plain_words(text) + " ";
  if (words.find(" news ") != std::string::npos || words.find(" press ") != std::string::npos)
    return false;
  return std::any_of(kOtherHeadings.begin(), kOtherHeadings.end(), [&](std::string_view other) {
    return words.find(" " + std::string(other) + " ") != std::string::npos;
  });
}

size_t word_count(std::string_view text) {
  size_t words = 0;
  size_t wide = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool letter =
        c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_wide_letter(c)) {
      ++wide;
      inside = false;
      continue;
    }
    if (letter && !inside && c != 0xA0) ++words;
    inside = letter ? c != 0xA0 : (inside && c == '\'');
  }
  return words + (wide + 1) / 2;
}

}  // namespace vectora::page
