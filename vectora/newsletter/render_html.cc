// The e-mail. Mail programs are the least common denominator of HTML: one
// table column, inline styles, no images, no scripts, no external style sheet.
// Dark mode is announced (color-scheme) and repeated as a media query for the
// programs that read one; the inline colours alone are readable in both.
// The template engine escapes what it inserts ({{x}}); only our own markup
// stands unescaped.
#include <kainjow/mustache.hpp>

#include "vectora/newsletter/breakdown.h"
#include "vectora/newsletter/phrases.h"
#include "vectora/newsletter/render.h"

namespace vectora::newsletter {
namespace {

using kainjow::mustache::data;

constexpr const char* kTemplate = R"html(<!DOCTYPE html>
<html lang="{{lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{title}}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
.page { background-color: #14171a !important; }
.sheet { background-color: #1d2226 !important; border-color: #343b41 !important; }
.ink { color: #e8eaed !important; }
.soft { color: #a9b1b8 !important; }
.link { color: #8ab8e6 !important; }
.rule { border-color: #343b41 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f3f4f6;">
<div style="display:none;max-height:0;overflow:hidden;">{{preheader}}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="page" style="background-color:#f3f4f6;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="sheet" style="max-width:640px;background-color:#ffffff;border:1px solid #dde1e5;">
<tr><td style="padding:28px 28px 8px 28px;font-family:Georgia,'Times New Roman',serif;">
<h1 class="ink" style="margin:0;font-size:26px;line-height:32px;font-weight:bold;color:#16202a;">{{title}}</h1>
<p class="soft" style="margin:6px 0 0 0;font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px;color:#5b6670;">{{period}}</p>
</td></tr>
{{#has_tldr}}
<tr><td style="padding:16px 28px 0 28px;font-family:Arial,Helvetica,sans-serif;">
<p class="soft" style="margin:0 0 6px 0;font-size:13px;line-height:18px;font-weight:bold;color:#5b6670;">{{in_short}}</p>
<ul class="ink" style="margin:0;padding:0 0 0 18px;font-size:15px;line-height:22px;color:#16202a;">
{{#tldr}}
<li style="margin:0 0 6px 0;">{{line}}</li>
{{/tldr}}
</ul>
</td></tr>
{{/has_tldr}}
{{#has_introduction}}
<tr><td style="padding:16px 28px 0 28px;font-family:Arial,Helvetica,sans-serif;">
<p class="ink" style="margin:0;font-size:15px;line-height:23px;color:#16202a;">{{introduction}}</p>
</td></tr>
{{/has_introduction}}
{{#sections}}
<tr><td style="padding:28px 28px 0 28px;font-family:Georgia,'Times New Roman',serif;">
<h2 class="ink rule" style="margin:0;padding:0 0 6px 0;border-bottom:2px solid #dde1e5;font-size:20px;line-height:26px;color:#16202a;">{{title}}</h2>
</td></tr>
{{#items}}
<tr><td style="padding:16px 28px 0 28px;font-family:Arial,Helvetica,sans-serif;">
<h3 class="ink" style="margin:0;font-size:16px;line-height:22px;color:#16202a;">{{#url}}<a href="{{url}}" class="link" style="color:#0b5394;text-decoration:underline;">{{title}}</a>{{/url}}{{^url}}{{title}}{{/url}}</h3>
<p class="soft" style="margin:4px 0 0 0;font-size:13px;line-height:18px;color:#5b6670;">{{origin}}</p>
{{#has_summary}}
<p class="ink" style="margin:6px 0 0 0;font-size:15px;line-height:23px;color:#16202a;">{{summary}}</p>
{{/has_summary}}
{{#notes}}
<p class="soft" style="margin:6px 0 0 0;font-size:13px;line-height:18px;color:#5b6670;">{{note}}</p>
{{/notes}}
</td></tr>
{{/items}}
{{/sections}}
{{#has_breakdowns}}
<tr><td style="padding:28px 28px 0 28px;font-family:Arial,Helvetica,sans-serif;">
{{#breakdowns}}
<p class="soft" style="margin:0 0 6px 0;font-size:13px;line-height:19px;color:#5b6670;"><strong>{{heading}}</strong>{{colon}}{{rows}}</p>
{{/breakdowns}}
</td></tr>
{{/has_breakdowns}}
<tr><td style="padding:28px;font-family:Arial,Helvetica,sans-serif;">
<p class="soft rule" style="margin:0;padding:12px 0 0 0;border-top:1px solid #dde1e5;font-size:13px;line-height:19px;color:#5b6670;">{{scope}}</p>
{{#troubles}}
<p class="soft" style="margin:4px 0 0 0;font-size:13px;line-height:19px;color:#5b6670;">{{trouble}}</p>
{{/troubles}}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
)html";

data list_of(const char* name, const std::vector<std::string>& values) {
  data list(data::type::list);
  for (const std::string& value : values) {
    data entry(data::type::object);
    entry.set(name, value);
    list.push_back(entry);
  }
  return list;
}

data item_data(const IssueItem& item, const Phrases& phrases) {
  data out(data::type::object);
  out.set("title", item.title);
  if (!item.url.empty())
    out.set("url", item.url);
  else
    out.set("url", data(false));
  std::string origin = item.source_name;
  if (item.published_at) origin += " · " + phrases.date(*item.published_at);
  out.set("origin", origin);
  std::string summary;
  for (const Evidence& evidence : item.summary)
    summary += (summary.empty() ? "" : " ") + evidence.sentence;
  out.set("has_summary", data(!summary.empty()));
  out.set("summary", summary);
  std::vector<std::string> notes;
  if (!item.follow_up.empty())
    notes.push_back(std::string(phrases.earlier()) + phrases.colon() + item.follow_up);
  if (!item.also_told_by.empty())
    notes.push_back(std::string(phrases.also_told_by()) + " " + phrases.list(item.also_told_by) +
                    ".");
  out.set("notes", list_of("note", notes));
  return out;
}

data sections_data(const Issue& issue, const Phrases& phrases) {
  data sections(data::type::list);
  for (const IssueSection& section : issue.sections) {
    data items(data::type::list);
    for (const IssueItem& item : section.items) items.push_back(item_data(item, phrases));
    data out(data::type::object);
    out.set("title", section.title);
    out.set("items", items);
    sections.push_back(out);
  }
  return sections;
}

data breakdown_data(std::string_view heading, const Phrases& phrases,
                    const std::vector<std::pair<std::string, int>>& rows) {
  std::vector<std::string> words;
  for (const auto& [name, count] : rows) words.push_back(name + " (" + std::to_string(count) + ")");
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : ", ") + word;
  data out(data::type::object);
  out.set("heading", std::string(heading));
  out.set("colon", phrases.colon());
  out.set("rows", joined);
  return out;
}

data breakdowns_data(const Issue& issue, const Phrases& phrases) {
  data breakdowns(data::type::list);
  if (issue.item_count() == 0) return breakdowns;
  if (issue.profile.include_metrics)
    breakdowns.push_back(
        breakdown_data(phrases.sections_heading(), phrases, items_by_section(issue)));
  if (issue.profile.include_source_breakdown)
    breakdowns.push_back(
        breakdown_data(phrases.sources_heading(), phrases, items_by_source(issue)));
  if (issue.profile.include_domain_breakdown)
    breakdowns.push_back(
        breakdown_data(phrases.domains_heading(), phrases, items_by_domain(issue)));
  return breakdowns;
}

}  // namespace

std::string render_html(const Issue& issue) {
  const Phrases phrases(language_from(issue.profile.language));
  data page(data::type::object);
  page.set("lang", std::string(phrases.code()));
  page.set("title", issue.profile.name);
  page.set("period", phrases.period(issue.period));
  page.set("preheader", issue.tldr.empty() ? issue.introduction : issue.tldr.front());
  page.set("in_short", std::string(phrases.in_short()));
  page.set("has_tldr", data(!issue.tldr.empty()));
  page.set("tldr", list_of("line", issue.tldr));
  page.set("has_introduction", data(!issue.introduction.empty()));
  page.set("introduction", issue.introduction);
  page.set("sections", sections_data(issue, phrases));
  const data breakdowns = breakdowns_data(issue, phrases);
  page.set("has_breakdowns", data(!breakdowns.is_empty_list()));
  page.set("breakdowns", breakdowns);
  page.set("scope", issue.scope_line);
  page.set("troubles", list_of("trouble", phrases.troubles(issue.troubles)));
  return kainjow::mustache::mustache(kTemplate).render(page);
}

}  // namespace vectora::newsletter
