#include "vectora/text/fold.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "vectora/base/utf8.h"
#include "vectora/text/fold_table.h"

// Most text is ASCII without runs of white space. It is folded in blocks by
// loops over a fixed number of bytes, without branches, that a compiler turns
// into vector instructions; a block with anything else in it is folded character
// by character through the table.

namespace vectora::text {
namespace {

constexpr size_t kBlock = 32;

// -- blocks of plain ASCII --------------------------------------------------------

// Neither control nor non-ASCII bytes nor two spaces in a row.
bool is_plain_block(const char* in) {
  unsigned char faults = 0;
  for (size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<unsigned char>(in[i]);
    faults = static_cast<unsigned char>(faults | (c & 0x80) | (c < 0x20 ? 1 : 0));
  }
  for (size_t i = 1; i < kBlock; ++i) {
    const int spaces = (in[i] == ' ' ? 1 : 0) & (in[i - 1] == ' ' ? 1 : 0);
    faults = static_cast<unsigned char>(faults | spaces);
  }
  return faults == 0;
}

void lower_block(const char* in, char* out) {
  for (size_t i = 0; i < kBlock; ++i) {
    const auto c = static_cast<unsigned char>(in[i]);
    const unsigned char shift = static_cast<unsigned char>(c - 'A') < 26 ? 32 : 0;
    out[i] = static_cast<char>(c + shift);
  }
}

// -- where the result goes -----------------------------------------------------------

class WithOrigin {
 public:
  void resize(size_t size) { origin_.resize(size); }
  void set_block(size_t at, size_t from) {
    uint32_t* const out = origin_.data() + at;
    const auto first = static_cast<uint32_t>(from);
    for (uint32_t i = 0; i < kBlock; ++i) out[i] = first + i;
  }
  void set(size_t at, size_t from) { origin_[at] = static_cast<uint32_t>(from); }
  std::vector<uint32_t> take() { return std::move(origin_); }

 private:
  std::vector<uint32_t> origin_;
};

struct WithoutOrigin {
  void resize(size_t) {}
  void set_block(size_t, size_t) {}
  void set(size_t, size_t) {}
};

template <class Origin>
class Folder {
 public:
  explicit Folder(std::string_view text) : in_(text) {}

  void run() {
    reserve(in_.size() + kBlock);
    while (at_ < in_.size()) {
      if (in_.size() - at_ >= kBlock && can_copy_block()) {
        copy_block();
      } else {
        fold_until(std::min(at_ + kBlock, in_.size()));
      }
    }
    origin_.resize(size_ + 1);
    origin_.set(size_, in_.size());
    out_.resize(size_);
  }

  std::string& text() { return out_; }
  Origin& origin() { return origin_; }

 private:
  void reserve(size_t size) {
    if (size <= out_.size()) return;
    const size_t larger = std::max(size, out_.size() + out_.size() / 2);
    out_.resize(larger);
    origin_.resize(larger);
  }

  bool can_copy_block() const {
    const bool two_spaces = after_space_ && in_[at_] == ' ';
    return !two_spaces && is_plain_block(in_.data() + at_);
  }

  void copy_block() {
    reserve(size_ + kBlock);
    lower_block(in_.data() + at_, out_.data() + size_);
    origin_.set_block(size_, at_);
    at_ += kBlock;
    size_ += kBlock;
    after_space_ = out_[size_ - 1] == ' ';
  }

  void fold_until(size_t end) {
    FoldBuffer buffer;
    while (at_ < end) {
      const size_t from = at_;
      if (static_cast<unsigned char>(in_[at_]) < 0x80) {
        put_ascii(kFoldedAscii[static_cast<unsigned char>(in_[at_])]);
        continue;
      }
      put(folded_form(next_code_point(in_, at_), buffer), from);
    }
  }

  void put_ascii(char c) {
    if (c != ' ' || !after_space_) {
      if (size_ == out_.size()) reserve(size_ + kBlock);
      out_[size_] = c;
      origin_.set(size_, at_);
      ++size_;
    }
    after_space_ = c == ' ';
    ++at_;
  }

  void put(std::string_view form, size_t from) {
    reserve(size_ + form.size());
    for (const char c : form) {
      if (c == ' ' && after_space_) continue;
      after_space_ = c == ' ';
      out_[size_] = c;
      origin_.set(size_, from);
      ++size_;
    }
  }

  std::string_view in_;
  std::string out_;
  Origin origin_;
  size_t at_ = 0;    // in in_
  size_t size_ = 0;  // of the result so far, within out_
  bool after_space_ = false;
};

}  // namespace

Folded fold(std::string_view utf8) {
  assert(utf8.size() < std::numeric_limits<uint32_t>::max());
  Folder<WithOrigin> folder(utf8);
  folder.run();
  return {std::move(folder.text()), folder.origin().take()};
}

std::string fold_text(std::string_view utf8) {
  Folder<WithoutOrigin> folder(utf8);
  folder.run();
  return std::move(folder.text());
}

size_t original_end(std::string_view utf8, const Folded& folded, size_t end) {
  if (end == 0) return 0;
  size_t result = folded.origin[end - 1];
  next_code_point(utf8, result);
  while (result < utf8.size()) {
    size_t next = result;
    if (!is_diacritic(next_code_point(utf8, next))) break;
    result = next;
  }
  return result;
}

}  // namespace vectora::text
