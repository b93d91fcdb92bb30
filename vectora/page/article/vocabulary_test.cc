#include "vectora/page/article/vocabulary.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

using namespace meaning;

TEST(VocabularyTest, ReadsTheWordsOfNames) {
  const struct {
    std::string_view name;
    Meanings meanings;
  } cases[] = {
      {"related-posts", kRelated},
      {"relatedPosts", kRelated},
      {"RELATED", kRelated},
      {"sidebar2", kSide},
      {"sign-up", kSignUp},  // joined: "signup"
      {"most_read", kRelated},
      {"cookie-banner", kConsent | kAd | kHeader},
      {"article-body", kArticle | kBody | kMain},
      {"entry-content", kArticle | kBody | kMain},
      {"article-body-caption", kArticle | kBody | kCaption},  // no longer the text itself
      {"hidden", kHidden},
      {"", 0},
      {"qwertz", 0},
  };
  for (const auto& c : cases) EXPECT_EQ(meanings_of_name(c.name), c.meanings) << c.name;
}

TEST(VocabularyTest, LooksAndHashesMeanNothing) {
  for (const std::string_view name :
       {"md:hidden", "print:hidden", "w-1/2", "has-sidebar", "no-comments", "text-with-image",
        "tag-news", "label-hidden", "block-d23a75d202261cbd2b22"}) {
    EXPECT_EQ(meanings_of_name(name) & (kHidden | kSide | kComment | kMedia | kMeta | kAd), 0U)
        << name;
  }
}

TEST(VocabularyTest, AddsUpTheNamesOfAnElement) {
  const Dom dom =
      *Dom::parse("<div class='post teaser' id='comments' role='navigation'><p id='related'>");
  NodeId div = 0;
  while (dom.tag(div) != Tag::kDiv) ++div;
  EXPECT_EQ(meanings_of(dom, div), kArticle | kTeaser | kComment | kNav);
  EXPECT_EQ(meanings_of(dom, div + 1), 0U);  // a paragraph's id is made of its words
}

}  // namespace
}  // namespace vectora::page
