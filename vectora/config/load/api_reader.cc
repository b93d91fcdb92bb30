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

std::string path(const YamlNode& node, Findings& findings) {
  const std::string text = text_or(node, "");
  if (const std::string problem = feed::json_path_problem(text); !text.empty() && !problem.empty())
    findings.error(node.ref(), "not a path: " + problem, kHint);
  return text;
}

void read_ids(const YamlNode& api, feed::JsonListShape& shape, Findings& findings) {
  shape.ids = path(api["ids"], findings);
  shape.ids_url = text_or(api["ids_url"], "");
  shape.ids_per_request = static_cast<size_t>(int_or(api["ids_per_request"], 100));
  if (shape.ids.empty() != shape.ids_url.empty())
    findings.error(api.ref(), "ids and ids_url belong together",
                   "ids says where the first answer has them, ids_url where their entries are");
  if (shape.ids_url.empty()) return;
  if (const std::string problem = feed::ids_url_problem(shape.ids_url); !problem.empty())
    findings.error(api["ids_url"].ref(), "no address of entries: " + problem,
                   "as in https://registry.example/records?id={ids}");
}

}  // namespace

std::optional<feed::JsonListShape> read_api(const YamlNode& api, Findings& findings) {
  if (!api.is_mapping()) return std::nullopt;
  feed::JsonListShape shape;
  shape.items = path(api["items"], findings);
  shape.title = text_with_paths(api["title"], findings);
  shape.url = text_with_paths(api["url"], findings);
  shape.id = text_with_paths(api["id"], findings);
  shape.published = text_with_paths(api["published"], findings);
  shape.updated = text_with_paths(api["updated"], findings);
  shape.summary = text_with_paths(api["summary"], findings);
  read_ids(api, shape, findings);
  return shape;
}

}  // namespace vectora::config
