#include "vectora/page/article/state_date.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vectora::page {
namespace {

constexpr size_t kLongestName = 24;
constexpr size_t kLongestValue = 40;
constexpr size_t kShortestJson = 200;  // bytes of an attribute that may hold data

// Lower case, without separators.
constexpr auto kNames = std::to_array<std::string_view>(
    {"datepublished", "publishedat", "publishdate", "publisheddate", "publicationdate",
     "publishedtime", "publishtime", "firstpublished", "firstpublishedat", "publishedon",
     "datepublication", "publishingdate"});

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
}

// The name that ends before `quote`, squeezed; empty where it is too long.
std::string_view squeezed_name(std::string_view json, size_t end,
                               std::array<char, kLongestName>& space) {
  size_t begin = end;
  while (begin > 0 && is_name_byte(json[begin - 1])) --begin;
  size_t size = 0;
  for (size_t i = begin; i < end; ++i) {
    if (json[i] == '_' || json[i] == '-') continue;
    if (size == space.size()) return {};
    space[size++] = static_cast<char>(json[i] | 0x20);
  }
  return {space.data(), size};
}

// Finds `"name": "value"`, the quotes escaped or left out.
class StateReader {
 public:
  explicit StateReader(const text::DateHints& hints) : hints_(hints) {}

  void read(std::string_view json) {
    for (size_t colon = json.find(':'); colon != std::string_view::npos;
         colon = json.find(':', colon + 1)) {
      const size_t name_end = json.substr(0, colon).find_last_not_of(" \\\"");
      if (name_end == std::string_view::npos) continue;
      std::array<char, kLongestName> space{};
      const std::string_view name = squeezed_name(json, name_end + 1, space);
      if (std::ranges::find(kNames, name) != kNames.end()) read_value(json.substr(colon + 1));
    }
  }

  std::optional<text::ParsedDate> agreed() const { return agree_ ? found_ : std::nullopt; }

 private:
  void read_value(std::string_view json) {
    const size_t begin = json.find_first_not_of(" \\\"");
    if (begin == std::string_view::npos) return;
    const std::string_view value = json.substr(begin, json.find_first_of("\\\"", begin) - begin);
    if (value.size() < 8 || value.size() > kLongestValue) return;
    const auto date = text::parse_date(value, hints_);
    if (!date) return;
    agree_ = agree_ && (!found_ || found_->day == date->day);
    if (!found_) found_ = date;
  }

  const text::DateHints& hints_;
  std::optional<text::ParsedDate> found_;
  bool agree_ = true;
};

}  // namespace

std::optional<text::ParsedDate> read_state_date(const Dom& dom, const text::DateHints& hints) {
  StateReader reader(hints);
  for (NodeId n = 0; n < dom.size(); ++n) {
    if (dom.is_text(n)) continue;
    for (const Attribute* a = dom.attributes_begin(n); a != dom.attributes_end(n); ++a) {
      if (a->value.size() >= kShortestJson && a->value.front() == '{') reader.read(a->value);
    }
    if (dom.tag(n) == Tag::kScript && dom.first_child(n) != kNoNode) reader.read(dom.text(n + 1));
  }
  return reader.agreed();
}

}  // namespace vectora::page
