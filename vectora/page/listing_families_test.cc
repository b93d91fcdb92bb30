// Lists of news of many families of sites: each layout with each thing that stands
// around lists, and with the dates of many languages. Whatever the mixture, the
// entries are those of the list, with their titles, addresses and days.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vectora/page/listing.h"

namespace vectora::page {
namespace {

using Slots = std::vector<std::pair<std::string_view, std::string>>;

std::string filled(std::string_view pattern, const Slots& slots) {
  std::string out(pattern);
  for (const auto& [name, value] : slots)
    for (size_t at = out.find(name); at != std::string::npos;
         at = out.find(name, at + value.size()))
      out.replace(at, name.size(), value);
  return out;
}

struct Layout {
  std::string_view name;
  std::string_view item;  // {title} {href} {day} {n}
  std::string_view list;  // {items}
};

constexpr Layout kLayouts[] = {
    {"list", "<li><span class=date>{day}</span> <h3><a href={href}>{title}</a></h3></li>",
     "<ul class=news>{items}</ul>"},
    {"blog_posts",
     "<article class='post type-post post-{n}'><h2 class=entry-title><a href={href} rel=bookmark>"
     "{title}</a></h2><div class=entry-meta><span class=posted-on>{day}</span> <span "
     "class=byline>by"
     " <a href=/author/jo>Jo Writer</a></span></div><div class=entry-summary><p>Words about the "
     "matter that go on for a while and end here.</p><a class=more-link href={href}>Continue "
     "reading</a></div></article>",
     "<main>{items}</main>"},
    {"views_table",
     "<tr><td class='views-field views-field-field-date'>{day}</td><td class='views-field "
     "views-field-title'><a href={href}>{title}</a></td></tr>",
     "<div class=view-content><table class=views-table><thead><tr><th>Date<th>Title</tr></thead>"
     "<tbody>{items}</tbody></table></div>"},
    {"investor_module",
     "<div class=module_item><div class=module_date-time><span class=module_date-text>{day}</span>"
     "</div><div class=module_headline><a class=module_headline-link href={href}>{title}</a></div>"
     "<div class=module_links><a href={href}.pdf>Download PDF</a></div></div>",
     "<div class='module module-news'><div class=module_container>{items}</div></div>"},
    {"newswire_widget",
     "<article><div class='nir-widget--field nir-widget--news--date-time'>{day}</div><div "
     "class='nir-widget--field nir-widget--news--headline'><a href={href}>{title}</a></div><div "
     "class='nir-widget--field nir-widget--news--accordion'><a href={href}.pdf>PDF Version</a>"
     "</div></article>",
     "<div class='nir-widget nir-widget--list'>{items}</div>"},
    {"nordic_widget",
     "<div class='mfn-item mfn-type-pr'><div class=mfn-date>{day}</div><div class=mfn-title><a "
     "href={href}>{title}</a></div><div class=mfn-preamble>First words of the release, which go on "
     "over the line.</div></div>",
     "<div class=mfn-list>{items}</div>"},
    {"cards_that_are_links",
     "<a class=card href={href}><img src=/i{n}.jpg alt=''><span class=card__label>News</span><h3 "
     "class=card__title>{title}</h3><span class=card__date>{day}</span></a>",
     "<section class=cards>{items}</section>"},
    {"typo3",
     "<div class='article articletype-0'><div class=header><h3><a title='{title}' "
     "href={href}><span "
     "itemprop=headline>{title}</span></a></h3></div><div class=teaser-text><div itemprop="
     "description><p>Some words of the story.</p></div><a class=more href={href}>Weiterlesen</a>"
     "</div><div class=footer><p><span class=news-list-date>{day}</span></p></div></div>",
     "<div class=news><div class=news-list-view>{items}</div></div>"},
    {"definitions", "<dt>{day}</dt><dd><a href={href}>{title}</a></dd>", "<dl>{items}</dl>"},
    {"paragraphs", "<p><strong>{day}</strong><br><a href={href}>{title}</a></p>",
     "<div class=text>{items}</div>"},
    {"nested_containers",
     "<div class=item><div class=item-inner><div class=item-content><div class=item-meta><span>"
     "{day}</span></div><div class=item-title><a href={href}>{title}</a></div></div></div></div>",
     "<div class=list><div class=list-inner>{items}</div></div>"},
    {"board",
     "<tr><td>{n}</td><td class=subject><a href={href}>{title}</a></td><td>admin</td><td>{day}</td>"
     "<td>127</td></tr>",
     "<table class=board_list><tr><th>No<th>Subject<th>Writer<th>Date<th>Hit</tr>{items}</table>"},
    {"style_modules",
     "<div class='css-1a2b3c'><p class='css-9z8y7x'>{day}</p><a class='css-5q4w3e' href={href}><h3 "
     "class='css-k2j3h4'>{title}</h3></a></div>",
     "<div id=__next><div class='css-0'>{items}</div></div>"},
    {"picture_and_two_links",
     "<li><a href={href}><img src=/i{n}.jpg alt='Picture {n}'></a><div><time>{day}</time><a "
     "href={href}>{title}</a><a href={href} class=button>Read more</a></div></li>",
     "<ul>{items}</ul>"},
    {"documents",
     "<tr><td>{day}</td><td>{title}</td><td><a href={href}.pdf>PDF</a> (312 KB)</td></tr>",
     "<table id=releases>{items}</table>"},
    {"glued_anchors",
     "<a href={href}><div>Press releases</div><div>{day}</div><div>{title}</div>"
     "<div>READ MORE</div></a>",
     "<div>{items}</div>"},
    {"divs_without_names", "<div><div>{day}</div><div><a href={href}>{title}</a></div></div>",
     "<div>{items}</div>"},
    {"microdata",
     "<div itemscope itemtype=https://schema.org/NewsArticle><a itemprop=url href={href}><span "
     "itemprop=headline>{title}</span></a><meta itemprop=author content='Jo'><span "
     "itemprop=datePublished>{day}</span></div>",
     "<div>{items}</div>"},
};

struct Around {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};

constexpr Around kAround[] = {
    {"nothing", "", ""},
    {"a menu",
     "<header><a href=/>Orla Kilns</a><nav><ul><li><a href=/products>Products and services</a><ul>"
     "<li><a href=/p1>Kilns for schools and clubs</a><li><a href=/p2>Kilns for industry and "
     "research</a></ul><li><a href=/about>About the company</a><li><a href=/jobs>Jobs and careers"
     "</a></ul></nav></header>",
     ""},
    {"a footer", "",
     "<footer><div class=col><h4>Company</h4><ul><li><a href=/about>About the company</a><li><a "
     "href=/board>Board of directors</a><li><a href=/sites>Where we work</a></ul></div><div "
     "class=col><h4>Legal</h4><ul><li><a href=/imprint>Imprint and contact</a><li><a href=/privacy>"
     "Privacy notice of the site</a></ul></div></footer>"},
    {"breadcrumbs and a title",
     "<ol class=breadcrumb><li><a href=/>Home</a><li><a href=/company>The company</a><li>News</ol>"
     "<h1>News</h1><p>Here you find what is new at Orla.</p>",
     ""},
    {"a filter by year",
     "<div class=filter><a href=?y=2026>2026</a> <a href=?y=2025>2025</a> <a href=?y=2024>2024</a>"
     "</div><form><select><option>All categories<option>Products</select></form>",
     ""},
    {"pages", "",
     "<div class=pagination><span class=current>1</span> <a href=?page=2>2</a> <a "
     "href=?page=3>3</a>"
     " <a href=?page=2 rel=next>Next page</a> <a href=?page=9>Last page of all</a></div>"},
    {"what is most read", "",
     "<aside><h4>Most read</h4><ol><li><a href=/m/1>Ten glazes that every potter should know</a>"
     "<li><a href=/m/2>How to fire a kiln without any gas</a><li><a href=/m/3>The oldest kiln of "
     "the country</a></ol></aside>"},
    {"coming events", "",
     "<div class=events><h3>Upcoming events</h3><ul><li><span class=date>14 May 2026</span> <a "
     "href=/e/1>Annual meeting of the owners of Orla</a><li><span class=date>20 June 2026</span> "
     "<a "
     "href=/e/2>Open day at the works in Tamber</a></ul></div>"},
    {"tags", "",
     "<div class=tagcloud><a href=/tag/kilns>kilns and more</a> <a href=/tag/clay>clay and glazes"
     "</a> <a href=/tag/works>works in Tamber</a></div>"},
    {"cookies",
     "<div id=cookie-banner role=dialog><p>We use cookies. <a href=/cookies>Read more about "
     "cookies "
     "on this site</a></p><button>Accept</button></div>",
     ""},
    {"networks", "",
     "<div class=social><a href=https://x.com/orla>Follow Orla on this network</a><a "
     "href=https://facebook.com/orla>Follow Orla on that network</a><a "
     "href=https://linkedin.com/company/orla>Orla as an employer</a></div>"},
    {"contacts", "",
     "<div class=contacts><h3>Press contacts</h3><div><b>Jo Writer</b><br><a "
     "href=mailto:jo@o.example"
     ">jo@o.example</a><br><a href=tel:+123>+1 23 45 67</a></div><div><b>Al Speaker</b><br><a "
     "href=mailto:al@o.example>al@o.example</a></div></div>"},
};

struct Calendar {
  std::string_view language;
  std::string_view day;  // {d} and {dd}: the day of February 2026
};

constexpr Calendar kCalendars[] = {
    {"en-GB", "{d} February 2026"},     {"en-US", "February {d}, 2026"},
    {"en-US", "Feb. {d}, 2026"},        {"en", "2026-02-{dd}"},
    {"de", "{d}. Februar 2026"},        {"de", "{dd}.02.2026"},
    {"fr", "{d} février 2026"},         {"fr", "{dd}/02/2026"},
    {"es", "{d} de febrero de 2026"},   {"it", "{d} febbraio 2026"},
    {"pt", "{d} de fevereiro de 2026"}, {"nl", "{d} februari 2026"},
    {"sv", "{d} februari 2026"},        {"da", "{d}. februar 2026"},
    {"nb", "{d}. februar 2026"},        {"fi", "{d}.2.2026"},
    {"pl", "{d} lutego 2026"},          {"cs", "{d}. února 2026"},
    {"sk", "{d}. februára 2026"},       {"hu", "2026. február {d}."},
    {"ro", "{d} februarie 2026"},       {"el", "{d} Φεβρουαρίου 2026"},
    {"tr", "{d} Şubat 2026"},           {"ru", "{d} февраля 2026 г."},
    {"uk", "{d} лютого 2026"},          {"bg", "{d} февруари 2026"},
    {"ja", "2026年2月{d}日"},           {"zh", "2026年02月{dd}日"},
    {"zh-TW", "115/02/{dd}"},           {"ko", "2026.02.{dd}"},
    {"ko", "2026년 2월 {d}일"},         {"ar", "{d} فبراير 2026"},
    {"he", "{d} בפברואר 2026"},         {"hi", "{d} फरवरी 2026"},
    {"th", "{d} กุมภาพันธ์ 2569"},         {"vi", "{dd}/02/2026"},
    {"id", "{d} Februari 2026"},        {"ca", "{d} de febrer de 2026"},
};

constexpr std::array<int, 5> kDays = {27, 21, 14, 9, 3};
constexpr std::array<std::string_view, 5> kTitles = {
    "Orla Kilns opens a second works in Tamber", "Glazes of the north win the prize of the fair",
    "Weller takes the chair of the union of kiln makers",
    "Orla sells its brickyard to a group of its workers",
    "New kiln fires with half the gas of the old one"};

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string href(size_t index) { return "/news/story-" + std::to_string(index + 101); }

std::string page_of(const Layout& layout, const Around& around, const Calendar& calendar) {
  std::string items;
  for (size_t i = 0; i < kDays.size(); ++i) {
    const std::string day =
        filled(calendar.day, {{"{d}", std::to_string(kDays[i])}, {"{dd}", two_digits(kDays[i])}});
    items += filled(layout.item, {{"{title}", std::string(kTitles[i])},
                                  {"{href}", href(i)},
                                  {"{day}", day},
                                  {"{n}", std::to_string(kDays.size() - i)}});
  }
  return "<!doctype html><html lang=" + std::string(calendar.language) +
         "><head><title>News | Orla"
         "</title></head><body>" +
         std::string(around.before) + filled(layout.list, {{"{items}", items}}) +
         std::string(around.after) + "</body></html>";
}

std::string expected(const Layout& layout) {
  const bool pdf = layout.item.find("<td>{title}</td>") != std::string_view::npos;
  std::string out;
  for (size_t i = 0; i < kDays.size(); ++i)
    out += "2026-02-" + two_digits(kDays[i]) + " " + std::string(kTitles[i]) +
           " https://www.orla.example" + href(i) + (pdf ? ".pdf" : "") + "\n";
  return out;
}

std::string seen(const std::string& html) {
  ListingOptions options;
  options.url = Url::parse("https://www.orla.example/news/");
  options.now = Date::from_civil(2026, 3, 10);
  const Result<Listing> listing = read_listing(html, options);
  std::string out;
  for (const ListingEntry& entry : listing->entries)
    out += (entry.published ? entry.published->day.str() : "no day") + " " + entry.title + " " +
           entry.url + "\n";
  return out;
}

class ListingFamilies : public ::testing::TestWithParam<Layout> {};

TEST_P(ListingFamilies, WhatStandsAroundIsNoEntry) {
  for (const Around& around : kAround)
    EXPECT_EQ(seen(page_of(GetParam(), around, kCalendars[0])), expected(GetParam()))
        << around.name;
}

TEST_P(ListingFamilies, AllThatStandsAroundAtOnceIsNone) {
  std::string before;
  std::string after;
  for (const Around& around : kAround) {
    before += around.before;
    after += around.after;
  }
  EXPECT_EQ(seen(page_of(GetParam(), {"all", before, after}, kCalendars[0])), expected(GetParam()));
}

TEST_P(ListingFamilies, TheDaysOfEachLanguageAreRead) {
  for (const Calendar& calendar : kCalendars)
    EXPECT_EQ(seen(page_of(GetParam(), kAround[1], calendar)), expected(GetParam()))
        << calendar.language << ": " << calendar.day;
}

INSTANTIATE_TEST_SUITE_P(Layouts, ListingFamilies, ::testing::ValuesIn(kLayouts),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace vectora::page
