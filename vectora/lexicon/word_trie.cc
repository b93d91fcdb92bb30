#include "vectora/lexicon/word_trie.h"

#include <utility>

namespace vectora::lexicon {

WordTrie::Node WordTrie::insert(Node node, uint64_t word) {
  if (node == kRoot) first_words_.add(word);
  if (node_count_ * 2 >= edges_.size()) grow();
  const uint64_t key = key_of(node, word);
  Edge& edge = edges_[slot_of(key)];
  if (edge.key == 0) edge = {key, static_cast<Node>(node_count_++)};
  return edge.child;
}

uint64_t WordTrie::key_of(Node node, uint64_t word) {
  // The word is mixed by itself first, or equal patterns in both would cancel out.
  uint64_t key = word * 0x94D049BB133111EBu;
  key ^= key >> 31;
  key ^= uint64_t{node} * 0x9E3779B97F4A7C15u;
  key ^= key >> 32;
  key *= 0xBF58476D1CE4E5B9u;
  key ^= key >> 29;
  return key == 0 ? 1 : key;
}

WordTrie::Node WordTrie::look_up(uint64_t key) const {
  const Edge& edge = edges_[slot_of(key)];
  return edge.key == key ? edge.child : kNone;
}

// The slot that holds the key, or the free one where it would go.
size_t WordTrie::slot_of(uint64_t key) const {
  const size_t mask = edges_.size() - 1;
  size_t slot = static_cast<size_t>(key) & mask;
  while (edges_[slot].key != 0 && edges_[slot].key != key) slot = (slot + 1) & mask;
  return slot;
}

void WordTrie::grow() {
  std::vector<Edge> old = std::exchange(edges_, std::vector<Edge>(edges_.size() * 2));
  for (const Edge& edge : old) {
    if (edge.key != 0) edges_[slot_of(edge.key)] = edge;
  }
}

}  // namespace vectora::lexicon
