#include "vectora/app/cli/extractor_entry.h"

#include "vectora/app/cli/yaml_text.h"
#include "vectora/config/yaml.h"

namespace vectora::app {
namespace {

constexpr const char* kFile = "html_extractors.yaml";
constexpr const char* kBlock = "extractors";

// "extractors: {}" says the same as nothing behind the name.
void open_empty_block(std::string& yaml) {
  const std::string empty = std::string(kBlock) + ": {}";
  size_t at = yaml.find(empty);
  while (at != std::string::npos && at > 0 && yaml[at - 1] != '\n') at = yaml.find(empty, at + 1);
  if (at != std::string::npos) yaml.erase(at + empty.size() - 3, 3);
}

}  // namespace

std::string extractor_entry(const SourceKey& key, const page::ListingSelectors& selectors) {
  std::string entry = "  " + key.str() + ":\n    selectors:\n";
  const auto add = [&entry](const std::string& part, const std::string& css) {
    entry += "      " + part + ": " + yaml_scalar(css) + "\n";
  };
  add("container", selectors.container);
  add("item", selectors.item);
  add("title", selectors.title);
  add("url", selectors.url);
  add("date", selectors.date);
  add("description", selectors.description);
  return entry;
}

Result<std::string> with_extractor(const std::string& yaml, const SourceKey& key,
                                   const page::ListingSelectors& selectors) {
  const config::YamlDocument document = TRY(config::parse_yaml(yaml, kFile));
  const config::YamlNode before = document.root[kBlock];
  if (before[key.str()].is_mapping())
    return Error{ErrorCode::kConflict, "there is an extractor '" + key.str() + "'"};
  std::string text = yaml;
  if (before.is_mapping() && before.members().empty()) open_empty_block(text);
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  if (!end_of_block(text, kBlock)) text += std::string(kBlock) + ":\n";
  const size_t end = *end_of_block(text, kBlock);
  text.insert(end, (before.members().empty() ? "" : "\n") + extractor_entry(key, selectors));
  // Such files are written in more ways than this knows: what came out is read again.
  const Result<config::YamlDocument> written = config::parse_yaml(text, kFile);
  if (!written || written->root[kBlock].members().size() != before.members().size() + 1 ||
      written->root[kBlock][key.str()]["selectors"]["item"].text() != selectors.item)
    return Error{ErrorCode::kMalformed, "the extractors are not written one below the other"};
  return text;
}

}  // namespace vectora::app
