// A trie whose edges are words: one hash table for all nodes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "vectora/base/hash_filter.h"

namespace vectora::lexicon {

// Nodes are numbers, the root is 0. An edge is found by the mixed hash of its
// node and its word; two edges with the same 64 bits would be taken for one,
// which for a million edges happens once in 10^7 tries.
class WordTrie {
 public:
  using Node = uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = 0xFFFFFFFF;

  // The child of `node` by `word`, made if there is none.
  Node insert(Node node, uint64_t word);

  // The child, or kNone.
  Node find(Node node, uint64_t word) const {
    if (node == kRoot && !first_words_.may_hold(word)) return kNone;
    return look_up(key_of(node, word));
  }

  size_t node_count() const { return node_count_; }

 private:
  struct Edge {
    uint64_t key = 0;  // 0: free
    Node child = 0;
  };

  static uint64_t key_of(Node node, uint64_t word);
  Node look_up(uint64_t key) const;
  size_t slot_of(uint64_t key) const;
  void grow();

  HashFilter first_words_;       // few words of a text begin a name
  std::vector<Edge> edges_{64};  // open addressing, a power of two, at most half full
  size_t node_count_ = 1;
};

}  // namespace vectora::lexicon
