#include "vectora/page/article_json.h"

#include "vectora/base/json.h"

namespace vectora::page {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

std::string article_json(const Article& article, std::string_view id) {
  Json out;
  out["id"] = id;
  out["url"] = text_or_null(article.canonical_url);
  out["title"] = text_or_null(article.title);
  out["published_date"] = article.published ? Json(article.published->day.str()) : Json();
  out["date_source"] = to_string(article.date_source);
  out["date_confidence"] = confidence_of(article.date_source);
  out["text"] = article.text;
  out["language"] = text_or_null(article.language);
  out["author"] = text_or_null(article.author);
  out["site_name"] = text_or_null(article.site_name);
  out["description"] = text_or_null(article.description);
  return to_json_line(out);
}

}  // namespace vectora::page
