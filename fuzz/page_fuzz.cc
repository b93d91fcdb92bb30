#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "vectora/base/utf8.h"
#include "vectora/page/article.h"

// Any bytes give a tree whose nodes lie inside their parents, and an article
// whose fields are UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto dom = vectora::page::Dom::parse(vectora::to_valid_utf8(std::string(bytes)));
  if (!dom) return 0;
  for (vectora::page::NodeId n = 1; n < dom->size(); ++n) {
    if (dom->parent(n) >= n || dom->end_of(n) > dom->end_of(dom->parent(n))) std::abort();
  }
  vectora::page::ArticleOptions options;
  options.url = vectora::Url::parse("https://a.example/2026/02/03/b");
  const vectora::page::Article article = vectora::page::read_article(bytes, options);
  for (const auto& field : {article.title, article.text, article.author, article.description}) {
    if (!vectora::is_valid_utf8(field)) std::abort();
  }
  return 0;
}
