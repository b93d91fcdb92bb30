#include "vectora/ops/snapshot/place.h"

#include <algorithm>

namespace vectora::ops::snapshot {
namespace {

constexpr std::string_view kBodies = "raw/objects/";
constexpr size_t kMaxPatternBytes = 1024;

bool starts_with_any(std::string_view key, std::initializer_list<std::string_view> prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [key](std::string_view prefix) { return key.starts_with(prefix); });
}

// Whether `**` stands at `at`.
bool is_double_star(std::string_view pattern, size_t at) {
  return pattern[at] == '*' && at + 1 < pattern.size() && pattern[at + 1] == '*';
}

std::string expression_of(std::string_view pattern) {
  static constexpr std::string_view kSpecial = "\\^$.|+()[]{}";
  std::string expression = "^";
  for (size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (is_double_star(pattern, at)) {
      expression += ".*";
      ++at;
    } else if (c == '*') {
      expression += "[^/]*";
    } else if (c == '?') {
      expression += "[^/]";
    } else {
      if (kSpecial.find(c) != std::string_view::npos) expression += '\\';
      expression += c;
    }
  }
  return expression + "$";
}

Error bad_pattern(const std::string& pattern, std::string_view why) {
  return {ErrorCode::kInvalidArgument,
          "pattern '" + pattern.substr(0, kMaxPatternBytes) + "': " + std::string(why)};
}

// A pattern whose first segment can be no area chooses nothing: a slip.
Result<void> check_area(const std::string& pattern) {
  const std::string area = pattern.substr(0, pattern.find('/'));
  if (area.find_first_of("*?") != std::string::npos) return {};
  if (area_named(area) && area.size() < pattern.size()) return {};
  return bad_pattern(pattern,
                     "begin it with config/, data/, newsletters/, lambda-code/ or workspace/, as "
                     "in 'data/state/**'");
}

}  // namespace

std::string_view to_string(Area area) {
  switch (area) {
    case Area::kConfig: return "config";
    case Area::kData: return "data";
    case Area::kNewsletters: return "newsletters";
    case Area::kLambdaCode: return "lambda-code";
    case Area::kWorkspace: return "workspace";
  }
  return "unknown";
}

std::optional<Area> area_named(std::string_view name) {
  for (const Area area : kAllAreas)
    if (to_string(area) == name) return area;
  return std::nullopt;
}

store::ObjectStore* store_of(Environment& environment, Area area) {
  switch (area) {
    case Area::kConfig: return environment.buckets.config.get();
    case Area::kData: return environment.buckets.data.get();
    case Area::kNewsletters: return environment.buckets.newsletters.get();
    case Area::kLambdaCode: return environment.buckets.lambda_code.get();
    case Area::kWorkspace: return environment.workspace.get();
  }
  return nullptr;
}

bool is_covered(const Place& place) {
  const std::string& key = place.key;
  switch (place.area) {
    case Area::kConfig:
      return !starts_with_any(key, {"snapshots/", "history/", "locks/", "journal/"});
    case Area::kData: return !starts_with_any(key, {"locks/", "journal/", "cache/"});
    case Area::kWorkspace: return starts_with_any(key, {"clients/", "canonical/"});
    default: return true;
  }
}

Result<void> for_each_covered(
    store::ObjectStore& store, Area area,
    const std::function<Result<void>(const store::ObjectInfo& info)>& visit) {
  const auto visit_covered = [&](const store::ObjectInfo& info) -> Result<void> {
    return is_covered({area, info.key}) ? visit(info) : Result<void>();
  };
  if (area != Area::kWorkspace) return for_each_object(store, "", visit_covered);
  // The folder may hold much else: the store of the environment, for one.
  TRY(for_each_object(store, "canonical/", visit_covered));
  return for_each_object(store, "clients/", visit_covered);
}

std::optional<Date> day_of(const Place& place) {
  static constexpr size_t kDayBytes = 10;
  if (place.area != Area::kData && place.area != Area::kNewsletters) return std::nullopt;
  for (size_t at = place.key.find('/'); at != std::string::npos; at = place.key.find('/', at + 1)) {
    std::string text = place.key.substr(at + 1, kDayBytes);
    const bool ends = at + 1 + kDayBytes < place.key.size() && place.key[at + 1 + kDayBytes] == '/';
    if (!ends || text.find('-') != std::string::npos) continue;
    std::replace(text.begin(), text.end(), '/', '-');
    if (const auto day = Date::parse(text)) return day;
  }
  return std::nullopt;
}

bool is_body(const Place& place) {
  return place.area == Area::kData && place.key.starts_with(kBodies);
}

bool names_others(const Place& place) {
  const std::string_view name = std::string_view(place.key).substr(place.key.rfind('/') + 1);
  return name == "manifest.json";
}

Result<Patterns> Patterns::parse(const std::vector<std::string>& patterns) {
  Patterns parsed;
  for (const std::string& pattern : patterns) {
    if (pattern.size() > kMaxPatternBytes) return bad_pattern(pattern, "longer than 1024 bytes");
    TRY(check_area(pattern));
    auto expression = text::Regex::compile(expression_of(pattern), text::CaseSensitive::kYes);
    if (!expression) return bad_pattern(pattern, expression.error().message);
    parsed.texts_.push_back(pattern);
    parsed.expressions_.push_back(*std::move(expression));
  }
  return parsed;
}

bool Patterns::match(const Place& place) const {
  const std::string text = place.str();
  return expressions_.empty() ||
         std::any_of(expressions_.begin(), expressions_.end(),
                     [&](const text::Regex& regex) { return regex.search(text).has_value(); });
}

}  // namespace vectora::ops::snapshot
