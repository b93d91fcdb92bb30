#include "vectora/base/utf8.h"

#include <bit>
#include <cstdint>
#include <cstring>

namespace vectora {
namespace {

struct Lead {
  int continuation_bytes;
  char32_t bits;
  // Range of the first continuation byte, which rules out overlong forms,
  // surrogates and values past U+10FFFF (Unicode table 3-7).
  uint8_t low = 0x80;
  uint8_t high = 0xBF;
};

Lead classify(uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, byte & 0x1FU};
  if (byte == 0xE0) return {2, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0xD, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, byte & 0x0FU};
  if (byte == 0xF0) return {3, 0, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, byte & 0x07U};
  if (byte == 0xF4) return {3, 4, 0x80, 0x8F};
  return {-1, 0};
}

uint8_t byte_at(std::string_view text, size_t position) {
  return static_cast<uint8_t>(text[position]);
}

// How many ASCII bytes stand at `position`; told from eight at a time.
size_t ascii_run(std::string_view text, size_t position) {
  constexpr uint64_t kHighBits = 0x8080808080808080U;
  const size_t begin = position;
  uint64_t block = 0;
  for (; position + sizeof block <= text.size(); position += sizeof block) {
    std::memcpy(&block, text.data() + position, sizeof block);
    block &= kHighBits;
    if (block == 0) continue;
    if constexpr (std::endian::native != std::endian::little) break;
    return position - begin + static_cast<size_t>(std::countr_zero(block)) / 8;
  }
  while (position < text.size() && byte_at(text, position) < 0x80) ++position;
  return position - begin;
}

bool is_continuation(std::string_view text, size_t position) {
  return position < text.size() && (byte_at(text, position) & 0xC0U) == 0x80;
}

// The bytes of the well-formed sequence at `position`, which is not ASCII; 0 if
// it is ill-formed.
size_t sequence_length(std::string_view text, size_t position) {
  const uint8_t first = byte_at(text, position);
  if (first >= 0xC2 && first <= 0xDF) return is_continuation(text, position + 1) ? 2 : 0;
  if (first > 0xE0 && first < 0xF0 && first != 0xED) {  // most of the rest, and any two follow
    const bool whole = is_continuation(text, position + 1) && is_continuation(text, position + 2);
    return whole ? 3 : 0;
  }
  const Lead lead = classify(first);
  if (lead.continuation_bytes < 0 || !is_continuation(text, position + 1)) return 0;
  const uint8_t second = byte_at(text, position + 1);
  if (second < lead.low || second > lead.high) return 0;
  const auto length = static_cast<size_t>(lead.continuation_bytes) + 1;
  for (size_t i = 2; i < length; ++i)
    if (!is_continuation(text, position + i)) return 0;
  return length;
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& position) {
  const uint8_t first = byte_at(text, position++);
  if (first < 0x80) return first;
  Lead lead = classify(first);
  if (lead.continuation_bytes < 0) return kReplacementCharacter;
  char32_t code_point = lead.bits;
  for (int i = 0; i < lead.continuation_bytes; ++i) {
    if (position == text.size()) return kReplacementCharacter;
    const uint8_t byte = byte_at(text, position);
    if (byte < lead.low || byte > lead.high) return kReplacementCharacter;
    code_point = (code_point << 6U) | (byte & 0x3FU);
    ++position;
    lead.low = 0x80;
    lead.high = 0xBF;
  }
  return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF))
    code_point = kReplacementCharacter;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0U | (code_point >> 6U));
  } else {
    if (code_point < 0x10000) {
      put(0xE0U | (code_point >> 12U));
    } else {
      put(0xF0U | (code_point >> 18U));
      put(0x80U | ((code_point >> 12U) & 0x3FU));
    }
    put(0x80U | ((code_point >> 6U) & 0x3FU));
  }
  put(0x80U | (code_point & 0x3FU));
}

bool is_valid_utf8(std::string_view text) {
  for (size_t position = 0; position < text.size();) {
    position += ascii_run(text, position);
    if (position == text.size()) return true;
    const size_t length = sequence_length(text, position);
    if (length == 0) return false;
    position += length;
  }
  return true;
}

std::string to_valid_utf8(std::string text) {
  if (is_valid_utf8(text)) return text;
  std::string valid;
  valid.reserve(text.size());
  for (size_t position = 0; position < text.size();)
    append_utf8(valid, next_code_point(text, position));
  return valid;
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t position = 0; position < text.size(); ++count) next_code_point(text, position);
  return count;
}

std::string_view utf8_prefix(std::string_view text, size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  size_t end = max_bytes;
  while (end > 0 && (byte_at(text, end) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace vectora
