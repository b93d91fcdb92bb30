#include <string>

#include "vectora/base/utf8.h"
#include "vectora/newsletter/breakdown.h"
#include "vectora/newsletter/phrases.h"
#include "vectora/newsletter/render.h"

namespace vectora::newsletter {
namespace {

constexpr size_t kColumns = 72;

// Breaks at spaces so that no line is longer than the page, words excepted.
std::string wrapped(std::string_view text, std::string_view first, std::string_view further) {
  std::string out;
  std::string line(first);
  size_t width = count_code_points(first);
  bool empty_line = true;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const size_t word_width = count_code_points(word);
    begin = end + 1;
    if (word.empty()) continue;
    if (!empty_line && width + 1 + word_width > kColumns) {
      out += line + "\n";
      line = further;
      width = count_code_points(further);
      empty_line = true;
    }
    if (!empty_line) line += ' ';
    line += word;
    width += word_width + (empty_line ? 0 : 1);
    empty_line = false;
  }
  return out + line + "\n";
}

std::string underlined(std::string_view text, char mark) {
  return std::string(text) + "\n" + std::string(std::min(count_code_points(text), kColumns), mark) +
         "\n\n";
}

void add_item(std::string& out, const IssueItem& item, const Phrases& phrases) {
  out += wrapped(item.title, "* ", "  ");
  std::string origin = item.source_name;
  if (item.published_at) origin += ", " + phrases.date(*item.published_at);
  out += wrapped(origin, "  ", "  ");
  std::string summary;
  for (const Evidence& evidence : item.summary)
    summary += (summary.empty() ? "" : " ") + evidence.sentence;
  if (!summary.empty()) out += wrapped(summary, "  ", "  ");
  if (!item.follow_up.empty())
    out += wrapped(std::string(phrases.earlier()) + phrases.colon() + item.follow_up, "  ", "  ");
  if (!item.also_told_by.empty())
    out +=
        wrapped(std::string(phrases.also_told_by()) + " " + phrases.list(item.also_told_by) + ".",
                "  ", "  ");
  if (!item.url.empty()) out += "  " + item.url + "\n";
  out += "\n";
}

void add_breakdown(std::string& out, std::string_view heading,
                   const std::vector<std::pair<std::string, int>>& rows) {
  if (rows.empty()) return;
  out += std::string(heading) + "\n";
  for (const auto& [name, count] : rows) out += "  " + name + " (" + std::to_string(count) + ")\n";
  out += "\n";
}

}  // namespace

std::string render_text(const Issue& issue) {
  const Phrases phrases(language_from(issue.profile.language));
  std::string out = underlined(issue.profile.name, '=');
  out += phrases.period(issue.period) + "\n\n";
  if (!issue.tldr.empty()) {
    out += std::string(phrases.in_short()) + "\n";
    for (const std::string& line : issue.tldr) out += wrapped(line, "- ", "  ");
    out += "\n";
  }
  if (!issue.introduction.empty()) out += wrapped(issue.introduction, "", "") + "\n";
  for (const IssueSection& section : issue.sections) {
    out += underlined(section.title, '-');
    for (const IssueItem& item : section.items) add_item(out, item, phrases);
  }
  if (issue.profile.include_metrics)
    add_breakdown(out, phrases.sections_heading(), items_by_section(issue));
  if (issue.profile.include_source_breakdown)
    add_breakdown(out, phrases.sources_heading(), items_by_source(issue));
  if (issue.profile.include_domain_breakdown)
    add_breakdown(out, phrases.domains_heading(), items_by_domain(issue));
  out += "--\n" + wrapped(issue.scope_line, "", "");
  for (const std::string& line : phrases.troubles(issue.troubles)) out += wrapped(line, "", "");
  return out;
}

}  // namespace vectora::newsletter
