#include "vectora/lexicon/word_trie.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <utility>

namespace vectora::lexicon {
namespace {

TEST(WordTrie, FindsTheChildrenThatWereInserted) {
  WordTrie trie;
  const WordTrie::Node a = trie.insert(WordTrie::kRoot, 1);
  const WordTrie::Node ab = trie.insert(a, 2);
  EXPECT_EQ(trie.insert(WordTrie::kRoot, 1), a);
  EXPECT_EQ(trie.find(WordTrie::kRoot, 1), a);
  EXPECT_EQ(trie.find(a, 2), ab);
  EXPECT_EQ(trie.find(WordTrie::kRoot, 2), WordTrie::kNone);
  EXPECT_EQ(trie.find(ab, 2), WordTrie::kNone);
  EXPECT_EQ(trie.node_count(), 3u);
}

TEST(WordTrie, AgreesWithAMapWhileItGrows) {
  std::mt19937_64 random(11);
  WordTrie trie;
  std::map<std::pair<WordTrie::Node, uint64_t>, WordTrie::Node> edges;
  for (int i = 0; i < 20000; ++i) {
    const auto node = static_cast<WordTrie::Node>(random() % trie.node_count());
    const uint64_t word = random() % 50 * 0x9E3779B97F4A7C15u;
    const auto known = edges.find({node, word});
    EXPECT_EQ(trie.find(node, word), known == edges.end() ? WordTrie::kNone : known->second);
    edges[{node, word}] = trie.insert(node, word);
  }
  for (const auto& [edge, child] : edges) EXPECT_EQ(trie.find(edge.first, edge.second), child);
  EXPECT_EQ(trie.node_count(), edges.size() + 1);
}

}  // namespace
}  // namespace vectora::lexicon
