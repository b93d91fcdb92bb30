#include "vectora/config/load/template_reader.h"

#include "vectora/config/load/client_reader.h"
#include "vectora/config/load/documents.h"

namespace vectora::config {

namespace {

constexpr struct {
  std::string_view name;
  std::string_view value;  // a value that the place may have
} kPlaceholders[] = {
    {"NAME", "Name"},
    {"CLIENT_ID", "template_client"},
    {"CONTEXT_ID", "context"},
    {"PURPOSE", "purpose"},
    {"ENVIRONMENT", "local"},
    {"DATE", "2026-01-01"},
    {"PROMOTED_FROM", "context"},
};

ConfigRef place_of(const std::string& path, std::string_view bytes, size_t offset) {
  ConfigRef place{path, 1, 1, ""};
  for (const char c : bytes.substr(0, offset)) {
    place.line += c == '\n' ? 1 : 0;
    place.column = c == '\n' ? 1 : place.column + 1;
  }
  return place;
}

// The text with every placeholder filled.
std::string filled(const std::string& path, const std::string& bytes, Findings& findings) {
  std::string out;
  size_t from = 0;
  for (;;) {
    const size_t begin = bytes.find("{{", from);
    const size_t end = begin == std::string::npos ? begin : bytes.find("}}", begin);
    if (end == std::string::npos) return out + bytes.substr(from);
    const std::string name = bytes.substr(begin + 2, end - begin - 2);
    out += bytes.substr(from, begin - from);
    from = end + 2;
    std::string_view value;
    std::vector<std::string> known;
    for (const auto& placeholder : kPlaceholders) {
      known.emplace_back(placeholder.name);
      if (placeholder.name == name) value = placeholder.value;
    }
    if (value.empty()) {
      findings.unknown(place_of(path, bytes, begin), "placeholder", name, known);
      value = "x";
    }
    out += value;
  }
}

}  // namespace

std::vector<Problem> check_template(const std::string& path, const std::string& bytes,
                                    const Market& market) {
  Findings findings;
  const std::string text = filled(path, bytes, findings);
  const YamlNode root = read_document(path, text, client_schema(), findings);
  Market scratch = market;  // what a client adds to it is forgotten
  if (root.is_mapping()) read_client(root, scratch, findings);
  std::vector<Problem> errors;
  for (Problem& problem : findings.take()) {
    if (problem.severity == Severity::kError) errors.push_back(std::move(problem));
  }
  return errors;
}

}  // namespace vectora::config
