#include "vectora/config/load/api_reader.h"

#include "vectora/config/load/read.h"

namespace vectora::config {
namespace {

constexpr const char* kHint = "member names with dots between them, as in \"results.0.name\"";

std::string text_with_paths(const YamlNode& node, Findings& findings) {
  const std::string text = text_or(node, "");
  if (text.empty()) return text;
  const std::string problem = feed::json_text_problem(text);
  if (!problem.empty()) findings.error(node.ref(), "not a path: " + problem, kHint);
  return text;
}

}  // namespace

std::optional<feed::JsonListShape> read_api(const YamlNode& api, Findings& findings) {
  if (!api.is_mapping()) return std::nullopt;
  feed::JsonListShape shape;
  shape.items = text_or(api["items"], "");
  if (const std::string problem = feed::json_path_problem(shape.items);
      !shape.items.empty() && !problem.empty())
    findings.error(api["items"].ref(), "not a path: " + problem, kHint);
  shape.title = text_with_paths(api["title"], findings);
  shape.url = text_with_paths(api["url"], findings);
  shape.id = text_with_paths(api["id"], findings);
  shape.published = text_with_paths(api["published"], findings);
  shape.updated = text_with_paths(api["updated"], findings);
  shape.summary = text_with_paths(api["summary"], findings);
  return shape;
}

}  // namespace vectora::config
