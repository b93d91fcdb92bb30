#include "vectora/feed/values.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <utility>

#include "vectora/base/utf8.h"
#include "vectora/feed/strict_date.h"
#include "vectora/text/entities.h"
#include "vectora/text/html_text.h"

namespace vectora::feed {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";
constexpr size_t kLongestDate = 256;
constexpr size_t kLongestAuthor = 1024;

std::string_view trim(std::string_view text) {
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool is_stray_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
}

// What `clean` repairs, at this byte: a stray control character, or the first byte
// of one beyond ASCII.
bool is_fault(std::string_view text, size_t at) {
  if (is_stray_control(text[at])) return true;
  if (text[at] != '\xC2' || at + 1 >= text.size()) return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return second >= 0x80 && second <= 0x9F;
}

// Whether one of eight bytes is below a space or 0xC2, told without looking at each
// (Bit Twiddling Hacks, "Determine if a word has a byte less than n").
bool may_have_fault(uint64_t block) {
  constexpr uint64_t kOnes = 0x0101010101010101U;
  constexpr uint64_t kHighBits = kOnes * 0x80U;
  const uint64_t controls = (block - kOnes * 0x20U) & ~block;
  const uint64_t without_lead = block ^ (kOnes * 0xC2U);
  const uint64_t leads = (without_lead - kOnes) & ~without_lead;
  return ((controls | leads) & kHighBits) != 0;
}

bool has_fault(std::string_view text) {
  uint64_t block = 0;
  size_t at = 0;
  for (; at + sizeof block <= text.size(); at += sizeof block) {
    std::memcpy(&block, text.data() + at, sizeof block);
    if (!may_have_fault(block)) continue;
    for (size_t i = at; i < at + sizeof block; ++i)
      if (is_fault(text, i)) return true;
  }
  for (; at < text.size(); ++at)
    if (is_fault(text, at)) return true;
  return false;
}

// U+0080 to U+009F, "\xC2\x80" to "\xC2\x9F": bytes of windows-1252 that somebody
// took for Latin-1.
void repair_controls(std::string& value) {
  std::string out;
  size_t copied = 0;
  for (size_t at = value.find('\xC2'); at != std::string::npos; at = value.find('\xC2', at + 1)) {
    const auto second = static_cast<unsigned char>(at + 1 < value.size() ? value[at + 1] : 0);
    if (second < 0x80 || second > 0x9F) continue;
    out.append(value, copied, at - copied);
    append_utf8(out, text::windows1252(second));
    copied = at + 2;
  }
  if (copied == 0) return;
  out.append(value, copied);
  value = std::move(out);
}

bool has_scheme(std::string_view reference) {
  const size_t colon = reference.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         reference.substr(0, colon).find_first_of("/?#") == std::string_view::npos;
}

bool is_mail(std::string_view text) {
  const size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(kSpace) == std::string_view::npos;
}

std::string_view unquoted(std::string_view text) {
  const bool quoted = text.size() > 2 && text.front() == '"' && text.back() == '"';
  return trim(quoted ? text.substr(1, text.size() - 2) : text);
}

// `text` is "outer(inner)", with the brackets given; the part that is no address.
std::string_view without_mail(std::string_view text, char opening, char closing) {
  const size_t open = text.find(opening);
  if (open == std::string_view::npos || text.back() != closing) return text;
  const std::string_view outer = unquoted(trim(text.substr(0, open)));
  const std::string_view inner = trim(text.substr(open + 1, text.size() - open - 2));
  if (is_mail(outer) && !inner.empty()) return inner;
  if (is_mail(inner)) return outer.empty() ? inner : outer;
  return text;
}

}  // namespace

std::string clean(std::string_view text) {
  std::string value(trim(text));
  if (!has_fault(value)) return value;
  std::erase_if(value, is_stray_control);
  repair_controls(value);
  return value;
}

std::string title_text(std::string_view html) {
  const std::string cleaned = clean(html);
  std::string title = text::plain_text(cleaned);
  return title.empty() ? text::collapse_space(cleaned) : title;
}

std::string resolve_link(std::string_view reference, const Url* base) {
  std::string link = clean(reference);
  if (link.empty() || base == nullptr || has_scheme(link)) return link;
  const std::optional<Url> resolved = base->resolve(link);
  return resolved ? resolved->str() : link;
}

std::string author_name(std::string_view text) {
  std::string line = text::collapse_space(clean(text.substr(0, kLongestAuthor)));
  std::string_view name = line;
  if (name.starts_with("mailto:")) name.remove_prefix(7);
  if (name.empty()) return {};
  name = without_mail(without_mail(name, '(', ')'), '<', '>');
  return text::plain_text(unquoted(name));
}

std::optional<text::ParsedDate> feed_date(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (trimmed.empty()) return std::nullopt;
  if (auto date = parse_strict_date(trimmed)) return date;
  text::DateHints hints;
  hints.writer = text::DateWriter::kProgram;
  if (trimmed.size() <= kLongestDate) return text::parse_date(trimmed, hints);
  const std::string line = text::collapse_space(trimmed);
  return line.size() <= kLongestDate ? text::parse_date(line, hints) : std::nullopt;
}

void append_bounded(std::vector<std::string>& list, std::string value) {
  if (!value.empty() && list.size() < kMaxListSize) list.push_back(std::move(value));
}

}  // namespace vectora::feed
