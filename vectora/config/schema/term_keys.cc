#include "vectora/config/schema/term_keys.h"

namespace vectora::config {

using enum Type;
using enum Acts;

std::vector<Key> term_keys(const std::string& path, std::string_view effect) {
  return {
      {path + "[]", kText, "!", "", kRun, effect},
      {path + "[].name", kText, "!", "", kRun,
       "The term as it is shown; needed unless it has a regex."},
      {path + "[].aliases[]", kText, "!", "", kRun, "Other names of the same thing."},
      {path + "[].acronym", kText, "", "", kRun, "A further name that keeps its case."},
      {path + "[].regex", kRegex, "", "", kRun, "Matched on the text instead of the names."},
  };
}

std::vector<Key> signal_keys(const std::string& path, std::string_view effect) {
  return joined({term_keys(path, effect),
                 {
                     {path + ".scope_ref", kText, "!", "", kRun,
                      "A scope, or `scope.category`, whose terms are the group's."},
                     {path + ".scope_ref[]", kText, "!", "", kRun, "Several such scopes."},
                     {path + ".examples[]", kText, "", "", kDocumentation, "For people."},
                     {path + ".notes", kText, "", "", kDocumentation, "For people."},
                 }});
}

std::vector<Key> joined(const std::vector<std::vector<Key>>& parts) {
  std::vector<Key> keys;
  for (const std::vector<Key>& part : parts) keys.insert(keys.end(), part.begin(), part.end());
  return keys;
}

}  // namespace vectora::config
