// A page's text as blocks: the runs of text that stand on their own on the page,
// with what main-text extraction asks of each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vectora/page/dom.h"

namespace vectora::page {

struct TextBlock {
  NodeId container = 0;  // the block element the text is directly in
  NodeId begin = 0;      // ids of its text nodes: [begin, end)
  NodeId end = 0;
  float weight = 0;             // characters; ideographs, kana and hangul count double
  float link_weight = 0;        // those inside links
  uint16_t sentence_marks = 0;  // full stops, commas, ... of any script
  bool ends_sentence = false;

  // Running text, as opposed to labels and lists of links.
  bool is_paragraph() const {
    return link_density() <= 0.5F && (weight >= 80 || (weight >= 40 && ends_sentence));
  }
  float link_density() const { return weight > 0 ? link_weight / weight : 0; }
};

// The blocks in document order. Elements whose `skipped` flag is set (and what
// is_unseen() says) are passed over with all inside them. A <br> twice in a row
// ends a block.
std::vector<TextBlock> split_blocks(const Dom& dom, NodeId scope, const std::vector<bool>& skipped);

// The weights of the single text nodes, all and those inside links.
void measure_texts(const Dom& dom, NodeId scope, std::vector<float>& text,
                   std::vector<float>& links);

// The characters of a block; a <br> is a line break.
std::string text_of_block(const Dom& dom, const TextBlock& block, const std::vector<bool>& skipped);

}  // namespace vectora::page
