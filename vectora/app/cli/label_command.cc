#include "vectora/app/cli/label_command.h"

#include <algorithm>

#include "vectora/app/cli/keyboard.h"
#include "vectora/app/cli/named_client.h"
#include "vectora/app/cli/workspace_session.h"
#include "vectora/evaluation/labelling.h"
#include "vectora/pipeline/item_store.h"

namespace vectora::app {
namespace {

using evaluation::Label;

// The stored items, the latest first, as questions.
Result<std::vector<Label>> items_of(WorkspaceSession& session, const ClientId& client) {
  const pipeline::ItemStore items =
      TRY(pipeline::ItemStore::load(*session.buckets.data, client, Date()));
  std::vector<Label> questions;
  for (const pipeline::StoredItem* stored : items.all()) {
    const normalize::Item& item = stored->item;
    Label label;
    label.id = item.id.str();
    label.title = item.title;
    label.content = item.content;
    label.source = item.source.str();
    if (item.published_at) label.published_at = item.published_at->str();
    label.url = item.url;
    questions.push_back(std::move(label));
  }
  std::reverse(questions.begin(), questions.end());
  return questions;
}

std::vector<std::string> event_types(const config::Canonical& canonical) {
  std::vector<std::string> types;
  for (const normalize::TypePattern& pattern : canonical.vocabulary.event_types)
    types.push_back(pattern.name);
  if (std::find(types.begin(), types.end(), "other") == types.end()) types.emplace_back("other");
  return types;
}

Result<void> walk_through(evaluation::Labelling& walk, Console& console) {
  Keyboard keyboard;
  std::string shown;
  while (!walk.finished()) {
    if (const std::string question = walk.question(); question != shown) {
      shown = question;
      console.print("\n" + question);
    }
    const std::optional<char> key = keyboard.next();
    if (!key) return {};  // the end of input, or an interrupt: all that is answered is kept
    TRY(walk.press(*key));
    if (!walk.complaint().empty()) console.warn(walk.complaint());
  }
  return {};
}

Result<void> label(const LabelArguments& arguments, const Globals& globals, Console& console) {
  WorkspaceSession session = TRY(open_workspace(globals, Access::kReadWrite, console));
  const config::ClientPlan& client = *TRY(named_client(arguments.client, session, console));
  evaluation::LabelStore labels(*session.buckets.data, client.id);
  TRY(labels.load());
  evaluation::Labelling walk(TRY(items_of(session, client.id)), event_types(session.canonical()),
                             labels);
  if (walk.finished()) {
    console.note("client '" + client.id.str() +
                 "' has no unlabelled item; `vectora run` reads new ones");
    return {};
  }
  TRY(walk_through(walk, console));
  console.note(std::to_string(walk.stored()) + " labelled now, " +
               std::to_string(labels.labels().size()) + " in all; `vectora eval --client " +
               client.id.str() + "` measures by them");
  return {};
}

}  // namespace

ExitCode label_command(const LabelArguments& arguments, const Globals& globals, Console& console) {
  const Result<void> done = label(arguments, globals, console);
  return done ? ExitCode::kOk : fail(done.error(), console);
}

}  // namespace vectora::app
