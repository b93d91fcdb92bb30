#include "vectora/newsletter/phrases.h"

#include <algorithm>
#include <array>
#include <map>

namespace vectora::newsletter {
namespace {

constexpr std::array<std::string_view, 12> kEnglishMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> kFrenchMonths = {
    "janvier", "février", "mars",      "avril",   "mai",      "juin",
    "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

std::string number(int value) { return std::to_string(value); }

}  // namespace

Language language_from(std::string_view code) {
  return code == "fr" ? Language::kFrench : Language::kEnglish;
}

std::string_view Phrases::choose(std::string_view english, std::string_view french) const {
  return language_ == Language::kFrench ? french : english;
}

std::string_view Phrases::code() const { return choose("en", "fr"); }
std::string_view Phrases::in_short() const { return choose("In short", "En bref"); }
std::string_view Phrases::read_more() const { return choose("Source", "Source"); }
std::string_view Phrases::also_told_by() const {
  return choose("Also reported by", "Également rapporté par");
}
std::string Phrases::colon() const { return std::string(choose(": ", " : ")); }
std::string_view Phrases::earlier() const { return choose("Earlier", "Précédemment"); }
std::string_view Phrases::nothing_new() const {
  return choose("Nothing of this period met the criteria of this newsletter.",
                "Rien sur cette période ne répond aux critères de cette lettre.");
}
std::string_view Phrases::sources_heading() const { return choose("Sources", "Sources"); }
std::string_view Phrases::sections_heading() const { return choose("Sections", "Rubriques"); }

std::string_view Phrases::domains_heading() const {
  return choose("Watch domains", "Domaines de veille");
}

std::string Phrases::date(Date day) const {
  const auto month = static_cast<size_t>(day.month() - 1);
  const std::string of_month =
      language_ == Language::kFrench && day.day() == 1 ? "1er" : number(day.day());
  return of_month + " " + std::string(choose(kEnglishMonths[month], kFrenchMonths[month])) + " " +
         number(day.year());
}

std::string Phrases::period(const normalize::Window& window) const {
  const std::string last = date(window.last);
  if (window.first == window.last) return last;
  std::string first = date(window.first);
  if (window.first.year() == window.last.year()) first.resize(first.rfind(' '));
  return first + std::string(choose(" to ", " au ")) + last;
}

std::string Phrases::list(const std::vector<std::string>& words) const {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? choose(" and ", " et ") : ", ";
    text += words[i];
  }
  return text;
}

std::string Phrases::items(int count) const {
  return number(count) + std::string(count == 1 ? choose(" item", " information")
                                                : choose(" items", " informations"));
}

std::string Phrases::event_counts(const Issue& issue) const {
  std::map<std::string, int> by_type;
  for (const IssueSection& section : issue.sections)
    for (const IssueItem& item : section.items) ++by_type[item.event_type];
  std::vector<std::pair<std::string, int>> counts(by_type.begin(), by_type.end());
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> words;
  for (const auto& [type, count] : counts) {
    const auto called = issue.profile.event_words.find(type);
    const bool is_known = called != issue.profile.event_words.end();
    words.push_back((is_known ? called->second : type) + " (" + number(count) + ")");
  }
  return list(words);
}

std::string Phrases::counts(const Issue& issue) const {
  const int kept = issue.item_count();
  std::string text = items(kept);
  if (language_ == Language::kFrench)
    text += std::string(kept == 1 ? " retenue" : " retenues") + " sur " +
            number(issue.items_analyzed) + " analysées : ";
  else
    text += " kept out of " + number(issue.items_analyzed) + " analysed: ";
  return text + event_counts(issue) + ".";
}

std::string Phrases::introduction(const Issue& issue, const std::vector<std::string>& names) const {
  if (issue.item_count() == 0) return std::string(nothing_new());
  std::string text =
      std::string(choose("This issue covers ", "Cette lettre couvre la période du ")) +
      period(issue.period) + ". " + counts(issue);
  if (!names.empty())
    text += std::string(choose(" The strongest signals concern ",
                               " Les signaux les plus forts concernent ")) +
            list(names) + ".";
  return text;
}

std::string Phrases::scope(const Monitored& monitored, const normalize::Window& window) const {
  const auto plural = [](int count, std::string_view one, std::string_view many) {
    return number(count) + " " + std::string(count == 1 ? one : many);
  };
  std::vector<std::string> parts;
  if (monitored.press_sources > 0)
    parts.push_back(plural(monitored.press_sources, choose("press source", "source de presse"),
                           choose("press sources", "sources de presse")));
  if (monitored.newsrooms > 0)
    parts.push_back(plural(monitored.newsrooms, choose("company newsroom", "site d’entreprise"),
                           choose("company newsrooms", "sites d’entreprises")));
  // "sources" is feminine, "sites" is masculine, and both together are masculine.
  const bool feminine = monitored.newsrooms == 0;
  const std::string_view followed =
      feminine ? (monitored.press_sources == 1 ? " suivie" : " suivies")
               : (monitored.newsrooms == 1 && parts.size() == 1 ? " suivi" : " suivis");
  std::string text = std::string(choose("Scope: ", "Périmètre : ")) + list(parts) +
                     std::string(choose(" monitored", followed));
  if (monitored.companies > 0)
    text += ", " +
            plural(monitored.companies, choose("company", "entreprise"),
                   choose("companies", "entreprises")) +
            std::string(choose(" watched", " surveillées"));
  return text + ", " + period(window) + ".";
}

std::vector<std::string> Phrases::troubles(const std::vector<SourceTrouble>& troubles) const {
  std::vector<std::string> unread;
  std::vector<std::string> silent;
  for (const SourceTrouble& trouble : troubles) {
    if (trouble.what == Trouble::kUnread)
      unread.push_back(trouble.source_name);
    else
      silent.push_back(trouble.source_name + " (" + number(trouble.days) +
                       std::string(choose(" days", " jours")) + ")");
  }
  std::vector<std::string> lines;
  if (!unread.empty())
    lines.push_back(std::string(choose("Could not be read this time", "Illisible cette fois")) +
                    colon() + list(unread) + ".");
  if (!silent.empty())
    lines.push_back(std::string(choose("Without news for longer than usual",
                                       "Sans nouvelles depuis plus longtemps que d’habitude")) +
                    colon() + list(silent) + ".");
  return lines;
}

std::string Phrases::via(std::string_view publisher, std::string_view source) const {
  return std::string(publisher) + ", via " + std::string(source);
}

}  // namespace vectora::newsletter
