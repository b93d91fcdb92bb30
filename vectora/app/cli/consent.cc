#include "vectora/app/cli/consent.h"

#include <iostream>

namespace vectora::app {
namespace {

std::string answer_to(const std::string& question, Console& console) {
  console.warn(question);
  std::string line;
  std::getline(std::cin, line);
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

}  // namespace

Result<void> ask_for_name(const ops::Environment& environment, const std::string& act,
                          const Consent& consent, Console& console) {
  if (environment.protection == ops::Protection::kNone) return {};
  std::string name = consent.confirm;
  if (name.empty())
    name = answer_to(
        "'" + environment.name + "' is protected: " + act + ". Type its name to go on:", console);
  if (name == environment.name) return {};
  return Error{ErrorCode::kInvalidArgument, "'" + environment.name +
                                                "' was not named, so nothing was changed; say "
                                                "--confirm " +
                                                environment.name};
}

Result<void> ask(const ops::Environment& environment, const std::string& act,
                 const Consent& consent, Console& console) {
  if (environment.protection == ops::Protection::kByName)
    return ask_for_name(environment, act, consent, console);
  if (consent.yes || consent.confirm == environment.name) return {};
  const std::string answer =
      answer_to("environment '" + environment.name + "': " + act + ". Go on? [y/N]", console);
  if (answer == "y" || answer == "yes") return {};
  return Error{ErrorCode::kInvalidArgument, "nothing was changed; say --yes to go on unasked"};
}

}  // namespace vectora::app
