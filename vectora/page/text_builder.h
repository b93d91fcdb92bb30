// Text put together from pieces of a page as a reader sees it: white space
// collapsed, blocks apart, inline elements joined.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vectora/page/dom.h"

namespace vectora::page {

enum class Separator : uint8_t { kNone, kSpace, kLine };

class TextBuilder {
 public:
  // What stands where a block begins or ends, or at a <br>.
  explicit TextBuilder(Separator between_blocks) : between_blocks_(between_blocks) {}

  // Characters; runs of white space (NBSP and other Unicode spaces too) become
  // one space, soft hyphens, zero-width spaces and control characters vanish.
  void add(std::string_view text);
  // A boundary before what follows; the strongest asked for wins.
  void separate(Separator separator);
  void separate_blocks() { separate(between_blocks_); }
  // All visible text below `node`.
  void add_subtree(const Dom& dom, NodeId node);

  bool empty() const { return out_.empty(); }
  size_t size() const { return out_.size(); }
  std::string take() { return std::move(out_); }

 private:
  void add_visible(std::string_view run);

  std::string out_;
  Separator between_blocks_;
  Separator pending_ = Separator::kNone;
};

}  // namespace vectora::page
