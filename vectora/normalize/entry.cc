#include "vectora/normalize/entry.h"

#include "vectora/base/url.h"
#include "vectora/text/html_text.h"

namespace vectora::normalize {
namespace {

std::string absolute(std::string_view link) {
  const std::optional<Url> url = Url::parse(link);
  return url ? url->without_fragment() : std::string();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += ", ";
    text += part;
  }
  return text;
}

// A list's title that was cut to fit: it ends in "…" or "...".
std::string_view without_ellipsis(std::string_view title) {
  for (const std::string_view mark : {"…", "..."})
    if (title.ends_with(mark)) title.remove_suffix(mark.size());
  while (title.ends_with(' ')) title.remove_suffix(1);
  return title;
}

bool completes(std::string_view title, std::string_view longer) {
  const std::string_view stem = without_ellipsis(title);
  return stem.size() < title.size() && longer.size() > stem.size() && longer.starts_with(stem);
}

void enrich_title(Entry& entry, const page::Article& article) {
  if (entry.title.empty() || completes(entry.title, article.title)) entry.title = article.title;
}

void enrich_date(Entry& entry, const page::Article& article) {
  if (!article.published) return;
  if (entry.published &&
      page::confidence_of(article.date_source) <= page::confidence_of(entry.date_source))
    return;
  entry.published = article.published;
  entry.date_source = article.date_source;
}

}  // namespace

Entry from_feed(const SourceFacts& source, const feed::Entry& entry, const Digest& capture) {
  Entry result;
  result.source = source.key;
  result.url = absolute(entry.link);
  if (result.url.empty()) result.url = absolute(entry.id);
  result.title = text::collapse_space(entry.title);
  result.snippet = text::plain_text(entry.summary);
  result.body = text::plain_text(entry.content);
  result.published = entry.published ? entry.published : entry.updated;
  if (result.published) result.date_source = page::DateSource::kFeed;
  result.author = joined(entry.authors);
  result.tags = entry.categories;
  result.capture = capture;
  return result;
}

Entry from_listing(const SourceFacts& source, const page::ListingEntry& entry,
                   const Digest& capture) {
  Entry result;
  result.source = source.key;
  result.url = absolute(entry.url);
  result.title = text::collapse_space(entry.title);
  result.snippet = text::collapse_space(entry.description);
  result.published = entry.published;
  result.date_source = entry.published ? entry.date_source : page::DateSource::kNone;
  result.capture = capture;
  return result;
}

Entry from_sitemap(const SourceFacts& source, const feed::SitemapPage& page,
                   const Digest& capture) {
  Entry result;
  result.source = source.key;
  result.url = absolute(page.url);
  result.title = page.title;
  result.published = page.published;
  if (result.published) result.date_source = page::DateSource::kFeed;
  if (page.changed) result.changed = page.changed->day;
  result.language = page.language;
  result.capture = capture;
  return result;
}

void enrich(Entry& entry, const page::Article& article) {
  enrich_title(entry, article);
  enrich_date(entry, article);
  if (article.text.size() > entry.body.size()) entry.body = article.text;
  if (entry.snippet.empty()) entry.snippet = article.description;
  if (entry.author.empty()) entry.author = article.author;
  if (entry.language.empty()) entry.language = article.language;
}

}  // namespace vectora::normalize
