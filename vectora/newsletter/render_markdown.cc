#include <string>

#include "vectora/newsletter/breakdown.h"
#include "vectora/newsletter/phrases.h"
#include "vectora/newsletter/render.h"

namespace vectora::newsletter {
namespace {

// Whether "&" at `i` would be read as a character reference: "&amp;", "&#38;".
bool opens_reference(std::string_view text, size_t i) {
  if (text[i] != '&' || i + 1 == text.size()) return false;
  const char next = text[i + 1];
  return next == '#' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
}

// Backslash escapes (CommonMark 2.4) for all that could be markup anywhere in a
// line, and for what would open a list or a heading at its start.
std::string escaped(std::string_view text) {
  static constexpr std::string_view kAnywhere = "\\`*_[]<>|~";
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool at_start = i == 0 && (c == '#' || c == '-' || c == '+' || c == '=');
    if (at_start || kAnywhere.find(c) != std::string_view::npos || opens_reference(text, i))
      out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  const size_t digits = out.find_first_not_of("0123456789");
  if (digits != 0 && digits != std::string::npos && (out[digits] == '.' || out[digits] == ')'))
    out.insert(digits, 1, '\\');
  return out;
}

std::string link(std::string_view text, const std::string& url) {
  return url.empty() ? escaped(text) : "[" + escaped(text) + "](<" + url + ">)";
}

void add_item(std::string& out, const IssueItem& item, const Phrases& phrases) {
  out += "### " + link(item.title, item.url) + "\n\n";
  out += "*" + escaped(item.source_name);
  if (item.published_at) out += ", " + phrases.date(*item.published_at);
  out += "*\n\n";
  std::string summary;
  for (const Evidence& evidence : item.summary)
    summary += (summary.empty() ? "" : " ") + evidence.sentence;
  if (!summary.empty()) out += escaped(summary) + "\n\n";
  if (!item.follow_up.empty())
    out += std::string(phrases.earlier()) + phrases.colon() + escaped(item.follow_up) + "\n\n";
  if (!item.also_told_by.empty())
    out += std::string(phrases.also_told_by()) + " " + escaped(phrases.list(item.also_told_by)) +
           ".\n\n";
}

void add_breakdown(std::string& out, std::string_view heading,
                   const std::vector<std::pair<std::string, int>>& rows) {
  if (rows.empty()) return;
  out += "**" + std::string(heading) + "**: ";
  for (size_t i = 0; i < rows.size(); ++i)
    out +=
        (i > 0 ? ", " : "") + escaped(rows[i].first) + " (" + std::to_string(rows[i].second) + ")";
  out += "\n\n";
}

}  // namespace

std::string render_markdown(const Issue& issue) {
  const Phrases phrases(language_from(issue.profile.language));
  std::string out = "# " + escaped(issue.profile.name) + "\n\n";
  out += "*" + phrases.period(issue.period) + "*\n\n";
  if (!issue.tldr.empty()) {
    out += "**" + std::string(phrases.in_short()) + "**\n\n";
    for (const std::string& line : issue.tldr) out += "- " + escaped(line) + "\n";
    out += "\n";
  }
  if (!issue.introduction.empty()) out += escaped(issue.introduction) + "\n\n";
  for (const IssueSection& section : issue.sections) {
    out += "## " + escaped(section.title) + "\n\n";
    for (const IssueItem& item : section.items) add_item(out, item, phrases);
  }
  if (issue.profile.include_metrics)
    add_breakdown(out, phrases.sections_heading(), items_by_section(issue));
  if (issue.profile.include_source_breakdown)
    add_breakdown(out, phrases.sources_heading(), items_by_source(issue));
  if (issue.profile.include_domain_breakdown)
    add_breakdown(out, phrases.domains_heading(), items_by_domain(issue));
  out += "---\n\n" + escaped(issue.scope_line) + "\n";
  for (const std::string& line : phrases.troubles(issue.troubles))
    out += "\n" + escaped(line) + "\n";
  return out;
}

}  // namespace vectora::newsletter
