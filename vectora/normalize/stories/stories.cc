#include "vectora/normalize/stories/stories.h"

#include <algorithm>

#include "vectora/base/url.h"
#include "vectora/normalize/stories/tellings.h"
#include "vectora/text/fold.h"
#include "vectora/text/sentences.h"

namespace vectora::normalize {
namespace {

constexpr size_t kMinComparable = 200;  // bytes of content whose hash says something
void make_set(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

Fingerprint fingerprint(const Item& item, const Annotation& annotation, const StoryWords& words) {
  Fingerprint print;
  print.item = item.id;
  const std::optional<Url> url = Url::parse(item.url);
  if (url) print.url = url->canonical();
  if (item.content.size() >= kMinComparable) print.content_hash = item.content_hash;
  print.body = sketch_of(news_of(item.content, words.endings()));
  print.title_words = words.of(item.title);
  print.figures = story_figures(item.title);
  for (const EntityMention& mention : annotation.mentions) {
    const bool names_it = mention.kind == EntityKind::kCompany ||
                          mention.kind == EntityKind::kTrademark ||
                          mention.kind == EntityKind::kMolecule;
    if (names_it && mention.span.field == Field::kTitle)
      print.names.push_back(text::fold_text(mention.canonical));
  }
  make_set(print.names);
  print.event_type = annotation.event.primary;
  print.day = item.published_at;
  return print;
}

bool same_story(const Fingerprint& a, const Fingerprint& b, const StoryWords& words) {
  if (!a.url.empty() && a.url == b.url) return true;
  if (!a.content_hash.empty() && a.content_hash == b.content_hash) return true;
  if (nearly_equal(a.body, b.body) && few_days_apart(a.day, b.day)) return true;
  Tellings tellings(words);
  return tellings.same(tellings.add(a), tellings.add(b));
}

}  // namespace vectora::normalize
