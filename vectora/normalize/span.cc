#include "vectora/normalize/span.h"

#include <charconv>

namespace vectora::normalize {
namespace {

// Takes ":number" off the end of `text`; 0 where there is none.
int take_number(std::string_view& text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return 0;
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, number);
  if (error != std::errc() || stop != end) return 0;
  text = text.substr(0, colon);
  return number;
}

std::optional<uint32_t> offset_member(const Json& json, std::string_view name) {
  const double value = number_member(json, name, -1);
  if (value < 0 || value > 4294967295.0) return {};
  return static_cast<uint32_t>(value);
}

}  // namespace

std::string_view to_string(Field field) { return field == Field::kTitle ? "title" : "content"; }

Json to_json(const Span& span) {
  Json json = Json::object();
  json["field"] = std::string(to_string(span.field));
  json["start"] = span.begin;
  json["end"] = span.end;
  return json;
}

std::optional<Field> field_from(std::string_view name) {
  if (name == "title") return Field::kTitle;
  if (name == "content") return Field::kContent;
  return {};
}

std::optional<Span> span_from_json(const Json& json) {
  const std::optional<Field> field = field_from(string_member(json, "field"));
  const std::optional<uint32_t> begin = offset_member(json, "start");
  const std::optional<uint32_t> end = offset_member(json, "end");
  if (!field || !begin || !end) return {};
  return Span{*field, *begin, *end};
}

ConfigRef config_ref_from(std::string_view text) {
  ConfigRef ref;
  ref.column = take_number(text);
  ref.line = take_number(text);
  ref.file = std::string(text);
  return ref;
}

}  // namespace vectora::normalize
