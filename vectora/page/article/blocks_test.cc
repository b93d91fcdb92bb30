#include "vectora/page/article/blocks.h"

#include <gtest/gtest.h>

namespace vectora::page {
namespace {

// One line a block: its text, then weight and link weight.
std::string dump(std::string_view html) {
  const Dom dom = *Dom::parse(html);
  const std::vector<bool> nothing(dom.size());
  std::string out;
  for (const TextBlock& block : split_blocks(dom, dom.root(), nothing)) {
    out += text_of_block(dom, block, nothing) + " " +
           std::to_string(static_cast<int>(block.weight)) + " " +
           std::to_string(static_cast<int>(block.link_weight)) + "\n";
  }
  return out;
}

TEST(BlocksTest, CutsAtBlocksAndAtDoubleBreaks) {
  EXPECT_EQ(dump("<p>ab <a>cd</a></p><p>ef</p>"), "ab cd 5 2\nef 2 0\n");
  EXPECT_EQ(dump("<div>ab<p>cd</p>ef</div>"), "ab 2 0\ncd 2 0\nef 2 0\n");
  EXPECT_EQ(dump("<p>ab<br>cd<br><br>ef"), "ab\ncd 4 0\nef 2 0\n");
  EXPECT_EQ(dump("<p>ab<script>no</script>cd"), "abcd 4 0\n");
  EXPECT_EQ(dump(""), "");
}

TEST(BlocksTest, IdeographsWeighDouble) { EXPECT_EQ(dump("<p>漢字 é"), "漢字 é 6 0\n"); }

TEST(BlocksTest, TellsRunningTextFromLabels) {
  const struct {
    std::string_view html;
    bool paragraph;
  } cases[] = {
      {"<p>Contact</p>", false},
      {"<p>Alpha and Beta said today that they work together.</p>", true},
      {"<p>Alpha and Beta said today that they work together.”</p>", true},
      {"<p>Alpha and Beta said today that they work together</p>", false},
      {"<p><a>Alpha and Beta said today that they work together.</a></p>", false},
      {"<p>会社は本日、新しい契約を結んだことを発表しました。来月から始まる。</p>", true},
  };
  for (const auto& c : cases) {
    const Dom dom = *Dom::parse(c.html);
    const auto blocks = split_blocks(dom, dom.root(), std::vector<bool>(dom.size()));
    ASSERT_EQ(blocks.size(), 1U) << c.html;
    EXPECT_EQ(blocks[0].is_paragraph(), c.paragraph) << c.html;
  }
}

TEST(BlocksTest, PassesOverWhatIsSkipped) {
  const Dom dom = *Dom::parse("<div><p>a</p><p>b</p></div>");
  std::vector<bool> skipped(dom.size());
  NodeId first = 0;
  while (dom.tag(first) != Tag::kP) ++first;
  skipped[first] = true;
  const auto blocks = split_blocks(dom, dom.root(), skipped);
  ASSERT_EQ(blocks.size(), 1U);
  EXPECT_EQ(text_of_block(dom, blocks[0], skipped), "b");
}

}  // namespace
}  // namespace vectora::page
