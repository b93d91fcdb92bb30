#include "vectora/feed/json_path.h"

#include <algorithm>
#include <charconv>

#include "vectora/feed/values.h"

namespace vectora::feed {
namespace {

constexpr std::string_view kEach = "*";

// The first step of the path, which is taken off it.
std::string_view take_step(std::string_view& path) {
  const size_t dot = path.find('.');
  const std::string_view step = path.substr(0, dot);
  path.remove_prefix(dot == std::string_view::npos ? path.size() : dot + 1);
  return step;
}

const Json* element(const Json& list, std::string_view step) {
  size_t position = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), position);
  if (error != std::errc() || end != step.data() + step.size()) return nullptr;
  return position < list.size() ? &list[position] : nullptr;
}

bool is_position(std::string_view step) {
  return std::all_of(step.begin(), step.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A list that is asked for a member stands for its first element.
const Json* step_into(const Json* value, std::string_view step) {
  for (size_t i = 0; i < kMaxPathSteps && value != nullptr && value->is_array(); ++i) {
    if (is_position(step)) return element(*value, step);
    value = value->empty() ? nullptr : &value->front();
  }
  return value == nullptr ? nullptr : find_member(*value, step);
}

std::string text_of(const Json& value) {
  if (const Json* words = find_member(value, "#text")) return text_of(*words);
  if (value.is_string()) return clean(value.get_ref<const std::string&>());
  if (value.is_number() || value.is_boolean()) return to_json_line(value);
  if (value.is_array() && !value.empty() && !value.front().is_array())
    return text_of(value.front());
  return {};
}

// "dates[@kind=online]": the step itself, and which of its elements is meant.
struct Condition {
  std::string_view step;
  std::string_view member;  // empty: no condition
  std::string_view wanted;
};

Condition condition_of(std::string_view step) {
  const size_t open = step.find('[');
  const size_t equals = step.find('=', open == step.npos ? step.size() : open);
  if (equals == step.npos || !step.ends_with(']')) return {step, {}, {}};
  return {step.substr(0, open), step.substr(open + 1, equals - open - 1),
          step.substr(equals + 1, step.size() - equals - 2)};
}

bool holds(const Json& value, const Condition& condition) {
  const Json* member = find_member(value, condition.member);
  return member != nullptr && text_of(*member) == condition.wanted;
}

// What a step with or without a condition leads to, or null.
const Json* step_to(const Json* value, std::string_view step) {
  const Condition condition = condition_of(step);
  const Json* part = step_into(value, condition.step);
  if (part == nullptr || condition.member.empty()) return part;
  if (!part->is_array()) return holds(*part, condition) ? part : nullptr;
  for (const Json& element : *part)
    if (holds(element, condition)) return &element;
  return nullptr;
}

// What the step leads to from a value.
void append_parts(std::vector<const Json*>& parts, const Json& value, std::string_view step,
                  size_t max_values) {
  if (step != kEach) {
    const Json* part = step_to(&value, step);
    if (part != nullptr) parts.push_back(part);
    return;
  }
  if (!value.is_structured()) return;
  for (const Json& part : value) {
    if (parts.size() >= max_values) return;
    parts.push_back(&part);
  }
}

bool is_sound(std::string_view step) {
  const auto brackets =
      std::count_if(step.begin(), step.end(), [](char c) { return c == '[' || c == ']'; });
  const Condition condition = condition_of(step);
  return brackets == 0 || (brackets == 2 && !condition.step.empty() && !condition.member.empty() &&
                           condition.step.find(']') == std::string_view::npos);
}

}  // namespace

const Json* find_at(const Json& document, std::string_view path) {
  const Json* value = &document;
  while (!path.empty() && value != nullptr) value = step_to(value, take_step(path));
  return value;
}

std::vector<std::string> texts_at(const Json& document, std::string_view path, size_t max_values) {
  std::vector<const Json*> values = {&document};
  while (!path.empty()) {
    const std::string_view step = take_step(path);
    std::vector<const Json*> next;
    for (const Json* value : values) append_parts(next, *value, step, max_values);
    values = std::move(next);
  }
  std::vector<std::string> texts;
  for (const Json* value : values) {
    std::string text = text_of(*value);
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
  return texts;
}

std::string path_problem(std::string_view path) {
  if (path.empty()) return "a path of no steps";
  if (path.front() == '.' || path.back() == '.' || path.find("..") != std::string_view::npos)
    return "a step of no characters";
  if (path.find_first_of("{}") != std::string_view::npos)
    return "a path is names and positions with dots between them";
  for (std::string_view rest = path; !rest.empty();)
    if (!is_sound(take_step(rest))) return "a condition is written name[member=value]";
  const auto dots = static_cast<size_t>(std::count(path.begin(), path.end(), '.'));
  return dots >= kMaxPathSteps ? "a path of more than 32 steps" : "";
}

}  // namespace vectora::feed
